"""A checklist: boxes to tick, a line of one's own beside some, how many are done."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ecolearn.content.activities.base import State
from ecolearn.content.activities.checklist import LONGEST_NOTE, Checklist, Entry
from ecolearn.content.blocks import Block, Heading, ListBlock, ListItem, Paragraph, Run
from ecolearn.ui.activities.base import ActivityView
from ecolearn.ui.items.text import WrapLabel, plain
from ecolearn.ui.theme import style
from ecolearn.ui.widgets.callout import Callout
from ecolearn.ui.widgets.heading import Heading as Title
from ecolearn.ui.widgets.option_row import OptionRow
from ecolearn.ui.widgets.progress_bar import ThinProgressBar


class EntryRow(QWidget):
    """A box with its words, the help below it, and a line to write if the entry asks for one."""

    def __init__(self, entry: Entry, view: ChecklistView) -> None:
        super().__init__(view)
        words = plain(view.text(entry.text))
        self.box = OptionRow(words, multiple=True, parent=self)
        self.note: QLineEdit | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(4))
        column.addWidget(self.box)
        inset = style.px(50)
        help_text = plain(view.text(entry.help))
        if help_text:
            self.box.setAccessibleDescription(help_text)
            label = WrapLabel(help_text, role="muted", colour="muted", parent=self)
            below = QHBoxLayout()
            below.setContentsMargins(inset, 0, 0, 0)
            below.addWidget(label)
            column.addLayout(below)
        asked = plain(view.text(entry.note))
        if asked:
            self.note = QLineEdit(self)
            self.note.setMaxLength(LONGEST_NOTE)
            self.note.setPlaceholderText(asked)
            self.note.setAccessibleName(f"{words}: {asked}")
            line = QHBoxLayout()
            line.setContentsMargins(inset, 0, 0, style.px(6))
            line.addWidget(self.note)
            column.addLayout(line)


class ChecklistView(ActivityView[Checklist]):
    """See the module text."""

    def build(self) -> None:
        # widgets
        self.rows: dict[str, EntryRow] = {}
        self._bar = ThinProgressBar(self.tr("Ticked"), self)
        self._count = QLabel(self)
        style.set_role(self._count, "muted")
        self._closing = Callout("ok", self.tr("Done"), plain(self.text(self.activity.closing)))
        # layout
        for group in self.activity.groups:
            title = self.text(group.title)
            if title:
                self.column.addSpacing(style.px(8) if self.rows else 0)
                self.column.addWidget(Title(title, 3, self))
            for entry in group.entries:
                row = self.rows[entry.id] = EntryRow(entry, self)
                self.column.addWidget(row)
        foot = QHBoxLayout()
        foot.setSpacing(style.px(12))
        foot.addWidget(self._bar, 1)
        foot.addWidget(self._count)
        self.column.addLayout(foot)
        self.column.addWidget(self._closing)
        # connections
        for row in self.rows.values():
            row.box.clicked.connect(self._on_ticked)
            if row.note is not None:
                row.note.textEdited.connect(self._on_written)
                row.note.editingFinished.connect(self._on_left)
        self._show_count()

    # ── state ─────────────────────────────────────────────────────────────────────────────────

    def state(self) -> State:
        ticked = [entry_id for entry_id, row in self.rows.items() if row.box.isChecked()]
        notes = {
            entry_id: row.note.text()
            for entry_id, row in self.rows.items()
            if row.note is not None and row.note.text().strip()
        }
        return {"ticked": ticked, "notes": notes} if ticked or notes else {}

    def set_state(self, state: State) -> None:
        ticked, notes = state.get("ticked", ()), state.get("notes", {})
        for entry_id, row in self.rows.items():
            row.box.setChecked(entry_id in ticked)
            if row.note is not None:
                row.note.setText(notes.get(entry_id, ""))
        self._show_count()

    def focus_first(self) -> None:
        first = next(iter(self.rows.values()), None)
        if first is not None:
            first.box.setFocus()

    @Slot()
    def _on_ticked(self) -> None:
        self._show_count()
        self.changed.emit(True)

    @Slot()
    def _on_written(self) -> None:
        self.changed.emit(False)

    @Slot()
    def _on_left(self) -> None:
        self.changed.emit(True)

    def _show_count(self) -> None:
        count = len(self.state().get("ticked", ()))
        whole = len(self.rows)
        self._bar.set_fraction(count / whole if whole else 0.0)
        words = self.tr("{count} of {whole}").format(count=count, whole=whole)
        self._count.setText(words)
        self._bar.setAccessibleDescription(words)
        done = bool(self.activity.closing) and count >= max(1, self.activity.needed)
        if done == self._closing.isHidden():
            self._closing.setVisible(done)
            self.resized.emit()

    # ── paper ─────────────────────────────────────────────────────────────────────────────────

    def paper(self) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for number, group in enumerate(self.activity.groups):
            title = self.text(group.title)
            if title:
                blocks.append(Heading(3, (Run(title),), f"group-{number}"))
            items = []
            for entry in group.entries:
                sign = "☑" if self.rows[entry.id].box.isChecked() else "☐"
                lines = [f"{sign} {plain(self.text(entry.text))}"]
                if entry.note:
                    lines.append(f"{plain(self.text(entry.note))} ______________________")
                items.append(ListItem(tuple(Paragraph((Run(line),)) for line in lines)))
            blocks.append(ListBlock(tuple(items)))
        return tuple(blocks)

    def as_text(self) -> str:
        rows = []
        for group in self.activity.groups:
            title = self.text(group.title)
            rows += [title] if title else []
            for entry in group.entries:
                row = self.rows[entry.id]
                note = row.note.text().strip() if row.note is not None else ""
                sign = "☑" if row.box.isChecked() else "☐"
                rows.append(
                    f"{sign} {plain(self.text(entry.text))}" + (f": {note}" if note else "")
                )
        return "\n".join(rows)
