"""T6: twenty odd places for the data. The program opens there, or says what is the matter.

`python -m tests.rigs.odd_places [--control]`, as root (`unshare`, `mount`). Each place is tried in
a process of its own, in its own mount namespace, by the way the window takes: `build_core`, a
learner, closing, opening again. The result is "works" or the code of a known trouble, as the table
says; anything else is a traceback and breaks the rig. Control: a program that asks nothing and just
opens SQLite there must end in tracebacks.
"""

from __future__ import annotations

import ctypes
import logging
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ecolearn.app import build_core
from ecolearn.errors import EcoLearnError
from tests.rigs import common

NOBODY = 65534
_CLONE_NEWNS = 0x00020000
WORKS = "works"


def run(*command: object) -> None:
    """Run a command that must succeed."""
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


@dataclass(frozen=True)
class Place:
    """A place: how it is made below a folder (returning the data folder, or None for the usual
    place of this user), what may come of it, and whether it is tried as nobody."""

    name: str
    make: Callable[[Path], Path | None]
    wanted: tuple[str, ...] = (WORKS,)
    nobody: bool = False


def _folder(name: str) -> Callable[[Path], Path]:
    return lambda work: work / name


def _read_only_mount(work: Path) -> Path:
    place = work / "ro"
    place.mkdir()
    run("mount", "--bind", place, place)
    run("mount", "-o", "remount,bind,ro", place)
    return place


def _read_only_with_data(work: Path) -> Path:
    place = work / "ro-used"
    place.mkdir()
    _try(place)
    run("mount", "--bind", place, place)
    run("mount", "-o", "remount,bind,ro", place)
    return place


def _mounted(kind: str, options: str) -> Callable[[Path], Path]:
    def make(work: Path) -> Path:
        place = work / "mounted"
        place.mkdir()
        run("mount", "-t", kind, "-o", options, kind, place)
        return place

    return make


def _file_there(work: Path) -> Path:
    (work / "file").write_text("here is a file")
    return work / "file"


def _file_above(work: Path) -> Path:
    (work / "above").write_text("here is a file")
    return work / "above" / "data"


def _link(work: Path) -> Path:
    (work / "real").mkdir()
    (work / "link").symlink_to("real")
    return work / "link"


def _dangling(work: Path) -> Path:
    (work / "dangling").symlink_to("nowhere")
    return work / "dangling"


def _loop(work: Path) -> Path:
    (work / "loop").symlink_to("loop")
    return work / "loop"


def _closed(work: Path) -> Path:
    place = work / "closed"
    place.mkdir(mode=0o700)
    place.chmod(0o500)
    return place


def _of_somebody_else(work: Path) -> Path:
    place = work / "else"
    place.mkdir()
    _try(place)
    for path in (place, *place.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o444)
    return place


def _folder_as_database(work: Path) -> Path:
    (work / "odd" / "eco.db").mkdir(parents=True)
    return work / "odd"


def _no_home(work: Path) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "ECOLEARN_DATA"):
        os.environ.pop(name, None)


def _home_is_gone(work: Path) -> None:
    os.environ["HOME"] = str(work / "gone" / "away")
    for name in ("XDG_DATA_HOME", "ECOLEARN_DATA"):
        os.environ.pop(name, None)


def _home_is_closed(work: Path) -> None:
    (work / "home").mkdir(mode=0o555)
    os.environ["HOME"] = str(work / "home")
    for name in ("XDG_DATA_HOME", "ECOLEARN_DATA"):
        os.environ.pop(name, None)


def _not_text(work: Path) -> Path:
    return Path(os.fsdecode(os.fsencode(work) + b"/\xff\xfe-not-text"))


NO_PLACE = ("no-place-for-data",)
PLACES = (
    Place("an ordinary folder", _folder("data")),
    Place("spaces and quotes", _folder("a b 'c' \"d\" % #")),
    Place("Kazakh letters", _folder("Әліппе ұғым қазақша")),
    Place("Arabic letters", _folder("تقدم التعلم")),
    Place("emoji", _folder("🌱🌍👩🏽‍🏫")),
    Place("a name of 255 bytes", _folder("n" * 255)),
    Place("a path of 3,000 letters", _folder("/".join(["d" * 100] * 30)), (WORKS, *NO_PLACE)),
    Place("a name that is not text", _not_text, (WORKS, *NO_PLACE)),
    Place("read-only mount", _read_only_mount, NO_PLACE),
    Place("read-only mount with a database", _read_only_with_data, NO_PLACE),
    Place("mounted noexec, nosuid, nodev", _mounted("tmpfs", "noexec,nosuid,nodev,size=32m")),
    Place(
        "a full disk", _mounted("tmpfs", "size=4k"), (*NO_PLACE, "disk-full", "disk-full-at-start")
    ),
    Place("a disk without entries left", _mounted("tmpfs", "nr_inodes=2"), NO_PLACE),
    Place("a file where the folder should be", _file_there, NO_PLACE),
    Place("a file above the folder", _file_above, NO_PLACE),
    Place("a folder where the database should be", _folder_as_database, (*NO_PLACE,)),
    Place("a link to a folder", _link),
    Place("a link to nowhere", _dangling, (WORKS, *NO_PLACE)),
    Place("a link to itself", _loop, NO_PLACE),
    Place("no permission", _closed, NO_PLACE, nobody=True),
    Place("a database of somebody else", _of_somebody_else, NO_PLACE, nobody=True),
    Place("an ordinary folder, not root", _folder("mine"), nobody=True),
    Place("no HOME", _no_home, (WORKS, *NO_PLACE), nobody=True),
    Place("HOME is not there", _home_is_gone, (WORKS, *NO_PLACE), nobody=True),
    Place("HOME is read-only", _home_is_closed, NO_PLACE, nobody=True),
)


def _try(folder: Path | None) -> None:
    """Work there for a moment, twice."""
    for _ in range(2):
        core = build_core(folder, [])
        try:
            learner = common.pupil(core.study)
            core.study.sign_in(learner)
        finally:
            core.close()


def _only_open(folder: Path | None) -> None:
    """Be a program that asks nothing (the control)."""
    sqlite3.connect(f"{folder}/eco.db").execute("CREATE TABLE a (b)").connection.close()


def outcome(place: Place, work: Path, *, control: bool = False) -> str:
    """Return what came of it: `works`, a code, or a traceback."""
    out = work / "outcome"
    out.touch(mode=0o666)
    out.chmod(0o666)

    def child() -> None:
        logging.disable(logging.CRITICAL)
        libc = ctypes.CDLL(None, use_errno=True)
        common.check(libc.unshare(_CLONE_NEWNS) == 0, "unshare")
        run("mount", "--make-rprivate", "/")
        handle = os.open(out, os.O_WRONLY)
        folder = place.make(work)
        if place.nobody:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        try:
            (_only_open if control else _try)(folder)
            os.write(handle, WORKS.encode())
        except EcoLearnError as error:
            os.write(handle, error.code.encode())

    work.chmod(0o777)
    status = common.wait(common.forked(child, work / "errors"))
    said = out.read_text()
    if status or not said:
        return "traceback: " + (work / "errors").read_text()[-1200:]
    return said


def main() -> int:
    """Try all; 1 if one ends otherwise than the table says."""
    given = common.options("odd_places", len(PLACES))
    common.need_root()
    bad = blind = 0
    "".encode("ascii").decode("idna")  # loaded while root: nobody may not read our Python
    with tempfile.TemporaryDirectory() as first:
        _try(Path(first))
    for place in PLACES[: given.count]:
        for control in (True, False):
            if given.control and not control:
                continue
            # not in anybody's home: who is not root must be able to get there
            work = Path(tempfile.mkdtemp(prefix="odd-"))
            try:
                came = outcome(place, work, control=control)
            finally:
                with suppress(OSError):
                    shutil.rmtree(work)
            if control:
                blind += came.startswith("traceback")
                continue
            right = came in place.wanted
            bad += not right
            print(f"{place.name}: {came}{'' if right else f' (wanted {place.wanted})'}", flush=True)
    print(f"control, a program that asks nothing: {blind} tracebacks (must be some)")
    print(f"odd_places: {min(given.count, len(PLACES))} places, {bad} not as they should, lost 0")
    return 1 if bad or not blind else 0


if __name__ == "__main__":
    sys.exit(main())
