"""A course that is open: its model, blocks, questions, media, each in the language asked for or,
said openly, in another."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ecolearn.content.blocks import Block
from ecolearn.content.lines import Lines
from ecolearn.content.loader import load_course
from ecolearn.content.model import Course, LessonText, Module
from ecolearn.content.texts import LANGUAGES, is_text
from ecolearn.errors import CourseGone
from ecolearn.problems import Problems
from ecolearn.quiz.items.base import Item

#: endings of the files that a course's content hash covers
TEXT_FILES = (".toml", ".md")
#: how often a course is read again that changes while it is read
_TRIES = 3
Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class SearchText:
    """A stretch of text to be found: a lesson (or, with a `term_id`, a glossary entry)."""

    course_id: str
    language: str
    title: str
    text: str
    module_id: str = ""
    lesson_id: str = ""
    term_id: str = ""


@dataclass(slots=True, eq=False)
class OpenCourse:
    """A course as it was when it was opened. `Library.open` gives a new one after a change."""

    course: Course
    folder: Path
    #: SHA-256 (hex) over relative paths and bytes of the text files: the content's revision
    content_hash: str = ""
    origin: str = "folder"
    problems: Problems = field(default_factory=Problems)
    lines: Lines = field(default_factory=Lines)
    _stamp: Stamp = ()
    _titles: dict[str, dict[str, str]] = field(default_factory=dict)
    _blocks: dict[tuple[str, str], tuple[Block, ...]] = field(default_factory=dict)
    _items: dict[str, dict[str, Item]] | None = None

    @classmethod
    def load(cls, folder: Path, *, origin: str = "folder", course_id: str = "") -> OpenCourse:
        """Load the course in `folder`. Raises `CourseGone` if nothing of it can be read."""
        for _ in range(_TRIES):
            problems, lines = Problems(), Lines()
            stamp = _stamp(folder)
            course = load_course(folder, problems, lines=lines)
            content_hash = _hash_of(folder, stamp)
            if _stamp(folder) == stamp:  # else somebody was writing: model and hash may differ
                break
        if course is None or (course_id and course.id != course_id):
            raise CourseGone(course_id=course_id or folder.name, id=course_id or folder.name)
        return cls(course, folder, content_hash, origin, problems, lines, stamp)

    def changed_on_disk(self) -> bool:
        """Tell whether a text file is new, gone or another than when the course was opened."""
        return _stamp(self.folder) != self._stamp

    # lessons

    def blocks(self, lesson_id: str, language: str) -> tuple[tuple[Block, ...], str]:
        """Return (blocks, language they are in) of a lesson.

        Raises `CourseGone` if there is no such lesson, or the course folder is gone.
        """
        used, text = self.lesson_text(lesson_id, language)
        key = (lesson_id, used)
        if key not in self._blocks:
            from ecolearn.content.markdown import lesson_blocks

            self._blocks[key] = lesson_blocks(
                text, self.course, language=used, titles=self.lesson_titles(used), lines=self.lines
            )
        return self._blocks[key], used

    def lesson_text(self, lesson_id: str, language: str) -> tuple[str, LessonText]:
        """Return (language, lesson) in the language asked for, or the next best. Raises
        `CourseGone` as `blocks` does."""
        lesson = self.course.lesson(lesson_id)
        if lesson is None or not (self.folder / "course.toml").is_file():
            raise CourseGone(course_id=self.course.id, id=lesson_id)
        used = next(code for code in self._order(language, lesson.texts) if code in lesson.texts)
        return used, lesson.texts[used]

    def _order(self, language: str, have: dict[str, object] | dict[str, LessonText]) -> list[str]:
        return [language, *self.course.languages, "en", "ru", "kk", *have]

    def lesson_titles(self, language: str) -> dict[str, str]:
        """Return lesson id → title, for the references in texts that are in `language`."""
        if language not in self._titles:
            from ecolearn.content.markdown import lesson_titles

            self._titles[language] = lesson_titles(self.course, language)
        return self._titles[language]

    # questions

    def item(self, item_id: str, language: str) -> tuple[Item, str] | None:
        """Return (item, language it is in), of a lesson or a quiz, or None if there is none."""
        if self._items is None:
            self._items = _items_by_language(self.course)
        for code in (language, *self.course.languages, *LANGUAGES):
            found = self._items.get(code, {}).get(item_id)
            if found is not None:
                return found, code
        return None

    def bank(self, module_id: str, language: str = "") -> tuple[Item, ...]:
        """Return the items of a module's quiz, in `language` or in the fullest one.

        What a sitting draws from does not depend on the language a learner reads, so leave
        `language` out for drawing; then it is the first of the course's languages that has all.
        """
        module = self.course.module(module_id)
        if module is None:
            raise CourseGone(course_id=self.course.id, id=module_id)
        if language in module.bank:
            return module.bank[language].items
        return _fullest(module, self.course.languages)

    # media

    def media(self, source: str, language: str) -> Path | None:
        """Return the file for `source` as written in a text: `media/x.svg` is served by
        `media/x.kk.svg` if there is one. None if there is none, or it is not in the folder."""
        path = PurePosixPath(source)
        parts = path.parts
        if not parts or path.is_absolute() or any(sign in source for sign in "\\:\0"):
            return None
        if any(part in (".", "..") or part.startswith(".") for part in source.split("/")):
            return None
        stem, dot, ending = path.name.rpartition(".")
        if not dot:
            return None
        names = [f"{stem}.{language}.{ending}", path.name]
        names += [f"{stem}.{code}.{ending}" for code in (*self.course.languages, *LANGUAGES)]
        for name in dict.fromkeys(names):
            found = self.folder.joinpath(*parts[:-1], name)
            try:
                if found.is_file():
                    root = self.folder.resolve()
                    return found if found.resolve().is_relative_to(root) else None
            except OSError:
                return None
        return None

    # search

    def search_text(self) -> Iterator[SearchText]:
        """Yield everything to be found, in every language: lessons and glossary entries.

        Parses the Markdown of all lessons, about 10 ms per 3,000 words: a job, not for a click.
        """
        from ecolearn.content.markdown import lesson_blocks, plain, plain_blocks

        course = self.course
        for module in course.modules:
            for lesson in module.lessons:
                for code, text in lesson.texts.items():
                    titles = self.lesson_titles(code)
                    parts = lesson_blocks(text, course, language=code, titles=titles)
                    yield SearchText(
                        course.id, code, text.title, plain_blocks(parts, code), module.id, lesson.id
                    )
        for term in course.glossary:
            for code, title in term.term.items():
                text_of = plain(term.text.get(code, ""))
                yield SearchText(course.id, code, title, text_of, term_id=term.id)


def _items_by_language(course: Course) -> dict[str, dict[str, Item]]:
    found: dict[str, dict[str, Item]] = {}
    for module in course.modules:
        for lesson in module.lessons:
            for code, text in lesson.texts.items():
                found.setdefault(code, {}).update((item.id, item) for item in text.items())
        for code, quiz in module.bank.items():
            found.setdefault(code, {}).update((item.id, item) for item in quiz.items)
    return found


def _fullest(module: Module, languages: tuple[str, ...]) -> tuple[Item, ...]:
    best: tuple[Item, ...] = ()
    for code in (*languages, *module.bank):
        quiz = module.bank.get(code)
        if quiz is not None and len(quiz.items) > len(best):
            best = quiz.items
    return best


def _stamp(folder: Path) -> Stamp:
    """Return (path, bytes, time) of the text files, sorted: those in the folder and one below."""
    seen: list[tuple[str, int, int]] = []
    below: list[str] = []
    for prefix in ("", *_folders(folder, below)):
        try:
            with os.scandir(folder / prefix) as entries:
                for entry in entries:
                    if entry.name.endswith(TEXT_FILES) and is_text(entry.name) and entry.is_file():
                        status = entry.stat()
                        name = f"{prefix}/{entry.name}" if prefix else entry.name
                        seen.append((name, status.st_size, status.st_mtime_ns))
        except OSError:
            continue
    return tuple(sorted(seen))


def _hash_of(folder: Path, stamp: Stamp) -> str:
    digest = hashlib.sha256()
    for name, _, _ in stamp:
        try:
            data = (folder / name).read_bytes()
        except OSError:
            data = b""
        path = name.encode(errors="surrogateescape")
        # lengths first: no two courses give the same stream of bytes
        digest.update(b"%d %d\n" % (len(path), len(data)) + path + data)
    return digest.hexdigest()


def _folders(folder: Path, found: list[str]) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            found += [one.name for one in entries if one.is_dir() and not one.name.startswith(".")]
    except OSError:
        pass
    return found
