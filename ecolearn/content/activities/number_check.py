"""A number check: a claim, the data, questions answered by calculating, a verdict, the working.

Facts of grade D may stand here and nowhere else: the task is to find what is wrong with them.

State: `{"answers": {step id: text being typed}, "tries": {step id: [texts that were checked]},
"shown": [ids of steps whose working was looked at first], "verdict": [choice ids, as chosen]}`.
What comes after a right answer or a right verdict is not part of it; empty parts are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from ecolearn.content.activities.base import (
    Activity,
    Fault,
    Part,
    State,
    World,
    cut_text,
    doubled,
)
from ecolearn.content.texts import Said, Text
from ecolearn.quiz.items.number import Number, WrongNumber
from ecolearn.quiz.items.target import read_target
from ecolearn.quiz.numbers import is_ambiguous

#: an answer is cut to this many characters, as in a number question
LONGEST_ANSWER = 100
#: a step counts as solved if one of so many first tries is right
GOOD_TRIES = 2
#: so many tries of a step are kept: the first ones, which count, and the last ones
_MOST_TRIES = 20
#: stands for any other wrong answer
ANY = "*"


def _unsaid(texts: Said) -> str:
    return ""


class Datum(Part, frozen=True):
    """A number to work with, as the source gives it."""

    label: Text
    value: Text
    fact: str = ""


class Wrong(Part, frozen=True):
    """An answer one might give by mistake, and what to say then. Written as a number question's
    `!=` line: `1.5 pcs/ha ± 1 %`, or `*` for any other."""

    answer: str
    feedback: Text


class Step(Part, frozen=True):
    """A question with a number as its answer, written as in a number question: `1493 ± 1 %`.
    `optional_unit` accepts the bare number."""

    id: str
    question: Text
    answer: str
    optional_unit: bool = True
    hint: Text = {}
    working: Text = {}
    wrong: tuple[Wrong, ...] = ()

    def item(self, text: Callable[[Said], str] = _unsaid) -> Number | None:
        """Return the step as the number question that judges it, its texts chosen by `text`; None
        if the answer cannot be read. Wrong answers that cannot be read are left out."""
        target = read_target(self.answer)
        if isinstance(target, tuple):
            return None
        wrong, otherwise = [], ""
        for one in self.wrong:
            expected = read_target(one.answer)
            if one.answer.strip() == ANY:
                otherwise = text(one.feedback)
            elif not isinstance(expected, tuple):
                wrong.append(WrongNumber(target=expected, feedback=text(one.feedback)))
        return Number(
            id=self.id,
            stem=text(self.question),
            target=target,
            wrong=tuple(wrong),
            otherwise=otherwise,
            unit_optional=self.optional_unit,
        )

    def accepts(self, answer: str) -> bool:
        """Tell whether `answer`, as typed, is right."""
        item = self.item()
        return item is not None and item.grade({"text": answer}).right


class Judgement(Part, frozen=True):
    """A verdict on the claim."""

    id: str
    text: Text
    feedback: Text
    right: bool = False


class NumberCheck(Activity, frozen=True, tag="number-check"):
    """See the module text. `claim` is what somebody said, `said_by` who or where. `question` asks
    for the verdict."""

    claim: Text
    said_by: Said = ""
    facts: tuple[str, ...] = ()
    data: tuple[Datum, ...] = ()
    steps: tuple[Step, ...] = ()
    question: Text = {}
    verdicts: tuple[Judgement, ...] = ()
    explanation: Text = {}

    scored = True

    def mixed(self, rng: Random) -> tuple[Judgement, ...]:
        """Return the verdicts in an order drawn from `rng`: authors tend to begin with the right
        one."""
        verdicts = list(self.verdicts)
        rng.shuffle(verdicts)
        return tuple(verdicts)

    # ── what was done ─────────────────────────────────────────────────────────────────────────

    def clean(self, state: State) -> State:
        """See `Activity.clean`."""
        state = self.checked(state)
        answers, tries = state.get("answers", {}), state.get("tries", {})
        shown, verdict = state.get("shown", []), state.get("verdict", [])
        if not isinstance(answers, dict) or not isinstance(tries, dict):
            raise self.bad("no answers")
        if not isinstance(shown, list) or not isinstance(verdict, list):
            raise self.bad("no verdict")
        kept: State = {"answers": {}, "tries": {}, "shown": [], "verdict": []}
        for step in self.steps:
            typed, tried = answers.get(step.id), tries.get(step.id, [])
            if isinstance(typed, str) and (text := cut_text(typed, LONGEST_ANSWER).strip()):
                kept["answers"][step.id] = text
            if isinstance(tried, list) and (checked := self._tries(step, tried)):
                kept["tries"][step.id] = checked
            if step.id in shown and not self.is_solved(step, kept):
                kept["shown"].append(step.id)
        known = {one.id: one for one in self.verdicts}
        for choice in verdict:
            if isinstance(choice, str) and choice in known and choice not in kept["verdict"]:
                kept["verdict"].append(choice)
                if known[choice].right:
                    break
        return {name: value for name, value in kept.items() if value}

    def _tries(self, step: Step, tried: list[object]) -> list[str]:
        texts: list[str] = []
        for one in tried:
            if isinstance(one, str) and (text := cut_text(one, LONGEST_ANSWER).strip()):
                texts.append(text)
                if step.accepts(text):
                    break
        if len(texts) > _MOST_TRIES:
            texts = [*texts[:GOOD_TRIES], *texts[GOOD_TRIES - _MOST_TRIES :]]
        return texts

    def tries(self, step: Step, state: State) -> list[str]:
        """Return the answers of a step that were checked, in order."""
        found: list[str] = state.get("tries", {}).get(step.id, [])
        return found

    def is_solved(self, step: Step, state: State) -> bool:
        """Tell whether a step was answered rightly at last."""
        tried = self.tries(step, state)
        return bool(tried) and step.accepts(tried[-1])

    def is_settled(self, step: Step, state: State) -> bool:
        """Tell whether a step is over: solved, or its working was looked at."""
        return step.id in state.get("shown", ()) or self.is_solved(step, state)

    def is_good(self, step: Step, state: State) -> bool:
        """Tell whether a step counts: right at the first or second try, without looking."""
        tried = self.tries(step, state)
        solved = len(tried) <= GOOD_TRIES and self.is_solved(step, state)
        return solved and step.id not in state.get("shown", ())

    def at(self, state: State) -> int:
        """Return the index of the step that is to be answered now; `len(steps)` after the last."""
        settled = (self.is_settled(step, state) for step in self.steps)
        return next((n for n, over in enumerate(settled) if not over), len(self.steps))

    def is_judged(self, state: State) -> bool:
        """Tell whether the verdict is given: the right one, or each there is."""
        chosen = state.get("verdict", ())
        right = any(one.right for one in self.verdicts if one.id in chosen)
        return right or len(chosen) >= len(self.verdicts)

    def is_done(self, state: State) -> bool:
        """See `Activity.is_done`."""
        parts = len(self.steps) + len(self.verdicts)
        return bool(parts) and self.at(state) == len(self.steps) and self.is_judged(state)

    def parts(self, state: State) -> tuple[int, int]:
        """Return (parts that count as right, parts): each step and the verdict are one. A verdict
        counts only if the first choice is right."""
        right = sum(self.is_good(step, state) for step in self.steps)
        if not self.verdicts:
            return right, len(self.steps)
        first = next(iter(state.get("verdict", ())), "")
        right += any(one.right for one in self.verdicts if one.id == first)
        return right, len(self.steps) + 1

    def score(self, state: State) -> float | None:
        """See `Activity.score`."""
        if not self.is_done(state):
            return None
        right, whole = self.parts(state)
        return right / whole

    # ── what is wrong with it ─────────────────────────────────────────────────────────────────

    def evidence(self) -> tuple[str, ...]:
        """Return the ids of all facts, those of the data included, each once."""
        named = (*self.facts, *(one.fact for one in self.data if one.fact))
        return tuple(dict.fromkeys(named))

    def faults(self, world: World) -> Iterator[Fault]:
        """See `Activity.faults`."""
        yield from doubled(self.steps, "steps")
        yield from doubled(self.verdicts, "verdicts")
        if not self.steps and not self.verdicts:
            yield "A402", ("kind",), {"id": self.id}
        for number, fact_id in enumerate(self.facts):
            if fact_id not in world.facts:
                yield "A403", ("facts", number), {"id": fact_id}
        for number, datum in enumerate(self.data):
            if datum.fact and datum.fact not in world.facts:
                yield "A405", ("data", number, "fact"), {"id": datum.fact}
        for number, step in enumerate(self.steps):
            yield from _step_faults(step, ("steps", number))
        right = sum(one.right for one in self.verdicts)
        if self.verdicts and right != 1:
            yield "A404", ("verdicts",), {"count": right}


def _step_faults(step: Step, path: tuple[str | int, ...]) -> Iterator[Fault]:
    answers = [(step.answer, (*path, "answer"))]
    answers += [
        (one.answer, (*path, "wrong", number, "answer"))
        for number, one in enumerate(step.wrong)
        if one.answer.strip() != ANY
    ]
    for text, here in answers:
        target = read_target(text)
        if isinstance(target, tuple):
            yield "A401", here, {"id": step.id, "text": text}
        elif is_ambiguous(text):
            yield "Q021", here, {"id": step.id, "text": text, "value": target.value}
    item = step.item(lambda texts: "-")
    if item is not None:
        for code, facts in item.faults():
            yield code, (*path, "answer"), {"id": step.id, **facts}
    if not any(step.working.values()):
        yield "A406", (*path, "id"), {"id": step.id}
