"""A text with gaps: fields and drop-downs stand in the flowing text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ecolearn.content.blocks import Run
from ecolearn.quiz.items.base import Response, known_ids, option_id
from ecolearn.quiz.items.cloze import ChoiceGap
from ecolearn.ui.items.base import ItemView
from ecolearn.ui.items.fields import AnswerField, VerdictLine
from ecolearn.ui.items.flow import FlowText, Piece
from ecolearn.ui.items.labels import localised
from ecolearn.ui.items.text import plain, runs
from ecolearn.ui.theme import style

if TYPE_CHECKING:
    from ecolearn.quiz.items.cloze import Cloze

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_AROUND = 40  #: characters of the text around a gap that its name repeats


class _Field(AnswerField):
    """A gap to type into; it grows with what is typed."""

    grown_px = 0

    def sizeHint(self) -> QSize:
        px = style.px
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        width = max(px(112), min(px(320), int(words) + px(30)))
        return QSize(width, px(40))


class _DropDown(QComboBox):
    """A gap with entries to choose from; the wheel scrolls the page instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        texts = [self.itemText(index) for index in range(self.count())]
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return QSize(int(widest) + style.px(58), style.px(40))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the panel; Space and Alt+Down open the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)


class ClozeView(ItemView):
    """The text of the item with its gaps. Tab goes from gap to gap."""

    item: Cloze
    typed = True
    has_stem = True

    def build(self) -> None:
        self._gaps: dict[str, QWidget] = {}
        self._verdicts: dict[str, VerdictLine] = {}
        self._paragraphs: list[FlowText] = []
        self._box = QWidget(self)
        self.column.addWidget(self._box)
        self._quiet = False
        for name in known_ids(len(self.item.gaps)):
            line = VerdictLine(self)
            line.link_activated.connect(self.link_activated)
            self._verdicts[name] = line
            self.column.addWidget(line)
        self.show_texts()

    # ── making ────────────────────────────────────────────────────────────────────────────────

    def show_texts(self) -> None:
        kept = self.response() if self._gaps else None
        for paragraph in self._paragraphs:
            self.column.removeWidget(paragraph)
            paragraph.hide()
            paragraph.deleteLater()
        self._paragraphs = []
        self._gaps = {}
        self._box.hide()
        for place, pieces in enumerate(self._split()):
            flow = FlowText(pieces, pixels=16, leading=1.35, parent=self)
            flow.link_activated.connect(self.link_activated)
            self.column.insertWidget(place, flow)
            self._paragraphs.append(flow)
        self._name_gaps()
        if kept is not None:
            self.set_response(kept)
            self.show_locked()

    def _split(self) -> list[list[Piece]]:
        """Return the pieces of each paragraph."""
        paragraphs: list[list[Piece]] = [[]]
        for kind, text in self.item.segments():
            if kind == "gap":
                paragraphs[-1].append(self._make_gap(text))
                continue
            for number, part in enumerate(_PARAGRAPH.split(text)):
                if number and paragraphs[-1]:
                    paragraphs.append([])
                if part.strip():
                    paragraphs[-1] += self._runs(part)
                elif part:
                    paragraphs[-1].append(Run(" "))
        return [pieces for pieces in paragraphs if pieces]

    def _runs(self, part: str) -> list[Piece]:
        """Return the runs of a stretch of text, with the spaces at its ends kept."""
        found: list[Piece] = list(runs(" ".join(part.split("\n")).strip(), self.titles))
        if part[0] in " \n\t":
            found.insert(0, Run(" "))
        if part[-1] in " \n\t":
            found.append(Run(" "))
        return found

    def _make_gap(self, name: str) -> QWidget:
        gap = self.item.gap(name)
        made: QWidget
        if isinstance(gap, ChoiceGap):
            made = self._make_drop_down(name, gap)
        else:
            field = _Field()
            field.setMaxLength(100)
            field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            field.textEdited.connect(self._on_text_edited)
            field.submitted.connect(self.submit_requested)
            field.left.connect(self.left)
            made = field
        made.setObjectName(f"gap-{name}")
        self._gaps[name] = made
        return made

    def _make_drop_down(self, name: str, gap: ChoiceGap) -> _DropDown:
        box = _DropDown()
        box.addItem("…", "")
        texts = {option_id(i): choice.text for i, choice in enumerate(gap.choices)}
        for choice in self.order(f"gap-{name}", list(texts)):
            box.addItem(texts[choice], choice)
        box.currentIndexChanged.connect(self._on_index_changed)
        return box

    def _name_gaps(self) -> None:
        """Name each gap by its number and the words around it."""
        parts = self.item.segments()
        number = 0
        for place, (kind, name) in enumerate(parts):
            if kind != "gap" or name not in self._gaps:
                continue
            number += 1
            before = plain(parts[place - 1][1])[-_AROUND:] if place else ""
            after = plain(parts[place + 1][1])[:_AROUND] if place + 1 < len(parts) else ""
            words = self.tr("Gap {number}: {before} … {after}").format(
                number=number,
                before=before if parts[place - 1][0] == "text" else "",
                after=after if place + 1 < len(parts) and parts[place + 1][0] == "text" else "",
            )
            self._gaps[name].setAccessibleName(" ".join(words.split()))

    # ── the response ──────────────────────────────────────────────────────────────────────────

    def _value(self, name: str) -> str:
        gap = self._gaps[name]
        if isinstance(gap, QComboBox):
            return str(gap.currentData() or "")
        assert isinstance(gap, QLineEdit)
        return gap.text()

    def response(self) -> Response:
        found = {name: self._value(name) for name in self._gaps}
        return {"gaps": {name: value for name, value in sorted(found.items()) if value.strip()}}

    def unfinished(self) -> str:
        count = len(self.item.gaps)
        empty = count - len(self.response()["gaps"])
        words = self.tr("{empty} of {all} gaps are still empty. Check anyway?")
        return words.format(empty=empty, all=count) if empty > 0 else ""

    def set_response(self, response: Response) -> None:
        given = response.get("gaps", {})
        self._quiet = True
        for name, gap in self._gaps.items():
            value = str(given.get(name, ""))
            if isinstance(gap, QComboBox):
                gap.setCurrentIndex(max(0, gap.findData(value)))
            elif isinstance(gap, QLineEdit):
                gap.setText(value)
                self._grow(gap)
        self._quiet = False

    def _grow(self, gap: QWidget) -> None:
        flow = gap.parentWidget()
        if isinstance(flow, FlowText) and gap.sizeHint().width() != gap.width():
            flow.measure_again()

    # ── marks ─────────────────────────────────────────────────────────────────────────────────

    def show_marks(self) -> None:
        for number, (name, line) in enumerate(self._verdicts.items(), 1):
            gap = self._gaps.get(name)
            mark = self.mark_of(name)
            if gap is None:
                continue
            style.set_state(gap, None if mark is None else "right" if mark else "wrong")
            if mark is None:
                line.clear()
                gap.setAccessibleDescription("")
                continue
            word = self.word_right() if mark else self.word_wrong()
            if not mark and self.revealed:
                word = self.tr("{verdict}. Right: {answer}").format(
                    verdict=word, answer=self._solution_words(name)
                )
            said = self.tr("Gap {number}: {verdict}").format(number=number, verdict=word)
            line.show_verdict(mark, said, self.remark_on(name), self.titles)
            gap.setAccessibleDescription(line.accessibleName())

    def _solution_words(self, name: str) -> str:
        value = str(self.item.solution().get("gaps", {}).get(name, ""))
        gap = self._gaps[name]
        if isinstance(gap, QComboBox):
            return gap.itemText(gap.findData(value))
        return localised(value)

    def show_locked(self) -> None:
        for gap in self._gaps.values():
            if isinstance(gap, QLineEdit):
                gap.setReadOnly(self.locked)
            else:
                gap.setEnabled(not self.locked)

    def focus_first(self) -> None:
        empty = next((gap for name, gap in self._gaps.items() if not self._value(name)), None)
        target = empty or next(iter(self._gaps.values()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text_edited(self, text: str) -> None:
        gap = self.sender()
        if isinstance(gap, QWidget):
            self._grow(gap)
        self.changed()

    def _on_index_changed(self, index: int) -> None:
        if not self._quiet:
            self.changed()
