"""Course packages: `*.ecocourse`, a zip with `manifest.json` (RELIABILITY 3.13, 3.14).

Installing: size, directory rules, streamed unpacking into a staging folder, hashes of the
manifest, load and media checks in a worker process with limits, fsync, one rename. A power cut
leaves the course absent or whole (F3); what staging leaves behind is swept at the next install.
Installed courses lie in `packages/<hash of the content>/`, so two contents under one id stay
apart (I10) and attempts stay tied to theirs. `installed.json` beside a course holds a number that
grows with each installation: of several versions the one installed last is shown.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ecolearn.content.archive import LIMITS, Archive, Limits, name_fault
from ecolearn.content.library import MARKER, Marker, installed_order, shown_of, version_key
from ecolearn.content.model import Course
from ecolearn.content.package_worker import Report, examine
from ecolearn.errors import CourseGone, ImportProblem
from ecolearn.problems import Problem

SUFFIX = ".ecocourse"
MANIFEST = "manifest.json"
_FORMAT = 1
_STAGING = ".staging-"
_TRASH = ".trash-"
_DATE = (2020, 1, 1, 0, 0, 0)  # the same bytes every time a course is packed
#: what a course is made of; other files are left at home
_KEPT = {
    ".toml", ".md", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif",
    ".ogg", ".oga", ".mp3", ".wav", ".mp4", ".webm", ".ogv", ".txt",
}  # fmt: skip
_KEPT_NAMES = {"LICENSE", "LICENCE", "README"}


class Entry(msgspec.Struct, frozen=True):
    """A file of a package; `size` in bytes."""

    path: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """What `manifest.json` says."""

    format: int
    id: str
    version: str
    files: tuple[Entry, ...]

    def digest(self) -> str:
        """Return the content hash, hex: it names the folder the package is installed in."""
        lines = "".join(f"{e.path}\0{e.sha256}\n" for e in sorted(self.files, key=_path))
        return hashlib.sha256(f"{self.id}\n{lines}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Installed:
    """What an installation did. `already` = the same content was there and shown before;
    `replaced` is the version that was shown under this id ("" = none)."""

    course_id: str
    version: str
    folder: Path
    already: bool = False
    replaced: str = ""
    problems: tuple[Problem, ...] = ()


# ── packing ───────────────────────────────────────────────────────────────────────────────────


def pack(folder: Path, course: Course, target: Path) -> Manifest:
    """Write the course in `folder` to `target`, whole or not at all.

    The same course gives the same bytes. Raises `ImportProblem` for a file whose name could not
    be installed again, `OSError` for what the disk refuses.
    """
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    entries = []
    part = target.with_name(target.name + ".part")
    with _about(target, part):
        try:
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
                for path in course_files(folder):
                    name = path.relative_to(folder).as_posix()
                    if reason := name_fault(name):
                        raise ImportProblem(path=str(folder), reason=reason, name=name)
                    data = path.read_bytes()
                    entries.append(Entry(name, len(data), hashlib.sha256(data).hexdigest()))
                    out.writestr(_info(name), data)
                manifest = Manifest(_FORMAT, course.id, course.version, tuple(entries))
                text = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
                out.writestr(_info(MANIFEST), text)
            _sync_file(part)
            os.replace(part, target)
            _sync_folder(target.parent)
        finally:
            part.unlink(missing_ok=True)
    return manifest


def course_files(folder: Path) -> Iterator[Path]:
    """Yield the files of a course that go into a package, by name; hidden ones and links stay."""
    for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).as_posix()):
        inside = path.relative_to(folder).parts
        hidden = any(part.startswith((".", "_")) for part in inside)
        wanted = path.suffix.lower() in _KEPT or path.name in _KEPT_NAMES
        if wanted and not hidden and not path.is_symlink() and path.is_file():
            yield path


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _DATE)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o100644 << 16
    return info


# ── installing ────────────────────────────────────────────────────────────────────────────────


def install(
    package: Path, packages: Path, *, allow_older: bool = False, limits: Limits = LIMITS
) -> Installed:
    """Install `package` below the folder `packages`; return what was done.

    A version older than the one that is shown is refused with the reason "older-version", unless
    `allow_older`; the version installed last is shown from then on. Raises `ImportProblem` and
    leaves nothing behind if the package is refused, `OSError` for what the disk refuses.
    """
    packages.mkdir(parents=True, exist_ok=True)
    sweep(packages)
    with _about(packages):
        staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=packages))
    try:
        with _about(packages, staging):
            return _install(package, packages, staging, allow_older, limits)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _install(
    package: Path, packages: Path, staging: Path, allow_older: bool, limits: Limits
) -> Installed:
    manifest = _unpack(package, staging, limits)
    folder = packages / manifest.digest()[:32]
    present = installed(packages)
    shown = shown_of(path for path, one in present.items() if one.id == manifest.id)
    if shown is not None and shown == folder:
        return Installed(manifest.id, manifest.version, folder, already=True)
    before = present[shown].version if shown is not None else ""
    if not allow_older and before and version_key(before) > version_key(manifest.version):
        raise ImportProblem(path=str(package), reason="older-version", name=before)
    marker = Marker(1 + max(map(installed_order, present), default=0))
    problems: tuple[Problem, ...] = ()
    if folder in present:  # it is whole; only the word that it is shown again is new
        _replace(folder / MARKER, msgspec.json.encode(marker))
    else:
        report = examine(staging)
        _judge_report(package, manifest, report)
        problems = report.problems
        (staging / MARKER).write_bytes(msgspec.json.encode(marker))
        for path in sorted(staging.rglob("*")):
            _sync_file(path) if path.is_file() else _sync_folder(path)
        _sync_folder(staging)
        if folder.exists():  # without a manifest that can be read it counts as absent
            _discard([folder], packages)
        os.rename(staging, folder)
        _sync_folder(packages)
        _sync_folder(packages.parent)  # the first course: the folder of courses is new as well
    return Installed(manifest.id, manifest.version, folder, replaced=before, problems=problems)


def _replace(path: Path, data: bytes) -> None:
    """Put a small file in the place of another: a power cut leaves the old or the new one."""
    draft = path.with_name(f".{path.name}.part")
    draft.write_bytes(data)
    _sync_file(draft)
    os.replace(draft, path)
    _sync_folder(path.parent)


def _unpack(package: Path, staging: Path, limits: Limits) -> Manifest:
    with Archive(package, limits) as archive:
        manifest = _manifest(package, archive, limits)
        listed = {entry.path: entry for entry in manifest.files}
        if set(listed) | {MANIFEST} != set(archive.entries) or MANIFEST in listed:
            odd = sorted(set(archive.entries) ^ (set(listed) | {MANIFEST}))
            raise ImportProblem(
                path=str(package), reason="not-in-manifest", name=odd[0] if odd else MANIFEST
            )
        counter = [0]
        for name, entry in listed.items():
            target = staging / name
            target.parent.mkdir(parents=True, exist_ok=True)
            digest = hashlib.sha256()
            with target.open("xb") as out:
                for chunk in archive.chunks(name, counter):
                    digest.update(chunk)
                    out.write(chunk)
            if digest.hexdigest() != entry.sha256:
                raise ImportProblem(path=str(package), reason="changed", name=name)
    (staging / MANIFEST).write_bytes(msgspec.json.encode(manifest))
    return manifest


def _manifest(package: Path, archive: Archive, limits: Limits) -> Manifest:
    if MANIFEST not in archive.entries:
        raise ImportProblem(path=str(package), reason="no-manifest", name=MANIFEST)
    if archive.entries[MANIFEST].file_size > min(16_000_000, limits.entry):
        raise ImportProblem(path=str(package), reason="entry-too-large", name=MANIFEST)
    raw = b"".join(archive.chunks(MANIFEST, [0]))
    try:
        manifest = msgspec.json.decode(raw, type=Manifest)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise ImportProblem(path=str(package), reason="bad-manifest", name=MANIFEST) from error
    if manifest.format > _FORMAT:
        raise ImportProblem(path=str(package), reason="newer-format", name=MANIFEST)
    if "course.toml" not in {entry.path for entry in manifest.files}:
        raise ImportProblem(path=str(package), reason="no-course", name="course.toml")
    return manifest


def _judge_report(package: Path, manifest: Manifest, report: Report) -> None:
    if report.trouble:
        raise ImportProblem(path=str(package), reason=report.trouble, name=report.name)
    if report.course_id != manifest.id or report.version != manifest.version:
        raise ImportProblem(path=str(package), reason="changed", name="course.toml")


# ── what is installed ─────────────────────────────────────────────────────────────────────────


def installed(packages: Path) -> dict[Path, Manifest]:
    """Return the manifests of what is installed, by folder; damaged ones are left out."""
    found = {}
    if packages.is_dir():
        for path in sorted(packages.glob(f"*/{MANIFEST}")):
            if not path.parent.name.startswith("."):
                try:
                    found[path.parent] = msgspec.json.decode(path.read_bytes(), type=Manifest)
                except (OSError, msgspec.DecodeError, UnicodeDecodeError):
                    continue
    return found


def versions(packages: Path, course_id: str) -> list[str]:
    """Return the versions of a course that are installed."""
    return [m.version for m in installed(packages).values() if m.id == course_id]


def remove(course_id: str, packages: Path) -> int:
    """Take every installed version of a course away; return how many there were.

    Progress is not touched. Raises `CourseGone` if none was installed.
    """
    folders = [folder for folder, m in installed(packages).items() if m.id == course_id]
    if not folders:
        raise CourseGone(course_id=course_id, id=course_id)
    _discard(folders, packages)
    return len(folders)


def remove_superseded(course_id: str, packages: Path) -> tuple[int, str]:
    """Take every installed version of a course away but the one that is shown; return how many
    went, and which version stays.

    Raises `CourseGone` if none was installed.
    """
    present = {folder: m for folder, m in installed(packages).items() if m.id == course_id}
    shown = shown_of(present)
    if shown is None:
        raise CourseGone(course_id=course_id, id=course_id)
    others = [folder for folder in present if folder != shown]
    _discard(others, packages)
    return len(others), present[shown].version


def superseded(packages: Path) -> dict[str, list[str]]:
    """Return, by course id, the installed versions that are not shown."""
    by_id: dict[str, dict[Path, str]] = {}
    for folder, manifest in installed(packages).items():
        by_id.setdefault(manifest.id, {})[folder] = manifest.version
    found = {}
    for course_id, present in sorted(by_id.items()):
        if len(present) > 1:
            shown = shown_of(present)
            others = [version for folder, version in present.items() if folder != shown]
            found[course_id] = sorted(others, key=version_key)
    return found


def _discard(folders: list[Path], packages: Path) -> None:
    for folder in folders:
        trash = folder.with_name(_TRASH + folder.name)
        os.rename(folder, trash)
        _sync_folder(packages)
        shutil.rmtree(trash, ignore_errors=True)


def sweep(packages: Path) -> None:
    """Clear away what an interrupted installation or removal left behind."""
    for path in packages.glob(".*"):
        if path.name.startswith((_STAGING, _TRASH)) and path.is_dir():
            shutil.rmtree(path, ignore_errors=True)


@contextlib.contextmanager
def _about(path: Path, draft: Path | None = None) -> Iterator[None]:
    """Let an `OSError` name `path` if it names nothing (a full disk does not), or only our
    `draft`, of which the user knows nothing."""
    try:
        yield
    except OSError as error:
        named = error.filename
        ours = draft is not None and isinstance(named, str) and Path(named).is_relative_to(draft)
        if error.errno is None or (named is not None and not ours):
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


def _path(entry: Entry) -> str:
    return entry.path


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    if os.name == "nt":  # folders cannot be opened there; NTFS journals renames itself
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
