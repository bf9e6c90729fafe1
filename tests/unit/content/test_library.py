"""The shelf: quick to show, quick to bring up to date, clear about what is on it twice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ecolearn.content import library as module
from ecolearn.content.library import INDEX, Library, version_key
from ecolearn.errors import CourseGone
from tests.unit.content.conftest import COURSE, ITEM, Make


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def shelf(cache: Path, *roots: tuple[Path, str]) -> Library:
    return Library(list(roots), cache)


class TestSummaries:
    def test_what_a_card_says(self, make_course: Make, cache: Path) -> None:
        folder = make_course()
        (card,) = shelf(cache, (folder.parent, "installed")).summaries()
        assert (card.course_id, card.version, card.folder, card.origin) == (
            "tiny",
            "1.0",
            folder,
            "installed",
        )
        assert (card.modules, card.lessons, card.items) == (1, 2, 3)
        assert (card.languages, card.title["ru"], card.trouble) == (("en", "ru"), "Малый", "")

    def test_a_root_may_be_a_course_itself(self, make_course: Make, cache: Path) -> None:
        (card,) = shelf(cache, (make_course(), "folder")).summaries()
        assert card.course_id == "tiny"

    def test_second_start_reads_the_index_alone(
        self, make_course: Make, cache: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        root = make_course().parent
        first = shelf(cache, (root, "folder")).summaries()

        def never(*_: object) -> None:
            raise AssertionError("a course was looked at")

        monkeypatch.setattr(module, "_look", never)
        monkeypatch.setattr(module, "_read_entry", never)
        monkeypatch.setattr(module, "_course_folders", never)
        assert shelf(cache, (root, "folder")).summaries() == first

    def test_a_damaged_index_is_made_again(self, make_course: Make, cache: Path) -> None:
        root = make_course().parent
        shelf(cache, (root, "folder")).summaries()
        for junk in (b"", b"\xff" * 100, (cache / INDEX).read_bytes()[:-5]):
            (cache / INDEX).write_bytes(junk)
            assert len(shelf(cache, (root, "folder")).summaries()) == 1

    def test_a_cache_that_cannot_be_written_is_no_trouble(
        self, make_course: Make, tmp_path: Path
    ) -> None:
        blocked = tmp_path / "file"
        blocked.write_text("")
        assert len(shelf(blocked / "cache", (make_course(), "folder")).summaries()) == 1

    def test_an_index_of_other_folders_is_not_shown(self, make_course: Make, cache: Path) -> None:
        root = make_course().parent
        shelf(cache, (root, "folder")).summaries()
        assert shelf(cache, (root / "elsewhere", "folder")).summaries() == ()


class TestScan:
    def test_nothing_new(self, make_course: Make, cache: Path) -> None:
        library = shelf(cache, (make_course().parent, "folder"))
        library.summaries()
        assert not library.scan()

    @pytest.mark.parametrize(
        ("file", "text"),
        [
            ("course.toml", COURSE.replace('"1.0"', '"1.1"')),
            ("m1/module.toml", 'id = "M1"\nlessons = ["1-first"]\n'),
            ("m1/quiz.en.md", '+++\nid = "M1-Q"\n+++\n' + ITEM.format(id="A")),
        ],
    )
    def test_a_changed_file_is_seen(
        self, make_course: Make, cache: Path, file: str, text: str
    ) -> None:
        folder = make_course()
        library = shelf(cache, (folder.parent, "folder"))
        before = library.summaries()
        (folder / file).write_text(text)
        assert library.scan()
        assert library.summaries() != before
        assert not library.scan()

    def test_only_what_changed_is_read(
        self, make_course: Make, cache: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        other = COURSE.replace('"tiny"', '"other"')
        make_course()
        folder = make_course({"course.toml": other}, name="other")
        library = shelf(cache, (folder.parent, "folder"))
        library.summaries()
        read: list[str] = []
        real = module._read_entry

        def noted(path: str, origin: str) -> object:
            read.append(path)
            return real(path, origin)

        monkeypatch.setattr(module, "_read_entry", noted)
        (folder / "course.toml").write_text(other + "\n# changed\n")
        library.scan()
        assert read == [str(folder)]

    def test_new_and_removed_courses(self, make_course: Make, cache: Path) -> None:
        folder = make_course()
        library = shelf(cache, (folder.parent, "folder"))
        library.summaries()
        folder.rename(folder.with_name(".gone"))
        assert library.scan()
        assert library.summaries() == ()
        folder.with_name(".gone").rename(folder)
        assert library.scan()
        assert len(library.summaries()) == 1

    def test_a_folder_that_is_not_there(self, tmp_path: Path, cache: Path) -> None:
        library = shelf(cache, (tmp_path / "x", "folder"), (tmp_path / "y", "installed"))
        assert library.summaries() == ()
        assert [(p.code, p.place.path) for p in library.problems] == [("F001", str(tmp_path / "x"))]


class TestTrouble:
    @pytest.mark.parametrize(
        ("manifest", "code"),
        [
            ("format = 99\n" + COURSE.replace("format = 1\n", ""), "M005"),
            (COURSE.replace('id = "tiny"', 'id = "t t"'), "M006"),
            (COURSE.replace('version = "1.0"', ""), "M002"),
            ("= nonsense", "M001"),
            ("", "F005"),
        ],
    )
    def test_a_course_that_does_not_open_has_a_card(
        self, make_course: Make, cache: Path, manifest: str, code: str
    ) -> None:
        folder = make_course({"course.toml": manifest})
        library = shelf(cache, (folder.parent, "folder"))
        (card,) = library.summaries()
        assert (card.course_id, card.trouble, card.folder) == ("tiny", code, folder)
        with pytest.raises(CourseGone):
            library.open("tiny")


class TestTwice:
    def two(
        self, make: Make, cache: Path, one: tuple[str, str], two: tuple[str, str]
    ) -> tuple[Library, list[Path]]:
        folders = []
        roots = []
        for name, (version, origin) in zip("ab", (one, two), strict=True):
            manifest = COURSE.replace('"1.0"', f'"{version}"')
            folders.append(make({"course.toml": manifest}, name=f"{name}/tiny"))
            roots.append((folders[-1].parent, origin))
        return Library(roots, cache), folders

    @pytest.mark.parametrize(
        ("one", "two", "winner"),
        [
            (("9.0", "bundled"), ("1.0", "installed"), 1),
            (("9.0", "installed"), ("1.0", "folder"), 1),
            (("1.0", "folder"), ("9.0", "bundled"), 0),
            (("1.9", "installed"), ("1.10", "installed"), 1),
            (("2.0", "installed"), ("2.0-beta", "installed"), 0),
        ],
    )
    def test_later_origin_then_newer_version(
        self,
        make_course: Make,
        cache: Path,
        one: tuple[str, str],
        two: tuple[str, str],
        winner: int,
    ) -> None:
        library, folders = self.two(make_course, cache, one, two)
        (card,) = library.summaries()
        assert card.folder == folders[winner]
        if one[1] == two[1] == "installed":  # an update keeps what was there before
            assert not library.problems
            return
        (problem,) = library.problems
        assert problem.code == "F015"
        assert problem.facts["used"] == str(folders[winner])
        assert problem.facts["hidden"] == str(folders[1 - winner])

    def test_a_broken_one_does_not_hide_a_good_one(self, make_course: Make, cache: Path) -> None:
        good = make_course(name="a/tiny")
        bad = make_course({"course.toml": COURSE + "\n[["}, name="b/tiny")
        library = Library([(good.parent, "bundled"), (bad.parent, "folder")], cache)
        (card,) = library.summaries()
        assert card.folder == good


class TestOpen:
    def test_same_course_while_unchanged(self, make_course: Make, cache: Path) -> None:
        folder = make_course()
        library = shelf(cache, (folder.parent, "folder"))
        opened = library.open("tiny")
        assert library.open("tiny") is opened
        (folder / "m1/1-first.en.md").write_text("changed")
        again = library.open("tiny")
        assert again is not opened
        assert again.content_hash != opened.content_hash

    def test_no_such_course(self, make_course: Make, cache: Path) -> None:
        library = shelf(cache, (make_course().parent, "folder"))
        with pytest.raises(CourseGone) as caught:
            library.open("other")
        assert caught.value.facts == {"course_id": "other", "id": "other"}

    def test_removed_and_put_back(self, make_course: Make, cache: Path) -> None:
        folder = make_course()
        library = shelf(cache, (folder.parent, "folder"))
        library.open("tiny")
        folder.rename(folder.with_name(".gone"))
        with pytest.raises(CourseGone):
            library.open("tiny")
        folder.with_name(".gone").rename(folder)
        assert library.open("tiny").course.id == "tiny"

    def test_added_since_the_last_scan(self, make_course: Make, cache: Path) -> None:
        folder = make_course()
        library = shelf(cache, (folder.parent, "folder"))
        library.summaries()
        make_course({"course.toml": COURSE.replace('"tiny"', '"new"')}, name="new")
        assert library.open("new").course.id == "new"


def test_versions() -> None:
    order = ["0.9", "1.0-beta", "1.0", "1.0.1", "1.9", "1.10", "2", "10"]
    assert sorted(order, key=version_key) == order


def test_importing_the_library_is_light(repository: Path) -> None:
    """The window shows the shelf before anything heavy is imported."""
    code = "import sys, ecolearn.content.library; print(*sys.modules)"
    env = {**os.environ, "PYTHONPATH": str(repository)}
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, check=True)
    loaded = out.stdout.decode().split()
    for heavy in ("markdown_it", "tomllib", "sqlalchemy", "PySide6", "ecolearn.content.loader"):
        assert heavy not in loaded
