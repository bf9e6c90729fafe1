"""The eco-diary: all series as cards, or one of them with its entries."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ecolearn.changes import Changes
from ecolearn.content.activities.diary import Diary
from ecolearn.errors import EcoLearnError
from ecolearn.study.api import DiaryEntry
from ecolearn.study.diary_series import Series, series_of, trend
from ecolearn.study.diary_sums import csv_text
from ecolearn.ui.activities import diary_words
from ecolearn.ui.activities.diary_book import KeptDiary
from ecolearn.ui.activities.diary_card import SeriesCard, SeriesContent
from ecolearn.ui.activities.diary_charts import FEW_POINTS
from ecolearn.ui.activities.diary_detail import SeriesView
from ecolearn.ui.activities.diary_form import Draft
from ecolearn.ui.activities.diary_words import SeriesWords
from ecolearn.ui.context import Context, CoreLike, Route
from ecolearn.ui.items.text import WrapLabel
from ecolearn.ui.pages.page import Page
from ecolearn.ui.texts import date_words
from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets.empty_state import EmptyState
from ecolearn.ui.widgets.flow_layout import FlowLayout
from ecolearn.ui.widgets.heading import Heading

_COLUMN_PX = 880

#: what courses say of series, with the languages of each course
Described = tuple[tuple[Diary, tuple[str, ...]], ...]


class DiaryPage(Page):
    """See the module text. `Route.anchor` names the series that is open, "" for all."""

    name = "diary"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        # state
        self._described: Described | None = None
        self._series: tuple[Series, ...] | None = None
        self._learner_id = ""
        self._open_id = ""
        self._came_from = ""  # the series whose card gets the keyboard on the way back
        self._focus_wanted = False
        self._drafts: dict[str, Draft] = {}
        self._reading = 0
        self.book = KeptDiary(context, self)
        self.view: SeriesView | None = None
        self.cards: list[SeriesCard] = []
        self._shown: tuple[Series, ...] = ()  # whose cards those are
        # widgets
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # layout
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        # connections
        context.changed.connect(self._on_changed)
        style.notifier.changed.connect(self._on_look_changed)

    @property
    def busy(self) -> bool:
        """Tell whether the diary is being read."""
        return self._reading > 0

    def open(self, route: Route) -> None:
        """Read the diary and show the series of `route`, or all."""
        if self._learner_id != self.context.learner_id:
            self._learner_id = self.context.learner_id
            self._series, self._described = None, None
            self._drafts = {}
        self._keep_draft()
        self._came_from = self._open_id
        self._open_id = route.anchor
        self._focus_wanted = True
        self._scroll.verticalScrollBar().setValue(0)
        self._fill()
        self._described = None  # courses may have changed on the disk
        self._reload()

    def leave(self) -> bool:
        """Keep what stands in the form."""
        self._keep_draft()
        return True

    def _reload(self) -> None:
        self._reading += 1
        self.context.view(
            partial(_read, learner_id=self._learner_id, described=self._described),
            partial(self._on_read, self._learner_id),
            self._on_not_read,
        )

    def _on_read(self, learner_id: str, found: tuple[Described, tuple[Series, ...]]) -> None:
        self._reading -= 1
        if learner_id != self._learner_id:
            return
        before = self._series
        self._described, self._series = found
        opened = next((one for one in self._series if one.id == self._open_id), None)
        same = self.view is not None and opened is not None and before is not None
        if same and self.view is not None and opened is not None and _alike(self.view, opened):
            self.view.follow(opened)
        elif before != self._series or not self.cards:
            self._fill()

    def _on_not_read(self, error: BaseException) -> None:
        self._reading -= 1
        self.context.jobs.failed.emit(error)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.library:
            self._described = None
        if self.isVisible() and (changes.diary or changes.library):
            self._reload()

    # ── showing ───────────────────────────────────────────────────────────────────────────────

    def _fill(self) -> None:
        """Make what is shown anew."""
        if self._series is None:
            return
        self._keep_draft()
        focused = [
            one.id for one, card in zip(self._shown, self.cards, strict=False) if card.hasFocus()
        ]
        if focused:
            self._came_from, self._focus_wanted = focused[0], True
        place = self._scroll.verticalScrollBar().value()
        self.view, self.cards, self._shown = None, [], self._series
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        body = QWidget()
        body.setMaximumWidth(style.px(_COLUMN_PX))
        body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addStretch(1)
        row.addWidget(body, 100)
        row.addStretch(1)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        series = next((one for one in self._series if one.id == self._open_id), None)
        if series is not None:
            self._add_series(column, series)
        else:
            self._add_all(column)
        self._scroll.setWidget(inside)
        self._scroll.verticalScrollBar().setValue(place)
        if self._focus_wanted and self.isVisible():
            self._focus_wanted = False
            self._give_focus()

    def _give_focus(self) -> None:
        reason = Qt.FocusReason.OtherFocusReason
        if self.view is not None:
            self.view.form.value.setFocus(reason)
            return
        ids = [one.id for one in self._series or ()]
        if self._came_from in ids and self.cards:
            self.cards[ids.index(self._came_from)].setFocus(reason)

    def _add_series(self, column: QVBoxLayout, series: Series) -> None:
        self.view = SeriesView(series, self.book, self.context.language)
        draft = self._drafts.get(series.id)
        if draft is not None:
            self.view.form.set_draft(draft)
            self.view.follow(series)
        self.view.back_wanted.connect(self._on_back)
        self.view.table_wanted.connect(self._on_table)
        column.addWidget(self.view)

    def _add_all(self, column: QVBoxLayout) -> None:
        all_series = self._series or ()
        head = QHBoxLayout()
        head.addWidget(Heading(self.tr("Eco-diary"), 1), 1)
        column.addLayout(head)
        if not all_series:
            empty = EmptyState(
                "notebook-pen",
                self.tr(
                    "Here you write down what you measure again and again. None of the courses "
                    "on this PC has anything to measure yet."
                ),
                self.tr("Choose a course"),
            )
            empty.action_requested.connect(self._on_choose)
            column.addWidget(empty, 1)
            return
        written = any(one.entries for one in all_series)
        words = (
            self.tr("What you measure again and again, and what came of it.")
            if written
            else self.tr(
                "Choose what you want to measure, and write down the first value. "
                "Measure again later: that shows whether a change helped."
            )
        )
        column.addWidget(WrapLabel(words, colour="muted"))
        across = QWidget()
        flow = FlowLayout(across)
        for series in all_series:
            card = SeriesCard(self._content(series))
            card.clicked.connect(partial(self._on_card, series.id))
            self.cards.append(card)
            flow.addWidget(card)
        column.addWidget(across)
        if written:
            save = QPushButton(self.tr("Save everything as a table"))
            icons.set_button_icon(save, "file-down")
            save.clicked.connect(self._on_table)
            column.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _content(self, series: Series) -> SeriesContent:
        words = SeriesWords(series, self.context.language)
        last = series.last
        if last is None:
            return SeriesContent(words.title, series.diary.icon, "", self.tr("Begin today"))
        points = tuple(value for _, value in trend(series).points[-FEW_POINTS:])
        line = f"{date_words(last.day)} · {diary_words.entries(len(series.entries))}"
        spoken = ""
        if len(points) > 1:
            spoken = self.tr("From {first} to {last}").format(
                first=words.mean(points[0]), last=words.mean(points[-1])
            )
        value = words.value(last.value, last.unit)
        return SeriesContent(words.title, series.diary.icon, value, line, points, spoken)

    def _keep_draft(self) -> None:
        if self.view is not None:
            self._drafts[self.view.series.id] = self.view.form.draft()

    def retranslate(self) -> None:
        """Make everything in the new language; a hidden page does so when it is opened."""
        if self.isVisible():
            self._fill()

    @Slot()
    def _on_look_changed(self) -> None:
        if self.isVisible():
            self._fill()

    # ── where to go ───────────────────────────────────────────────────────────────────────────

    def _on_card(self, series_id: str) -> None:
        self.context.go(Route("diary", anchor=series_id))

    @Slot()
    def _on_back(self) -> None:
        self.context.go(Route("diary"))

    @Slot()
    def _on_choose(self) -> None:
        self.context.go(Route("library"))

    # ── a table for spreadsheets ──────────────────────────────────────────────────────────────

    @Slot()
    def _on_table(self) -> None:
        """Save the open series, or all, as CSV."""
        language = self.context.language
        shown = (self.view.series,) if self.view is not None else self._series or ()
        titles = {one.id: SeriesWords(one, language).title for one in shown}
        name = self.tr("eco-diary") if self.view is None else titles[shown[0].id]
        target = ask_table(self, self.tr("Save as table"), f"{name}.csv")
        if target is None:
            return
        entries: list[DiaryEntry] = [entry for one in shown for entry in one.entries]
        headings = (
            self.tr("Series"),
            self.tr("Day"),
            self.tr("Value"),
            self.tr("Unit"),
            self.tr("Note"),
        )
        text = csv_text(entries, titles, headings, language)
        self.context.jobs.aside(
            lambda: target.write_bytes(text.encode("utf-8")),
            partial(self._on_saved, target.name),
            self._on_not_saved,
        )

    def _on_saved(self, name: str, _size: int) -> None:
        self.context.tell("ok", self.tr("The table is saved: {name}").format(name=name))

    def _on_not_saved(self, error: BaseException) -> None:
        if not isinstance(error, OSError):
            self.context.jobs.failed.emit(error)
            return
        self.context.tell(
            "danger",
            self.tr(
                "The table could not be saved there. The place may be full, read-only, or the "
                "file is open in another program. Please choose another place or name."
            ),
        )


def _alike(view: SeriesView, series: Series) -> bool:
    """Tell whether a view can follow the series as it is now: what courses say is the same."""
    return view.series.diary == series.diary and view.series.gone == series.gone


def _read(
    core: CoreLike, *, learner_id: str, described: Described | None
) -> tuple[Described, tuple[Series, ...]]:
    """Read the series of all courses, unless they are known, and the entries."""
    if described is None:
        found = []
        for summary in core.library.summaries():
            try:
                course = core.library.open(summary.course_id).course
            except EcoLearnError:
                continue  # the library page says what is wrong with it
            found += [(o, course.languages) for o in course.activities if isinstance(o, Diary)]
        described = tuple(found)
    entries = core.study.diary(learner_id) if learner_id else ()
    return described, series_of(described, entries)


def ask_table(parent: QWidget, title: str, proposal: str) -> Path | None:
    """Ask where to save the table; tests answer it."""
    name, _filter = QFileDialog.getSaveFileName(parent, title, proposal, "CSV (*.csv)")
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(".csv")
