"""A course looked through once, so that the rules need not parse anything again: what each
lesson and question says, links to, shows, and where."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ecolearn.content import blocks as b
from ecolearn.content.lines import Lines
from ecolearn.content.markdown import blocks, inline, lesson_blocks, lesson_titles
from ecolearn.content.model import Course, Lesson, LessonText, Module, Question, QuizText
from ecolearn.problems import Place, Problems
from ecolearn.quiz.items.base import Item


@dataclass(slots=True)
class Segment:
    """A stretch of prose that is read in one go: between headings, pictures, boxes, questions."""

    line: int
    words: int


@dataclass(slots=True)
class Seen:
    """What was met in a text: anchors, links (target, line), pictures (source, alt, line),
    formulas, and counts by kind of block."""

    anchors: set[str] = field(default_factory=set)
    links: list[tuple[str, int]] = field(default_factory=list)
    pictures: list[tuple[str, str, int]] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    segments: list[Segment] = field(default_factory=list)
    facts: list[tuple[str, int]] = field(default_factory=list)
    compared: list[tuple[str, bool, int]] = field(default_factory=list)
    activities: list[tuple[str, int]] = field(default_factory=list)
    #: every formula as written (TeX, line)
    tex: list[tuple[str, int]] = field(default_factory=list)


@dataclass(slots=True)
class SeenItem:
    """A question and where it stands; `use` is "item", "predict" or "quiz"."""

    item: Item
    place: Place
    use: str


@dataclass(slots=True)
class SeenText:
    """A lesson or a quiz in one language. `owner` is its module, `lesson` None for a quiz."""

    path: str
    language: str
    owner: Module
    lesson: Lesson | None
    text: LessonText | QuizText
    seen: Seen
    items: list[SeenItem]

    def at(self, line: int) -> Place:
        """Return a place in this file."""
        return Place(self.path, line, 1 if line else 0)


@dataclass(slots=True)
class Survey:
    """The course and all its texts. Rules add to `problems`."""

    course: Course
    folder: Path
    problems: Problems
    lessons: list[SeenText] = field(default_factory=list)
    banks: list[SeenText] = field(default_factory=list)
    #: paths of all files in the folder, with `/`
    files: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, course: Course, folder: Path, lines: Lines, problems: Problems) -> Survey:
        """Look through a loaded course."""
        survey = cls(course, folder, problems, files=sorted(_files(folder)))
        titles: dict[str, Mapping[str, str]] = {}
        for module in course.modules:
            for lesson in module.lessons:
                for language, text in lesson.texts.items():
                    names = titles.setdefault(language, lesson_titles(course, language))
                    path = f"{module.folder}/{lesson.stem}.{language}.md"
                    look = _Look(names, lines, text.id)
                    look.through(
                        lesson_blocks(
                            text,
                            course,
                            language=language,
                            titles=names,
                            lines=lines,
                            problems=problems,
                            path=path,
                        )
                    )
                    items = [_seen_item(q, lines, path) for q in text.questions()]
                    survey.lessons.append(
                        SeenText(path, language, module, lesson, text, look.seen, items)
                    )
            for language, bank in module.bank.items():
                names = titles.setdefault(language, lesson_titles(course, language))
                path = f"{module.folder}/quiz.{language}.md"
                look = _Look(names, lines, "")
                look.through(blocks(bank.intro, lesson_titles=names))
                items = [
                    SeenItem(item, Place(path, lines.of(item), 1), "quiz") for item in bank.items
                ]
                for each in items:
                    look.at_item(each.item, each.place.line)
                survey.banks.append(SeenText(path, language, module, None, bank, look.seen, items))
        return survey

    def rows(self, path: str) -> list[str]:
        """Return the lines of a text as they stand in the file."""
        try:
            return (self.folder / path).read_text("utf-8", "replace").split("\n")
        except OSError:
            return []

    def texts(self) -> Iterator[SeenText]:
        """Yield lessons and banks."""
        yield from self.lessons
        yield from self.banks

    def note_texts(self) -> Iterator[tuple[str, str, Seen]]:
        """Yield (file, language, what was met) of the texts in TOML files that may have links."""
        named = (
            *(("glossary.toml", term.text) for term in self.course.glossary),
            *(("facts.toml", fact.text) for fact in self.course.facts),
            *(("facts.toml", fact.note) for fact in self.course.facts),
            *(
                (f"activities/{one.id}.toml", texts)
                for one in self.course.activities
                for _, texts in one.texts()
            ),
        )
        for path, texts in named:
            for language, text in texts.items():
                if "[" in text:
                    look = _Look(lesson_titles(self.course, language), Lines(), "")
                    look.through(blocks(text, lesson_titles=look.titles))
                    yield path, language, look.seen


def _files(folder: Path) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                yield (Path(parent) / name).relative_to(folder).as_posix()


def _seen_item(question: Question, lines: Lines, path: str) -> SeenItem:
    return SeenItem(question.item, Place(path, lines.of(question), 1), question.use)


_BREAKS = (
    b.Heading
    | b.Picture
    | b.Media
    | b.Callout
    | b.Fold
    | b.FactCard
    | b.Question
    | b.Compare
    | b.ActivityCard
)


class _Look:
    """Walks over blocks and gathers what the rules want to know."""

    def __init__(self, titles: Mapping[str, str], lines: Lines, lesson_id: str) -> None:
        self.titles = titles
        self.lines = lines
        self.lesson_id = lesson_id
        self.seen = Seen()
        self._segment: Segment | None = None

    def through(self, parts: tuple[b.Block, ...], inner: bool = False) -> None:
        """Look through blocks; `inner` ones do not begin or end a segment."""
        for part in parts:
            if isinstance(part, _BREAKS) and not inner:
                self._segment = None
            self._one(part, inner)

    def _one(self, part: b.Block, inner: bool) -> None:
        kind = type(part).__name__.lower()
        counts = self.seen.counts
        if kind not in ("paragraph", "listblock", "quote"):
            counts[kind] = counts.get(kind, 0) + 1
        if isinstance(part, b.Paragraph):
            self._runs(part.text, part.line, count=True)
        elif isinstance(part, b.Heading):
            self.seen.anchors.add(part.anchor)
            self._runs(part.text, part.line)
        elif isinstance(part, b.ListBlock):
            for item in part.items:
                self.through(item.blocks, inner=True)
        elif isinstance(part, b.Table):
            for row in (part.head, *part.rows):
                for cell in row:
                    self._runs(cell, part.line)
        elif isinstance(part, b.Picture | b.Media):
            self.seen.pictures.append((part.source, part.alt, part.line))
            self._runs(part.caption, part.line)
        elif isinstance(part, b.Math):
            self.seen.formulas.append("".join(part.tex.split()))
            self.seen.tex.append((part.tex, part.line))
        elif isinstance(part, b.Quote):
            self.through(part.blocks, inner=True)
        elif isinstance(part, b.Callout | b.Fold):
            if "[" in part.title:
                self._runs(inline(part.title, lesson_titles=self.titles), part.line)
            self.through(part.blocks)
            self._segment = None
        elif isinstance(part, b.FactCard):
            self.seen.facts.append((part.fact_id, part.line))
        elif isinstance(part, b.ActivityCard):
            self.seen.activities.append((part.activity_id, part.line))
        elif isinstance(part, b.Question):
            self.at_item(part.item, part.line)
        elif isinstance(part, b.Compare):
            self.seen.compared.append((part.item_id, part.item is not None, part.line))

    def _runs(self, runs: b.Inline, line: int, count: bool = False) -> None:
        last = ""
        words = 0
        for run in runs:
            if run.link and run.link != last:
                self.seen.links.append((run.link, line))
            last = run.link
            if isinstance(run, b.MathRun):
                words += 1
                self.seen.tex.append((run.tex, line))
            else:
                words += len(run.text.split())
        if count and words:
            if self._segment is None:
                self._segment = Segment(line, 0)
                self.seen.segments.append(self._segment)
            self._segment.words += words

    def at_item(self, item: Item, line: int) -> None:
        """Look at the texts of a question; those without a bracket hold no link or picture."""
        for text in item.texts():
            if "[" in text or ("$" in text and ("{" in text or "}" in text)):
                inside = _Look(self.titles, self.lines, self.lesson_id)
                inside.through(blocks(text, lesson_titles=self.titles, lesson_id=self.lesson_id))
                self.seen.tex += [(tex, line) for tex, _ in inside.seen.tex]
                self.seen.links += [(target, line) for target, _ in inside.seen.links]
                self.seen.pictures += [(s, alt, line) for s, alt, _ in inside.seen.pictures]
        picture = getattr(item, "picture", "")
        if picture:
            self.seen.pictures.append((picture, getattr(item, "alt", ""), line))
