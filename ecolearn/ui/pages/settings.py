"""Settings: language, colours, size of text, clock; the profile; where things are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ecolearn import __version__, paths
from ecolearn.errors import BadPin
from ecolearn.messages import sentence
from ecolearn.ui.context import Context, Route
from ecolearn.ui.i18n import LANGUAGES
from ecolearn.ui.messages import describe
from ecolearn.ui.pages.page import Page
from ecolearn.ui.pages.profiles import LONGEST_NAME
from ecolearn.ui.preferences import TEXT_SIZES, THEMES
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets.card import percent_text
from ecolearn.ui.widgets.form_rows import FormRows
from ecolearn.ui.widgets.heading import Heading

if TYPE_CHECKING:
    from ecolearn.study.api import Learner

_COLUMN_PX = 720


class SettingsPage(Page):
    """Each setting applies at once; there is no button to save."""

    name = "settings"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        # widgets
        self._title = Heading("", 1)
        self._language = _Choice(list(LANGUAGES))
        self._theme = _Choice(list(THEMES))
        self._size = _Choice([str(size) for size in TEXT_SIZES])
        self._timer = QCheckBox()
        self._me = Heading("", 3)
        self._name = QLineEdit()
        self._name.setMaxLength(LONGEST_NAME)
        self._rename = QPushButton()
        self._pin = QLineEdit()
        self._pin.setMaxLength(12)
        self._pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._set_pin = QPushButton()
        self._pin_note = QLabel()
        self._pin_note.setWordWrap(True)
        self._pin_note.setTextFormat(Qt.TextFormat.PlainText)
        style.set_tone(self._pin_note, "warning")
        self._pin_note.hide()
        self._remove = QPushButton()
        style.set_kind(self._remove, "ghost")
        self._safety = QPushButton()
        self._carry = QPushButton()
        self._about = Heading("", 3)
        self._where = QLabel()
        self._versions = QLabel()
        for label in (self._where, self._versions):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            style.set_role(label, "muted")
        # layout
        looks, mine = FormRows(), FormRows()
        self._rows = {
            "language": looks.add_row(self._language),
            "theme": looks.add_row(self._theme),
            "size": looks.add_row(self._size),
            "timer": looks.add_row(self._timer),
            "name": mine.add_row(self._name, self._rename),
            "pin": mine.add_row(self._pin, self._set_pin),
        }
        body = QWidget()
        self._body = body
        body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(self._title)
        column.addWidget(self._card(None, looks))
        self._profile = self._card(self._me, mine, self._pin_note, self._remove)
        column.addWidget(self._profile)
        column.addWidget(
            self._card(self._about, self._where, self._versions, self._safety, self._carry)
        )
        column.addStretch(1)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        row.addStretch(1)
        row.addWidget(body, 100)
        row.addStretch(1)
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
        self._language.chosen.connect(context.language_wanted)
        self._theme.chosen.connect(context.theme_wanted)
        self._size.chosen.connect(self._on_size)
        self._timer.toggled.connect(self._on_timer)
        self._rename.clicked.connect(self._on_rename)
        self._name.returnPressed.connect(self._on_rename)
        self._set_pin.clicked.connect(self._on_set_pin)
        self._pin.textChanged.connect(self._on_pin_typed)
        self._pin.returnPressed.connect(self._on_set_pin)
        self._remove.clicked.connect(self._on_remove)
        self._safety.clicked.connect(self._on_safety)
        self._carry.clicked.connect(self._on_carry)
        style.notifier.changed.connect(self._on_style_changed)
        # texts
        self._on_style_changed()
        self.retranslate()

    def open(self, route: Route) -> None:
        """Show what is in force."""
        learner = self.context.learner
        self._profile.setVisible(learner is not None and self.context.start_trouble is None)
        self._carry.setVisible(self.context.start_trouble is None)
        self._name.setText(learner.name if learner else "")
        self._pin.clear()
        self._on_pin_typed()
        self._show_choices()

    def _show_choices(self) -> None:
        chosen = self.context.preferences
        self._language.show_choice(self.context.language)
        self._theme.show_choice(chosen.theme)
        nearest = min(TEXT_SIZES, key=lambda size: abs(size - chosen.text_size))
        self._size.show_choice(str(nearest))
        with QSignalBlocker(self._timer):
            self._timer.setChecked(chosen.show_timer)

    # ── layout helpers ───────────────────────────────────────────────────────────────────────

    def _card(self, heading: Heading | None, *rows: QWidget) -> QFrame:
        card = QFrame()
        style.set_surface(card, "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        if heading is not None:
            column.addWidget(heading)
        for row in rows:
            alignment = Qt.AlignmentFlag.AlignLeft if isinstance(row, QPushButton) else None
            if alignment is None:
                column.addWidget(row)
            else:
                column.addWidget(row, 0, alignment)
        return card

    # ── acts ─────────────────────────────────────────────────────────────────────────────────

    @Slot(str)
    def _on_size(self, size: str) -> None:
        self.context.text_size_wanted.emit(float(size))

    @Slot(bool)
    def _on_timer(self, wanted: bool) -> None:
        self.context.preferences.show_timer = wanted
        self.context.preferences.save()

    @Slot()
    def _on_rename(self) -> None:
        name = " ".join(self._name.text().split())
        learner = self.context.learner
        if learner is None or not name or name == learner.name:
            return
        learner_id = learner.learner_id
        self.context.act(
            lambda study: study.change_learner(learner_id, name=name), self._on_changed_me
        )

    @Slot()
    def _on_pin_typed(self) -> None:
        """Say what the button does now: an empty field removes the PIN, if there is one."""
        learner = self.context.learner
        typed = bool(self._pin.text())
        removes = not typed and learner is not None and learner.has_pin
        self._set_pin.setText(self.tr("Remove the PIN") if removes else self.tr("Set PIN"))
        self._set_pin.setEnabled(typed or removes)
        self._pin_note.hide()

    @Slot()
    def _on_set_pin(self) -> None:
        if not self._set_pin.isEnabled():
            return
        pin = self._pin.text()
        learner_id = self.context.learner_id
        self.context.act(
            lambda study: study.change_learner(learner_id, pin=pin),
            self._on_changed_pin,
            self._on_pin_refused,
        )

    @Slot(object)
    def _on_changed_pin(self, learner: Learner) -> None:
        self.context.learner_updated(learner)
        self._pin.clear()
        self._on_pin_typed()
        set_words, removed_words = self.tr("Your PIN is set."), self.tr("Your PIN is removed.")
        self.context.tell("ok", set_words if learner.has_pin else removed_words)

    @Slot(object)
    def _on_pin_refused(self, error: BaseException) -> None:
        if not isinstance(error, BadPin):
            raise error
        self._pin_note.setText(describe(error, self.context.language))
        self._pin_note.show()
        self._pin.setFocus()
        self._pin.selectAll()

    @Slot(object)
    def _on_changed_me(self, learner: Learner) -> None:
        self.context.learner_updated(learner)
        self.context.tell("ok", self.tr("Your profile is changed."))

    @Slot()
    def _on_remove(self) -> None:
        learner = self.context.learner
        if learner is None:
            return
        question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("Remove the profile"))
        question.setText(
            self.tr("Take {name} off the list of profiles on this PC?").format(name=learner.name)
        )
        question.setInformativeText(
            self.tr("Answers and progress are kept until the teacher erases them.")
        )
        remove = question.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        question.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        question.exec()
        if question.clickedButton() is remove:
            learner_id = learner.learner_id
            self.context.act(lambda study: study.remove_learner(learner_id), self._on_removed)

    @Slot(object)
    def _on_removed(self, _nothing: object) -> None:
        self.context.sign_in(None)

    @Slot()
    def _on_safety(self) -> None:
        self.context.go(Route("safety"))

    @Slot()
    def _on_carry(self) -> None:
        self.context.go(Route("collect"))

    @Slot()
    def _on_style_changed(self) -> None:
        self._body.setMaximumWidth(style.px(_COLUMN_PX))
        self._show_choices()

    # ── texts ────────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        """Set every visible text again."""
        self._title.setText(self.tr("Settings"))
        for name, text in {
            "language": self.tr("Language"),
            "theme": self.tr("Colours"),
            "size": self.tr("Size of text"),
            "timer": self.tr("Show the clock in timed quizzes"),
            "name": self.tr("Name"),
            "pin": self.tr("New PIN"),
        }.items():
            self._rows[name].setText(text)
        self._language.set_names(LANGUAGES)
        self._theme.set_names(
            {
                "system": self.tr("As the system"),
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
                "contrast-light": self.tr("High contrast, light"),
                "contrast-dark": self.tr("High contrast, dark"),
            }
        )
        self._size.set_names({str(size): percent_text(size) for size in TEXT_SIZES})
        self._me.setText(self.tr("Your profile"))
        self._rename.setText(self.tr("Rename"))
        self._pin.setPlaceholderText(self.tr("At least 4 characters"))
        self._on_pin_typed()
        self._remove.setText(self.tr("Remove this profile …"))
        self._safety.setText(self.tr("Safety and self-check"))
        # its words come from the same catalogue as those of the page it leads to
        self._carry.setText(sentence("bundles", "page-title", {}, self.context.language))
        self._about.setText(self.tr("About"))
        self._where.setText(
            self.tr("Progress on this PC is kept in {folder}").format(
                folder=self.context.data or paths.user_data()
            )
        )
        self._versions.setText(
            self.tr(
                "EcoLearn {version}, Apache License 2.0. Built with Qt {qt} (LGPL 3), fonts Inter "
                "and JetBrains Mono (OFL), icons Lucide (ISC). Nothing is sent anywhere."
            ).format(version=__version__, qt=qVersion())
        )
        self._show_choices()


class _Choice(QComboBox):
    """A list of codes shown by name; `chosen` only when a person chooses."""

    chosen = Signal(str)

    def __init__(self, codes: list[str]) -> None:
        super().__init__()
        # not wider than the form is: names of other languages may be long
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        for code in codes:
            self.addItem(code, code)
        self.activated.connect(self._on_activated)

    def set_names(self, names: dict[str, str]) -> None:
        """Show `names` (by code)."""
        for index in range(self.count()):
            self.setItemText(index, names.get(self.itemData(index), self.itemData(index)))

    def show_choice(self, code: str) -> None:
        """Show `code` as chosen, without saying so."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(code))

    def _on_activated(self, index: int) -> None:
        self.chosen.emit(self.itemData(index))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling must not change a setting."""
        event.ignore()
