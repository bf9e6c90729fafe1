"""The shelf: which courses there are, and a course when one is opened.

Summaries come from an index file in the cache folder, so a second start parses nothing; `scan`
looks at sizes and times of the manifests and reads only what changed. `open` loads and parses one
course and keeps it while its files stay as they are.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ecolearn.content.summary import CourseSummary as CourseSummary
from ecolearn.content.texts import Text, is_text
from ecolearn.errors import CourseGone
from ecolearn.problems import Place, Problems

if TYPE_CHECKING:
    from ecolearn.content.opened import OpenCourse

#: where a course comes from; of two with the same id the later origin is shown
ORIGINS = ("bundled", "installed", "folder")
INDEX = "library.index"
_INDEX_VERSION = 2
MANIFEST = "course.toml"
#: beside an installed course: when it was installed, as a number that grows; clocks can be wrong
MARKER = "installed.json"


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """A course in the index: where, what its files looked like, what the card says."""

    folder: str
    origin: str
    #: (path inside the course, bytes, modification time in ns); (path, -1, 0) for a missing file
    files: tuple[tuple[str, int, int], ...]
    course_id: str
    version: str
    languages: tuple[str, ...] = ()
    title: Text = {}
    summary: Text = {}
    tracks: tuple[str, ...] = ()
    hours: float = 0
    icon: str = "leaf"
    hue: int = 150
    modules: int = 0
    lessons: int = 0
    items: int = 0
    trouble: str = ""
    #: of installed courses: the larger, the later (0 = before there were markers)
    order: int = 0


class Marker(msgspec.Struct, frozen=True):
    """What `installed.json` says."""

    order: int = 0


class _Index(msgspec.Struct, frozen=True, array_like=True):
    version: int
    entries: list[Entry]


def course_roots(data: Path | None = None) -> list[tuple[Path, str]]:
    """Return the folders that hold courses on this PC, with their origin, least important first.

    `data` is the folder of the user's data. `ECOLEARN_COURSES` names more folders.
    """
    from ecolearn import paths

    roots = [(paths.bundled_courses(), "bundled"), (paths.installed_courses(data), "installed")]
    extra = os.environ.get("ECOLEARN_COURSES", "")
    return roots + [(Path(part), "folder") for part in extra.split(os.pathsep) if part]


class Library:
    """The courses under `roots`, pairs of (folder, origin). `cache` is a folder for the index.

    May be used from several threads.
    """

    def __init__(self, roots: Sequence[tuple[Path, str]], cache: Path) -> None:
        self._roots = [(Path(root), origin) for root, origin in roots]
        self._cache = Path(cache)
        self._lock = threading.RLock()
        self._entries: list[Entry] | None = None
        self._shown: dict[str, CourseSummary] = {}
        self._open: dict[str, OpenCourse] = {}
        #: what is wrong with the shelf itself: the same course twice, a folder that is not there
        self.problems = Problems()

    def summaries(self) -> tuple[CourseSummary, ...]:
        """Return the courses as the index knows them; without an index they are scanned now.

        Fast (no course is touched): call `scan` afterwards, off the GUI thread.
        """
        with self._lock:
            if self._entries is None:
                known = _read_index(self._cache / INDEX)
                roots = {(str(root), origin) for root, origin in self._roots}
                ours = [one for one in known or () if _root_of(one, roots)]
                if known is None:
                    self.scan()
                else:
                    self._take(ours)
            return tuple(self._shown.values())

    def scan(self, *, keep: bool = True) -> bool:
        """Look at the folders, read what changed; tell whether the shelf is another than before.

        With `keep` the index is written for the next start.
        """
        with self._lock:
            before = self._entries
            if before is None:
                before = _read_index(self._cache / INDEX)
            known = {(one.folder, one.origin): one for one in before or ()}
            self.problems = Problems()
            entries: list[Entry] = []
            for root, origin in self._roots:
                folders = _course_folders(root)
                if folders is None:
                    if origin == "folder":
                        self.problems.error("F001", Place(str(root)), name=root.name)
                    continue
                for folder in folders:
                    old = known.get((folder, origin))
                    if old is not None and old.files == _look(folder, (f[0] for f in old.files)):
                        entries.append(old)
                    elif _is_course(folder):
                        entries.append(_read_entry(folder, origin))
            changed = self._entries is None or entries != self._entries
            if keep and (before is None or entries != before):
                _write_index(self._cache / INDEX, entries)
            self._take(entries)
            return changed

    def summary(self, course_id: str) -> CourseSummary | None:
        """Return the summary of one course, or None."""
        self.summaries()
        return self._shown.get(course_id)

    def open(self, course_id: str) -> OpenCourse:
        """Return the course, loaded and parsed; the same object while its files are unchanged.

        Raises `CourseGone` if there is no such course, or nothing of it can be read.
        """
        with self._lock:
            kept = self._open.get(course_id)
            summary = self.summary(course_id)
            if kept is not None and summary is not None and kept.folder == summary.folder:
                if not kept.changed_on_disk():
                    return kept
                del self._open[course_id]
            elif summary is None or not (summary.folder / MANIFEST).is_file():
                # perhaps it was put back, or moved, since the last scan
                self.scan()
                summary = self._shown.get(course_id)
        if summary is None:
            raise CourseGone(course_id=course_id, id=course_id)
        from ecolearn.content.opened import OpenCourse

        opened = OpenCourse.load(summary.folder, origin=summary.origin, course_id=course_id)
        with self._lock:
            self._open[course_id] = opened
        return opened

    def _take(self, entries: list[Entry]) -> None:
        """Decide which of the courses are shown: later origin, then the one installed last, then
        newer version, then path."""
        self._entries = entries
        best: dict[str, Entry] = {}
        hidden: list[Entry] = []
        for one in entries:
            rival = best.get(one.course_id)
            if rival is None:
                best[one.course_id] = one
                continue
            winner = max(rival, one, key=_rank)
            best[one.course_id] = winner
            hidden.append(one if winner is rival else rival)
        for one in hidden:
            if one.origin == best[one.course_id].origin == "installed":
                continue  # an update keeps what was there before
            used = best[one.course_id].folder
            place = Place(str(Path(one.folder, MANIFEST)))
            self.problems.warning("F015", place, id=one.course_id, used=used, hidden=one.folder)
        # what is to be passed first; collections without quizzes, such as the activities, after it
        shown = sorted(best.values(), key=lambda one: not one.items and not one.trouble)
        self._shown = {one.course_id: _summary(one) for one in shown}


def _rank(entry: Entry) -> tuple[bool, int, int, tuple[tuple[int, str], ...], str]:
    origin = ORIGINS.index(entry.origin) if entry.origin in ORIGINS else len(ORIGINS)
    # a course that does not open does not hide one that does
    return (not entry.trouble, origin, entry.order, version_key(entry.version), entry.folder)


def shown_of(folders: Iterable[Path]) -> Path | None:
    """Return which of these installed versions of one course the shelf shows; None of none."""
    entries = [_read_entry(str(folder), "installed") for folder in folders]
    return Path(max(entries, key=_rank).folder) if entries else None


def installed_order(folder: str | Path) -> int:
    """Return the number in the marker of an installed course; 0 if there is none."""
    try:
        with open(f"{folder}/{MARKER}", "rb") as file:
            return max(0, msgspec.json.decode(file.read(1000), type=Marker).order)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return 0


def version_key(version: str) -> tuple[tuple[int, str], ...]:
    """Return what versions are ordered by: numbers as numbers (`1.10` after `1.9`), and
    `1.0-beta` before `1.0`."""
    parts = version.partition("+")[0].replace("-", ".").split(".")
    numbers = [(int(part), "") if part.isdecimal() else (-2, part) for part in parts]
    return (*numbers, (-1, ""))


def _summary(entry: Entry) -> CourseSummary:
    return CourseSummary(
        entry.course_id,
        entry.version,
        Path(entry.folder),
        entry.languages,
        entry.title,
        entry.summary,
        entry.tracks,
        entry.hours,
        entry.icon,
        entry.hue,
        entry.modules,
        entry.lessons,
        entry.items,
        entry.origin,
        entry.trouble,
    )


# ── looking at folders ────────────────────────────────────────────────────────────────────────


def _course_folders(root: Path) -> list[str] | None:
    """Return the folders in `root` that may be courses (or itself, if it is one), sorted; None
    if it is not there."""
    try:
        with os.scandir(root) as entries:
            # a name that is not text (possible on Linux) can be neither shown nor kept
            found = sorted((one.name, one.is_dir()) for one in entries if is_text(one.name))
    except OSError:
        return None
    base = str(root)
    if (MANIFEST, False) in found:
        return [base]
    return [f"{base}/{name}" for name, is_dir in found if is_dir and not name.startswith(".")]


def _is_course(folder: str) -> bool:
    return os.path.isfile(f"{folder}/{MANIFEST}")


def _look(folder: str, names: Iterable[str]) -> tuple[tuple[str, int, int], ...]:
    """Return (name, bytes, time) of each file as it is now."""
    seen = []
    for name in names:
        try:
            # plain joining: `Path` takes five times as long, and there are thousands
            status = os.stat(f"{folder}/{name}")
            seen.append((name, status.st_size, status.st_mtime_ns))
        except OSError:
            seen.append((name, -1, 0))
    return tuple(seen)


def _root_of(entry: Entry, roots: set[tuple[str, str]]) -> bool:
    return (entry.folder, entry.origin) in roots or (
        os.path.dirname(entry.folder),
        entry.origin,
    ) in roots


def _read_entry(folder: str, origin: str) -> Entry:
    from ecolearn.content.cards import read_card

    if origin != "installed":
        card = read_card(folder)
        return Entry(folder=folder, origin=origin, files=tuple(card.files), **card.facts)
    # looked at before it is read: a marker that changes meanwhile is read again next time
    marker = _look(folder, (MARKER,))
    order = installed_order(folder)
    card = read_card(folder)
    files = (*card.files, *marker)
    return Entry(folder=folder, origin=origin, files=files, **card.facts, order=order)


# ── the index file ────────────────────────────────────────────────────────────────────────────


def _read_index(path: Path) -> list[Entry] | None:
    """Return the entries, or None if there is no index or not one of ours."""
    try:
        index = msgspec.msgpack.decode(path.read_bytes(), type=_Index)
    except (OSError, msgspec.MsgspecError):
        return None
    return index.entries if index.version == _INDEX_VERSION else None


def _write_index(path: Path, entries: list[Entry]) -> None:
    """Replace the index. It can be made again, so trouble with the disk is no trouble here."""
    data = msgspec.msgpack.encode(_Index(_INDEX_VERSION, entries))
    draft = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(data)
        draft.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()
