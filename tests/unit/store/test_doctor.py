"""The self-check finds what is wrong, changes nothing, and tells nobody's name."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ecolearn import cli, paths
from ecolearn.messages import catalogue
from ecolearn.store import diagnostics, doctor, doctor_checks, program_files, state
from ecolearn.store.doctor import Finding
from ecolearn.store.opening import open_store, say_goodbye
from ecolearn.store.store import Store
from tests.unit.store.facts_made import an_id, answer, profile, rows


@pytest.fixture
def used(folder: Path) -> Iterator[Store]:
    """Return the store of a data folder in which something was done; it is closed at the end."""
    store, _ = open_store(folder)
    store.log.append([profile("Canary"), answer("Q-1", choice="canarychoice")])
    yield store
    store.close()


def end(store: Store) -> None:
    store.backup_if_changed()
    store.close()
    say_goodbye(store)


def look(folder: Path, when: datetime | None = None) -> dict[str, Finding]:
    now = (lambda: when) if when else (lambda: datetime.now(UTC))
    return {one.code: one for one in doctor.examine(folder, now)}


def what(folder: Path, code: str) -> tuple[str, str]:
    found = look(folder)[code]
    return found.verdict, found.what


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "eco.lock"
    }


def test_a_pc_that_is_well_has_nothing_to_tell(used: Store, folder: Path) -> None:
    end(used)
    findings = doctor.examine(folder)
    assert [one.code for one in findings if one.verdict != "ok"] == []
    assert [one.code for one in findings] == list(doctor_checks.CHECKS)
    assert doctor.exit_code(findings) == 0


def test_an_empty_pc_is_well_and_stays_empty(tmp_path: Path) -> None:
    findings = doctor.examine(tmp_path / "nothing")
    assert doctor.worst(findings) == "ok"
    assert not (tmp_path / "nothing").exists()


def test_it_works_beside_an_open_window_and_changes_nothing(used: Store, folder: Path) -> None:
    used.backup()
    before = files(folder)
    assert what(folder, "window") == ("ok", "open")
    assert files(folder) == before
    used.log.append([answer("Q-2")])


def test_a_damaged_database(used: Store, folder: Path) -> None:
    end(used)
    path = paths.database(folder)
    data = bytearray(path.read_bytes())
    data[8192:] = b"\xa5" * (len(data) - 8192)
    path.write_bytes(data)
    found = look(folder)["database"]
    assert (found.verdict, found.what) == ("problem", "damaged")
    path.write_bytes(b"\xa5" * 8192)
    assert what(folder, "database") == ("problem", "damaged")
    path.unlink()
    assert what(folder, "database") == ("problem", "lost")


def test_a_locked_database_cannot_be_looked_at(
    used: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda *args, **more: real(*args, **{**more, "timeout": 0})
    )
    other = real(used.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    findings = doctor.examine(folder)
    other.close()
    assert {one.code: one.what for one in findings}["database"] == "unreadable"
    assert doctor.exit_code(findings) == 3


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("UPDATE event SET item = 'Q-9' WHERE seq = 2", ("problem", "changed")),
        ("UPDATE event SET mac = zeroblob(32) WHERE seq = 2", ("problem", "gap")),
        ("DELETE FROM event WHERE seq = 1", ("problem", "gap")),
    ],
)
def test_a_chain_that_was_touched(
    used: Store, folder: Path, sql: str, expected: tuple[str, str]
) -> None:
    end(used)
    with sqlite3.connect(paths.database(folder)) as connection:
        connection.execute("DROP TRIGGER event_never_changes")
        connection.execute("DROP TRIGGER event_never_goes")
        connection.execute(sql)
    connection.close()
    assert what(folder, "chain") == expected


def test_views_that_are_not_what_the_log_says(used: Store, folder: Path) -> None:
    end(used)
    with sqlite3.connect(paths.database(folder)) as connection:
        connection.execute("UPDATE learner SET name = 'Somebody'")
    connection.close()
    assert what(folder, "views") == ("warning", "differ")


def test_a_newer_database_is_looked_at_and_left_alone(
    used: Store, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    end(used)
    path = paths.database(folder)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9999")
        connection.execute("UPDATE meta SET value = '9999' WHERE key LIKE 'min%'")
        connection.execute("ALTER TABLE event RENAME COLUMN mac TO seal")
    connection.close()
    before = files(folder)
    found = look(folder)
    assert (found["database"].verdict, found["database"].what) == ("warning", "newer")
    assert {"chain", "views", "lives"}.isdisjoint(found)
    monkeypatch.setenv("ECOLEARN_DATA", str(folder))
    assert cli.main(["backup", "-o", str(tmp_path / "out.db")]) == 0
    with sqlite3.connect(tmp_path / "out.db") as copy:
        assert copy.execute("SELECT count(*) FROM event").fetchone() == (2,)
    copy.close()
    assert files(folder) == before
    assert cli.main(["restore"]) == 0, "the copy made before is of this version"
    capsys.readouterr()


def test_copies_that_are_missing_old_or_failing(used: Store, folder: Path) -> None:
    assert what(folder, "copies") == ("ok", "not-yet")
    later = datetime.fromtimestamp(datetime.now(UTC).timestamp() + 3 * 86400, UTC)
    assert look(folder, later)["copies"].what == "none"
    copy = used.backup()
    assert what(folder, "copies") == ("ok", "good")
    with sqlite3.connect(copy) as connection:
        connection.execute("UPDATE meta SET value = '1000' WHERE key = 'copied_ms'")
    connection.close()
    assert what(folder, "copies") == ("warning", "old")
    data = bytearray(copy.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    copy.write_bytes(data)
    assert what(folder, "copies") == ("problem", "bad")
    shutil.rmtree(used.backups)
    used.backups.write_text("a file in the way")
    used.log.append([answer("Q-2")])
    assert not used.backup_if_changed()
    found = [one for one in doctor.examine(folder) if one.what == "failing"]
    assert found
    assert found[0].facts["reason"] == "io"


def test_the_second_place(
    used: Store, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert what(folder, "second") == ("ok", "none")
    stick = tmp_path / "stick"
    monkeypatch.setenv("ECOLEARN_BACKUP", str(stick))
    assert what(folder, "second") == ("warning", "away")
    stick.mkdir()
    assert what(folder, "second") == ("ok", "not-yet")
    used.backup()
    assert what(folder, "second") == ("ok", "good")


def test_a_pc_that_forgets_is_found_out_by_the_second_place(
    used: Store, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ECOLEARN_BACKUP", str(tmp_path))
    evening = tmp_path / "image"
    used.backup()
    used.close()
    shutil.copytree(folder, evening)
    store, _ = open_store(folder)
    store.log.append([answer("Q-2")])
    end(store)
    assert what(folder, "second") == ("ok", "good")
    shutil.rmtree(folder)
    shutil.copytree(evening, folder)  # the night
    assert what(folder, "second") == ("problem", "ahead")


def test_side_journals_quarantine_forks_and_endings(
    used: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = sqlite3.connect(used.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    used.log.append([answer("Q-2")])
    other.close()
    used.close()
    assert what(folder, "side") == ("warning", "waiting")
    assert len(list((folder / "outbox").iterdir())) == 1
    place = folder / "quarantine" / "eco-1"
    place.mkdir(parents=True)
    (place / "eco.db").write_bytes(b"x")
    assert what(folder, "quarantine") == ("warning", "kept")
    with sqlite3.connect(used.path) as connection:
        names = [row[1] for row in connection.execute("PRAGMA table_info(event)")]
        values = ", ".join({"id": "zeroblob(16)", "fork": "1"}.get(n, n) for n in names)
        connection.execute(
            f"INSERT INTO event ({', '.join(names)}) SELECT {values} FROM event LIMIT 1"
        )
    connection.close()
    assert what(folder, "lives") == ("warning", "forks")
    state.write(folder, unclean_in_a_row=3)
    assert what(folder, "endings") == ("warning", "unclean")
    monkeypatch.setattr(doctor_checks, "mount_kind", lambda _folder: "tmpfs")
    assert what(folder, "endings") == ("problem", "fleeting")


def test_a_clock_that_cannot_be_right(used: Store, folder: Path) -> None:
    assert look(folder, datetime(1999, 1, 1, tzinfo=UTC))["clock"].what == "wrong"
    assert look(folder, datetime(2026, 1, 1, tzinfo=UTC))["clock"].what == "behind"
    assert look(folder)["clock"].what == "good"


def test_folders_that_will_not_do(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    findings = doctor.examine(tmp_path / "file")
    assert findings[0].what == "no-folder"
    assert doctor.exit_code(findings) == 3
    monkeypatch.setattr("ecolearn.store.places.is_local", lambda _path: False)
    assert what(folder, "folder") == ("problem", "network")
    monkeypatch.setattr("ecolearn.store.places.is_local", lambda _path: True)
    monkeypatch.setattr("ecolearn.store.places.trouble_with", lambda _path: "read-only")
    assert what(folder, "folder") == ("problem", "read-only")


def test_a_disk_that_is_nearly_full(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for free, expected in ((1000, "none"), (40_000_000, "little"), (10**10, "good")):
        usage = type("Usage", (), {"free": free})
        monkeypatch.setattr(shutil, "disk_usage", lambda _path, usage=usage: usage)
        assert what(folder, "space")[1] == expected


def test_a_program_file_that_was_taken_away(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert program_files.missing_files(paths.resources_root()) == []
    copied = tmp_path / "resources"
    for name in program_files.NEEDED:
        (copied / name).parent.mkdir(parents=True, exist_ok=True)
        (copied / name).write_bytes(b"x")
    (copied / "fonts" / "Inter-Bold.ttf").unlink()
    (copied / "themes" / "dark.toml").write_bytes(b"")
    monkeypatch.setattr(doctor_checks, "resources_root", lambda: copied)
    found = look(folder)["program"]
    assert found.verdict == "problem"
    assert found.facts["count"] == 2
    assert "Inter-Bold.ttf" in str(found.facts["name"])


def test_one_check_that_fails_does_not_hide_the_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_look: object) -> Iterator[Finding]:
        raise RuntimeError("broken")

    monkeypatch.setitem(doctor_checks.CHECKS, "clock", broken)
    found = look(folder)
    assert found["clock"].what == "unchecked"
    assert found["window"].verdict == "ok"


# ── words ─────────────────────────────────────────────────────────────────────────────────────


def test_every_sentence_is_there_in_three_languages(repository: Path) -> None:
    folder = repository / "resources" / "messages"
    texts = {
        code: tomllib.loads((folder / f"doctor.{code}.toml").read_text("utf-8"))
        for code in ("en", "ru", "kk")
    }
    assert texts["en"].keys() == texts["ru"].keys() == texts["kk"].keys()
    for key, text in texts["en"].items():
        gaps = {part.split("}")[0] for part in text.split("{")[1:]}
        for other in ("ru", "kk"):
            assert {p.split("}")[0] for p in texts[other][key].split("{")[1:]} == gaps, key


def test_every_finding_has_its_sentence(repository: Path) -> None:
    """What the checks may yield, read from their source, is in the catalogue; what is not fine
    has a piece of advice."""
    import ast

    tree = ast.parse((repository / "ecolearn/store/doctor_checks.py").read_text("utf-8"))
    english = catalogue("doctor", "en")
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding":
            code, verdict, found = (ast.literal_eval(a) if isinstance(a, ast.Constant) else ""
                                    for a in node.args[:3])  # fmt: skip
            assert code in english
            if found:
                assert f"{code}.{found}" in english
            if found and verdict in {"warning", "problem"}:
                assert f"{code}.{found}.do" in english, f"{code}.{found}"


def test_times_and_sizes_are_words() -> None:
    assert doctor.size_words(1_500_000, "ru") == "1,5 МБ"
    assert doctor.size_words(20_000_000_000, "en") == "20 GB"
    assert doctor.time_words(10**18, "en") == "?"
    assert len(doctor.time_words(1_700_000_000_000, "kk")) == 16


# ── the command, and the file for whoever helps ───────────────────────────────────────────────


@pytest.fixture
def command(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    monkeypatch.setenv("ECOLEARN_DATA", str(folder))
    return lambda *arguments: cli.main(["doctor", *arguments])


def test_the_command_speaks_three_languages_and_json(
    used: Store, command: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    for language, word in (("en", "Database"), ("ru", "База данных"), ("kk", "Деректер қоры")):
        assert command("--language", language) == 0
        assert word in capsys.readouterr().out
    assert command("--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert {"check", "verdict", "found", "facts", "text", "advice"} == set(found[0])
    used.backups.write_text("a file in the way")
    used.log.append([answer("Q-2")])
    used.backup_if_changed()
    assert command() == 1


def test_no_name_and_no_answer_is_in_the_diagnostic_file(
    used: Store, folder: Path, tmp_path: Path, command: Callable[..., int]
) -> None:
    logs = folder / "logs"
    logs.mkdir()
    (logs / "ecolearn.log").write_text(
        "2026-11-22 01:02:03,456 ERROR ecolearn.store something about canary happened\n"
        "Traceback (most recent call last):\n"
        "ValueError: 'canarychoice' typed by Zhanna Canary\n"
        "2026-11-22 01:02:04,456 INFO ecolearn.store database migrated\n",
        "utf-8",
    )
    (folder / "canary-homework.txt").write_text("canary")
    (folder / "outbox" / "canary").mkdir(parents=True)
    used.log.append([profile("Жанна Канарейкина", "other")])
    target = tmp_path / "check.zip"
    command("--save", str(target))
    with zipfile.ZipFile(target) as file:
        whole = "\n".join(file.read(name).decode("utf-8") for name in file.namelist())
    for canary in ("canary", "жанна", "канарейкина", str(tmp_path), an_id("Aru").hex()):
        assert canary.lower() not in whole.lower(), canary
    assert "database migrated" in whole
    assert "event: 3 rows" in whole
    assert not list(tmp_path.glob("*.part"))


def test_names_and_homes_are_blotted_out() -> None:
    text = diagnostics.scrub(
        r"/home/asel/x D:\Users\timur\y <Asel> aselle ASEL", ["Asel"], {"/data/asel": "<data>"}
    )
    assert text == rf"/home/{diagnostics.BLOT}/x D:\Users\{diagnostics.BLOT}\y " + (
        f"<{diagnostics.BLOT}> aselle {diagnostics.BLOT}"
    )


def test_the_command_line_backs_up_lists_and_restores(
    used: Store,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("ECOLEARN_DATA", str(folder))
    assert cli.main(["backup"]) == 0
    used.log.append([answer("Q-2")])
    assert cli.main(["restore"]) == 3, "a window is open"
    assert len(rows(used, "SELECT 1 FROM event")) == 3
    end(used)
    capsys.readouterr()
    assert cli.main(["restore", "--list"]) == 0
    assert "eco-000001.db" in capsys.readouterr().out
    assert cli.main(["restore", "eco-000001.db", "--exactly"]) == 0
    store, _ = open_store(folder)
    assert len(rows(store, "SELECT 1 FROM event")) == 2
    store.close()
    assert cli.main(["restore", str(tmp_path / "nothing.db")]) == 3
    shutil.rmtree(folder / "backups")
    assert cli.main(["restore"]) == 1
    assert cli.main(["restore", "--list"]) == 1
    monkeypatch.setenv("ECOLEARN_DATA", str(tmp_path / "empty"))
    assert cli.main(["backup"]) == 3
    capsys.readouterr()
