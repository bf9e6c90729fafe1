"""A course to files: the other half of `loader`. `load_course(write_course(course)) == course`.

Files are replaced whole or not at all. Only files that the model speaks of are written; pictures
and files the model does not know stay as they are.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from ecolearn.content import manifest as m
from ecolearn.content import toml_out
from ecolearn.content.boxes import fence_ends
from ecolearn.content.model import (
    FORMAT,
    ActivityRef,
    Compare,
    Course,
    FactRef,
    LessonText,
    Module,
    Part,
    Prose,
    Question,
    QuizText,
)
from ecolearn.errors import DiskFull

if TYPE_CHECKING:
    from ecolearn.content.activities import Activity
    from ecolearn.quiz.items.base import Item

_S = TypeVar("_S", bound=msgspec.Struct)
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
_COLONS = re.compile(r"( {0,3})(:{3,})")


# ── texts ─────────────────────────────────────────────────────────────────────────────────────


def lesson_source(text: LessonText) -> str:
    """Return the file of a lesson."""
    head = m.LessonHead(text.id, text.title, text.minutes, text.outcomes, text.terms)
    return _file(head, _parts(text.parts))


def quiz_source(quiz: QuizText) -> str:
    """Return the file of a quiz."""
    rows = [_item(item, "item")[0] for item in quiz.items]
    intro = canonical_prose(quiz.intro)
    return _file(m.QuizHead(quiz.id, quiz.title), [intro, *rows] if intro else rows)


def manifest_source(course: Course) -> str:
    """Return `course.toml`."""
    folders = tuple(module.folder for module in course.modules)
    # said even where it is the only format there is: the next program will want to know
    return f"format = {course.format}\n" + _toml(
        _picked(m.CourseFile, course, modules=folders, format=FORMAT)
    )


def module_source(module: Module) -> str:
    """Return `module.toml`."""
    stems = tuple(lesson.stem for lesson in module.lessons)
    return _toml(_picked(m.ModuleFile, module, lessons=stems))


def glossary_source(course: Course) -> str:
    """Return `glossary.toml`."""
    return _toml(m.GlossaryFile(course.glossary))


def facts_source(course: Course) -> str:
    """Return `facts.toml`."""
    return _toml(m.FactsFile(course.facts))


def constants_source(course: Course) -> str:
    """Return `constants.toml`."""
    return _toml(m.ConstantsFile(course.constants))


def activity_source(activity: Activity) -> str:
    """Return the file of an activity."""
    rows = toml_out.lines(activity, wide=False, first=("id", "title", "intro"))
    return "\n".join([f'kind = "{activity.kind}"', *rows]).strip("\n") + "\n"


def sources(course: Course) -> dict[str, str]:
    """Return path in the course → text of every file that is written, the manifest last, so that
    a course half-written is not yet a course."""
    files: dict[str, str] = {}
    if course.glossary:
        files["glossary.toml"] = glossary_source(course)
    if course.facts:
        files["facts.toml"] = facts_source(course)
    if course.constants:
        files["constants.toml"] = constants_source(course)
    for activity in course.activities:
        files[f"activities/{activity.id}.toml"] = activity_source(activity)
    for module in course.modules:
        for lesson in module.lessons:
            for language, text in lesson.texts.items():
                files[f"{module.folder}/{lesson.stem}.{language}.md"] = lesson_source(text)
        for language, quiz in module.bank.items():
            files[f"{module.folder}/quiz.{language}.md"] = quiz_source(quiz)
        for language, notes in module.notes.items():
            files[f"{module.folder}/notes.{language}.md"] = _writable(notes).lstrip("\ufeff") + "\n"
        files[f"{module.folder}/module.toml"] = module_source(module)
    files["course.toml"] = manifest_source(course)
    return files


def _picked(kind: type[_S], source: msgspec.Struct, **changed: Any) -> _S:
    """Return a `kind` with the fields of `source`, some of them changed."""
    names = (field.name for field in msgspec.structs.fields(kind))
    values = {name: getattr(source, name) for name in names if name not in changed}
    return kind(**values, **changed)


def _toml(struct: msgspec.Struct) -> str:
    return "\n".join(toml_out.lines(struct)).strip("\n") + "\n"


def _file(head: msgspec.Struct, parts: Iterable[str]) -> str:
    rows = ["+++", *toml_out.lines(head, wide=False), "+++"]
    return "\n\n".join(["\n".join(rows), *parts]) + "\n"


def _writable(text: str) -> str:
    """Return text without what no text file can hold: NUL and lone surrogates."""
    return _UNWRITABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


# ── boxes ─────────────────────────────────────────────────────────────────────────────────────


def _parts(parts: tuple[Part, ...]) -> list[str]:
    return [text for text, _ in map(_part, parts) if text]


def _part(part: Part) -> tuple[str, int]:
    """Return (text, number of colons its box has; 0 for prose)."""
    if isinstance(part, Prose):
        return canonical_prose(part.text), 0
    if isinstance(part, Question):
        return _item(part.item, part.use)
    if isinstance(part, FactRef):
        return f":::fact {_one_line(part.fact_id)}\n:::", 3
    if isinstance(part, ActivityRef):
        return f":::activity {_one_line(part.activity_id)}\n:::", 3
    if isinstance(part, Compare):
        return f":::compare {_one_line(part.item_id)}\n:::", 3
    inside = [(text, colons) for text, colons in map(_part, part.parts) if text]
    count = max(3, 1 + max((colons for _, colons in inside), default=0))
    first = f"{':' * count}{part.kind} {_one_line(part.title)}".rstrip()
    rows = ["\n\n".join(text for text, _ in inside)] if inside else []
    return "\n".join([first, *rows, ":" * count]), count


def canonical_prose(text: str) -> str:
    """Return Markdown so that it is read back as Markdown without boxes.

    A line that would open or close a box gets a backslash, which does not show; a code block that
    is not closed is closed.
    """
    rows = _writable(text).split("\n")
    while rows and not rows[0].strip():
        rows.pop(0)
    while rows and not rows[-1].strip():
        rows.pop()
    ends, unclosed = fence_ends(rows)
    at = 0
    while at < len(rows):
        if at in ends:
            at = ends[at]
        elif _COLONS.match(rows[at]):
            rows[at] = _COLONS.sub(r"\1\\\2", rows[at], count=1)
        at += 1
    return "\n".join([*rows, unclosed] if unclosed else rows)


def _item(item: Item, use: str) -> tuple[str, int]:
    """Return a question; if lines in it begin with colons, it has more of them itself."""
    from ecolearn.quiz.items.syntax import write_item

    rows = _writable("\n".join(write_item(item, use))).split("\n")
    inner = [len(match[2]) for match in map(_COLONS.match, rows[1:-1]) if match]
    count = 1 + max(inner) if inner else 3
    rows[0] = ":" * count + rows[0].lstrip(":")
    rows[-1] = ":" * count
    return "\n".join(rows), count


def _one_line(text: str) -> str:
    return " ".join(_writable(text).split("\n")).strip()


# ── files ─────────────────────────────────────────────────────────────────────────────────────


def write_course(course: Course, folder: Path) -> list[Path]:
    """Write the course into `folder`, which is made if need be; return the files that changed.

    A file whose text is the same is not touched. Raises `DiskFull`, `OSError`, and `ValueError`
    for a module or lesson name that is not a plain file name.
    """
    for module in course.modules:
        for name in (module.folder, *(lesson.stem for lesson in module.lessons)):
            if not m.is_plain(name):
                raise ValueError(f"not a plain file name: {name!r}")
    changed: list[Path] = []
    for name, text in sources(course).items():
        path = folder / name
        data = text.encode()
        if not _is_same(path, data):
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, data)
            changed.append(path)
    return changed


def _is_same(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in place of what `path` holds: afterwards it is the old or the new file, whole,
    also after a power cut. Raises `DiskFull` or `OSError`; the old file is then untouched."""
    handle, draft = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # a draft is private to its owner; the file keeps its rights, a new one gets the usual ones
        Path(draft).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(draft).replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(draft).unlink()
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(path=str(path), needed=len(data)) from error
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; Windows cannot, and needs not, open a folder for that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:  # some network and FUSE file systems refuse
        pass
    finally:
        os.close(handle)
