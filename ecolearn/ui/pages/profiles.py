"""Who is learning? Profiles by name and picture on a shared PC, with an optional PIN."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ecolearn.changes import Changes
from ecolearn.errors import BadPin, WrongPin
from ecolearn.ui.context import Context, Route
from ecolearn.ui.dialogs.pin import PinDialog
from ecolearn.ui.i18n import LANGUAGES
from ecolearn.ui.messages import describe
from ecolearn.ui.pages.page import Page
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets.flow_layout import FlowLayout
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.icon_label import IconLabel
from ecolearn.ui.widgets.person_button import PersonButton, PictureButton

if TYPE_CHECKING:
    from ecolearn.study.api import Learner

#: icon name → hue in degrees; what a learner can pick as a picture
PICTURES = {
    "leaf": 150,
    "bird": 210,
    "cat": 30,
    "fish": 190,
    "rabbit": 280,
    "turtle": 120,
    "squirrel": 15,
    "tree-pine": 160,
    "flower-2": 330,
    "mountain": 230,
    "sun": 45,
    "sprout": 95,
}
LONGEST_NAME = 60


class ProfilesPage(Page):
    """Profile tiles, or the form for a new one; the form alone on a fresh PC."""

    name = "profiles"
    shows_rail = False

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        # state
        self._learners: tuple[Learner, ...] = ()
        self._asking: PinDialog | None = None
        # widgets
        self._logo = IconLabel("leaf", 44, "primary")
        self._title = Heading("", 1)
        self._under = QLabel()
        self._tiles = QWidget()
        self._flow = FlowLayout(self._tiles, min_item=168)
        self._form = NewLearnerForm()
        self._views = _Views()
        self._languages = QWidget()
        # layout
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._under.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._under.setWordWrap(True)
        style.set_role(self._under, "muted")
        self._fill_languages()
        self._views.addWidget(self._tiles)
        self._views.addWidget(self._form)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.S)
        column.addStretch(1)
        column.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addWidget(self._under)
        column.addSpacing(Space.L)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._views, 6)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(1)
        column.addWidget(self._languages, 0, Qt.AlignmentFlag.AlignHCenter)
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
        self._form.created.connect(self._on_create)
        self._form.cancelled.connect(self._on_back)
        context.changed.connect(self._on_changed)
        # texts
        self.retranslate()

    # ── showing ──────────────────────────────────────────────────────────────────────────────

    def open(self, route: Route) -> None:
        """Show the profiles: at once from the quick look, then from the core."""
        if self.context.core is not None:
            self._reload()
        else:
            self.show_learners(self.context.first_learners() or ())

    def core_ready(self) -> None:
        """Replace the quick look by the truth."""
        self._reload()

    def show_learners(self, learners: tuple[Learner, ...]) -> None:
        """Show a tile for each profile and one for a new profile."""
        self._learners = learners
        self._flow.clear()
        for learner in learners:
            tile = PersonButton(learner.name, learner.picture, learner.hue, locked=learner.has_pin)
            tile.clicked.connect(partial(self._on_tile, learner))
            self._flow.addWidget(tile)
        new = PersonButton(self.tr("New profile"), "plus", -1)
        new.clicked.connect(self._on_new)
        self._flow.addWidget(new)
        self._show_form(not learners)
        first = self._flow.itemAt(0)
        tile_widget = first.widget() if first is not None else None
        if learners and tile_widget is not None:
            tile_widget.setFocus()

    def _reload(self) -> None:
        self.context.view(_read_learners, self.show_learners)

    def _show_form(self, wanted: bool) -> None:
        self._form.set_can_cancel(bool(self._learners))
        self._views.setCurrentWidget(self._form if wanted else self._tiles)
        self._say()
        if wanted:
            self._form.begin()

    # ── acts ─────────────────────────────────────────────────────────────────────────────────

    def _on_tile(self, learner: Learner) -> None:
        if not learner.has_pin:
            self._sign_in(learner.learner_id, "", self._on_refused)
            return
        self._asking = PinDialog(learner.name, self)
        self._asking.entered.connect(partial(self._on_pin, learner.learner_id))
        self._asking.finished.connect(self._on_asked)
        self._asking.open()

    def _on_pin(self, learner_id: str, pin: str) -> None:
        self._sign_in(learner_id, pin, self._on_pin_refused)

    @Slot(int)
    def _on_asked(self, _result: int) -> None:
        self._asking = None

    def _sign_in(
        self, learner_id: str, pin: str, on_error: Callable[[BaseException], None]
    ) -> None:
        self.context.act(lambda study: study.sign_in(learner_id, pin), self._on_signed_in, on_error)

    @Slot(object)
    def _on_signed_in(self, learner: Learner) -> None:
        if self._asking is not None:
            self._asking.accept()
        self.context.sign_in(learner)

    @Slot(object)
    def _on_pin_refused(self, error: BaseException) -> None:
        if self._asking is not None and isinstance(error, WrongPin):
            self._asking.show_trouble(describe(error, self.context.language))
            return
        if self._asking is not None:
            self._asking.reject()
        self._on_refused(error)

    @Slot(object)
    def _on_refused(self, error: BaseException) -> None:
        if isinstance(error, BadPin):
            self._form.show_pin_trouble(describe(error, self.context.language))
            return
        kind = "warning" if isinstance(error, WrongPin) else "danger"
        self.context.tell(kind, describe(error, self.context.language))

    @Slot(str, str, str)
    def _on_create(self, name: str, picture: str, pin: str) -> None:
        language = self.context.language
        self.context.act(
            lambda study: study.create_learner(
                name, picture, PICTURES.get(picture, 150), pin, language
            ),
            partial(self._on_created, pin),
            self._on_refused,
        )

    def _on_created(self, pin: str, learner: Learner) -> None:
        self._form.clear()
        self._sign_in(learner.learner_id, pin, self._on_refused)

    @Slot()
    def _on_new(self) -> None:
        self._show_form(True)

    @Slot()
    def _on_back(self) -> None:
        self._show_form(False)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.learners and self.isVisible():
            self._reload()

    def _on_language(self, language: str) -> None:
        self.context.language_wanted.emit(language)

    # ── texts ────────────────────────────────────────────────────────────────────────────────

    def _fill_languages(self) -> None:
        row = QHBoxLayout(self._languages)
        row.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(self._languages)
        for code, name in LANGUAGES.items():
            button = QPushButton(name)
            button.setCheckable(True)
            button.setChecked(code == self.context.language)
            style.set_kind(button, "ghost")
            button.clicked.connect(partial(self._on_language, code))
            group.addButton(button)
            row.addWidget(button)
        self._language_buttons = dict(zip(LANGUAGES, group.buttons(), strict=True))

    def _say(self) -> None:
        forming = self._views.currentWidget() is self._form
        if not self._learners:
            self._title.setText(self.tr("Welcome to EcoLearn"))
            self._under.setText(
                self.tr("Lessons on energy, water, waste and climate. Who is learning here?")
            )
        elif forming:
            self._title.setText(self.tr("A new profile"))
            self._under.setText(self.tr("A name your class knows is enough."))
        else:
            self._title.setText(self.tr("Who is learning?"))
            self._under.setText(self.tr("Choose your picture."))

    def retranslate(self) -> None:
        """Set every visible text again."""
        self._form.retranslate()
        for code, button in self._language_buttons.items():
            button.setChecked(code == self.context.language)
        if self._views.currentWidget() is self._tiles:
            self.show_learners(self._learners)
        self._say()


def _read_learners(core: object) -> tuple[Learner, ...]:
    return core.study.learners()  # type: ignore[attr-defined, no-any-return]


class _Views(QWidget):
    """Shows one of its widgets, as high as that one is: a QStackedWidget takes the highest."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._current: QWidget | None = None

    def addWidget(self, view: QWidget) -> None:
        """Add a widget; the first one is shown."""
        self._column.addWidget(view)
        view.setVisible(self._current is None)
        self._current = self._current or view

    def setCurrentWidget(self, view: QWidget) -> None:
        """Show `view` instead of what is shown now."""
        if view is not self._current and self._current is not None:
            self._current.hide()
        self._current = view
        view.show()

    def currentWidget(self) -> QWidget | None:
        """Return what is shown."""
        return self._current


class NewLearnerForm(QFrame):
    """Name, picture, PIN if one wants."""

    created = Signal(str, str, str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # widgets
        self._name_label = QLabel()
        self._name = QLineEdit()
        self._name.setMaxLength(LONGEST_NAME)
        self._name_label.setBuddy(self._name)
        self._picture_label = QLabel()
        self._pictures = QButtonGroup(self)
        self._pin_label = QLabel()
        self._pin = QLineEdit()
        self._pin.setMaxLength(12)
        self._pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._pin_label.setBuddy(self._pin)
        self._pin_note = QLabel()
        self._pin_note.setTextFormat(Qt.TextFormat.PlainText)
        self._pin_note.setWordWrap(True)
        style.set_tone(self._pin_note, "warning")
        self._pin_note.hide()
        self._create = QPushButton()
        self._cancel = QPushButton()
        style.set_kind(self._create, "primary")
        style.set_kind(self._cancel, "ghost")
        for label in (self._name_label, self._picture_label, self._pin_label):
            style.set_role(label, "strong")
            label.setWordWrap(True)
        # layout
        style.set_surface(self, "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(self._name_label)
        column.addWidget(self._name)
        column.addSpacing(Space.XS)
        column.addWidget(self._picture_label)
        grid = QGridLayout()
        grid.setSpacing(Space.S)
        for index, (picture, hue) in enumerate(PICTURES.items()):
            button = PictureButton(picture, hue)
            self._pictures.addButton(button, index)
            grid.addWidget(button, index // 6, index % 6)
        self._pictures.buttons()[0].setChecked(True)
        column.addLayout(grid)
        column.addSpacing(Space.XS)
        column.addWidget(self._pin_label)
        column.addWidget(self._pin)
        column.addWidget(self._pin_note)
        column.addSpacing(Space.S)
        row = QHBoxLayout()
        row.addWidget(self._cancel)
        row.addStretch(1)
        row.addWidget(self._create)
        column.addLayout(row)
        # connections
        self._name.textChanged.connect(self._on_typed)
        self._name.returnPressed.connect(self._on_create)
        self._pin.returnPressed.connect(self._on_create)
        self._pin.textChanged.connect(self._pin_note.hide)
        self._create.clicked.connect(self._on_create)
        self._cancel.clicked.connect(self.cancelled)
        self._on_typed("")
        self.retranslate()

    def begin(self) -> None:
        """Put the cursor where one starts."""
        QTimer.singleShot(0, self._name, self._name.setFocus)

    def show_pin_trouble(self, text: str) -> None:
        """Say below the PIN why it cannot be one."""
        self._pin_note.setText(text)
        self._pin_note.show()
        self._pin.setAccessibleDescription(text)
        self._pin.setFocus()
        self._pin.selectAll()

    def clear(self) -> None:
        """Forget what was typed."""
        self._name.clear()
        self._pin.clear()

    def set_can_cancel(self, can: bool) -> None:
        """Show the way back only where there is one."""
        self._cancel.setVisible(can)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape and self._cancel.isVisible():
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._create.setEnabled(bool(self._name.text().strip()))

    @Slot()
    def _on_create(self) -> None:
        name = " ".join(self._name.text().split())
        if name:
            self.created.emit(name, list(PICTURES)[self._pictures.checkedId()], self._pin.text())

    def retranslate(self) -> None:
        """Set every visible text again."""
        self._name_label.setText(self.tr("Your name or nickname"))
        self._name.setPlaceholderText(self.tr("For example: Aigerim K."))
        self._picture_label.setText(self.tr("Your picture"))
        self._pin_label.setText(self.tr("PIN, if you want one"))
        self._pin.setPlaceholderText(self.tr("At least 4 characters, or empty"))
        self._create.setText(self.tr("Start learning"))
        self._cancel.setText(self.tr("Back"))
        for button in self._pictures.buttons():
            _name_picture(button, self.picture_name(list(PICTURES)[self._pictures.id(button)]))

    def picture_name(self, picture: str) -> str:
        """Return what a picture shows, in words."""
        return {
            "leaf": self.tr("Leaf"),
            "bird": self.tr("Bird"),
            "cat": self.tr("Cat"),
            "fish": self.tr("Fish"),
            "rabbit": self.tr("Rabbit"),
            "turtle": self.tr("Turtle"),
            "squirrel": self.tr("Squirrel"),
            "tree-pine": self.tr("Fir tree"),
            "flower-2": self.tr("Flower"),
            "mountain": self.tr("Mountain"),
            "sun": self.tr("Sun"),
            "sprout": self.tr("Sprout"),
        }.get(picture, picture)


def _name_picture(button: QAbstractButton, name: str) -> None:
    button.setAccessibleName(name)
    button.setToolTip(name)
