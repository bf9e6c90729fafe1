"""What the preview shows, read from files that somebody is typing in. No Qt; for a worker thread.

Nothing is kept between two readings: what is on disk now is what counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ecolearn.content.blocks import Block
from ecolearn.content.lines import Lines
from ecolearn.content.loader import MANIFEST, load_course, parse_lesson, parse_quiz
from ecolearn.content.markdown import lesson_blocks, lesson_titles
from ecolearn.content.model import (
    Course,
    LessonText,
    Module,
    Part,
    Prose,
    Question,
    QuizText,
)
from ecolearn.content.opened import OpenCourse
from ecolearn.content.packages import SUFFIX
from ecolearn.content.texts import LANGUAGES, in_language
from ecolearn.problems import Problem, Problems

_TEXTS = (".md", ".toml")
#: the file name of a quiz without language, and what its id begins with here
_QUIZ, _QUIZ_ID = "quiz", "quiz:"
#: files watched at most; a course has some dozens
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Choice:
    """A lesson or quiz to choose: its id (`quiz:MODULE` of a quiz), the path of its file without
    language, its title."""

    lesson_id: str
    stem: str
    title: str


@dataclass(frozen=True)
class Snapshot:
    """What was found. `blocks` is None if the wanted lesson cannot be shown at the moment."""

    choices: tuple[Choice, ...] = ()
    languages: tuple[str, ...] = LANGUAGES
    lesson_id: str = ""
    language: str = ""
    text: LessonText | None = None
    blocks: tuple[Block, ...] | None = None
    problems: tuple[Problem, ...] = ()
    #: the file of the lesson, relative to the course
    path: str = ""
    course: Course | None = None
    opened: OpenCourse | None = None
    titles: dict[str, str] = field(default_factory=dict)
    stamp: tuple[tuple[str, int, int], ...] = ()
    #: why nothing can be shown: "package", "no-course" or "no-lesson"; "" if `problems` say it
    why: str = ""

    def media(self, source: str) -> Path | None:
        """Return the file that serves a picture."""
        return self.opened.media(source, self.language) if self.opened else None


def course_folder(path: Path) -> Path | None:
    """Return the folder of the course that `path` belongs to, or None."""
    start = path if path.is_dir() else path.parent
    for folder in (start, *list(start.parents)[:2]):
        if (folder / MANIFEST).is_file():
            return folder
    return None


def stamp_of(path: Path) -> tuple[tuple[str, int, int], ...]:
    """Return (path, size, time) of the files a preview of `path` depends on, sorted."""
    folder = course_folder(path)
    found = []
    files = folder.rglob("*") if folder else [path]
    for file in files:
        try:
            if file.is_file():
                status = file.stat()
                found.append((str(file), status.st_size, status.st_mtime_ns))
        except OSError:
            continue
        if len(found) >= _MOST:
            break
    return tuple(sorted(found))


def wanted_at_first(path: Path) -> tuple[str, str]:
    """Return (path of the lesson without language, language) that a path names, "" for none."""
    folder = course_folder(path)
    if folder is None or path == folder:
        return "", ""
    inside = path.relative_to(folder).as_posix()
    if path.is_file() and path.suffix == ".md":
        stem, _, language = inside.removesuffix(".md").rpartition(".")
        return (stem, language) if language in LANGUAGES else (inside.removesuffix(".md"), "")
    return inside, ""


def read(path: Path, wanted: str, language: str) -> Snapshot:
    """Read what is at `path`.

    Args:
        path: A course folder, something inside one, or a lesson file by itself.
        wanted: Id of a lesson, or the path of its file without language; "" takes the first.
        language: The language to show, if there is one of the lesson in it.
    """
    stamp = stamp_of(path)
    if path.is_file() and path.suffix.lower() == SUFFIX:
        return Snapshot(stamp=stamp, why="package")
    folder = course_folder(path)
    if folder is None:
        return _alone(path, language, stamp)
    problems, lines = Problems(), Lines()
    course = load_course(folder, problems, lines=lines)
    if course is None:
        return Snapshot(problems=tuple(problems.sorted()), stamp=stamp)
    opened = OpenCourse(course, folder, problems=problems, lines=lines)
    titles = lesson_titles(course, language)
    choices = tuple(choice for module in course.modules for choice in _of(module, titles, language))
    chosen = _chosen(choices, wanted)
    texts = _texts(course, chosen.lesson_id, lines) if chosen else {}
    base = Snapshot(
        choices=choices,
        languages=course.languages or LANGUAGES,
        problems=tuple(problems.sorted()),
        course=course,
        opened=opened,
        titles=titles,
        stamp=stamp,
    )
    if chosen is None or not texts:
        return base
    if language not in texts and (folder / f"{chosen.stem}.{language}.md").is_file():
        return base  # it is being typed: better nothing now than another language
    order = (language, *course.languages, *texts)
    used = next(code for code in order if code in texts)
    file = f"{chosen.stem}.{used}.md"
    text = texts[used]
    blocks = lesson_blocks(
        text, course, language=used, titles=titles, lines=lines, problems=problems, path=file
    )
    return Snapshot(
        choices=choices,
        languages=base.languages,
        lesson_id=chosen.lesson_id,
        language=used,
        text=text,
        blocks=blocks,
        problems=tuple(problems.sorted()),
        path=file,
        course=course,
        opened=opened,
        titles=titles,
        stamp=stamp,
    )


def _of(module: Module, titles: dict[str, str], language: str) -> Iterator[Choice]:
    """Yield the lessons of a module, then its quiz."""
    for lesson in module.lessons:
        title = titles.get(lesson.id) or lesson.stem
        yield Choice(lesson.id, f"{module.folder}/{lesson.stem}", title)
    if module.bank:
        names = {code: quiz.title for code, quiz in module.bank.items()}
        title = in_language(names, language)[0] or module.id
        yield Choice(f"{_QUIZ_ID}{module.id}", f"{module.folder}/{_QUIZ}", title)


def _texts(course: Course, chosen_id: str, lines: Lines) -> dict[str, LessonText]:
    """Return the lesson in its languages; a quiz as a lesson of questions only."""
    if not chosen_id.startswith(_QUIZ_ID):
        lesson = course.lesson(chosen_id)
        return lesson.texts if lesson is not None else {}
    module = course.module(chosen_id.removeprefix(_QUIZ_ID))
    if module is None:
        return {}
    return {code: _as_lesson(quiz, chosen_id, lines) for code, quiz in module.bank.items()}


def _as_lesson(quiz: QuizText, lesson_id: str, lines: Lines) -> LessonText:
    """Return the questions of a quiz one below the other, after its introduction."""
    parts: list[Part] = [Prose(quiz.intro)] if quiz.intro.strip() else []
    for item in quiz.items:
        question = Question(item)
        lines.put(question, lines.of(item))
        parts.append(question)
    return LessonText(id=lesson_id, title=quiz.title, parts=tuple(parts))


def _chosen(choices: tuple[Choice, ...], wanted: str) -> Choice | None:
    if not wanted:
        return choices[0] if choices else None
    for choice in choices:
        if wanted in (choice.lesson_id, choice.stem):
            return choice
    inside = [choice for choice in choices if choice.stem.startswith(wanted + "/")]
    return inside[0] if inside else None


def _alone(path: Path, language: str, stamp: tuple[tuple[str, int, int], ...]) -> Snapshot:
    """Read a lesson that belongs to no course."""
    if not path.is_file() or path.suffix.lower() != ".md":
        return Snapshot(stamp=stamp, why="no-lesson" if path.is_file() else "no-course")
    problems, lines = Problems(), Lines()
    source = path.read_text("utf-8", errors="replace")
    if path.name.split(".")[0] == _QUIZ:
        quiz = parse_quiz(source, path.name, problems, lines=lines)
        text = _as_lesson(quiz, f"{_QUIZ_ID}{quiz.id}", lines)
    else:
        text = parse_lesson(source, path.name, problems, lines=lines)
    found = path.name.removesuffix(".md").rpartition(".")[2]
    used = found if found in LANGUAGES else language
    blocks = lesson_blocks(
        text, None, language=used, lines=lines, problems=problems, path=path.name
    )
    empty = Course(id="alone", version="0", languages=(used or "en",))
    return Snapshot(
        choices=(Choice(text.id, path.stem, text.title or path.name),),
        languages=(used or "en",),
        lesson_id=text.id,
        language=used,
        text=text,
        blocks=blocks,
        problems=tuple(problems.sorted()),
        path=path.name,
        opened=OpenCourse(empty, path.parent),
        stamp=stamp,
    )
