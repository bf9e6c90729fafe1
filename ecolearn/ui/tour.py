"""The tour: the real window, a made-up learner in a folder of its own, every page, one PNG each.

It is how the looks are reviewed, and a smoke test of the whole program: a page that raises, never
settles or shows nothing is a failure.
"""

from __future__ import annotations

import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QEvent,
    QEventLoop,
    QIODevice,
    QPoint,
    Qt,
)
from PySide6.QtGui import QCursor, QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QScrollArea

from ecolearn.ui import tour_dialogs
from ecolearn.ui.application import make_application
from ecolearn.ui.context import Route
from ecolearn.ui.lesson import picture_store
from ecolearn.ui.main_window import MainWindow
from ecolearn.ui.preferences import Preferences

if TYPE_CHECKING:
    from ecolearn.content.model import Course
    from ecolearn.study.api import Learner, StudyApi

_SETTLE_S = 20.0
#: the series of the gallery course that the made-up learner has kept
_METER = "diary-electricity"
_NAMES = {"kk": "Айгерім", "ru": "Данияр", "en": "Aruzhan"}


class Tour:
    """Walks through the pages; `count` is the number of pictures written."""

    def __init__(
        self, out: Path, size: tuple[int, int], text_size: float = 1.0, only: str = ""
    ) -> None:
        self._out = out
        self._size = size
        self._text_size = text_size
        self._only = only
        self._failures: list[str] = []
        self.count = 0

    def walk(self, languages: list[str], themes: list[str]) -> list[str]:
        """Visit every page in each language and theme; return what failed, in words."""
        self._out.mkdir(parents=True, exist_ok=True)
        for language in languages:
            with tempfile.TemporaryDirectory(prefix="ecolearn-tour-") as folder:
                self._walk_language(language, themes, Path(folder))
        return self._failures

    def _walk_language(self, language: str, themes: list[str], data: Path) -> None:
        preferences = Preferences(language=language, theme=themes[0], text_size=self._text_size)
        app = make_application(preferences)
        window = MainWindow(data, preferences)
        window.show_first()
        window.resize(*self._size)
        window.start_core()
        _settle(window)
        try:
            for theme in themes:
                window.set_theme(theme)
                self._picture(window, "welcome", language, theme)
            learner = _make_past(window, language)
            for theme in themes:
                window.set_theme(theme)
                window.context.sign_in(None)
                self._picture(window, "profiles", language, theme)
                window.context.sign_in(learner)
                _settle(window)
                for name, visit in self._stations(window):
                    self._station(window, name, visit, language, theme)
        except OSError:  # the pictures cannot be written: trouble, not a page that fails
            raise
        except Exception:
            self._failures.append(f"{language}: {traceback.format_exc(limit=4)}")
        finally:
            window.close()
            window.shut_down()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            app.processEvents()

    def _station(
        self, window: MainWindow, name: str, visit: Callable[[], None], language: str, theme: str
    ) -> None:
        if self._only not in name:
            return
        try:
            visit()
            self._picture(window, name, language, theme)
        except OSError:
            raise
        except Exception:
            self._failures.append(f"{name} {language} {theme}: {traceback.format_exc(limit=4)}")

    def _stations(self, window: MainWindow) -> Iterator[tuple[str, Callable[[], None]]]:
        """Yield (name, how to get there). Pages that show a course use the first with a quiz, the
        others are walked for their activities."""
        core = window.context.core
        assert core is not None
        learner_id = window.context.learner_id

        def go(route: Route) -> Callable[[], None]:
            return lambda: window.go(route)

        yield "library", go(Route("library"))
        courses = core.library.summaries()
        if not courses:
            self._failures.append("there is no course to show")
            return
        opened = [core.library.open(one.course_id).course for one in courses]
        course = next((one for one in opened if any(m.quiz for m in one.modules)), opened[0])
        yield "course", go(Route("course", course.id))
        for module in course.modules:
            for number, lesson in enumerate(module.lessons, 1):
                route = Route("lesson", course.id, module.id, lesson.id)
                for part in range(1, 4):
                    name = f"lesson-{module.id}-{number}-part{part}".lower()
                    yield name, _scrolled(window, route, (part - 1) / 2)
        module = course.modules[0]
        yield from self._quiz_stations(window, course.id, module.id, learner_id)
        first = module.lessons[0].id
        yield from tour_dialogs.stations(window, course.id, module.id, first, _settle)
        tour_dialogs.close(window)
        for other in opened:
            yield from _activity_stations(window, other, window.context.language)
        yield "progress", go(Route("progress"))
        yield "diary", go(Route("diary"))
        yield "diary-series", go(Route("diary", anchor=_METER))
        yield "diary-series-end", _scrolled(window, Route("diary", anchor=_METER), 1.0)
        yield "settings", go(Route("settings"))
        yield "safety", go(Route("safety"))
        yield "collect", go(Route("collect"))

    def _quiz_stations(
        self, window: MainWindow, course_id: str, module_id: str, learner_id: str
    ) -> Iterator[tuple[str, Callable[[], None]]]:
        core = window.context.core
        assert core is not None
        route = Route("quiz", course_id, module_id)
        yield "quiz-start", lambda: window.go(route)
        sitting = core.study.open_attempt(learner_id, course_id, module_id)
        if sitting is not None:
            for position, item in enumerate(sitting.items):
                yield f"quiz-{position + 1}", _at_item(window, route, sitting.attempt_id, position)
                del item
            open_one = Route("quiz", course_id, module_id, attempt_id=sitting.attempt_id)
            yield from tour_dialogs.overview(window, open_one, _settle)
        lines = core.study.attempts(learner_id, course_id, module_id)
        finished = [line for line in lines if line.finished_at is not None]
        if finished:
            shown = Route("result", course_id, module_id, attempt_id=finished[-1].attempt_id)
            yield "result", lambda: window.go(shown)

    def _picture(self, window: MainWindow, name: str, language: str, theme: str) -> None:
        if self._only not in name:
            return
        _settle(window)
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        window.clear_messages()
        QCursor.setPos(window.mapToGlobal(window.rect().bottomRight()))
        _settle(window)
        shot = window.grab()
        tour_dialogs.paint_dialogs(window, shot)
        image = shot.toImage()
        if _is_blank(image):
            self._failures.append(f"{name} {language} {theme}: nothing is painted")
        _write(image, self._out / f"{name}-{language}-{theme}.png")
        self.count += 1
        for error in window.troubles:
            trace = "".join(traceback.format_exception(error, limit=-4))
            self._failures.append(f"{name} {language} {theme}: {trace}")
        window.troubles.clear()


def _write(image: QImage, path: Path) -> None:
    """Write a PNG; Qt itself would not say why the disk refuses it."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    path.write_bytes(data.data())


def _scrolled(window: MainWindow, route: Route, fraction: float) -> Callable[[], None]:
    def visit() -> None:
        window.go(route)
        _settle(window)
        areas = window.page.findChildren(QScrollArea)
        if areas:
            bar = max(areas, key=lambda area: area.verticalScrollBar().maximum())
            bar.verticalScrollBar().setValue(round(bar.verticalScrollBar().maximum() * fraction))

    return visit


def _activity_stations(
    window: MainWindow, course: Course, language: str
) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield every activity where a lesson shows it: its top, and its end if it is long."""
    seen: set[str] = set()
    for module in course.modules:
        for lesson in module.lessons:
            text = lesson.texts.get(language) or next(iter(lesson.texts.values()))
            route = Route("lesson", course.id, module.id, lesson.id)
            for activity_id in text.activities():
                if activity_id not in seen:
                    seen.add(activity_id)
                    name = f"activity-{activity_id}"
                    yield name, _at_activity(window, route, activity_id, end=False)
                    yield f"{name}-end", _at_activity(window, route, activity_id, end=True)


def _at_activity(
    window: MainWindow, route: Route, activity_id: str, *, end: bool
) -> Callable[[], None]:
    def visit() -> None:
        from ecolearn.ui.activities.card import ActivityCard
        from ecolearn.ui.lesson.blocks_box import FoldView

        window.go(route)
        _settle(window)
        for fold in window.page.findChildren(FoldView):
            if not fold.is_open:
                fold.button.click()
        _settle(window)
        cards = window.page.findChildren(ActivityCard)
        card = next(one for one in cards if one.activity.id == activity_id)
        (area,) = (one for one in window.page.findChildren(QScrollArea) if one.isAncestorOf(card))
        inside = area.widget()
        assert inside is not None
        top = card.mapTo(inside, QPoint(0, 0)).y() - 12
        bottom = top + card.height() + 24 - area.viewport().height()
        area.verticalScrollBar().setValue(max(top, bottom) if end else top)

    return visit


def _at_item(
    window: MainWindow, route: Route, attempt_id: str, position: int
) -> Callable[[], None]:
    def visit() -> None:
        window.context.act(lambda study: study.move_to(attempt_id, position, 0.0))
        window.go(Route("library"))
        window.go(
            Route("quiz", route.course_id, route.module_id, attempt_id=attempt_id),
        )

    return visit


def _make_past(window: MainWindow, language: str) -> Learner:
    """Give the tour's learner a past: lessons read, a quiz taken, another one begun."""
    core = window.context.core
    assert core is not None
    made: list[Learner] = []
    window.jobs.database(
        lambda: _live(core.study, core.library, _NAMES[language], language), made.append
    )
    _settle(window)
    return made[0]


def _live(study: StudyApi, library: object, name: str, language: str) -> Learner:
    from ecolearn.content.library import Library
    from ecolearn.study.api import Spot

    assert isinstance(library, Library)
    others = {"kk": ("Нұрлан", "Әсел"), "ru": ("Тимур", "Әсел"), "en": ("Timur", "Asel")}[language]
    study.create_learner(others[0], "bird", 210, "", language)
    study.create_learner(others[1], "flower-2", 330, "2468", language)
    learner = study.create_learner(name, "leaf", 150, "", language).value
    summaries = library.summaries()
    if not summaries:
        return learner
    course_id = summaries[0].course_id
    opened = library.open(course_id)
    module = opened.course.modules[0]
    who = learner.learner_id
    first, *rest = module.lessons
    study.open_lesson(who, course_id, first.id)
    study.save_spot(who, course_id, first.id, Spot(3, 0.0), 1.0)
    study.finish_lesson(who, course_id, first.id)
    for lesson in rest[:1]:
        study.open_lesson(who, course_id, lesson.id)
        study.save_spot(who, course_id, lesson.id, Spot(4, 0.0), 0.4)
    if module.quiz is not None:
        done = study.start_quiz(who, course_id, module.id).value
        for index, item in enumerate(done.items):
            found = opened.item(item.item_id, language)
            if found is not None and index % 3:
                response = found[0].solution()
                study.answer(done.attempt_id, item.item_id, response, 20.0 * (index + 1))
        study.finish(done.attempt_id, 260.0)
        begun = study.start_quiz(who, course_id, module.id).value
        for index, item in enumerate(begun.items[:4:2]):
            found = opened.item(item.item_id, language)
            if found is not None:
                study.answer(begun.attempt_id, item.item_id, found[0].solution(), 15.0 * index)
        study.flag(begun.attempt_id, begun.items[1].item_id, True)
    _measure(study, who)
    return learner


def _measure(study: StudyApi, who: str) -> None:
    """Write a meter's readings of ten weeks, with other lamps after six of them, and drips."""
    from ecolearn.study.diary_series import CHANGES
    from ecolearn.ui.activities.diary_form import today

    reading = 4210.0
    monday = today() - timedelta(days=70)
    for week, used in enumerate((0, 41, 39, 44, 40, 42, 43, 35, 33, 34, 32)):
        reading += used
        study.write_diary(who, _METER, monday + timedelta(days=7 * week), reading, "kWh")
    changed = monday + timedelta(days=42)
    study.write_diary(who, _METER + CHANGES, changed, 1, "", "LED")
    for week, drips in enumerate((38, 41, 12, 0)):
        study.write_diary(who, "diary-drips", monday + timedelta(days=7 * week), drips, "1/min")


def _settle(window: MainWindow) -> None:
    """Let jobs, layouts and timers come to rest; raise if they never do."""
    app = QApplication.instance()
    assert app is not None
    deadline = time.monotonic() + _SETTLE_S
    quiet = 0
    while quiet < 4:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.005)
        at_rest = window.jobs.idle and not window.page.busy and picture_store.store().idle
        quiet = quiet + 1 if at_rest else 0
        if time.monotonic() > deadline:
            raise TimeoutError(f"{window.route.page} did not come to rest in {_SETTLE_S} s")


def _is_blank(image: QImage) -> bool:
    small = image.scaled(32, 32, mode=Qt.TransformationMode.FastTransformation)
    colours = {small.pixel(x, y) for x in range(32) for y in range(32)}
    return len(colours) < 2
