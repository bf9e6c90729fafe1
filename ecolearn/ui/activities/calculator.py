"""A calculator: inputs beside live results, charts, a guess first, and how it is calculated."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecolearn.content.activities.base import State
from ecolearn.content.activities.calculator import Calculator, Chart, Output
from ecolearn.content.activities.calculator import Column as TableColumn
from ecolearn.content.activities.explaining import explain
from ecolearn.content.activities.working import Drawn, Worked, Working
from ecolearn.content.blocks import Block, Heading, Paragraph, Run, Table
from ecolearn.quiz.numbers import shown_number
from ecolearn.quiz.unit_words import unit_words
from ecolearn.quiz.units import convert, parse_unit
from ecolearn.ui.activities.base import ActivityView
from ecolearn.ui.activities.calculator_fold import WorkingFold
from ecolearn.ui.activities.calculator_inputs import InputsPanel, TablePanel, number_format
from ecolearn.ui.activities.calculator_layout import Beside
from ecolearn.ui.activities.calculator_results import PredictionBox, ResultsPanel, RowResults
from ecolearn.ui.activities.calculator_words import shown, unit_of, worded, working_blocks
from ecolearn.ui.items.base import say
from ecolearn.ui.items.text import plain
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets.chart_box import ChartBox
from ecolearn.ui.widgets.chart_data import MOST_SERIES, ChartData, Part, Point, Series, Target

#: results are spoken after this pause, ms: not while a slider is dragged
SPOKEN_MS = 900
#: “how it is calculated” is written anew after this pause, ms
WORKING_MS = 400
#: charts have this many bars, the rest is left to the table
_MOST_BARS = 12


class CalculatorView(ActivityView[Calculator]):
    """See the module text."""

    pause_ms: ClassVar[int] = 2_000

    def build(self) -> None:
        # state
        self.working = Working(self.activity, self.around.constants)
        self.worked: Worked = self.working.work()
        self.prediction: float | None = None
        #: whether results may be seen: there is nothing to guess, or it was guessed or skipped
        self.uncovered = True
        self._skipped = False
        # widgets
        self.inputs = InputsPanel(self.working, self.around, self)
        self.table: TablePanel | None = None
        if self.working.calculator.table is not None:
            self.table = TablePanel(self.working.calculator.table, self.working, self.around, self)
        self.results = ResultsPanel(self.working, self.around)
        self.row_results = RowResults(self.working, self.around)
        self.guess: PredictionBox | None = None
        predicted = self.working.outputs.get(self.activity.predict)
        if predicted is not None:
            self.guess = PredictionBox(predicted, self.around)
            self.guess.made.connect(self._on_guessed)
        self.charts = [ChartBox(parent=self) for _ in self.working.calculator.charts]
        self._spoken = QTimer(self)
        self._spoken.setSingleShot(True)
        self._spoken.setInterval(SPOKEN_MS)
        self._renewal = QTimer(self)
        self._renewal.setSingleShot(True)
        self._renewal.setInterval(WORKING_MS)
        # layout
        if self.table is not None:
            self.column.addWidget(self.table)
        self.column.addWidget(self._beside())
        self.fold = WorkingFold(self.working_blocks, self.around, self)
        self.column.addWidget(self.fold)
        # connections
        self.inputs.changed.connect(self._on_changed)
        self.inputs.settled.connect(self._on_settled)
        self.results.wanted.connect(self.inputs.focus_on)
        if self.table is not None:
            self.table.changed.connect(self._on_changed)
        self._spoken.timeout.connect(self._on_speak)
        self._renewal.timeout.connect(self.fold.renew)
        self._cover()
        self.show_results()
        self.fold.renew()

    def _beside(self) -> QWidget:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(Space.M))
        if self.guess is not None:
            column.addWidget(self.guess)
        column.addWidget(self.row_results)
        column.addWidget(self.results)
        below = Column(self, gap=Space.M)
        language = self.around.language
        for box, chart in zip(self.charts, self.working.calculator.charts, strict=True):
            below.add(box)
            along = self.working.inputs.get(chart.along)
            box.set_format(
                partial(shown_number, language=language, decimals=self._decimals(chart)),
                number_format(along, language) if along is not None else None,
            )
        self._pictures = below
        below.setVisible(bool(self.charts))
        self.inputs.setVisible(bool(self.working.calculator.inputs))
        return Beside(self.inputs, right, below, self)

    # ── state ─────────────────────────────────────────────────────────────────────────────────

    def state(self) -> State:
        found: State = {}
        given = {
            one.id: value
            for one in self.working.calculator.inputs
            if one.id in self.inputs.moved and (value := self.inputs.values.get(one.id)) is not None
        }
        if given:
            found["inputs"] = given
        if self.table is not None and self.table.touched:
            found["rows"] = self.table.rows
        if self.prediction is not None:
            found["prediction"] = self.prediction
        elif self._skipped:
            found["shown"] = True
        return found

    def set_state(self, state: State) -> None:
        self.inputs.set_moved(state.get("inputs", {}))
        if self.table is not None:
            self.table.set_rows(state.get("rows"))
        self.prediction = state.get("prediction")
        self._skipped = bool(state.get("shown"))
        self._cover()
        self.show_results()
        self.fold.renew()

    def focus_first(self) -> None:
        first = next(iter(self.working.inputs), "")
        if self.guess is not None and not self.uncovered:
            self.guess.field.setFocus()
        elif first:
            self.inputs.focus_on(first)
        elif self.table is not None:
            self.table.table.add_button.setFocus()

    @Slot()
    def _on_changed(self) -> None:
        self.show_results()
        self._spoken.start()
        self._renewal.start()
        self.changed.emit(False)

    @Slot()
    def _on_settled(self) -> None:
        self._spoken.start()

    @Slot(object)
    def _on_guessed(self, guess: float | None) -> None:
        self.prediction = guess
        self._skipped = guess is None
        self._cover()
        self.show_results()
        self.fold.renew()
        self._on_speak()
        self.changed.emit(True)
        self.focus_first()

    def _cover(self) -> None:
        """Keep results covered until there is a guess, where one is asked for."""
        self.uncovered = self.guess is None or self.prediction is not None or self._skipped
        if self.guess is not None:
            self.guess.show_state(self.prediction, uncovered=self.uncovered)
        self.results.setVisible(self.uncovered)
        self._pictures.setVisible(self.uncovered and bool(self.charts))
        self.fold.setVisible(self.uncovered)
        self.resized.emit()

    # ── results ───────────────────────────────────────────────────────────────────────────────

    def show_results(self) -> None:
        """Calculate and show everything."""
        rows = self.table.rows if self.table is not None else []
        self.worked = self.working.work(self.inputs.values, rows)
        names = [str(row.get("name", "")) for row in rows]
        self.row_results.show_worked(self.worked, names if self.uncovered else [])
        if self.table is not None:
            self.table.show_worked(self.worked if self.uncovered else None)
        if not self.uncovered:
            return
        self.results.show_worked(self.worked)
        if self.guess is not None and self.prediction is not None:
            result = self.worked.results.get(self.activity.predict)
            if self.worked.refusal is not None:
                result = None
            self.guess.show_result(self.prediction, result.value if result is not None else None)
        drawn = {id(one.chart): one for one in self.worked.charts}
        for box, chart in zip(self.charts, self.working.calculator.charts, strict=True):
            found = drawn.get(id(chart))
            there = found is not None and bool(found.parts or any(x.points for x in found.lines))
            if found is not None and there:
                box.set_data(self._chart(found))
            if box.isHidden() == there:
                box.setVisible(there)

    def _decimals(self, chart: Chart) -> int | None:
        """Return how many decimals the results have that a chart shows, or calculates with: as many
        as where they stand as results. None where another unit comes in, or nobody said."""
        table = self.working.calculator.table
        columns = table.columns if table is not None else ()
        known: dict[str, TableColumn | Output] = {one.id: one for one in columns}
        known |= self.working.outputs
        found: list[int] = []
        for path, compiled in self.working.formulas.items():
            if path[0] != "charts" or self.working.calculator.charts[int(path[1])] is not chart:
                continue
            names = compiled.formula.names if compiled.formula is not None else frozenset()
            parts = [known[name] for name in names if name in known]
            decimals = [
                one.decimals for one in parts if one.decimals is not None and one.unit == chart.unit
            ]
            if not decimals or len(decimals) < len(parts):
                return None
            found += decimals
        return max(found, default=None)

    def _chart(self, drawn: Drawn) -> ChartData:
        chart = drawn.chart
        language = self.around.language
        unit = self.around.text(chart.shown) or unit_words(chart.unit, language)
        along = self.working.inputs.get(chart.along)
        parts = []
        for one in drawn.parts[:_MOST_BARS]:
            result, label = one.result, worded(self.around, one.label) or "–"
            if result.exact or chart.kind == "shares":
                parts.append(Part(label, result.value))
            else:
                parts.append(Part(label, result.value, result.low, result.high))
        series = [
            Series(worded(self.around, line.label), tuple(Point(x, y) for x, y in line.points))
            for line in drawn.lines[:MOST_SERIES]
        ]
        x_label = ""
        if along is not None:
            words = self.around.text(along.shown) or unit_words(along.unit, language)
            label = worded(self.around, along.label)
            x_label = f"{label}, {words}" if words else label
        return ChartData(
            chart.kind,
            worded(self.around, chart.title),
            unit,
            tuple(parts),
            tuple(series),
            self._target(chart.unit) if chart.kind != "shares" else None,
            x_label=x_label,
        )

    def _target(self, unit: str) -> Target | None:
        """Return the guess as a line across a chart that shows the same kind of quantity."""
        output = self.working.outputs.get(self.activity.predict)
        source, target = parse_unit(output.unit if output else ""), parse_unit(unit)
        if self.prediction is None or output is None or source is None or target is None:
            return None
        if not source.same_kind(target):
            return None
        return Target(self.tr("Your guess"), convert(self.prediction, source, target))

    @Slot()
    def _on_speak(self) -> None:
        if self.uncovered:
            guess = self.guess.spoken() if self.guess is not None else ""
            say(self, " ".join(part for part in (self.results.spoken(), guess) if part))

    # ── how it is calculated ──────────────────────────────────────────────────────────────────

    def working_blocks(self) -> tuple[Block, ...]:
        """Return the formulas with the numbers of now."""
        explanation = explain(
            self.working,
            self.worked,
            self.inputs.values,
            self.around.language,
            self.around.languages,
        )
        return working_blocks(explanation, self.around)

    # ── paper ─────────────────────────────────────────────────────────────────────────────────

    def _input_rows(self) -> list[tuple[str, str]]:
        """Return (label, value with unit) of every input."""
        rows = []
        for input_id, one in self.working.inputs.items():
            label = worded(self.around, one.label)
            value = self.inputs.values.get(input_id)
            unit = self.around.text(one.shown) or unit_words(one.unit, self.around.language)
            if isinstance(value, str):
                choice = next(each for each in one.choices if each.id == value)
                rows.append((label, worded(self.around, choice.label)))
            elif value is None:
                rows.append((label, f"__________ {unit}".strip()))
            else:
                number = number_format(one, self.around.language)(value)
                rows.append((label, f"{number} {unit}".strip()))
        return rows

    def _result_rows(self) -> list[tuple[str, str]]:
        """Return (label, value with unit and range) of every result that is shown."""
        if not self.uncovered or self.worked.refusal is not None:
            return []
        rows = []
        for output in self.working.outputs.values():
            result = self.worked.results.get(output.id)
            if result is None or output.role == "step":
                continue
            number, unit, ends, _ = shown(result, output, self.around)
            text = f"{number} {unit}".strip() + (f" ({ends})" if ends else "")
            rows.append((worded(self.around, output.label), text))
        return rows

    def can_copy(self) -> bool:
        return True

    def can_print(self) -> bool:
        return True

    def paper(self) -> tuple[Block, ...]:
        def table(title: str, rows: list[tuple[str, str]]) -> list[Block]:
            if not rows:
                return []
            head = ((Run(title),), (Run(""),))
            cells = tuple(((Run(label),), (Run(value, strong=True),)) for label, value in rows)
            return [Table(head, cells, ("left", "right"))]

        blocks = table(self.tr("Entered"), self._input_rows())
        blocks += self._paper_table()
        blocks += table(self.tr("Results"), self._result_rows())
        if self.worked.refusal is not None and self.uncovered:
            text = worded(self.around, self.worked.refusal.text)
            blocks.append(Paragraph((Run(text, strong=True),)))
        if self.uncovered:
            blocks.append(Heading(3, (Run(self.tr("How it is calculated")),), "working"))
            blocks += self.working_blocks()
        blocks.append(Heading(3, (Run(self.tr("My notes")),), "notes"))
        blocks += [Paragraph((Run("_" * 72),)) for _ in range(4)]
        return tuple(blocks)

    def _paper_table(self) -> list[Block]:
        if self.table is None or self.working.calculator.table is None:
            return []
        columns = self.working.calculator.table.columns
        heads = [worded(self.around, self.working.calculator.table.name)]
        for one in columns:
            unit = self.around.text(one.shown) or unit_words(one.unit, self.around.language)
            label = worded(self.around, one.label)
            heads.append(f"{label}, {unit}" if unit else label)
        rows = []
        for number, row in enumerate(self.table.rows):
            cells = [str(row.get("name", ""))]
            for one in columns:
                value = row.get(one.id, "")
                if one.formula:
                    result = self.worked.rows[number].get(one.id)
                    value = result.value if result is not None else ""
                if isinstance(value, int | float):
                    value = shown_number(value, self.around.language, one.decimals)
                cells.append(str(value))
            rows.append(tuple((Run(cell),) for cell in cells))
        align = ("left", *("right" for _ in columns))
        return [Table(tuple((Run(head),) for head in heads), tuple(rows), align)]

    def as_text(self) -> str:
        lines = [self.text(self.activity.title), ""]
        lines += [f"{label}: {value}" for label, value in self._input_rows()]
        if self.table is not None:
            for block in self._paper_table():
                if isinstance(block, Table):
                    for row in (block.head, *block.rows):
                        lines.append(
                            "\t".join("".join(r.text for r in c if isinstance(r, Run)) for c in row)
                        )
        results = self._result_rows()
        if results:
            lines += ["", *(f"{label}: {value}" for label, value in results)]
        if self.prediction is not None:
            output = self.working.outputs[self.activity.predict]
            number = shown_number(self.prediction, self.around.language)
            lines.append(
                f"{self.tr('Your guess')}: {number} {unit_of(output, self.around)}".strip()
            )
        source = plain(self.text(self.activity.source))
        if source:
            lines += ["", self.tr("Source: {source}").format(source=source)]
        return "\n".join(lines)
