"""The stations of the tour that stand over a page: dialogs, the glossary card, the last look before
a quiz is handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ecolearn.content import blocks as b
from ecolearn.ui.context import Route
from ecolearn.ui.dialogs.pin import PinDialog
from ecolearn.ui.lesson.links import LinkDialog
from ecolearn.ui.lesson.picture_dialog import PictureDialog
from ecolearn.ui.lesson.popover import GlossaryPopover
from ecolearn.ui.main_window import MainWindow
from ecolearn.ui.pages.lesson import LessonPage
from ecolearn.ui.pages.quiz import QuizPage

Settle = Callable[[MainWindow], None]


def stations(
    window: MainWindow, course_id: str, module_id: str, lesson_id: str, settle: Settle
) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield (name, how to get there); leaving a station is the next one's business."""
    route = Route("lesson", course_id, module_id, lesson_id)

    def over(show: Callable[[], None]) -> Callable[[], None]:
        def visit() -> None:
            close(window)
            window.go(route)
            settle(window)
            show()

        return visit

    yield "dialog-term", over(lambda: _term(window))
    yield "dialog-picture", over(lambda: _picture(window))
    yield "dialog-link", over(lambda: _link(window))
    yield "dialog-print", over(lambda: _lesson(window)._on_print())
    yield "dialog-pin", over(lambda: _pin(window))


def overview(
    window: MainWindow, route: Route, settle: Settle
) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield the station before handing in the open attempt of `route`."""

    def visit() -> None:
        close(window)
        window.go(Route("library"))
        window.go(route)
        settle(window)
        page = window.page
        assert isinstance(page, QuizPage)
        page._on_overview_wanted()

    yield "dialog-hand-in", visit


def close(window: MainWindow) -> None:
    """Close what stands over the page."""
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    for card in window.findChildren(GlossaryPopover):
        card.dismiss()
    QApplication.processEvents()


def paint_dialogs(window: MainWindow, picture: QPixmap) -> None:
    """Add the open dialogs to a picture of the window, each in its middle: they are windows of
    their own."""
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            place = window.rect().center() - dialog.rect().center()
            painter = QPainter(picture)
            painter.drawPixmap(QPoint(max(0, place.x()), max(0, place.y())), dialog.grab())
            painter.setPen(dialog.palette().text().color())
            painter.drawRect(dialog.rect().translated(place).adjusted(0, 0, -1, -1))
            painter.end()


def _lesson(window: MainWindow) -> LessonPage:
    page = window.page
    assert isinstance(page, LessonPage)
    return page


def _term(window: MainWindow) -> None:
    page = _lesson(window)
    assert page._material is not None
    page._on_link(f"term:{page._material.course.glossary[0].id}")


def _picture(window: MainWindow) -> None:
    page = _lesson(window)
    pictures = [block for block in page.view.blocks if isinstance(block, b.Picture)]
    assert page._material is not None
    path = page._material.media(pictures[0].source)
    assert path is not None
    PictureDialog(path, pictures[0].alt, "", window).open()


def _link(window: QWidget) -> None:
    LinkDialog("https://www.example.org/energy/labels?language=kk", window).open()


def _pin(window: QWidget) -> None:
    PinDialog("Әсел", window).open()


__all__ = ["close", "overview", "paint_dialogs", "stations"]
