"""Words about a scenario that its pages, its copy and its paper share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ecolearn.content.activities.base import State
from ecolearn.content.activities.scenario import Meter, Scenario, Scene, Step
from ecolearn.content.texts import Said
from ecolearn.quiz.numbers import format_number
from ecolearn.quiz.unit_words import unit_words
from ecolearn.ui.activities.base import Around
from ecolearn.ui.items.text import plain

_LONGEST_LINE = 140


def meter_value(meter: Meter, value: float, text: Callable[[Said], str], language: str) -> str:
    """Return a value of a meter with its unit, as a reader of `language` knows them; `text` puts
    texts into it."""
    number = format_number(value, language, decimals=2)
    unit = text(meter.shown) or unit_words(meter.unit, language)
    return f"{number}\u00a0{unit}" if unit else number


class ScenarioWords(QObject):
    """The words of one scenario."""

    def __init__(self, activity: Scenario, around: Around) -> None:
        super().__init__()
        self._activity = activity
        self._around = around

    def number(self, value: float) -> str:
        """Return a number as the language writes it, a minus sign included."""
        return format_number(value, self._around.language, decimals=2)

    def value(self, meter: Meter, value: float) -> str:
        """Return the value of a meter with its unit."""
        return meter_value(meter, value, self._around.text, self._around.language)

    def change(self, meter: Meter, change: float) -> str:
        """Return a change of a meter: "+10 (better)"."""
        words = self.signed(change)
        verdict = self.verdict(meter, change)
        return f"{words} ({verdict})" if verdict else words

    def signed(self, change: float) -> str:
        """Return a change with its sign."""
        return ("+" if change > 0 else "") + self.number(change)

    def verdict(self, meter: Meter, change: float) -> str:
        """Return whether a change is good, in a word; "" where nobody says."""
        if not meter.better or not change:
            return ""
        good = (change > 0) == (meter.better == "more")
        return self.tr("better") if good else self.tr("worse")

    def changes(self, before: dict[str, float], after: dict[str, float]) -> list[str]:
        """Return a line for each meter that changed."""
        lines = []
        for meter in self._activity.meters:
            change = after[meter.id] - before[meter.id]
            if change:
                label = self._around.text(meter.label)
                now = self.value(meter, after[meter.id])
                lines.append(
                    self.tr("{meter}: {change}, now {value}").format(
                        meter=label, change=self.signed(change), value=now
                    )
                )
        return lines

    def first_line(self, scene: Scene) -> str:
        """Return how a scene begins."""
        words = plain(self._around.text(scene.text)).strip().split("\n")[0]
        if len(words) <= _LONGEST_LINE:
            return words
        return words[: _LONGEST_LINE - 2].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"

    def end(self, scene: Scene) -> str:
        """Return of which kind an end is."""
        return {
            "good": self.tr("A good end"),
            "mixed": self.tr("An end with two sides"),
            "bad": self.tr("This did not end well"),
        }.get(scene.end, self.tr("The end"))

    def points(self, state: State) -> str:
        """Return the points of a way, "" where nothing is scored."""
        best = self._activity.best_points()
        if best <= 0:
            return ""
        got = self._activity.points(state)
        words = self.tr("{points} of {most} points").format(
            points=self.number(got), most=self.number(best)
        )
        if got >= best:
            return self.tr("{points}: no way has more.").format(points=words)
        return self.tr("{points}: another way has more.").format(points=words)

    def step(self, step: Step) -> tuple[str, str, str]:
        """Return how a scene began, what was chosen, and what was said about it."""
        text = self._around.text
        return (
            self.first_line(step.scene),
            plain(text(step.choice.text)),
            plain(text(step.choice.feedback)),
        )

    def report(self, state: State) -> str:
        """Return the way taken as text."""
        text = self._around.text
        rows = [text(self._activity.title)]
        for number, step in enumerate(self._activity.way(state), 1):
            scene, choice, feedback = self.step(step)
            rows += ["", f"{number}. {scene}", f"   → {choice}"]
            rows += [f"   {feedback}"] if feedback else []
            before = self._activity.values(state, number - 1)
            after = self._activity.values(state, number)
            rows += [f"   {line}" for line in self.changes(before, after)]
        here = self._activity.here(state)
        if here is not None and self._activity.is_done(state):
            rows += ["", f"{self.end(here)}: {plain(text(here.text))}"]
            points = self.points(state)
            rows += [points] if points else []
        return "\n".join(rows)


__all__ = ["ScenarioWords", "meter_value"]
