"""Packing, installing, removing; and packages made to harm (RELIABILITY I1, I2, I10, F3)."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ecolearn.content import packages
from ecolearn.content.archive import Limits, name_fault
from ecolearn.content.loader import load_course
from ecolearn.content.packages import MANIFEST, install, installed, pack, remove
from ecolearn.errors import CourseGone, ImportProblem

COURSE = """format = 1
id = "tiny"
version = "{version}"
languages = ["en"]
licence = "CC-BY-4.0"
modules = ["one"]
title.en = "Tiny"
"""
MODULE = 'id = "T1"\nlessons = ["1-first"]\ntitle.en = "One"\n'
LESSON = '+++\nid = "T1-L1"\ntitle = "First"\n+++\n\nText.\n'


def make_course(folder: Path, version: str = "1.0.0", text: str = LESSON) -> Path:
    (folder / "one").mkdir(parents=True)
    (folder / "course.toml").write_text(COURSE.format(version=version), "utf-8")
    (folder / "one" / "module.toml").write_text(MODULE, "utf-8")
    (folder / "one" / "1-first.en.md").write_text(text, "utf-8")
    return folder


def make_package(folder: Path, version: str = "1.0.0", text: str = LESSON) -> Path:
    course_folder = make_course(folder / "source", version, text)
    course = load_course(course_folder)
    assert course is not None
    target = folder / "tiny.ecocourse"
    pack(course_folder, course, target)
    return target


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "packages"


def test_what_is_packed_is_what_is_installed(tmp_path: Path, shelf: Path) -> None:
    package = make_package(tmp_path)
    done = install(package, shelf)
    assert (done.course_id, done.version, done.already) == ("tiny", "1.0.0", False)
    assert load_course(done.folder) == load_course(tmp_path / "source")


def test_the_same_course_gives_the_same_bytes(tmp_path: Path) -> None:
    package = make_package(tmp_path)
    first = package.read_bytes()
    course = load_course(tmp_path / "source")
    assert course is not None
    pack(tmp_path / "source", course, package)
    assert package.read_bytes() == first


def test_hidden_files_stay_at_home(tmp_path: Path) -> None:
    folder = make_course(tmp_path / "source")
    (folder / ".git").mkdir()
    (folder / ".git" / "config.toml").write_text("x = 1")
    (folder / "notes.docx").write_bytes(b"x")
    names = [path.name for path in packages.course_files(folder)]
    assert names == ["course.toml", "1-first.en.md", "module.toml"]


def test_installing_twice_changes_nothing(tmp_path: Path, shelf: Path) -> None:
    package = make_package(tmp_path)
    install(package, shelf)
    again = install(package, shelf)
    assert again.already
    assert len(installed(shelf)) == 1


def test_other_content_under_the_same_id_is_kept_apart(tmp_path: Path, shelf: Path) -> None:
    """I10: attempts stay tied to the content they were made with."""
    install(make_package(tmp_path / "a"), shelf)
    other = make_package(tmp_path / "b", text=LESSON.replace("Text", "Other"))
    install(other, shelf)
    assert len(installed(shelf)) == 2


def test_an_older_version_needs_a_word(tmp_path: Path, shelf: Path) -> None:
    """I9: a downgrade asks."""
    install(make_package(tmp_path / "new", "1.10.0"), shelf)
    older = make_package(tmp_path / "old", "1.9.0")
    assert refusal(older, shelf) == ("older-version", "1.10.0")
    assert install(older, shelf, allow_older=True).version == "1.9.0"


def test_remove_takes_every_version_and_no_progress(tmp_path: Path, shelf: Path) -> None:
    install(make_package(tmp_path / "a"), shelf)
    install(make_package(tmp_path / "b", "2.0.0"), shelf)
    assert remove("tiny", shelf) == 2
    assert installed(shelf) == {}
    with pytest.raises(CourseGone):
        remove("tiny", shelf)


def test_an_interrupted_installation_leaves_nothing_that_counts(
    tmp_path: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F3: until the one rename the course is absent; the next installation sweeps up."""
    package = make_package(tmp_path)

    def power_cut(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(packages, "examine", power_cut)
    monkeypatch.setattr(shutil, "rmtree", lambda *_a, **_k: None)
    with pytest.raises(KeyboardInterrupt):
        install(package, shelf)
    monkeypatch.undo()
    assert installed(shelf) == {}
    install(package, shelf)
    assert [path.name[0] for path in shelf.iterdir()].count(".") == 0


def test_the_folder_of_courses_is_made_durable_too(
    tmp_path: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a power cut the first course was gone with its folder (`rigs.crash_states`)."""
    flushed: list[Path] = []
    monkeypatch.setattr(packages, "_sync_folder", flushed.append)
    install(make_package(tmp_path), shelf)
    assert flushed[-2:] == [shelf, shelf.parent]


def test_a_course_with_errors_is_refused_and_named(tmp_path: Path, shelf: Path) -> None:
    package = rezip(make_package(tmp_path), {"course.toml": b"id = "})
    reason, name = refusal(package, shelf)
    assert reason == "cannot-read-course"
    assert name.startswith("course.toml")


# ── hostile packages ──────────────────────────────────────────────────────────────────────────


def refusal(package: Path, shelf: Path, limits: Limits | None = None) -> tuple[str, str]:
    """Return (reason, name) of the refusal, and see that nothing is left behind."""
    outside = {path for path in shelf.parent.rglob("*") if shelf not in path.parents}
    before = set(installed(shelf))
    with pytest.raises(ImportProblem) as caught:
        install(package, shelf, limits=limits or Limits())
    assert set(installed(shelf)) == before
    assert not [path for path in shelf.iterdir() if path.name.startswith(".")]
    assert {p for p in shelf.parent.rglob("*") if shelf not in p.parents} - {shelf} == outside - {
        shelf
    }
    return str(caught.value.facts["reason"]), str(caught.value.facts["name"])


def rezip(
    package: Path,
    changed: dict[str, bytes] | None = None,
    *,
    honest: bool = True,
    extra: Callable[[zipfile.ZipFile], None] | None = None,
) -> Path:
    """Write the package again with some entries changed; an honest one has hashes to match."""
    with zipfile.ZipFile(package) as old:
        files = {name: old.read(name) for name in old.namelist() if name != MANIFEST}
        manifest = json.loads(old.read(MANIFEST))
    files |= changed or {}
    if honest:
        manifest["files"] = [
            {"path": n, "size": len(d), "sha256": hashlib.sha256(d).hexdigest()}
            for n, d in files.items()
        ]
    target = package.with_name("again.ecocourse")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(name, data)
        out.writestr(MANIFEST, json.dumps(manifest))
        if extra is not None:
            extra(out)
    return target


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../outside.md", "path-escapes"),
        ("/etc/passwd", "path-escapes"),
        ("one/../../x.md", "path-escapes"),
        ("one//x.md", "path-escapes"),
        ("C:/x.md", "bad-name"),
        ("one\\x.md", "bad-name"),
        ("CON.md", "device-name"),
        ("one/nul", "device-name"),
        ("one/x.md ", "bad-name"),
        ("one/x.", "bad-name"),
        ("one/\u202egpj.md", "bad-name"),
        ("one/x\x07.md", "bad-name"),
        ("a/" * 9 + "x.md", "name-too-long"),
        ("x" * 181, "name-too-long"),
    ],
)
def test_names_that_leave_the_folder_or_do_not_exist_everywhere(name: str, reason: str) -> None:
    """I1, without a zip around it."""
    assert name_fault(name) == reason


@pytest.mark.parametrize("name", ["../evil.md", "/evil.md", "one/../../evil.md", "aux.md"])
def test_zip_slip_is_refused_whole(tmp_path: Path, shelf: Path, name: str) -> None:
    package = rezip(make_package(tmp_path), {name: b"x"})
    assert refusal(package, shelf)[1] == name


def test_names_that_clash_on_other_systems(tmp_path: Path, shelf: Path) -> None:
    package = rezip(make_package(tmp_path), {"ONE/1-First.en.md": b"x"})
    assert refusal(package, shelf)[0] == "name-twice"
    package = rezip(make_package(tmp_path / "b"), {"caf\u00e9.md": b"x", "cafe\u0301.md": b"y"})
    assert refusal(package, shelf)[0] == "name-twice"


def test_links_are_refused(tmp_path: Path, shelf: Path) -> None:
    def add(out: zipfile.ZipFile) -> None:
        info = zipfile.ZipInfo("one/link.md")
        info.external_attr = 0o120777 << 16
        out.writestr(info, "/etc/passwd")

    assert refusal(rezip(make_package(tmp_path), extra=add), shelf)[0] == "link-or-device"


def test_a_bomb_is_counted_while_it_is_read(tmp_path: Path, shelf: Path) -> None:
    """I2: 20 MB of zeros in 20 kB."""
    package = rezip(make_package(tmp_path), {"big.txt": b"\0" * 20_000_000})
    assert refusal(package, shelf) == ("bomb", "big.txt")


def test_limits_of_size_and_number(tmp_path: Path, shelf: Path) -> None:
    package = rezip(make_package(tmp_path), {"big.txt": os.urandom(5_000)})
    assert refusal(package, shelf, Limits(entry=4_000))[0] == "entry-too-large"
    assert refusal(package, shelf, Limits(unpacked=4_000))[0] == "unpacked-too-large"
    assert refusal(package, shelf, Limits(entries=3))[0] == "too-many-entries"
    assert refusal(package, shelf, Limits(archive=100))[0] == "archive-too-large"


def test_a_size_that_lies_is_found(tmp_path: Path, shelf: Path) -> None:
    """The directory claims 10 bytes; the stream has more."""
    package = rezip(make_package(tmp_path), {"big.txt": b"y" * 3_000})
    raw = bytearray(package.read_bytes())
    where = raw.rindex(b"big.txt") - 46
    raw[where + 24 : where + 28] = struct.pack("<L", 10)
    package.write_bytes(raw)
    assert refusal(package, shelf)[0] in {"damaged-entry", "entry-too-large", "lying-size"}


def test_entries_that_overlap_are_refused(tmp_path: Path, shelf: Path) -> None:
    """The trick of the best zip bombs: many entries, one body."""
    package = rezip(make_package(tmp_path), {"a.txt": b"a" * 99, "b.txt": b"b" * 99})
    raw = bytearray(package.read_bytes())
    a, b = raw.rindex(b"a.txt") - 46, raw.rindex(b"b.txt") - 46
    raw[b + 42 : b + 46] = raw[a + 42 : a + 46]
    package.write_bytes(raw)
    assert refusal(package, shelf)[0] == "overlap"


@pytest.mark.parametrize("where", ["front", "behind"])
def test_data_around_the_zip_is_refused(tmp_path: Path, shelf: Path, where: str) -> None:
    package = make_package(tmp_path)
    raw = package.read_bytes()
    package.write_bytes(b"MZ" * 50 + raw if where == "front" else raw + b"tail")
    assert refusal(package, shelf)[0] in {"extra-data", "overlap", "not-a-zip"}


def test_encrypted_entries_are_refused(tmp_path: Path, shelf: Path) -> None:
    package = make_package(tmp_path)
    raw = bytearray(package.read_bytes())
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        raw[raw.index(mark) + offset] |= 1
    package.write_bytes(raw)
    assert refusal(package, shelf)[0] == "encrypted"


def test_other_methods_of_packing_are_refused(tmp_path: Path, shelf: Path) -> None:
    def add(out: zipfile.ZipFile) -> None:
        out.writestr("odd.txt", b"x" * 100, zipfile.ZIP_LZMA)

    assert refusal(rezip(make_package(tmp_path), extra=add), shelf)[0] == "odd-method"


def test_a_changed_file_is_found(tmp_path: Path, shelf: Path) -> None:
    package = rezip(make_package(tmp_path), {"one/1-first.en.md": b"other"}, honest=False)
    assert refusal(package, shelf) == ("changed", "one/1-first.en.md")


def test_files_beside_the_manifest_are_refused(tmp_path: Path, shelf: Path) -> None:
    package = rezip(make_package(tmp_path), {"more.md": b"x"}, honest=False)
    assert refusal(package, shelf) == ("not-in-manifest", "more.md")


@pytest.mark.parametrize("raw", [b"", b"PK", b"PK\5\6" + b"\0" * 18, os.urandom(2_000)])
def test_what_is_no_package_is_refused(tmp_path: Path, shelf: Path, raw: bytes) -> None:
    package = tmp_path / "x.ecocourse"
    package.write_bytes(raw)
    assert refusal(package, shelf)[0] in {"not-a-zip", "no-manifest"}


def test_a_cut_off_package_is_refused(tmp_path: Path, shelf: Path) -> None:
    package = make_package(tmp_path)
    raw = package.read_bytes()
    package.write_bytes(raw[: len(raw) // 2])
    assert refusal(package, shelf)[0] == "not-a-zip"


def test_a_missing_package_is_a_sentence_not_a_traceback(shelf: Path) -> None:
    shelf.parent.mkdir(exist_ok=True)
    assert refusal(shelf.parent / "missing.ecocourse", shelf)[0] == "cannot-read"


def test_a_worker_that_runs_wild_is_ended(tmp_path: Path) -> None:
    from ecolearn.content.package_worker import examine

    folder = make_course(tmp_path / "source")
    assert examine(folder, seconds=0.0).trouble == "too-slow"
