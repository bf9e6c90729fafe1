"""The store: opens the database of a data folder, keeps the log, hands out reading connections."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from ecolearn import paths
from ecolearn.errors import DamagedDatabase, path_fact
from ecolearn.store import incarnation, locks, schema, state, views
from ecolearn.store.backup import copy_elsewhere, make_backup
from ecolearn.store.clock import Clock, utc_now
from ecolearn.store.engine import Database, Journal
from ecolearn.store.log import IMPATIENT_MS, EventLog
from ecolearn.store.places import sync_folder
from ecolearn.store.reserve import Reserve
from ecolearn.store.second import second_folder
from ecolearn.store.tables import SCHEMA, VIEWS
from ecolearn.store.trouble import DatabaseBusy, known, trouble_of

log = logging.getLogger(__name__)

#: a database that is being put right by another program is waited for this long
_WAIT_FOR_MENDING_S = 10.0


class Store:
    """An open data folder. Write through `log`, from one thread; read with `reading`, from any."""

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime] = utc_now,
        journal: Journal | None = None,
        clock: Clock | None = None,
    ) -> None:
        """Open or create the database of `folder`, which must exist.

        Raises:
            NewerDatabase: only a newer program may write it; the file is untouched.
            DamagedDatabase: SQLite does not accept it.
            DatabaseBusy: another program holds it.
            DiskFull: there is no space, the reserve released included.
            NoPlaceForData: the disk reports errors, or lets nothing be written.
        """
        self.folder = folder
        self.path = paths.database(folder)
        self.reserve = Reserve(folder)
        self.clock = clock or Clock(now)
        #: "" until the check in the background has found something wrong
        self.trouble = ""
        #: why the last backup could not be made ("" = it could); the same for the second place
        self.backup_trouble = ""
        self.second_trouble = ""
        self._background: threading.Thread | None = None
        self._closing = threading.Event()
        presence = locks.share(locks.presence(folder), _WAIT_FOR_MENDING_S)
        if presence is None:
            raise DatabaseBusy(path=path_fact(self.path), reason="in-use")
        self._presence = presence
        try:
            self._open_somehow(journal)
        except BaseException:
            presence.release()
            raise

    def _open_somehow(self, journal: Journal | None) -> None:
        self.reserve.release_if_low()
        try:
            self._open(journal)
        except (sqlite3.Error, sa.exc.DBAPIError, OSError) as error:
            if trouble_of(error) != "full" or not self.reserve.release():
                raise known(error, self.path) from error
            try:
                self._open(journal)
            except (sqlite3.Error, sa.exc.DBAPIError, OSError) as again:
                raise known(again, self.path) from again

    def _open(self, journal: Journal | None) -> None:
        found = schema.look(self.path)
        schema.refuse_foreign(self.path, found)
        self.database = Database(self.path, journal)
        try:
            if found.journal == "wal" and self.database.journal == "truncate":
                make_backup(self.path, self.backups)  # before the file is converted (3.2)
            created = False
            if found.version == 0:
                # not there, or with a journal to be rolled back, which opening does
                with self.database.transaction() as connection:
                    found = schema.read_versions(connection)
                    schema.refuse_foreign(self.path, found)
                    if found.version == 0 and found.tables == 0:
                        schema.create(connection)
                        found = schema.read_versions(connection)
                        created = True
            if found.version < SCHEMA:
                from ecolearn.store.migrations.run import migrate

                self.database.close()
                migrate(self.path, self.backups)
                self.database = Database(self.path, journal)
            self.log = self._live()
            if created:
                sync_folder(self.folder)
                sync_folder(self.folder.parent)
            self._copied = self.log.head
        except BaseException:
            self.database.close()
            raise

    def _live(self) -> EventLog:
        place = incarnation.place_of(self.path)
        with self.database.transaction() as connection:
            if reason := incarnation.needs_new(connection, place):
                incarnation.begin(connection, place, reason)
                log.info("new incarnation: %s", reason)
            row = connection.execute("SELECT value FROM meta WHERE key = 'views'").fetchone()
            if row is None or int(row[0]) != VIEWS:
                log.info("views rebuilt from %d events", views.rebuild(connection))
            life = incarnation.living(connection)
            last = connection.execute(
                "SELECT wall_ms FROM event WHERE inc = ? AND seq = ? AND fork = 0",
                (life.inc, life.seq),
            ).fetchone()
        if last:
            self.clock.saw(last[0])
        event_log = EventLog(self.database, life, self.outbox, self.reserve, self.clock)
        event_log.take_in(self.quarantine)
        return event_log

    @property
    def outbox(self) -> Path:
        """The folder of side journals and of bundles that wait to be shipped."""
        return self.folder / "outbox"

    @property
    def backups(self) -> Path:
        """The folder of copies of the database."""
        return self.folder / "backups"

    @property
    def quarantine(self) -> Path:
        """The folder of damaged files; only the teacher empties it."""
        return self.folder / "quarantine"

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection that sees one state and cannot write; from any thread.

        Raises `DatabaseBusy` or `DamagedDatabase`.
        """
        try:
            with self.database.reading() as connection:
                yield connection
        except (sqlite3.Error, sa.exc.DBAPIError) as error:
            raise known(error, self.path) from error

    def note(self, sql: str, parameters: tuple[object, ...]) -> bool:
        """Write local state that is no fact (pace, lease); tell whether it could be written.

        Never waits long: it comes again, and an answer must not wait behind it.
        """
        try:
            with self.database.transaction(IMPATIENT_MS) as connection:
                connection.execute(sql, parameters)
        except (sqlite3.Error, sa.exc.DBAPIError, DatabaseBusy) as error:
            log.info("local state not written: %s", trouble_of(error))
            return False
        return True

    def backup(self) -> Path:
        """Make a checked copy of the database, and a second one elsewhere if a place was chosen
        (3.7). Trouble with the second one is kept in `second_trouble`. From any thread."""
        head = self.log.head
        path = make_backup(self.path, self.backups)
        self._copied = head
        try:
            if (second := second_folder(self.folder)) is not None:
                copy_elsewhere(path, second)
            self.second_trouble = ""
        except OSError as error:
            self.second_trouble = trouble_of(error)
            log.warning("no second copy: %s", self.second_trouble)
        return path

    def backup_if_changed(self, *, always: bool = False) -> bool:
        """Make a copy if something was written since the last one, or `always`: every half hour,
        when somebody signs out, when the program ends. Trouble is kept in `backup_trouble` and
        told; the next try comes by itself. A copy that shows the database to be damaged is noted,
        so that the next start puts it right."""
        if self.log.head == self._copied and not self.second_trouble and not always:
            return False
        changes: dict[str, object] = {}
        try:
            self.backup()
            self.backup_trouble = ""
            changes = {"backup_trouble": "", "backup_trouble_ms": 0}
        except DamagedDatabase as error:
            self.backup_trouble = "damaged"
            self.trouble = self.trouble or str(error.facts.get("reason", "damaged"))
            changes["damage"] = self.trouble
        except (OSError, sqlite3.Error) as error:
            self.backup_trouble = trouble_of(error)
        if self.backup_trouble:
            log.warning("no backup: %s", self.backup_trouble)
            before = state.read(self.folder)
            since = before.backup_trouble_ms or state.now_ms()
            changes |= {"backup_trouble": self.backup_trouble, "backup_trouble_ms": since}
        state.write(self.folder, second_trouble=self.second_trouble, **changes)
        return not self.backup_trouble

    def rebuild(self) -> int:
        """Make the views anew; return the number of events read."""
        with self.database.transaction() as connection:
            return views.rebuild(connection)

    # ── in the background ─────────────────────────────────────────────────────────────────────

    def start_background(self, after_s: float = 0.0) -> None:
        """Check the file and make the reserve on a thread of their own, once `after_s` seconds
        have gone by in which the first pages have the disk to themselves. What is found is in
        `trouble`."""
        if self._background is None:
            self._background = threading.Thread(
                target=self._look_after, args=(after_s,), name="store-check", daemon=True
            )
            self._background.start()

    def _look_after(self, after_s: float) -> None:
        if not self._closing.wait(after_s):
            self.look_after()

    def look_after(self) -> None:
        """Check the file, with the result in `trouble`, and make the reserve. Slow; from any
        thread."""
        self.trouble = self.quick_check()
        if self.trouble:
            log.error("quick_check: %s", self.trouble)
        self.reserve.ensure()

    def quick_check(self) -> str:
        """Return the first complaint of SQLite about the file ("" = none).

        One table at a time: a reader keeps a rollback journal's writer waiting.
        """
        try:
            with self.database.read_engine.connect() as connection:
                names = connection.exec_driver_sql(
                    "SELECT name FROM sqlite_master WHERE type = 'table'"
                ).scalars()
                for name in names.all():
                    check = connection.exec_driver_sql(f"PRAGMA quick_check('{name}')")
                    answer = str(check.scalars().first())
                    if answer != "ok":
                        return answer
        except (sqlite3.Error, sa.exc.DBAPIError) as error:
            return "" if trouble_of(error) == "locked" else str(error)
        return ""

    @property
    def closed(self) -> bool:
        """Tell whether it was closed."""
        return self._closing.is_set()

    def close(self) -> None:
        """Close everything; the side journal stays for the next start."""
        self._closing.set()
        if self._background is not None:
            self._background.join(timeout=10)
        with suppress(sqlite3.Error, sa.exc.SQLAlchemyError):
            self.log.close()
            self.database.close()
        self._presence.release()
