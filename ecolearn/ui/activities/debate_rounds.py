"""The rounds of a debate, one below the other, and a clock that can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ecolearn.content.activities.debate import Round
from ecolearn.content.texts import Said
from ecolearn.ui.activities.marks import Badge, soften
from ecolearn.ui.items.base import say
from ecolearn.ui.items.text import WrapLabel, plain
from ecolearn.ui.items.tiles import TileFlow
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.chip import Chip
from ecolearn.ui.widgets.timer_label import TimerLabel

_TICK_MS = 250


class RoundsView(QWidget):
    """See the module text. Shown again, the clock stands still where it was.

    Signals:
        moved(bool): The clock was started or stopped, or another round begins: keep it now if
            true; false while it runs.
    """

    moved = Signal(bool)

    def __init__(
        self, rounds: Sequence[Round], text: Callable[[Said], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # state
        self._rounds = tuple(rounds)
        self._titles = [plain(text(one.title)) for one in rounds]
        self._index = 0
        self._left_s = 0.0
        self._touched = False
        self._watch = QElapsedTimer()
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        # widgets
        self._badges: list[Badge] = []
        self._name = WrapLabel("", role="strong", parent=self)
        self.clock = TimerLabel(self)
        self.start = QPushButton(self)
        style.set_kind(self.start, "primary")
        self.next = QPushButton(self.tr("Next round"), self)
        icons.set_button_icon(self.next, "arrow-right")
        self._over = WrapLabel("", role="strong", colour="warn", parent=self)
        # layout
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(10))
        for number, one in enumerate(rounds, 1):
            column.addWidget(self._row(number, one, text))
        panel = QFrame(self)
        soften(panel)
        down = QVBoxLayout(panel)
        down.setContentsMargins(*[style.px(14)] * 4)
        down.setSpacing(style.px(8))
        down.addWidget(self._name)
        buttons = QWidget(panel)
        across = TileFlow(buttons, gap=10)
        across.addWidget(self.clock)
        across.addWidget(self.start)
        across.addWidget(self.next)
        down.addWidget(buttons)
        down.addWidget(self._over)
        column.addWidget(panel)
        # connections
        self._ticks.timeout.connect(self._on_tick)
        self.start.clicked.connect(self._on_start)
        self.next.clicked.connect(self._on_next)
        self.clock.warned.connect(self._on_warned)
        self.clock.expired.connect(self._on_expired)
        self.show_round(None, None)

    def _row(self, number: int, one: Round, text: Callable[[Said], str]) -> QWidget:
        row = QWidget(self)
        badge = Badge(number, row)
        self._badges.append(badge)
        title = WrapLabel(self._titles[number - 1], role="strong", parent=row)
        minutes = Chip(self.tr("%n min", "", one.minutes), "neutral", row)
        head = QHBoxLayout()
        head.setSpacing(style.px(8))
        head.addWidget(title, 1)
        head.addWidget(minutes, 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout()
        down.setSpacing(style.px(2))
        down.addSpacing(style.px(4))
        down.addLayout(head)
        words = plain(text(one.text))
        if words:
            down.addWidget(WrapLabel(words, colour="text", parent=row))
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(style.px(12))
        across.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(down, 1)
        return row

    # ── state ─────────────────────────────────────────────────────────────────────────────────

    @property
    def runs(self) -> bool:
        """Tell whether the clock runs."""
        return self._ticks.isActive()

    def at(self) -> tuple[int, int] | None:
        """Return (round, seconds left in it), None if the clock was never touched."""
        return (self._index, round(self._now_left())) if self._touched else None

    def show_round(self, index: int | None, left_s: float | None) -> None:
        """Stand at a round with so many seconds left, stopped; None = at the beginning."""
        self._ticks.stop()
        self._touched = index is not None
        self._index = index or 0
        whole = self._rounds[self._index].minutes * 60
        self._left_s = whole if left_s is None else min(left_s, whole)
        self._begin_clock()
        self._show()

    def _begin_clock(self) -> None:
        blocked = self.clock.blockSignals(self._left_s <= 0)  # it was told when it happened
        self.clock.start(self._left_s)
        self.clock.blockSignals(blocked)

    def _now_left(self) -> float:
        gone = self._watch.elapsed() / 1000 if self.runs else 0.0
        return max(0.0, self._left_s - gone)

    def _show(self) -> None:
        words = self.tr("Round {number}: {title}")
        self._name.set_text(words.format(number=self._index + 1, title=self._titles[self._index]))
        over = self._now_left() <= 0
        self.start.setText(self.tr("Pause") if self.runs else self.tr("Start"))
        icons.set_button_icon(self.start, "pause" if self.runs else "play")
        self.start.setVisible(not over)
        self.next.setVisible(self._index + 1 < len(self._rounds))
        self._over.set_text(self._words_over() if over else "")
        self._over.setVisible(over)
        for place, badge in enumerate(self._badges):
            past = place < self._index or (place == self._index and over)
            badge.set_mark("solved" if past else "")

    def _words_over(self) -> str:
        title = self._titles[self._index]
        if self._index + 1 < len(self._rounds):
            return self.tr("Time is up: {title}. Go on to the next round.").format(title=title)
        return self.tr("Time is up: {title}. That was the last round.").format(title=title)

    # ── the clock ─────────────────────────────────────────────────────────────────────────────

    @Slot()
    def _on_start(self) -> None:
        if self.runs:
            self._stop()
        else:
            self._touched = True
            self._watch.start()
            self._ticks.start()
        self._show()
        self.moved.emit(True)

    def _stop(self) -> None:
        self._left_s = self._now_left()
        self._ticks.stop()

    @Slot()
    def _on_tick(self) -> None:
        self.moved.emit(False)
        self.clock.set_left(self._now_left())

    @Slot(int)
    def _on_warned(self, minutes: int) -> None:
        say(self, self.tr("%n minute(s) left", "", minutes))

    @Slot()
    def _on_expired(self) -> None:
        self._stop()
        self._show()
        QApplication.beep()
        say(self, self._words_over(), urgent=True)
        (self.next if not self.next.isHidden() else self.clock).setFocus()
        self.moved.emit(True)

    @Slot()
    def _on_next(self) -> None:
        ran = self.runs
        self.show_round(self._index + 1, None)
        if ran:
            self._on_start()
        else:
            self.moved.emit(True)
        say(self, self._name.text())
