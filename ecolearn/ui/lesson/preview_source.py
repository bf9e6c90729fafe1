"""What the preview shows, read from files that somebody is typing in. No Qt; for a worker thread.

Nothing is kept between two readings: what is on disk now is what counts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ecolearn.content.blocks import Block
from ecolearn.content.lines import Lines
from ecolearn.content.loader import MANIFEST, load_course, parse_lesson
from ecolearn.content.markdown import lesson_blocks, lesson_titles
from ecolearn.content.model import Course, LessonText
from ecolearn.content.opened import OpenCourse
from ecolearn.content.texts import LANGUAGES
from ecolearn.problems import Problem, Problems

_TEXTS = (".md", ".toml")
#: files watched at most; a course has some dozens
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Choice:
    """A lesson to choose: its id, the path of its file without language, its title."""

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
    folder = course_folder(path)
    if folder is None:
        return _alone(path, language, stamp)
    problems, lines = Problems(), Lines()
    course = load_course(folder, problems, lines=lines)
    if course is None:
        return Snapshot(problems=tuple(problems.sorted()), stamp=stamp)
    opened = OpenCourse(course, folder, problems=problems, lines=lines)
    titles = lesson_titles(course, language)
    choices = tuple(
        Choice(lesson.id, f"{module.folder}/{lesson.stem}", titles.get(lesson.id) or lesson.stem)
        for module in course.modules
        for lesson in module.lessons
    )
    chosen = _chosen(choices, wanted)
    lesson = course.lesson(chosen.lesson_id) if chosen else None
    base = Snapshot(
        choices=choices,
        languages=course.languages or LANGUAGES,
        problems=tuple(problems.sorted()),
        course=course,
        opened=opened,
        titles=titles,
        stamp=stamp,
    )
    if chosen is None or lesson is None or not lesson.texts:
        return base
    if language not in lesson.texts and (folder / f"{chosen.stem}.{language}.md").is_file():
        return base  # it is being typed: better nothing now than another language
    order = (language, *course.languages, *lesson.texts)
    used = next(code for code in order if code in lesson.texts)
    file = f"{chosen.stem}.{used}.md"
    text = lesson.texts[used]
    blocks = lesson_blocks(
        text, course, language=used, titles=titles, lines=lines, problems=problems, path=file
    )
    return Snapshot(
        choices=choices,
        languages=base.languages,
        lesson_id=lesson.id,
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
    if not path.is_file():
        return Snapshot(stamp=stamp)
    problems, lines = Problems(), Lines()
    text = parse_lesson(path.read_text("utf-8", errors="replace"), path.name, problems, lines=lines)
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
