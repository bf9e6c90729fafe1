"""A folder on disk to a `Course`. Reads everything, refuses little, names every fault.

The Markdown between boxes is not parsed here; `markdown` does that for the lesson that is opened.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from ecolearn.content import boxes
from ecolearn.content import manifest as m
from ecolearn.content.lines import Lines
from ecolearn.content.model import (
    FORMAT,
    ActivityRef,
    Box,
    Compare,
    Course,
    FactRef,
    Lesson,
    LessonText,
    Module,
    Part,
    Prose,
    Question,
    QuizText,
)
from ecolearn.content.text_file import read_text, read_toml, split_header
from ecolearn.content.texts import LANGUAGES, is_text
from ecolearn.problems import Place, Problems

if TYPE_CHECKING:
    from ecolearn.content.activities import AnyActivity
    from ecolearn.quiz.items import AnyItem

MANIFEST = "course.toml"
#: the folder of the activities, one file each
ACTIVITIES = "activities"
#: files of a module that are not lessons
_RESERVED = ("quiz", "notes")
#: boxes that only name something, and an id to show how one looks
_NAMED: dict[str, type[FactRef] | type[Compare] | type[ActivityRef]] = {
    "fact": FactRef,
    "compare": Compare,
    "activity": ActivityRef,
}
_EXAMPLES = {"fact": "F-007", "compare": "HE1-Q-001", "activity": "calc-drip"}
_S = TypeVar("_S", bound=msgspec.Struct)


def load_course(
    folder: Path, problems: Problems | None = None, *, lines: Lines | None = None
) -> Course | None:
    """Return the course in `folder`, or None if its manifest cannot be used.

    All that is wrong goes to `problems`; a lesson or question that cannot be used is left out.
    `lines` learns where the parts stand. Never raises for what is in the files.
    """
    return _Loader(folder, _given(problems), lines or Lines()).course()


def parse_lesson(
    text: str, path: str, problems: Problems | None = None, *, lines: Lines | None = None
) -> LessonText:
    """Return a lesson. One without a usable header has the id "" and still its text.

    `path` is for the problems, relative to the course; `lines` learns where the parts stand.
    """
    found, lines = _given(problems), lines or Lines()
    head, body, line = _head(text, path, m.LessonHead, found)
    parts = _parts(boxes.scan(body, path, found, line), path, found, lines)
    if head is None:
        return LessonText(id="", title="", parts=parts)
    return LessonText(
        id=head.id,
        title=head.title,
        minutes=head.minutes,
        outcomes=head.outcomes,
        terms=head.terms,
        parts=parts,
    )


def parse_quiz(
    text: str, path: str, problems: Problems | None = None, *, lines: Lines | None = None
) -> QuizText:
    """Return the item bank of a quiz file. One without a usable header has the id ""."""
    found, lines = _given(problems), lines or Lines()
    head, body, line = _head(text, path, m.QuizHead, found)
    intro: list[str] = []
    items: list[AnyItem] = []
    for box in boxes.scan(body, path, found, line):
        if box.kind == "item":
            item = _item(box, path, found)
            if item is not None:
                lines.put(item, box.line)
                items.append(item)
        elif box.kind:
            found.warning("T013", Place(path, box.line), kind=box.kind)
        else:
            if items:
                found.warning("T011", Place(path, box.line))
            intro.append("\n".join(box.rows))
    return QuizText(
        id=head.id if head else "",
        title=head.title if head else "",
        intro="\n\n".join(intro),
        items=tuple(items),
    )


def _given(problems: Problems | None) -> Problems:
    # not `or`: an empty list of problems is false
    return Problems() if problems is None else problems


def _head(text: str, path: str, kind: type[_S], problems: Problems) -> tuple[_S | None, str, int]:
    """Return (header, body, first line of the body)."""
    before = len(problems)
    source, source_line, body, body_line = split_header(text, path, problems)
    if len(problems) > before and not source:
        return None, body, body_line
    data = read_toml(source, path, problems, first_line=source_line)
    if data is None:
        return None, body, body_line
    places = m.Places(path, source, source_line)
    return m.Reader(places, problems).read(data, kind), body, body_line


def _parts(
    found: list[boxes.Found], path: str, problems: Problems, lines: Lines
) -> tuple[Part, ...]:
    out: list[Part] = []
    for box in found:
        part: Part | None
        extra: tuple[Part, ...] = ()
        if not box.kind:
            part = Prose("\n".join(box.rows))
        elif box.kind in boxes.QUESTIONS:
            item = _item(box, path, problems)
            use = "item" if box.kind == "item" else "predict"
            part = Question(item, use) if item is not None else None  # type: ignore[arg-type]
        elif box.kind in boxes.NAMED:
            extra = _parts(box.inside, path, problems, lines)
            if extra:
                problems.warning("T010", Place(path, box.line), kind=box.kind)
            name, *more = box.args.split(maxsplit=1) or [""]
            if more:
                problems.warning("T015", Place(path, box.line), kind=box.kind, text=more[0])
            if not name:
                example = _EXAMPLES[box.kind]
                problems.error("T004", Place(path, box.line), kind=box.kind, example=example)
                part = None
            else:
                part = _NAMED[box.kind](name)
        else:
            part = Box(box.kind, box.args, _parts(box.inside, path, problems, lines))
        if part is not None:
            lines.put(part, box.line)
            out.append(part)
        out += extra
    return tuple(out)


def _item(box: boxes.Found, path: str, problems: Problems) -> AnyItem | None:
    if not box.args:
        problems.error("T004", Place(path, box.line), kind=box.kind, example="HE1-Q-001")
        return None
    from ecolearn.quiz.items.syntax import parse_item

    return parse_item(box.args, box.rows, path=path, line=box.line, problems=problems)


# ── the folder ────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class _Seen:
    """Where ids were met first, so that a second one can name the first."""

    places: dict[tuple[str, str], str]
    problems: Problems

    def is_new(self, kind: str, one: str, place: Place) -> bool:
        """Note the id; False, with a problem, if it is not usable or was there before."""
        if not m.ID.match(one):
            self.problems.error("M006", place, id=one[:80])
            return False
        # ids become file names, and file names on Windows have no case
        key = (kind, one.casefold())
        if key in self.places:
            first = self.places[key]
            self.problems.error("M007", place, id=one, kind=kind.split("/")[0], first=first)
            return False
        self.places[key] = f"{place.path}:{place.line}"
        return True


class _Loader:
    def __init__(self, folder: Path, problems: Problems, lines: Lines) -> None:
        self._folder = folder
        self._problems = problems
        self._lines = lines
        self._seen = _Seen({}, problems)

    # files

    def _names(self, folder: str) -> dict[str, os.DirEntry[str]]:
        """Return what is in a folder of the course, links out of the course left out."""
        try:
            with os.scandir(self._folder / folder) as entries:
                found = {entry.name: entry for entry in entries if is_text(entry.name)}
        except OSError:
            return {}
        for name, entry in list(found.items()):
            if entry.is_symlink() and not _inside(Path(entry.path), self._folder):
                place = Place(f"{folder}/{name}" if folder else name)
                self._problems.error("F012", place, name=name)
                del found[name]
        return found

    def _toml(self, shown: str) -> tuple[dict[str, Any] | None, m.Places]:
        text = read_text(self._folder / shown, shown, self._problems)
        places = m.Places(shown, text or "")
        return (None if text is None else read_toml(text, shown, self._problems)), places

    def _optional(self, shown: str, kind: type[_S], names: Iterable[str]) -> tuple[_S, m.Places]:
        """Return one of the files that may be left out."""
        if shown in names:
            data, places = self._toml(shown)
            read = m.Reader(places, self._problems).read(data, kind) if data else None
            if read is not None:
                return read, places
        return kind(), m.Places(shown, "")

    # parts

    def course(self) -> Course | None:
        """Return the course, or None."""
        problems = self._problems
        if not self._folder.is_dir():
            problems.error("F001", Place(), name=self._folder.name)
            return None
        names = self._names("")
        if MANIFEST not in names:
            problems.error("F001", Place(MANIFEST), name=MANIFEST, **_as_txt(MANIFEST, names))
            return None
        data, places = self._toml(MANIFEST)
        if data is None:
            return None
        version = data.get("format", FORMAT)
        if isinstance(version, int) and version > FORMAT:
            problems.error("M005", places.of("format"), format=version, known=FORMAT)
            return None
        head = m.Reader(places, problems).read(data, m.CourseFile)
        if head is None:
            return None
        if not m.ID.match(head.id):
            problems.error("M006", places.of("id"), id=head.id[:80])
            return None
        return self._assembled(head, places, names)

    def _assembled(
        self, head: m.CourseFile, places: m.Places, names: dict[str, os.DirEntry[str]]
    ) -> Course:
        for language in head.languages:
            if language not in LANGUAGES:
                near = get_close_matches(language.lower(), LANGUAGES, 1, 0.4)
                self._problems.warning(
                    "M011",
                    places.of_word(language, "languages"),
                    language=language,
                    suggestion=near[0] if near else "",
                )
        modules = [
            self._module(name, places) for name in self._listed(head.modules, "modules", places)
        ]
        for name, entry in names.items():
            if name not in head.modules and entry.is_dir() and _is_module(entry):
                self._problems.note("F014", Place(name), name=name)
        glossary, at_terms = self._optional("glossary.toml", m.GlossaryFile, names)
        facts, at_facts = self._optional("facts.toml", m.FactsFile, names)
        constants, at_constants = self._optional("constants.toml", m.ConstantsFile, names)
        return Course(
            id=head.id,
            version=head.version,
            languages=tuple(code for code in head.languages if code in LANGUAGES),
            format=head.format,
            date=head.date,
            title=head.title,
            summary=head.summary,
            licence=head.licence,
            tracks=head.tracks,
            hours=head.hours,
            sdg=head.sdg,
            icon=head.icon,
            hue=head.hue,
            authors=head.authors,
            outcomes=self._own(head.outcomes, "outcomes", "outcome", places),
            modules=tuple(module for module in modules if module is not None),
            glossary=self._own(glossary.terms, "terms", "term", at_terms),
            facts=self._own(facts.facts, "facts", "fact", at_facts),
            constants=self._own(constants.constants, "constants", "constant", at_constants),
            activities=tuple(self._activities()) if ACTIVITIES in names else (),
        )

    def _activities(self) -> Iterator[AnyActivity]:
        """Yield the activities, by name of their file."""
        from ecolearn.content.activities import BY_KIND

        for name in sorted(self._names(ACTIVITIES)):
            shown = f"{ACTIVITIES}/{name}"
            if not name.endswith(".toml"):
                self._problems.note("F014", Place(shown), name=name)
                continue
            data, places = self._toml(shown)
            if data is None:
                continue
            kind = BY_KIND.get(str(data.pop("kind", "")))
            if kind is None:
                known = ", ".join(BY_KIND)
                self._problems.error("A001", places.of("kind"), known=known)
                continue
            one = m.Reader(places, self._problems).read(data, kind)
            if one is None or not self._seen.is_new("activity", one.id, places.of("id")):
                continue
            if name != f"{one.id}.toml":
                self._problems.warning("A002", places.of("id"), id=one.id, name=name)
            self._lines.put(one, 1)
            yield one  # type: ignore[misc]  # BY_KIND holds the kinds of AnyActivity

    def _own(self, parts: tuple[_S, ...], key: str, kind: str, places: m.Places) -> tuple[_S, ...]:
        """Return the parts whose id is usable and new."""
        return tuple(
            part
            for number, part in enumerate(parts)
            if self._seen.is_new(kind, part.id, places.of(key, number, "id"))  # type: ignore[attr-defined]
        )

    def _listed(self, names: tuple[str, ...], key: str, places: m.Places) -> list[str]:
        """Return the names that are plain names, each once."""
        usable: list[str] = []
        for name in names:
            if not m.is_plain(name) or (key == "lessons" and name in _RESERVED):
                self._problems.error("F013", places.of_word(name, key), name=name[:80])
            elif name.casefold() in (one.casefold() for one in usable):
                self._problems.error("M013", places.of_word(name, key), name=name)
            else:
                usable.append(name)
        return usable

    def _module(self, folder: str, listed: m.Places) -> Module | None:
        names = self._names(folder)
        shown = f"{folder}/module.toml"
        if "module.toml" not in names or not _inside(self._folder / folder, self._folder):
            hint = _as_txt("module.toml", names)
            self._problems.error("M009", listed.of_word(folder, "modules"), name=folder, **hint)
            return None
        data, places = self._toml(shown)
        head = None if data is None else m.Reader(places, self._problems).read(data, m.ModuleFile)
        if head is None or not self._seen.is_new("module", head.id, places.of("id")):
            return None
        stems = self._listed(head.lessons, "lessons", places)
        used = {"module.toml"}
        lessons = [self._lesson(folder, stem, names, used, places) for stem in stems]
        bank: dict[str, QuizText] = {}
        notes: dict[str, str] = {}
        for language in LANGUAGES:
            quiz = self._quiz(folder, f"quiz.{language}.md", head, names, used)
            if quiz is not None:
                bank[language] = quiz
            name = f"notes.{language}.md"
            if name in names:
                used.add(name)
                path = f"{folder}/{name}"
                text = read_text(self._folder / path, path, self._problems)
                if text is not None:
                    notes[language] = text.strip("\n")
        for name in names:
            if name.endswith(".md") and name not in used:
                meant = _meant(name, stems, names)
                hint = {"hint": "meant", "meant": meant} if meant else {}
                self._problems.note("F014", Place(f"{folder}/{name}"), name=name, **hint)
        quiz_settings = head.quiz
        if quiz_settings is not None and not self._seen.is_new(
            "quiz", quiz_settings.id, places.of("quiz", "id")
        ):
            quiz_settings = None
        return Module(
            folder=folder,
            id=head.id,
            title=head.title,
            lessons=tuple(lesson for lesson in lessons if lesson is not None),
            outcomes=head.outcomes,
            subjects=head.subjects,
            greencomp=head.greencomp,
            facts=head.facts,
            quiz=quiz_settings,
            bank=bank,
            notes=notes,
        )

    def _lesson(
        self,
        folder: str,
        stem: str,
        names: dict[str, os.DirEntry[str]],
        used: set[str],
        listed: m.Places,
    ) -> Lesson | None:
        texts: dict[str, LessonText] = {}
        found = False
        lesson_id = ""
        for language in LANGUAGES:
            name = f"{stem}.{language}.md"
            if name not in names:
                continue
            found = True
            used.add(name)
            path = f"{folder}/{name}"
            source = read_text(self._folder / path, path, self._problems)
            if source is None:
                continue
            text = parse_lesson(source, path, self._problems, lines=self._lines)
            if not text.id:
                continue
            place = Place(path, 2)
            if lesson_id and text.id != lesson_id:
                self._problems.error("M010", place, id=text.id, expected=lesson_id)
                continue
            if not lesson_id:
                if not self._seen.is_new("lesson", text.id, place):
                    continue
                lesson_id = text.id
            texts[language] = self._without_twins(text, language, path)
        if not found:
            files = [f"{stem}.{language}.md" for language in LANGUAGES]
            hints = [hint for file in files if (hint := _as_txt(file, names))]
            hint = hints[0] if hints else {}
            self._problems.error("M008", listed.of_word(stem, "lessons"), name=stem, **hint)
        return Lesson(stem=stem, texts=texts) if texts else None

    def _quiz(
        self,
        folder: str,
        name: str,
        head: m.ModuleFile,
        names: dict[str, os.DirEntry[str]],
        used: set[str],
    ) -> QuizText | None:
        if name not in names:
            return None
        used.add(name)
        path = f"{folder}/{name}"
        source = read_text(self._folder / path, path, self._problems)
        if source is None:
            return None
        quiz = parse_quiz(source, path, self._problems, lines=self._lines)
        if head.quiz is None:
            self._problems.warning("M014", Place(path), name=name)
        elif quiz.id and quiz.id != head.quiz.id:
            self._problems.error("M012", Place(path, 2), id=quiz.id, expected=head.quiz.id)
        language = name.split(".")[-2]
        items = tuple(item for item in quiz.items if self._is_new_item(item, language, path))
        return quiz if len(items) == len(quiz.items) else msgspec.structs.replace(quiz, items=items)

    # items that share an id

    def _is_new_item(self, item: AnyItem, language: str, path: str, owner: object = None) -> bool:
        line = self._lines.of(owner if owner is not None else item)
        return self._seen.is_new(f"item/{language}", item.id, Place(path, line))

    def _without_twins(self, text: LessonText, language: str, path: str) -> LessonText:
        """Return the lesson without questions whose id another question has."""
        twins = {
            id(question)
            for question in text.questions()
            if not self._is_new_item(question.item, language, path, question)
        }
        if not twins:
            return text
        return msgspec.structs.replace(text, parts=self._dropped(text.parts, twins))

    def _dropped(self, parts: tuple[Part, ...], twins: set[int]) -> tuple[Part, ...]:
        out: list[Part] = []
        for part in parts:
            if isinstance(part, Box):
                box = msgspec.structs.replace(part, parts=self._dropped(part.parts, twins))
                self._lines.put(box, self._lines.of(part))
                out.append(box)
            elif id(part) not in twins:
                out.append(part)
        return tuple(out)


def _inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def _as_txt(name: str, names: Iterable[str]) -> dict[str, str]:
    """Return a hint, as facts, if Notepad saved the file as `name.txt`."""
    there = next((one for one in names if one.casefold() == f"{name}.txt".casefold()), "")
    return {"hint": "txt", "there": there} if there else {}


def _meant(name: str, stems: Iterable[str], names: Iterable[str]) -> str:
    """Return what the name of a file that nobody lists was probably meant to be, or ""."""
    stem, _, language = name.removesuffix(".md").rpartition(".")
    if not stem:
        stem, language = language, ""
    known = {one.casefold(): one for one in (*stems, *_RESERVED)}
    if stem.casefold() not in known:
        return ""
    code = {"kz": "kk", "rus": "ru", "kaz": "kk", "eng": "en"}.get(language.lower(), language)
    codes = [code.lower()] if code else ["ru", "kk", "en"]
    files = [f"{known[stem.casefold()]}.{one}.md" for one in codes if one in LANGUAGES]
    return next((file for file in files if file not in names), "")


def _is_module(entry: os.DirEntry[str]) -> bool:
    return os.path.isfile(os.path.join(entry.path, "module.toml"))
