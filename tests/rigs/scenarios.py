"""What a program is doing when something happens to it: prepare, run, and judge what is left.

`run` tells through `ack` what was acknowledged; `judge` opens the folder as the next start would
and raises `Broken` if something of that is not there, or anything is there in part.
"""

from __future__ import annotations

import hashlib
import itertools
import random
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

from ecolearn.content import packages
from ecolearn.content.loader import load_course
from ecolearn.errors import EcoLearnError
from ecolearn.problems import Problems
from ecolearn.store import backup, bundles, carrying, erasing, recovery, schema, state
from ecolearn.store.engine import Journal
from ecolearn.store.migrations import run as migrations
from ecolearn.store.opening import open_store
from ecolearn.store.store import Store
from ecolearn.store.tables import MIN_WRITER, SCHEMA, VIEWS, Base
from tests.rigs import common, pupil
from tests.unit.study.courses_made import RIGHT

Ack = Callable[[dict[str, Any]], None]
Told = Sequence[dict[str, Any]]
_COURSE = {
    "course.toml": """format = 1
id = "small"
version = "1.0"
languages = ["en"]
modules = ["m1"]
title.en = "Small"
[[outcomes]]
id = "S-O1"
kind = "c"
text.en = "Know."
""",
    "m1/module.toml": """id = "M1"
lessons = ["1-first"]
title.en = "One"
[quiz]
id = "M1-Q"
""",
    "m1/1-first.en.md": """+++
id = "first"
title = "First"
+++

## Part {#part}

Text.
""",
    "m1/quiz.en.md": """+++
id = "M1-Q"
+++

:::item M1-Q-1
Which?

- (x) this
- ( ) that
:::
""",
}


class Scenario:
    """Base: answering. `journal` is the mode, `seed` decides what is done."""

    name = "answer"
    acts = 14

    def __init__(self, journal: Journal, seed: int) -> None:
        self.journal = journal
        self.seed = seed

    def prepare(self, folder: Path) -> None:
        """Make what is there before."""

    def run(self, folder: Path, ack: Ack, trouble: Callable[[Exception], None]) -> None:
        """Do it; known troubles of single acts go to `trouble` and the next act is tried."""
        store = _begin(partial(Store, folder, journal=self.journal), trouble)
        if store is None:
            return
        try:
            common.hook(store, lambda event: ack(common.told(common.line_of(event))[0]))
            self.work(store, ack, trouble)
        finally:
            store.close()

    def work(self, store: Store, ack: Ack, trouble: Callable[[Exception], None]) -> None:
        """Answer."""
        rng = random.Random(self.seed)
        done = itertools.islice(
            pupil.acts(common.open_study(store, self.seed), rng, lambda line: None), self.acts
        )
        while True:
            act = _begin(lambda: next(done, None), trouble)
            if act is None:
                return
            for _ in range(2):  # who is told "not saved" presses the button once more
                with suppress(StopIteration):
                    if _begin(lambda act=act: act() or True, trouble):
                        break

    def judge(self, folder: Path, told: Told, *, closely: bool) -> None:
        """Look at what is left."""
        store = Store(folder, journal=self.journal)
        try:
            gone = common.lost(store, told)
            common.check(not gone, f"{len(gone)} acknowledged events lost")
            common.look(store, rebuild=closely)
            if closely:
                common.open_study(store).create_learner("Next", "leaf", 1)
        finally:
            store.close()


def _begin(act: Callable[[], Any], trouble: Callable[[Exception], None]) -> Any:
    try:
        return act()
    except (EcoLearnError, OSError, sqlite3.Error) as error:
        trouble(error)
        return None


class Finish(Scenario):
    """Handing in."""

    name = "finish"

    def prepare(self, folder: Path) -> None:
        store = Store(folder, journal=self.journal)
        study = common.open_study(store, self.seed)
        sitting = study.start_quiz(common.pupil(study), "energy", "M1").value
        for item in sitting.items:
            study.answer(sitting.attempt_id, item.item_id, RIGHT, 5.0)
        store.close()

    def work(self, store: Store, ack: Ack, trouble: Callable[[Exception], None]) -> None:
        study = common.open_study(store, self.seed)
        learner = _begin(lambda: common.pupil(study), trouble)
        if learner is None:
            return
        open_now = _begin(lambda: study.open_attempt(learner, "energy", "M1"), trouble)
        if open_now is None:
            return
        for _ in range(2):
            if _begin(lambda: study.finish(open_now.attempt_id, 9.0), trouble):
                break
        again = _begin(lambda: study.start_quiz(learner, "energy", "M1"), trouble)
        if again is not None:
            attempt = again.value.attempt_id
            _begin(lambda: study.answer(attempt, "Q2", RIGHT, 1.0), trouble)
            _begin(lambda: study.finish(attempt, 2.0), trouble)


class Settings(Scenario):
    """What a learner sets: name, picture, language, PIN; a profile that is hidden."""

    name = "settings"

    def work(self, store: Store, ack: Ack, trouble: Callable[[Exception], None]) -> None:
        study = common.open_study(store, self.seed)
        learner = _begin(lambda: common.pupil(study), trouble)
        if learner is None:
            return
        for change in ({"name": "Aru B."}, {"language": "ru"}, {"hue": 20}, {"picture": "sun"}):
            _begin(lambda change=change: study.change_learner(learner, **change), trouble)
        other = _begin(lambda: study.create_learner("Ben", "sun", 3), trouble)
        if other is not None:
            _begin(lambda: study.sign_in(other.value.learner_id), trouble)
            _begin(lambda: study.remove_learner(other.value.learner_id), trouble)


class Backup(Scenario):
    """Copies, up to where the oldest goes."""

    name = "backup"
    copies = 3

    @property
    def before(self) -> int:
        """Copies that are there already; every other time none, nor their folder."""
        return 3 * (self.seed % 2)

    def prepare(self, folder: Path) -> None:
        store = Store(folder, journal=self.journal)
        for act in itertools.islice(
            pupil.acts(common.open_study(store), random.Random(self.seed), lambda line: None), 20
        ):
            act()
        for _ in range(self.before):
            store.backup()
        store.close()

    def work(self, store: Store, ack: Ack, trouble: Callable[[Exception], None]) -> None:
        study = common.open_study(store, self.seed)
        for number in range(self.copies):
            _begin(lambda n=number: study.create_learner(f"N{n}", "leaf", n), trouble)
            before = store.log.head[1]
            path = _begin(store.backup, trouble)
            if path is not None:
                ack({"backup": path.name, "events": before})

    def judge(self, folder: Path, told: Told, *, closely: bool) -> None:
        super().judge(folder, told, closely=closely)
        copies = backup.backups(folder / "backups")
        for path in copies:
            common.check(not backup.trouble_in(path), f"a copy that is not whole: {path.name}")
        made = [one["backup"] for one in told if "backup" in one]
        names = {path.name for path in copies}
        common.check(len(names) >= self.before, "older copies are gone")
        common.check(not made or made[-1] in names, "a copy that was made is gone")


class Install(Scenario):
    """Installing a course."""

    name = "import"

    def package(self, folder: Path) -> Path:
        """Return the package, made beside the folder."""
        course = folder.parent / "small"
        target = folder.parent / f"small{packages.SUFFIX}"
        if not target.exists():
            for name, text in _COURSE.items():
                (course / name).parent.mkdir(parents=True, exist_ok=True)
                (course / name).write_text(text)
            loaded = load_course(course, Problems())
            assert loaded is not None
            packages.pack(course, loaded, target)
        return target

    def prepare(self, folder: Path) -> None:
        self.package(folder)

    def run(self, folder: Path, ack: Ack, trouble: Callable[[Exception], None]) -> None:
        package = folder.parent / f"small{packages.SUFFIX}"
        for _ in range(2):
            done = _begin(lambda: packages.install(package, folder / "packages"), trouble)
            if done is not None:
                ack({"folder": done.folder.name})
                return

    def judge(self, folder: Path, told: Told, *, closely: bool) -> None:
        shelf = folder / "packages"
        names = set()
        for path in shelf.glob("[!.]*") if shelf.is_dir() else ():
            manifest = packages.installed(shelf).get(path)
            common.check(manifest is not None, "a course without its manifest")
            assert manifest is not None
            for entry in manifest.files:
                data = (path / entry.path).read_bytes() if (path / entry.path).is_file() else b""
                good = hashlib.sha256(data).hexdigest() == entry.sha256
                common.check(good, f"half a course: {entry.path}")
            names.add(path.name)
        missing = [one for one in told if one["folder"] not in names]
        common.check(not missing, "an installed course is gone")
        if closely:
            package = folder.parent / f"small{packages.SUFFIX}"
            packages.install(package, shelf)
            common.check(len(packages.installed(shelf)) == 1, "cannot be installed again")
            common.check(not list(shelf.glob(".*")), "left-overs stay")


SAMPLES = Path(__file__).parents[1] / "data" / "databases"
OLDEST = 1


class Migrate(Scenario):
    """Bringing a kept database of the first released schema to today's, by opening it."""

    name = "migrate"

    def __init__(self, journal: Journal, seed: int) -> None:
        super().__init__(journal, seed)
        self.facts = ""

    def prepare(self, folder: Path) -> None:
        path = folder / "eco.db"
        shutil.copyfile(SAMPLES / f"schema-{OLDEST}.db", path)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA journal_mode={self.journal}")
        self.facts = facts(path)

    def run(self, folder: Path, ack: Ack, trouble: Callable[[Exception], None]) -> None:
        if self.migrate(folder, trouble):
            ack({"version": SCHEMA})

    def migrate(self, folder: Path, trouble: Callable[[Exception], None]) -> bool:
        """Open it as a start does; tell whether it worked."""
        store = _begin(partial(Store, folder, journal=self.journal), trouble)
        if store is None:
            return False
        store.close()
        return True

    def judge(self, folder: Path, told: Told, *, closely: bool) -> None:
        path = folder / "eco.db"
        version, new = versions(path)
        common.check(version in ((SCHEMA,) if told else (OLDEST, SCHEMA)), f"schema {version}")
        common.check(new == {version == SCHEMA}, "neither old nor new")
        with closing(sqlite3.connect(path)) as connection:
            whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        common.check(whole == "ok", f"SQLite complains: {whole}")
        common.check(facts(path) == self.facts, "facts changed")
        if closely:
            store = Store(folder, journal=self.journal)
            try:
                common.look(store)
            finally:
                store.close()
            common.check(versions(path) == (SCHEMA, {True}), "not migrated by the next start")
            common.check(facts(path) == self.facts, "facts changed in the second try")


def versions(path: Path) -> tuple[int, set[bool]]:
    """Return the number of a database's schema, and all answers to "is this part of it new?"."""
    with closing(sqlite3.connect(path)) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        revision = str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        meta = dict(connection.execute("SELECT key, value FROM meta"))
    with closing(sqlite3.connect(f"{(SAMPLES / 'schema-1.db').as_uri()}?mode=ro", uri=True)) as old:
        before = {row[0] for row in old.execute("SELECT name FROM sqlite_master")}
    added = {table.name for table in Base.metadata.sorted_tables} - before
    signs = {table in tables for table in added}
    signs |= {version == SCHEMA, revision == schema.HEAD, meta["views"] == str(VIEWS)}
    signs |= {meta["min_writer"] == str(MIN_WRITER)}
    return version, signs


def facts(path: Path) -> str:
    """Return a digest of all facts in a database."""
    with closing(sqlite3.connect(path)) as connection:
        return migrations._facts(connection)


class Restore(Scenario):
    """Putting a damaged database right from a copy and from what it still yields (F12)."""

    name = "restore"

    def __init__(self, journal: Journal, seed: int) -> None:
        super().__init__(journal, seed)
        self.kept: set[bytes] = set()

    def prepare(self, folder: Path) -> None:
        store = Store(folder, journal="truncate")
        study = common.open_study(store)
        done = pupil.acts(study, random.Random(self.seed), lambda line: None)
        for act in itertools.islice(done, 12):
            act()
        store.backup()
        with store.reading() as connection:
            self.kept = {row[0] for row in connection.execute("SELECT id FROM event")}
        for act in itertools.islice(done, 6):
            act()
        store.close()
        with (folder / "eco.db").open("rb+") as file:
            file.seek(4096 * 5)
            file.write(b"\xa5" * 4096 * 4)
        state.write(folder, damage="pages")  # as the check in the background notes it

    def run(self, folder: Path, ack: Ack, trouble: Callable[[Exception], None]) -> None:
        if _begin(partial(recovery.recover, folder), trouble) is not None:
            ack({"recovered": True})

    def judge(self, folder: Path, told: Told, *, closely: bool) -> None:
        store, opening = open_store(folder, journal=self.journal)
        try:
            with store.reading() as connection:
                there = {row[0] for row in connection.execute("SELECT id FROM event")}
            common.check(self.kept <= there, "events of the copy are lost")
            common.look(store, rebuild=closely)
            # where the note could not be written that all is well, it is done once more
            again = opening.recovered
            common.check(not told or again is None or not again.missing, "lost by a second time")
        finally:
            store.close()
        olds = list((folder / "quarantine").glob("*/eco.db"))
        common.check(bool(olds), "the damaged file was thrown away")


class Export(Scenario):
    """Writing progress to a stick, which here is a folder beside the database."""

    name = "export"
    acts = 5

    def prepare(self, folder: Path) -> None:
        (folder / "stick").mkdir()
        super().prepare(folder)

    def work(self, store: Store, ack: Ack, trouble: Callable[[Exception], None]) -> None:
        for number in range(2):
            scenario = Scenario(self.journal, self.seed + number)
            scenario.acts = self.acts
            scenario.work(store, ack, trouble)
            done = _begin(partial(carrying.export, store, store.folder / "stick"), trouble)
            if done is not None:
                ack({"files": [path.name for path in done.files]})

    def judge(self, folder: Path, told: Told, *, closely: bool) -> None:
        super().judge(folder, told, closely=closely)
        whole = whole_bundles(folder / "stick")
        for one in told:
            for name in one.get("files", ()):
                common.check(name in whole, "a bundle that was written is gone")


def whole_bundles(stick: Path) -> set[str]:
    """Return the names of the bundles there. Raises `Broken` if one is there in part."""
    names = set()
    for path in bundles.bundles_in([stick]) if stick.is_dir() else ():
        try:
            bundles.read_bundle(path)
        except bundles.BundleProblem as problem:
            raise common.Broken(f"half a bundle: {problem.reason}") from problem
        names.add(path.name)
    return names


class Merge(Scenario):
    """Taking in bundles of other PCs."""

    name = "merge"

    def __init__(self, journal: Journal, seed: int) -> None:
        super().__init__(journal, seed)
        self.own: set[bytes] = set()
        self.brought: list[set[bytes]] = []

    def prepare(self, folder: Path) -> None:
        stick = folder / "stick"
        stick.mkdir()
        self.brought = []
        for number in range(2):
            other = folder.with_name(f"other{number}")
            shutil.rmtree(other, ignore_errors=True)
            other.mkdir()
            self.brought.append(self._use(other, number, stick))
        self.own = self._use(folder, 2)

    def _use(self, folder: Path, number: int, stick: Path | None = None) -> set[bytes]:
        store = Store(folder, journal=self.journal)
        study = common.open_study(store)
        done = pupil.acts(study, random.Random(self.seed + number), lambda line: None)
        for act in itertools.islice(done, 9):
            act()
        if stick is not None:
            carrying.export(store, stick)
        with store.reading() as connection:
            ids = {row[0] for row in connection.execute("SELECT id FROM event")}
        store.close()
        return ids

    def work(self, store: Store, ack: Ack, trouble: Callable[[Exception], None]) -> None:
        done = _begin(partial(carrying.collect, store, [store.folder / "stick"]), trouble)
        if done is not None and done.good:
            ack({"collected": True})

    def judge(self, folder: Path, told: Told, *, closely: bool) -> None:
        whole_bundles(folder / "stick")
        store = Store(folder, journal=self.journal)
        try:
            with store.reading() as connection:
                there = {row[0] for row in connection.execute("SELECT id FROM event")}
            common.check(self.own <= there, "own events are lost")
            for one in self.brought:
                common.check(one <= there or not one & there, "half a bundle was taken in")
                common.check(not told or one <= there, "a bundle that was taken in is lost")
            common.look(store, rebuild=closely)
            if closely:
                carrying.collect(store, [folder / "stick"])
                with store.reading() as connection:
                    there = {row[0] for row in connection.execute("SELECT id FROM event")}
                common.check(all(one <= there for one in self.brought), "cannot be repeated")
        finally:
            store.close()


class Erase(Scenario):
    """Erasing one of two learners, from the database and its copies."""

    name = "erase"

    def __init__(self, journal: Journal, seed: int) -> None:
        super().__init__(journal, seed)
        self.gone = b""
        self.others: dict[bytes, bytes] = {}

    def prepare(self, folder: Path) -> None:
        store = Store(folder, journal=self.journal)
        study = common.open_study(store, self.seed)
        gone = study.create_learner("Canary", "sun", 3).value
        study.open_lesson(gone.learner_id, "energy", "L1")
        self.gone = bytes.fromhex(gone.learner_id)
        _who(folder).write_bytes(self.gone)
        store.backup()
        common.open_study(store).create_learner("Aru", "leaf", 150)
        study.answer_in_lesson(gone.learner_id, "energy", "L1", "L1-1", RIGHT)
        store.backup()
        with store.reading() as connection:
            self.others = dict(connection.execute(_OTHERS, (self.gone,)))
        store.close()

    def run(self, folder: Path, ack: Ack, trouble: Callable[[Exception], None]) -> None:
        gone = _who(folder).read_bytes()  # a program under strace has prepared nothing
        for _ in range(2):
            if _begin(partial(erasing.erase, folder, gone), trouble) is not None:
                ack({"erased": True})
                return

    def judge(self, folder: Path, told: Told, *, closely: bool) -> None:
        store, opening = open_store(folder, journal=self.journal)
        try:
            common.check(opening.recovered is None, "damaged")
            with store.reading() as connection:
                there = dict(connection.execute(_OTHERS, (self.gone,)))
                kept = connection.execute(_KEPT, (self.gone,)).fetchone()[0]
            common.check(there == self.others, "somebody else lost something")
            common.check(not told or not kept, "somebody who was erased is back")
            common.look(store, rebuild=closely)
        finally:
            store.close()
        copies = backup.backups(folder / "backups")
        common.check(len(copies) >= 2, "a copy is gone")  # one more before a change of journal
        for path in copies:
            common.check(not backup.trouble_in(path), f"a copy that is not whole: {path.name}")
            with closing(sqlite3.connect(path)) as connection:
                kept = connection.execute(_KEPT, (self.gone,)).fetchone()[0]
            common.check(not told or not kept, "a copy still has somebody who was erased")
        if closely:
            erasing.erase(folder, self.gone)
            raw = b"".join(path.read_bytes() for path in [folder / "eco.db", *copies])
            common.check(b"Canary" not in raw, "the name is still in a file")


def _who(folder: Path) -> Path:
    return folder.with_name("who")


_OTHERS = (
    "SELECT e.id, p.body FROM event AS e JOIN payload AS p ON p.event_id = e.id "
    "WHERE e.learner <> ?"
)
_KEPT = "SELECT count(*) FROM event AS e JOIN payload AS p ON p.event_id = e.id WHERE e.learner = ?"


SCENARIOS: dict[str, type[Scenario]] = {
    one.name: one
    for one in (Scenario, Finish, Settings, Backup, Install, Migrate, Restore, Export, Merge, Erase)
}
