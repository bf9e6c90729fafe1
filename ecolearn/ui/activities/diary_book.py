"""The way of a diary in a lesson or on its page to what is kept: reading, writing, taking back.

`DiaryBook` by itself keeps entries only as long as it lives: so a preview shows what a learner
will see, and writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, Signal, Slot

from ecolearn.changes import Changes
from ecolearn.study.api import DiaryEntry
from ecolearn.ui.context import Context, Route

Written = Callable[[DiaryEntry], None]
Trouble = Callable[[BaseException], None]


class DiaryBook(QObject):
    """See the module text.

    Signals:
        changed: Entries are other than before; ask again.
    """

    changed = Signal()

    #: whether there is a page that shows more
    can_open = False

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, DiaryEntry] = {}

    def entries(self) -> tuple[DiaryEntry, ...]:
        """Return the entries as far as they were read; `changed` tells of more."""
        return tuple(self._entries.values())

    def refresh(self) -> None:
        """Read the entries again; `changed` follows."""

    def write(
        self,
        series_id: str,
        day: date,
        value: float,
        unit: str,
        note: str = "",
        entry_id: str = "",
        *,
        on_written: Written | None = None,
        on_trouble: Trouble | None = None,
    ) -> None:
        """Write an entry, or with `entry_id` correct one; then `on_written` or `on_trouble`."""
        now = datetime.now(UTC)
        entry = DiaryEntry(entry_id or uuid4().hex, series_id, day, value, unit, note, now)
        self._entries[entry.entry_id] = entry
        if on_written is not None:
            on_written(entry)
        self.changed.emit()

    def open(self, series_id: str) -> None:
        """Go to the page of the diary, if there is one."""


class KeptDiary(DiaryBook):
    """The diary of who is signed in, kept by the study; follows every change of it."""

    can_open = True

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._learner_id = ""
        context.changed.connect(self._on_changed)

    def entries(self) -> tuple[DiaryEntry, ...]:
        """Return the entries that were read for who is signed in."""
        return super().entries() if self._learner_id == self._context.learner_id else ()

    def refresh(self) -> None:
        """Read the entries on the database thread; `changed` follows."""
        learner_id = self._context.learner_id
        if learner_id:
            self._context.view(
                lambda core: core.study.diary(learner_id), partial(self._on_read, learner_id)
            )

    def _on_read(self, learner_id: str, entries: tuple[DiaryEntry, ...]) -> None:
        if learner_id != self._context.learner_id:
            return
        self._learner_id = learner_id
        self._entries = {one.entry_id: one for one in entries}
        self.changed.emit()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.diary and self._learner_id:
            self.refresh()

    def write(
        self,
        series_id: str,
        day: date,
        value: float,
        unit: str,
        note: str = "",
        entry_id: str = "",
        *,
        on_written: Written | None = None,
        on_trouble: Trouble | None = None,
    ) -> None:
        """See `DiaryBook.write`; `on_written` is called after the commit."""
        learner_id = self._context.learner_id
        self._context.act(
            lambda study: study.write_diary(
                learner_id, series_id, day, value, unit, note, entry_id
            ),
            on_written,
            on_trouble,
        )

    def remove(
        self,
        entry_id: str,
        removed: bool = True,
        *,
        on_done: Callable[[], None] | None = None,
        on_trouble: Trouble | None = None,
    ) -> None:
        """Remove an entry, or with `removed=False` bring it back; then `on_done`, after the
        commit, or `on_trouble`."""
        learner_id = self._context.learner_id

        def done(_: None) -> None:
            if on_done is not None:
                on_done()

        self._context.act(
            lambda study: study.remove_diary_entry(learner_id, entry_id, removed), done, on_trouble
        )

    def open(self, series_id: str) -> None:
        """Go to the page of the diary."""
        self._context.go(Route("diary", anchor=series_id))
