"""Progress on a stick: take it to the teacher, or collect it from other PCs.

Its words are those of the command line (`resources/messages/bundles.*.toml`), so that both say the
same of the same file.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ecolearn.changes import Changes
from ecolearn.messages import sentence
from ecolearn.ui.context import Context
from ecolearn.ui.jobs import Job
from ecolearn.ui.messages import describe
from ecolearn.ui.pages.page import Page
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.icon_label import IconLabel

if TYPE_CHECKING:
    from ecolearn.store.carrying import Collected, Exported, Outcome

_COLUMN_PX = 720
_ICONS = {
    "new": ("circle-check", "ok"),
    "known": ("circle-check", "ok"),
    "odd": ("triangle-alert", "warn"),
    "refused": ("circle-x", "danger"),
}


class CollectPage(Page):
    """Two cards: out and in. A slow stick keeps no answer waiting: it is written beside the
    database thread."""

    name = "collect"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        # state
        self._at_work = 0
        self._job: Job | None = None
        self._shown: Collected | None = None
        #: (code, facts, tone) of the sentence under each card
        self._out_said: tuple[str, dict[str, Any], str] | None = None
        self._in_said: tuple[str, dict[str, Any], str] | None = None
        # widgets
        self._title = Heading("", 1)
        self._out_title, self._in_title = Heading("", 3), Heading("", 3)
        self._out_words, self._in_words = _plain("muted"), _plain("muted")
        self._new = QCheckBox()
        self._out = QPushButton()
        style.set_kind(self._out, "primary")
        self._in = QPushButton()
        self._out_says, self._in_says = _plain(), _plain()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.M)
        # layout
        self._body = QWidget()
        self._body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(self._title)
        column.addWidget(
            _card(self._out_title, self._out_words, self._new, self._out, self._out_says)
        )
        results = QWidget()
        results.setLayout(self._lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_card(self._in_title, self._in_words, self._in, self._in_says, results))
        column.addStretch(1)
        inside = QWidget()
        middle = QHBoxLayout(inside)
        middle.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        middle.addStretch(1)
        middle.addWidget(self._body, 100)
        middle.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        # connections
        self._out.clicked.connect(self._on_take)
        self._in.clicked.connect(self._on_collect)
        style.notifier.changed.connect(self._on_style_changed)
        # texts
        self._on_style_changed()
        self.retranslate()

    @property
    def busy(self) -> bool:
        """Tell whether something is being written or collected."""
        return self._at_work > 0

    def core_ready(self) -> None:
        """There is something to export now."""
        self._show_buttons()

    # ── out ──────────────────────────────────────────────────────────────────────────────────

    @Slot()
    def _on_take(self) -> None:
        core: Any = self.context.core
        target = ask_folder(self, self._say("take-title")) if core and not self.busy else None
        if target is None:
            return
        only_new = self._new.isChecked()
        self._begin("take-working")

        def gather() -> Any:
            from ecolearn.store.carrying import gather

            return gather(core.store, target, only_new)

        def deliver(gathered: Any) -> None:
            from ecolearn.store.carrying import deliver

            self.context.jobs.aside(
                lambda: deliver(gathered, target), self._on_taken, self._on_not_taken
            )

        self.context.jobs.database(gather, deliver, self._on_not_taken)

    @Slot(object)
    def _on_taken(self, done: Exported) -> None:
        if done.files:
            self._out_said = ("exported", {"events": done.events, "receipt": done.receipt}, "ok")
        else:
            code = "nothing-new" if self._new.isChecked() else "nothing-to-export"
            self._out_said = (code, {}, "info")
        self._end()

    @Slot(object)
    def _on_not_taken(self, error: BaseException) -> None:
        self._out_said = self._trouble(error)
        self._end()

    # ── in ───────────────────────────────────────────────────────────────────────────────────

    @Slot()
    def _on_collect(self) -> None:
        core: Any = self.context.core
        folder = ask_folder(self, self._say("collect-title")) if core and not self.busy else None
        if folder is None:
            return
        self._shown = None
        self._begin("collect-working", done=0, total="…")

        def work() -> Collected:
            from ecolearn.store.carrying import collect

            return collect(core.store, [folder], tell=self._report)

        self._job = self.context.jobs.database(work, self._on_collected, self._on_not_collected)
        self._job.progressed.connect(self._on_progress)

    def _report(self, done: int, total: int) -> None:
        """Called on the database thread."""
        if self._job is not None:
            self._job.report(done, total)

    @Slot(int, int)
    def _on_progress(self, done: int, total: int) -> None:
        if self.busy:
            self._in_said = ("collect-working", {"done": done, "total": total}, "info")
            self._show_words()

    @Slot(object)
    def _on_collected(self, done: Collected) -> None:
        self._shown = done
        refused = sum(one.merged is None for one in done.outcomes)
        facts = {"files": len(done.outcomes), "new": done.new, "refused": refused}
        if not done.outcomes:
            self._in_said = ("no-bundles", {}, "info")
        else:
            self._in_said = ("collect-done", facts, "ok" if done.good else "warning")
        self._end()
        if done.new:
            self.context.announce(Changes(learners=True))

    @Slot(object)
    def _on_not_collected(self, error: BaseException) -> None:
        self._in_said = self._trouble(error)
        self._end()

    # ── what is shown ────────────────────────────────────────────────────────────────────────

    def _begin(self, code: str, **facts: object) -> None:
        self._at_work += 1
        if code == "take-working":
            self._out_said = (code, facts, "info")
        else:
            self._in_said = (code, facts, "info")
        self._show_words()
        self._show_buttons()

    def _end(self) -> None:
        self._at_work -= 1
        self._job = None
        self._show_words()
        self._show_buttons()
        self._fill()

    def _say(self, code: str, **facts: object) -> str:
        return sentence("bundles", code, facts, self.context.language)

    def _trouble(self, error: BaseException) -> tuple[str, dict[str, Any], str] | None:
        """Return the sentence about an error; one that has none here is told as a banner."""
        reason = getattr(error, "reason", "")
        if reason:
            return reason, dict(getattr(error, "facts", {})), "danger"
        self.context.tell("danger", describe(error, self.context.language))
        return None

    def _show_words(self) -> None:
        for label, said in ((self._out_says, self._out_said), (self._in_says, self._in_said)):
            label.setVisible(said is not None)
            if said is not None:
                code, facts, tone = said
                label.setText(self._say(code, **facts))
                style.set_tone(label, tone)

    def _show_buttons(self) -> None:
        free = self.context.core is not None and not self.busy
        for control in (self._out, self._in, self._new):
            control.setEnabled(free)

    def _fill(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in self._shown.outcomes if self._shown else ():
            self._lines.addWidget(_Line(one, self._words_of(one)))

    def _words_of(self, one: Outcome) -> tuple[str, list[str]]:
        """Return the first line about a file, and those beneath."""
        refused = one.merged.refused if one.merged else 0
        state = self._say(f"state-{one.state}", refused=refused)
        name, new = one.path.name, one.merged.new if one.merged else 0
        head = self._say("file-line", name=name, state=state, new=new)
        if one.merged is None:
            return head, [self._say(one.reason, **(dict(one.facts) | {"path": name}))]
        lines = []
        for chain in one.merged.chains:
            words = self._say(f"chain-{chain.state}", missing=chain.missing, where=chain.where)
            lines.append(self._say("chain-line", receipt=chain.receipt or "–", state=words))
        return head, lines

    @Slot()
    def _on_style_changed(self) -> None:
        self._body.setMaximumWidth(style.px(_COLUMN_PX))

    def retranslate(self) -> None:
        """Set every visible text again."""
        self._title.setText(self._say("page-title"))
        self._out_title.setText(self._say("take-title"))
        self._out_words.setText(self._say("take-words"))
        self._new.setText(self._say("take-new"))
        self._out.setText(self._say("take-button"))
        self._in_title.setText(self._say("collect-title"))
        self._in_words.setText(self._say("collect-words"))
        self._in.setText(self._say("collect-button"))
        self._show_words()
        self._show_buttons()
        self._fill()


class _Line(QFrame):
    """One file: icon, what became of it, what its chains look like."""

    def __init__(self, one: Outcome, said: tuple[str, list[str]]) -> None:
        super().__init__()
        icon, role = _ICONS[one.state]
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        for number, text in enumerate((said[0], *said[1])):
            label = _plain("muted" if number else "strong")
            label.setText(text)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(IconLabel(icon, 20, role), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


def _plain(role: str = "") -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    if role:
        style.set_role(label, role)
    return label


def _card(*rows: QWidget) -> QFrame:
    card = QFrame()
    style.set_surface(card, "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
    column.setSpacing(Space.M)
    for row in rows:
        if isinstance(row, QPushButton):
            column.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            column.addWidget(row)
    return card


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder; tests answer it."""
    name = QFileDialog.getExistingDirectory(parent, title)
    return Path(name) if name else None
