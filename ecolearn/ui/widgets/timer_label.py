"""The time left, calm: it can be hidden, and says politely when five minutes and one are left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.icon_label import IconLabel

#: seconds left at which the learner is told
WARNINGS_S = (300, 60)


def clock_text(seconds: float) -> str:
    """Return "8:42" or "1:08:42"; a begun second counts."""
    whole = max(0, -int(-seconds // 1))
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes}:{rest:02d}"
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}"


class TimerLabel(QWidget):
    """Shows the seconds it is given; it keeps no time itself.

    Signals:
        warned(int): So many minutes are left (5 and 1), told once each.
        expired: No time is left.
        hidden_changed(bool): The learner hides the time, or shows it again.
    """

    warned = Signal(int)
    expired = Signal()
    hidden_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # state
        self._left: float | None = None
        self._shown_text = ""
        self._told: set[int] = set()
        self._over = False
        # widgets
        self._icon = IconLabel("timer", 18, "muted", self)
        self._text = QLabel(self)
        self._toggle = QToolButton(self)
        self._toggle.setCheckable(True)
        style.set_role(self._text, "strong")
        # layout
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(style.px(6))
        across.addWidget(self._icon)
        across.addWidget(self._text)
        across.addWidget(self._toggle)
        # connections
        self._toggle.toggled.connect(self._on_toggled)
        self._retranslate()

    def start(self, left_s: float) -> None:
        """Begin with `left_s` seconds; warnings for times gone by are not given."""
        self._told = {limit for limit in WARNINGS_S if left_s <= limit}
        self._over = False
        self.set_left(left_s)

    def set_left(self, left_s: float) -> None:
        """Show that `left_s` seconds are left."""
        self._left = left_s
        self._show()
        for limit in WARNINGS_S:
            if 0 < left_s <= limit and limit not in self._told:
                self._told.add(limit)
                self.warned.emit(limit // 60)
        if left_s <= 0 and not self._over:
            self._over = True
            self.expired.emit()

    @property
    def hidden_time(self) -> bool:
        """Tell whether the learner has hidden the time."""
        return self._toggle.isChecked()

    def hide_time(self, hidden: bool) -> None:
        """Hide the time, or show it again, as the learner wanted elsewhere."""
        self._toggle.setChecked(hidden)

    def _show(self) -> None:
        if self._left is None:
            return
        tone = "danger" if self._left <= 60 else "warning" if self._left <= 300 else None
        text = self.tr("Time hidden") if self.hidden_time else clock_text(self._left)
        if text == self._shown_text:
            return
        self._shown_text = text
        self._text.setText(text)
        style.set_tone(self._text, None if self.hidden_time else tone)
        role = {"danger": "danger", "warning": "warn"}.get(tone or "", "muted")
        self._icon.set_icon("timer", role)
        minutes = max(0, int(self._left // 60))
        # by whole minutes: a name that changes each second would be read each second
        name = (
            self.tr("Less than a minute left")
            if minutes == 0
            else self.tr("Time left: %n minute(s)", "", minutes)
        )
        if self._text.accessibleName() != name:
            self._text.setAccessibleName(name)
            self.setAccessibleName(name)

    def _retranslate(self) -> None:
        words = self.tr("Show the time") if self.hidden_time else self.tr("Hide the time")
        self._toggle.setIcon(icons.icon("eye" if self.hidden_time else "eye-off", "muted"))
        self._toggle.setToolTip(words)
        self._toggle.setAccessibleName(words)
        self._shown_text = ""
        self._show()

    def _on_toggled(self, checked: bool) -> None:
        self._retranslate()
        self.hidden_changed.emit(checked)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


__all__ = ["WARNINGS_S", "TimerLabel", "clock_text"]
