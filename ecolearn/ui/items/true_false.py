"""True or false, and why: two rows side by side, then rows for the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from ecolearn.quiz.items.base import Response, known_ids, option_id
from ecolearn.ui.items.base import ItemView
from ecolearn.ui.items.choices import Choices
from ecolearn.ui.items.rows import ChoiceRow
from ecolearn.ui.theme import style

if TYPE_CHECKING:
    from ecolearn.quiz.items.true_false import TrueFalse


#: narrower than this (pixels at scale 1) the two stand below each other
_NARROW_PX = 380


class _Pair(QWidget):
    """True and false side by side, or below each other where there is little room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(style.px(10))

    def minimumSizeHint(self) -> QSize:
        """Never force a page to be wide."""
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the row into a column, or back."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        narrow = self.width() < style.px(_NARROW_PX)
        self.row.setDirection(way.TopToBottom if narrow else way.LeftToRight)


class TrueFalseView(ItemView):
    """1 is true, 2 is false, 3 and on are the reasons."""

    item: TrueFalse

    def build(self) -> None:
        pair = _Pair(self)
        self._quiet = False
        self._verdicts = {
            True: ChoiceRow(digit=1, parent=pair),
            False: ChoiceRow(digit=2, parent=pair),
        }
        for row in self._verdicts.values():
            row.toggled.connect(self._on_verdict_toggled)
            row.link_activated.connect(self.link_activated)
            pair.row.addWidget(row, 1)
        self.column.addWidget(pair)
        self._why = QLabel(self)
        style.set_role(self._why, "strong")
        self.column.addSpacing(style.px(6))
        self.column.addWidget(self._why)
        order = self.order("reasons", known_ids(len(self.item.reasons)))
        self._reasons = Choices(order, first_digit=3, parent=self)
        self._reasons.chosen_changed.connect(self._on_reason_changed)
        self._reasons.link_activated.connect(self.link_activated)
        self.column.addWidget(self._reasons)
        self._why.setVisible(bool(self.item.reasons))
        self._reasons.setVisible(bool(self.item.reasons))
        self.show_texts()

    def show_texts(self) -> None:
        self._verdicts[True].set_text(self.tr("True"))
        self._verdicts[False].set_text(self.tr("False"))
        self._why.setText(self.tr("Why?"))
        self._reasons.set_texts(self.item.reasons, self.media, self.titles)

    def _verdict(self) -> bool | None:
        return next((name for name, row in self._verdicts.items() if row.isChecked()), None)

    def response(self) -> Response:
        chosen = self._reasons.chosen()
        return {"verdict": self._verdict(), "reason": chosen[0] if chosen else ""}

    def set_response(self, response: Response) -> None:
        self._quiet = True
        for name, row in self._verdicts.items():
            row.setAutoExclusive(False)
            row.setChecked(response.get("verdict") is name)
            row.setAutoExclusive(True)
        self._quiet = False
        reason = response.get("reason")
        self._reasons.set_chosen([reason] if reason else [])

    def show_marks(self) -> None:
        if self.grade is None:
            for row in self._verdicts.values():
                row.set_mark("")
                row.show_feedback("")
            self._reasons.set_marks({})
            return
        given = self._verdict()
        for name, row in self._verdicts.items():
            good = name is self.item.verdict
            if name is given:
                word = self.word_right() if good else self.word_wrong()
                row.set_mark("right" if good else "wrong", word, self.remark_on("verdict"))
                row.show_feedback(self.remark_on("verdict"))
            elif self.revealed:
                row.set_mark("missed" if good else "other", self.word_missed() if good else "")
            else:
                row.set_mark("")
        self._reasons.set_marks(self._reason_marks())

    def _reason_marks(self) -> dict[str, tuple[str, str, str]]:
        marks = {}
        chosen = self._reasons.chosen()
        for index, option in enumerate(self.item.reasons):
            name = option_id(index)
            if name in chosen:
                mark = "right" if option.right else "wrong"
                word = self.word_right() if option.right else self.word_wrong()
                marks[name] = (mark, word, option.feedback)
            elif self.revealed and option.right:
                marks[name] = ("missed", self.word_missed(), option.feedback)
            elif self.revealed:
                marks[name] = ("other", "", option.feedback)
        return marks

    def show_locked(self) -> None:
        for row in self._verdicts.values():
            row.set_locked(self.locked)
        self._reasons.set_locked(self.locked)

    def missing(self) -> str:
        if self._verdict() is None or not self.item.reasons:
            return super().missing()
        return self.tr("Now choose why.")

    def key_digit(self, digit: int) -> bool:
        if digit in (1, 2):
            row = self._verdicts[digit == 1]
            row.setFocus()
            row.click()
            return True
        return self._reasons.press(digit)

    def focus_first(self) -> None:
        given = self._verdict()
        self._verdicts[given is not False].setFocus()

    def _on_verdict_toggled(self, checked: bool) -> None:
        if checked and not self._quiet:
            self.changed()

    def _on_reason_changed(self) -> None:
        self.changed()
