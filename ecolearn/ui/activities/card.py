"""An activity on a card: what it is, its title and introduction, the activity, saving, printing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ecolearn.content.activities.base import Activity, State
from ecolearn.content.blocks import Block, Paragraph, Run
from ecolearn.study.api import ActivityState
from ecolearn.ui.activities import make_view
from ecolearn.ui.activities.base import AnyView, Around
from ecolearn.ui.items.base import say
from ecolearn.ui.items.tiles import TileFlow
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.lesson.prose import make_label, prose
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.chip import Chip
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.icon_label import IconLabel

ICONS = {
    "calculator": "calculator",
    "sorting": "recycle",
    "scenario": "map",
    "number-check": "search",
    "checklist": "list-checks",
    "debate": "users",
    "diary": "notebook-pen",
}


def kind_name(kind: str) -> str:
    """Return the word for a kind of activity."""
    translate = QCoreApplication.translate
    return {
        "calculator": translate("activities", "Calculator"),
        "sorting": translate("activities", "Sorting game"),
        "scenario": translate("activities", "What would you do?"),
        "number-check": translate("activities", "Check the number"),
        "checklist": translate("activities", "Checklist"),
        "debate": translate("activities", "Debate"),
        "diary": translate("activities", "Eco-diary"),
    }.get(kind, translate("activities", "Activity"))


class ActivityCard(Column):
    """See the module text.

    Signals:
        state_changed(object): The state to be kept, a moment after it changed.
        link_activated(str): A link was followed.
    """

    state_changed = Signal(object)
    link_activated = Signal(str)

    def __init__(self, activity: Activity, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(20, 16, 20, 18), gap=12)
        self.activity = activity
        self.around = around
        # widgets
        title = around.text(activity.title)
        self.view: AnyView | None = make_view(activity, around, self)
        self._status = QLabel(self)
        style.set_role(self._status, "muted")
        self._trouble = make_label((Run(""),), role="muted")
        self._trouble.hide()
        self._restart = self._button("rotate-ccw", self.tr("Start again"))
        self._copy = self._button("copy", self.tr("Copy"))
        self._print = self._button("printer", self.tr("Print"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(self.view.pause_ms if self.view is not None else 0)
        # layout
        style.set_surface(self, "card")
        self.setAccessibleName(f"{kind_name(activity.kind)}: {title}")
        self.add(self._head())
        self.add(Heading(title, 3), 8)
        intro = around.text(activity.intro)
        if intro:
            body = prose(intro, self, media=around.media, language=around.language)
            body.link_activated.connect(self.link_activated)
            self.add(body, 6)
        if self.view is None:
            sentence = self.tr("This kind of activity needs a newer EcoLearn.")
            self.add(make_label((Run(sentence),), role="muted"))
        else:
            self.add(self.view)
        self.add(self._trouble, 8)
        # connections
        self._pause.timeout.connect(self.settle)
        self._restart.clicked.connect(self._on_restart)
        self._copy.clicked.connect(self._on_copy)
        self._print.clicked.connect(self._on_print)
        if self.view is not None:
            self.view.changed.connect(self._on_changed)
            self.view.resized.connect(self.updateGeometry)
            self.view.link_activated.connect(self.link_activated)
        self._refresh()

    def _head(self) -> QWidget:
        """Return the line above the title; what does not fit goes below, nothing is cut."""
        head, buttons = QWidget(self), QWidget(self)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(4))
        for button in (self._restart, self._copy, self._print):
            row.addWidget(button)
        across = TileFlow(head, gap=8, trailing=3)
        kind = self.activity.kind
        across.addWidget(IconLabel(ICONS.get(kind, "puzzle"), 20, "primary", head))
        across.addWidget(Chip(kind_name(kind)))
        across.addWidget(self._status)
        across.addWidget(buttons)
        return head

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(icon, "muted"))
        button.setFixedSize(style.px(40), style.px(40))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    # ── state ─────────────────────────────────────────────────────────────────────────────────

    def show_state(self, state: State) -> None:
        """Show what was done before."""
        if self.view is not None:
            self.view.set_state(state)
            self._refresh()

    def state(self) -> State:
        """Return what was done so far."""
        return self.view.state() if self.view is not None else {}

    def show_kept(self, kept: ActivityState) -> None:
        """Say that the state was saved."""
        self._trouble.hide()
        self._status.setText(self.tr("Saved"))
        if self.view is not None:
            self.view.show_kept(kept)

    def show_trouble(self, text: str) -> None:
        """Say that the state could not be saved."""
        self._status.setText(self.tr("Not saved"))
        self._trouble.setText(text)
        self._trouble.show()
        say(self, text, urgent=True)
        self.updateGeometry()

    @Slot()
    def settle(self) -> None:
        """Have a change kept now that waits for its pause."""
        if self._waits:
            self._pause.stop()
            self._waits = False
            self.state_changed.emit(self.state())

    _waits = False

    @Slot(bool)
    def _on_changed(self, at_once: bool) -> None:
        self._status.clear()
        self._waits = True
        if at_once:
            self.settle()
        else:
            self._pause.start()
        self._refresh()

    def _refresh(self) -> None:
        """Offer what can be done now."""
        view = self.view
        self._restart.setVisible(view is not None and view.can_restart())
        self._copy.setVisible(view is not None and view.can_copy())
        self._print.setVisible(view is not None and view.can_print())

    # ── buttons ───────────────────────────────────────────────────────────────────────────────

    @Slot()
    def _on_restart(self) -> None:
        if self.view is not None:
            self.view.restart()
            self.view.focus_first()

    @Slot()
    def _on_copy(self) -> None:
        if self.view is not None:
            QGuiApplication.clipboard().setText(self.view.as_text())
            self._status.setText(self.tr("Copied"))
            say(self, self.tr("Copied"))

    @Slot()
    def _on_print(self) -> None:
        if self.view is None:
            return
        from ecolearn.content.markdown import blocks
        from ecolearn.ui.lesson.print_dialog import PrintDialog

        intro: tuple[Block, ...] = blocks(self.around.text(self.activity.intro))
        dialog = PrintDialog(
            self.around.text(self.activity.title),
            (*intro, *self.view.paper()),
            self.around.language,
            self.around.media,
            course_title=self.around.course_title,
            parent=self.window(),
        )
        dialog.open()


def missing(activity_id: str, words: str, parent: QWidget | None = None) -> Column:
    """Return a card for an activity that the course does not have."""
    card = Column(parent, margins=(18, 14, 18, 14))
    style.set_surface(card, "card")
    card.add(prose((Paragraph((Run(words.format(id=activity_id)),)),), role="muted"))
    return card
