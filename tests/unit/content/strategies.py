"""Courses made up by Hypothesis, with the nastiest texts a file can hold.

Texts are *canonical*: reading gives them back as they are (no boxes typed by hand in prose, no
empty lines around it, code blocks closed). What `writer` does with other texts is tested apart.
"""

from __future__ import annotations

import datetime
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
from hypothesis import strategies as st

from ecolearn.content import model as m
from ecolearn.content import writer
from ecolearn.content.activities import KINDS
from ecolearn.content.texts import LANGUAGES, Text
from ecolearn.quiz.items.base import Item
from tests.unit.quiz import items_made as made

languages = st.lists(st.sampled_from(LANGUAGES), unique=True, max_size=3)
lines = made.lines.map(str.strip)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)  # control letters too
texts: st.SearchStrategy[Text] = st.dictionaries(
    st.sampled_from(LANGUAGES), st.one_of(made.texts, words), max_size=3
)
said: st.SearchStrategy[m.Said] = st.one_of(words, texts)
lists = st.lists(st.one_of(words, made.names), max_size=3).map(tuple)
numbers = st.one_of(
    st.integers(0, 10**6).map(float), st.floats(0, 1e300, allow_nan=False, allow_infinity=False)
)
pools = st.builds(m.Pool, tag=words, draw=st.integers(0, 5))
prose = made.texts.map(writer.canonical_prose).filter(bool)


@st.composite
def parts(draw: st.DrawFn, depth: int = 3) -> tuple[m.Part, ...]:
    """Draw the parts of a lesson; no two stretches of prose in a row."""
    kinds: list[st.SearchStrategy[m.Part]] = [
        st.builds(m.Prose, text=prose),
        st.builds(m.FactRef, fact_id=made.names),
        st.builds(m.Compare, item_id=made.names),
        st.builds(m.Question, item=made.items(), use=st.sampled_from(["item", "predict"])),
    ]
    if depth:
        kind = st.sampled_from([*m.CALLOUTS, "fold"])
        kinds.append(st.builds(m.Box, kind=kind, title=lines, parts=parts(depth - 1)))
    drawn = draw(st.lists(st.one_of(kinds), max_size=4))
    return tuple(
        part
        for part, before in zip(drawn, [None, *drawn], strict=False)
        if not (isinstance(part, m.Prose) and isinstance(before, m.Prose))
    )


class _Names:
    """Gives every lesson and question an id of its own, as a course must."""

    def __init__(self) -> None:
        self._count = 0

    def next(self, prefix: str) -> str:
        self._count += 1
        return f"{prefix}{self._count}"

    def renamed(self, item: Item) -> Any:
        # NUL is in no text file
        tags = tuple(tag for tag in item.tags if "\0" not in tag)
        return msgspec.structs.replace(item, id=self.next("Q"), tags=tags)

    def parts(self, drawn: tuple[m.Part, ...]) -> tuple[m.Part, ...]:
        return tuple(
            msgspec.structs.replace(part, item=self.renamed(part.item))
            if isinstance(part, m.Question)
            else msgspec.structs.replace(part, parts=self.parts(part.parts))
            if isinstance(part, m.Box)
            else part
            for part in drawn
        )


@st.composite
def lesson_texts(draw: st.DrawFn, lesson_id: str, names: _Names) -> m.LessonText:
    """Draw a lesson in one language."""
    return m.LessonText(
        id=lesson_id,
        title=draw(words),
        minutes=draw(st.integers(0, 90)),
        outcomes=draw(lists),
        terms=draw(lists),
        parts=names.parts(draw(parts())),
    )


@st.composite
def modules(draw: st.DrawFn, names: _Names) -> m.Module:
    """Draw a module with its lessons, bank and notes."""
    number = names.next("")
    lessons = []
    for _ in range(draw(st.integers(0, 2))):
        lesson_id = names.next("L")
        used = draw(languages.filter(bool))
        drawn = {code: draw(lesson_texts(lesson_id, names)) for code in used}
        lessons.append(m.Lesson(stem=f"{lesson_id}-урок", texts=drawn))
    quiz = None
    bank = {}
    if draw(st.booleans()):
        quiz = m.QuizSettings(
            id=names.next("Z"),
            draw=draw(st.integers(0, 9)),
            earlier=draw(st.integers(0, 3)),
            pass_mark=draw(st.sampled_from([0.8, 0.5, 1.0, 0.0])),
            show=draw(st.sampled_from(["one", "all"])),  # type: ignore[arg-type]
            feedback=draw(st.sampled_from(["at-once", "at-end"])),  # type: ignore[arg-type]
            shuffle_items=draw(st.booleans()),
            pools=draw(
                st.lists(st.builds(m.Pool, tag=words, draw=st.integers(0, 5)), max_size=2).map(
                    tuple
                )
            ),
        )
        for code in draw(languages):
            drawn_items = draw(st.lists(made.items(), max_size=3))
            bank[code] = m.QuizText(
                id=quiz.id,
                title=draw(words),
                intro=draw(st.one_of(st.just(""), prose)),
                items=tuple(map(names.renamed, drawn_items)),
            )
    notes = {code: draw(prose).strip("\n\ufeff") for code in draw(languages)}
    return m.Module(
        folder=f"m{number}",
        id=names.next("M"),
        title=draw(texts),
        lessons=tuple(lessons),
        outcomes=draw(lists),
        subjects=draw(lists),
        greencomp=draw(lists),
        facts=draw(lists),
        quiz=quiz,
        bank=bank,
        notes={code: text for code, text in notes.items() if text.strip()},
    )


def _field(kind: Any) -> st.SearchStrategy[Any]:
    """Return values of a field of an activity, by its type."""
    if kind == Text:
        return texts
    if kind == m.Said:
        return said
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:  # a number with limits
        limits = next(one for one in inner[1:] if isinstance(one, msgspec.Meta))
        low, high = int(limits.ge or 0), int(limits.le or 50)
        whole = st.integers(low, high)
        return whole if inner[0] is int else whole.map(float)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is tuple:
        return st.lists(_field(inner[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(made.names, _field(inner[1]), max_size=2)
    if origin in (Union, UnionType):
        return st.one_of([_field(one) for one in inner])
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return struct_of(kind)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: words.map(lambda text: text.replace("\0", "")),
        bool: st.booleans(),
        int: st.integers(0, 99),
        float: numbers,
        type(None): st.none(),
    }
    return simple[kind]


def struct_of(kind: type[msgspec.Struct], **fixed: Any) -> st.SearchStrategy[Any]:
    """Return structs whose fields hold anything their types allow."""
    fields = {one.name: one.type for one in msgspec.structs.fields(kind)}
    drawn = {name: _field(inside) for name, inside in fields.items() if name not in fixed}
    return st.builds(kind, **drawn, **{name: st.just(value) for name, value in fixed.items()})


@st.composite
def courses(draw: st.DrawFn) -> m.Course:
    """Draw a course."""
    names = _Names()
    some = st.integers(0, 2)
    return m.Course(
        id=draw(made.names),
        version=draw(words.filter(bool)),
        languages=tuple(draw(languages)),
        date=draw(st.one_of(st.none(), st.dates(datetime.date(1, 1, 1)))),
        title=draw(texts),
        summary=draw(texts),
        licence=draw(words),
        tracks=tuple(draw(st.lists(st.sampled_from(m.TRACKS), max_size=3))),
        hours=draw(numbers),
        sdg=tuple(draw(st.lists(st.integers(1, 17), max_size=3))),
        icon=draw(words),
        hue=draw(st.integers(0, 359)),
        authors=draw(lists),
        outcomes=tuple(
            m.Outcome(
                id=names.next("O"),
                kind=draw(st.sampled_from(["c", "s", "b"])),  # type: ignore[arg-type]
                text=draw(texts),
            )
            for _ in range(draw(some))
        ),
        modules=tuple(draw(modules(names)) for _ in range(draw(some))),
        glossary=tuple(
            m.Term(id=names.next("T"), term=draw(texts), text=draw(texts))
            for _ in range(draw(some))
        ),
        activities=tuple(
            draw(struct_of(draw(st.sampled_from(KINDS)), id=f"a{number}"))
            for number in range(draw(some))
        ),
        facts=tuple(
            m.Fact(
                id=names.next("F"),
                grade=draw(st.sampled_from("ABCD")),  # type: ignore[arg-type]
                source=draw(said),
                text=draw(texts),
                date=draw(said),
                note=draw(texts),
            )
            for _ in range(draw(some))
        ),
        constants=tuple(
            m.Constant(
                id=names.next("K"),
                value=draw(numbers),
                unit=draw(words),
                source=draw(said),
                low=draw(st.one_of(st.none(), numbers)),
                note=draw(texts),
                label=draw(texts),
                symbol=draw(words),
            )
            for _ in range(draw(some))
        ),
    )
