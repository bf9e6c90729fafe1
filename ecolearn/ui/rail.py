"""The navigation rail: where one can go, who is here, language and look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from ecolearn.ui.context import Context, Route
from ecolearn.ui.i18n import LANGUAGES
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets.icon_label import IconLabel
from ecolearn.ui.widgets.rail_button import RailButton

if TYPE_CHECKING:
    from ecolearn.study.api import Learner

_WIDTH_PX = 96


class Rail(QFrame):
    """96 px wide; the middle button leads back to the lesson or quiz that is open."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # state
        self._context = context
        self._current = Route("")
        self._learner_id = ""
        # widgets
        self._logo = IconLabel("leaf", 30, "primary")
        self._library = RailButton("library", "")
        self._study = RailButton("book-open", "")
        self._progress = RailButton("chart-column", "")
        self._diary = RailButton("notebook-pen", "")
        self._language = RailButton("languages", "", checkable=False)
        self._look = RailButton("moon", "", checkable=False)
        self._settings = RailButton("settings", "")
        self._learner = RailButton("user", "", checkable=False)
        # layout
        style.set_surface(self, "rail")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.L, Space.S, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(Space.M)
        for button in (self._library, self._study, self._progress, self._diary):
            column.addWidget(button)
        column.addStretch(1)
        for button in (self._learner, self._language, self._look, self._settings):
            column.addWidget(button)
        # connections
        self._library.clicked.connect(self.open_library)
        self._study.clicked.connect(self.open_current)
        self._progress.clicked.connect(self.open_progress)
        self._diary.clicked.connect(self.open_diary)
        self._settings.clicked.connect(self._on_settings)
        self._learner.clicked.connect(self._on_learner)
        self._language.clicked.connect(self._on_language)
        self._look.clicked.connect(self._on_look)
        style.notifier.changed.connect(self._on_style_changed)
        # texts
        self._study.setEnabled(False)
        self._on_style_changed()
        self._retranslate()

    def mark(self, route: Route) -> None:
        """Show where the window is."""
        if route.page in {"lesson", "quiz", "result"}:
            self._current = route
        self._study.setEnabled(bool(self._current.page))
        here = {
            "library": self._library,
            "course": self._library,
            "progress": self._progress,
            "diary": self._diary,
            "settings": self._settings,
            "safety": self._settings,
            "collect": self._settings,
            "lesson": self._study,
            "quiz": self._study,
            "result": self._study,
        }.get(route.page)
        if here is not None:
            places = (self._library, self._study, self._progress, self._diary, self._settings)
            for button in places:
                button.setChecked(button is here)
        self._retranslate()

    def set_learner(self, learner: Learner | None) -> None:
        """Show who is signed in."""
        self._learner.set_icon(learner.picture if learner else "user")
        if learner is None or learner.learner_id != self._learner_id:
            self._learner_id = learner.learner_id if learner else ""
            self._current = Route("")
        self._retranslate()

    @Slot()
    def open_library(self) -> None:
        """Go to the courses."""
        self._context.go(Route("library"))

    @Slot()
    def open_current(self) -> None:
        """Go back to the open lesson or quiz."""
        if self._current.page:
            self._context.go(self._current)

    @Slot()
    def open_progress(self) -> None:
        """Go to the learner's progress."""
        self._context.go(Route("progress"))

    @Slot()
    def open_diary(self) -> None:
        """Go to the learner's diary."""
        self._context.go(Route("diary"))

    @Slot()
    def _on_settings(self) -> None:
        self._context.go(Route("settings"))

    @Slot()
    def _on_learner(self) -> None:
        self._context.go(Route("profiles"))

    @Slot()
    def _on_language(self) -> None:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for code, name in LANGUAGES.items():
            action = QAction(name, menu, checkable=True)
            action.setData(code)
            action.setChecked(code == self._context.language)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._on_language_picked)
        corner = self._language.mapToGlobal(self._language.rect().topRight())
        menu.popup(corner)
        menu.setActiveAction(group.checkedAction())

    @Slot(QAction)
    def _on_language_picked(self, action: QAction) -> None:
        self.language_chosen.emit(action.data())

    @Slot()
    def _on_look(self) -> None:
        theme = style.current()
        name = "light" if theme.dark else "dark"
        self.theme_chosen.emit(f"contrast-{name}" if theme.contrast else name)

    @Slot()
    def _on_style_changed(self) -> None:
        self.setFixedWidth(style.px(_WIDTH_PX))
        self._look.set_icon("sun" if style.current().dark else "moon")
        self._retranslate()

    def sizeHint(self) -> QSize:
        """Return the width the design gives it."""
        return QSize(style.px(_WIDTH_PX), super().sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        quiz = self._current.page in {"quiz", "result"}
        self._study.set_icon("clipboard-check" if quiz else "book-open")
        self._library.setText(self.tr("Courses"))
        self._study.setText(self.tr("Quiz") if quiz else self.tr("Lesson"))
        self._progress.setText(self.tr("Progress"))
        self._diary.setText(self.tr("Eco-diary"))
        self._settings.setText(self.tr("Settings"))
        self._settings.setToolTip(self._settings.text())
        learner = self._context.learner
        name = learner.name if learner else ""
        self._learner.setText(name if len(name) <= 12 else name[:11] + "…")
        self._learner.setToolTip(self.tr("{name}: change the learner").format(name=name))
        self._learner.setAccessibleName(self._learner.toolTip())
        self._language.setText({"kk": "Қаз", "ru": "Рус", "en": "Eng"}[self._context.language])
        self._language.setToolTip(self.tr("Language"))
        self._language.setAccessibleName(
            self.tr("Language: {name}").format(name=LANGUAGES[self._context.language])
        )
        dark = style.current().dark
        self._look.setText("")
        self._look.setToolTip(self.tr("Light colours") if dark else self.tr("Dark colours"))
        self._look.setAccessibleName(self._look.toolTip())
        self._library.setToolTip(self.tr("Courses (Alt+1)"))
        self._study.setToolTip(self.tr("Back to the open lesson or quiz (Alt+2)"))
        self._progress.setToolTip(self.tr("Your progress (Alt+3)"))
        self._diary.setToolTip(self.tr("What you measure again and again (Alt+4)"))
