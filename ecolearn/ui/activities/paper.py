"""Activities on paper, without a screen to use them on: what a class can do with a pencil.

One function per kind; a lesson that is printed and the printer button of a card use the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from PySide6.QtCore import QCoreApplication

from ecolearn.content import blocks as b
from ecolearn.content.activities.base import Activity, World
from ecolearn.content.activities.calculator import Calculator, Column, Input, Output
from ecolearn.content.activities.checklist import Checklist
from ecolearn.content.activities.debate import AGREE, Debate, Role
from ecolearn.content.activities.diary import Diary
from ecolearn.content.activities.number_check import NumberCheck
from ecolearn.content.activities.scenario import Scenario
from ecolearn.content.activities.sorting import Sorting
from ecolearn.content.markdown import blocks, inline
from ecolearn.content.texts import Text
from ecolearn.quiz.items.number import Number
from ecolearn.quiz.numbers import format_number
from ecolearn.quiz.unit_words import unit_words
from ecolearn.ui.activities.base import Around
from ecolearn.ui.activities.evidence import fact_cards
from ecolearn.ui.items.text import MediaFinder

_LINE = "_" * 24
_SHORT = "_" * 10
_WHOLE = "_" * 74
#: empty rows below those a table of a calculator, or a diary, begins with
_ROWS_TO_ADD, _ENTRIES = 4, 10
#: whole numbers without a unit below this are written without a group sign: they may be years
_NO_YEAR = 10_000

Blocks = tuple[b.Block, ...]


def around_on_paper(world: World, language: str, media: MediaFinder) -> Around:
    """Return what an activity in a printed lesson may refer to."""
    return Around(
        language=language,
        languages=world.languages,
        constants=world.constants,
        facts=world.facts,
        media=media,
    )


def activity_paper(activity: Activity, around: Around) -> Blocks:
    """Return what is printed of an activity below its title and introduction."""
    way = _WAYS.get(type(activity))
    return way(activity, around) if way is not None else ()


def activity_key(activity: Activity, around: Around) -> Blocks:
    """Return the answers, for the teacher; () where there are none."""
    if isinstance(activity, NumberCheck):
        return number_check_key(activity, around)
    if isinstance(activity, Sorting):
        from ecolearn.ui.activities.sorting_paper import sorting_paper

        without = len(sorting_paper(activity, around.text))
        return sorting_paper(activity, around.text, key=True)[without + 1 :]  # its heading is ours
    return ()


# ── parts that several kinds have ─────────────────────────────────────────────────────────────


def shown_answer(item: Number, language: str) -> str:
    """Return the right answer of a number question as a reader of `language` writes it."""
    unit = unit_words(item.target.unit, language)
    gap = "" if unit in ("", "°") else "\u00a0"
    return f"{format_number(item.target.value, language)}{gap}{unit}"


def _line(words: str, *, strong: bool = False, emphasis: bool = False) -> b.Paragraph:
    return b.Paragraph((b.Run(words, strong=strong, emphasis=emphasis),))


def _heading(words: str) -> b.Heading:
    return b.Heading(4, (b.Run(words),), "")


def _cell(words: str) -> b.Inline:
    return (b.Run(words),)


def _marked(sign: str, text: str) -> b.Paragraph:
    return b.Paragraph((b.Run(f"{sign}  "), *inline(text)))


def _room(lines: int = 2) -> Blocks:
    return (_line(_WHOLE),) * lines


def bullets(texts: Sequence[str]) -> b.ListBlock:
    """Return Markdown texts as a list."""
    return b.ListBlock(tuple(b.ListItem((b.Paragraph(inline(text)),)) for text in texts))


def numbered(number: int, text: str) -> Blocks:
    """Return a Markdown text that begins with its number."""
    label = b.Run(f"{number}. ", strong=True)
    first, *rest = blocks(text) or (b.Paragraph(()),)
    if isinstance(first, b.Paragraph):
        return (b.Paragraph((label, *first.text)), *rest)
    return (b.Paragraph((label,)), first, *rest)


# ── a calculator ──────────────────────────────────────────────────────────────────────────────


def calculator(activity: Calculator, around: Around) -> Blocks:
    """Return lines for the numbers to enter, a table to fill in, the formulas and the results."""
    translate = QCoreApplication.translate
    text = around.text
    out: list[b.Block] = []
    if activity.inputs:
        head = (translate("paper", "What you enter"), translate("paper", "Your number"))
        rows = tuple((_named(one, around), _blank(one, around)) for one in activity.inputs)
        out.append(b.Table(tuple(map(_cell, head)), rows, ("left", "left")))
    if activity.table is not None:
        columns = activity.table.columns
        names = [text(activity.table.name), *(_label(one, around) for one in columns)]
        filled = [text(row.name) for row in activity.table.rows] + [""] * _ROWS_TO_ADD
        rows = tuple((_cell(name), *([_cell("")] * len(columns))) for name in filled)
        out.append(b.Table(tuple(map(_cell, names)), rows, ("left",) * len(names)))
    out += _formulas(activity, around)
    results = [one for one in activity.outputs if one.role != "step"]
    if results:
        out.append(_heading(translate("paper", "Your results")))
    for one in results:
        unit = text(one.shown) or unit_words(one.unit, around.language)
        out.append(b.Paragraph((*_named(one, around), b.Run(f": {_LINE} {unit}"))))
    always = [one for one in activity.remarks if not one.when]
    out += [b.Callout(one.tone, "", blocks(text(one.text))) for one in always]
    return tuple(out)


def _label(one: Input | Column, around: Around) -> str:
    unit = around.text(one.shown) or unit_words(one.unit, around.language)
    label = around.text(one.label)
    return f"{label}, {unit}" if unit else label


def _named(one: Input | Output, around: Around) -> b.Inline:
    """Return a label with the symbol it has in the formulas."""
    from ecolearn.content.activities.explaining import symbol_tex

    label = inline(around.text(one.label))
    if not one.symbol:
        return label
    return (*label, b.Run(" ("), b.MathRun(symbol_tex(one.symbol)), b.Run(")"))


def _blank(one: Input, around: Around) -> b.Inline:
    """Return where a number is written: choices to tick, or a line with its unit and what is
    usual."""
    unit = around.text(one.shown) or unit_words(one.unit, around.language)
    if one.choices:
        return _cell("\n".join(f"○ {around.text(choice.label)}" for choice in one.choices))
    usual = ""
    if isinstance(one.default, int | float):
        year = not unit and one.default == int(one.default) and one.default < _NO_YEAR
        number = str(int(one.default)) if year else format_number(one.default, around.language)
        usual = QCoreApplication.translate("paper", "   for instance {number}")
        usual = usual.format(number=number)
    return (b.Run(f"{_SHORT} {unit}".rstrip()), b.Run(usual, emphasis=True))


def _formulas(activity: Calculator, around: Around) -> Blocks:
    from ecolearn.content.activities.explaining import explain
    from ecolearn.content.activities.working import Working
    from ecolearn.ui.activities.calculator_words import constant_name

    working = Working(activity, around.constants)
    told = explain(working, working.work(), {}, around.language, around.languages)
    if not told.steps:
        return ()
    out: list[b.Block] = [_heading(QCoreApplication.translate("paper", "How it is calculated"))]
    out += [b.Math(step.formula) for step in told.steps]
    chosen = {choice.value for one in activity.inputs for choice in one.choices}
    out += [
        b.Paragraph((*constant_name(one), b.Run(f"{one.value} {one.unit}. {one.source}")))
        for one in told.constants
        if one.id not in chosen
    ]
    if told.source:
        words = QCoreApplication.translate("paper", "Source: {source}").format(source=told.source)
        out.append(_line(words, emphasis=True))
    return tuple(out)


# ── sorting, scenario ─────────────────────────────────────────────────────────────────────────


def sorting(activity: Sorting, around: Around) -> Blocks:
    """Return bins and things."""
    from ecolearn.ui.activities.sorting_paper import sorting_paper

    return sorting_paper(activity, around.text)


def scenario(activity: Scenario, around: Around) -> Blocks:
    """Return all scenes, numbered, with the way on behind each choice."""
    from ecolearn.ui.activities.scenario_paper import scenario_paper

    told = scenario_paper(activity, around.text, around.language)
    return (*told, *fact_cards(activity.facts, around))


# ── a number check ────────────────────────────────────────────────────────────────────────────


def number_check(activity: NumberCheck, around: Around) -> Blocks:
    """Return the claim, the numbers, and the questions with room for answers and verdict."""
    translate = QCoreApplication.translate
    text = around.text
    who = text(activity.said_by)
    said = (_line(f"— {who}", emphasis=True),) if who else ()
    out: list[b.Block] = [b.Quote((*blocks(text(activity.claim)), *said))]
    if activity.data:
        head = (translate("paper", "What the sources say"), translate("paper", "Number"))
        rows = tuple((inline(text(one.label)), inline(text(one.value))) for one in activity.data)
        out.append(b.Table(tuple(map(_cell, head)), rows, ("left", "right")))
    for number, step in enumerate(activity.steps, 1):
        item = step.item()
        unit = unit_words(item.target.unit, around.language) if item is not None else ""
        out += numbered(number, text(step.question))
        answer = translate("paper", "Working and answer: {line}").format(line=_LINE)
        out.append(_line(f"{answer} {unit if step.optional_unit else ''}".rstrip()))
    if activity.verdicts:
        question = text(activity.question) or translate("paper", "What is your verdict?")
        out += numbered(len(activity.steps) + 1, question)
        mixed = activity.mixed(Random(activity.id))
        out += [_marked("○", text(one.text)) for one in mixed]
        out.append(_line(translate("paper", "Because: {line}").format(line="_" * 60)))
    out += fact_cards(activity.evidence(), around, notes=False, doubtful=True)
    return tuple(out)


def number_check_key(activity: NumberCheck, around: Around) -> Blocks:
    """Return the answers with their working, the verdict, and what is known against the facts."""
    out: list[b.Block] = []
    for number, step in enumerate(activity.steps, 1):
        item = step.item()
        if item is not None:
            answer = shown_answer(item, around.language)
            working = inline(around.text(step.working))
            label = b.Run(f"{number}. ", strong=True)
            out.append(b.Paragraph((label, b.Run(f"{answer}   "), *working)))
    for one in activity.verdicts:
        if one.right:
            label = b.Run(f"{len(activity.steps) + 1}. ", strong=True)
            out.append(b.Paragraph((label, *inline(around.text(one.text)))))
            out += blocks(around.text(one.feedback))
    out += blocks(around.text(activity.explanation))
    facts = (around.facts.get(fact_id) for fact_id in activity.evidence())
    out += [block for one in facts if one is not None for block in blocks(around.text(one.note))]
    return tuple(out)


# ── a checklist, a diary ──────────────────────────────────────────────────────────────────────


def checklist(activity: Checklist, around: Around) -> Blocks:
    """Return boxes to tick, with lines where a few words are asked for."""
    out: list[b.Block] = []
    for group in activity.groups:
        title = around.text(group.title)
        out += [_heading(title)] if title else []
        for entry in group.entries:
            out.append(_marked("☐", around.text(entry.text)))
            if around.text(entry.help):
                out.append(_line(around.text(entry.help), emphasis=True))
            if around.text(entry.note):
                out.append(b.Paragraph((*inline(around.text(entry.note)), b.Run(f" {_LINE}"))))
    return tuple(out)


def diary(activity: Diary, around: Around) -> Blocks:
    """Return rows for dates and readings."""
    translate = QCoreApplication.translate
    unit = around.text(activity.shown) or unit_words(activity.unit, around.language)
    label = around.text(activity.label)
    head = (
        translate("paper", "Date"),
        f"{label}, {unit}" if unit else label,
        translate("paper", "Note"),
    )
    rows = ((_cell(""), _cell(""), _cell(_LINE)),) * _ENTRIES
    help_text = blocks(around.text(activity.help))
    return (*help_text, b.Table(tuple(map(_cell, head)), rows, ("left", "left", "left")))


# ── a debate ──────────────────────────────────────────────────────────────────────────────────


def debate(activity: Debate, around: Around) -> Blocks:
    """Return the plan of the debate and its roles, for a printed lesson."""
    roles = [
        b.Callout("note", around.text(role.name), _role(role, around)) for role in activity.roles
    ]
    return (*_plan(activity, around), *roles, *fact_cards(activity.facts, around))


def debate_cards(activity: Debate, around: Around) -> Blocks:
    """Return the plan, and after it the cards: roles two on a page, evidence four on a page."""
    translate = QCoreApplication.translate
    question = around.text(activity.question)
    roles = tuple(
        b.Card(around.text(role.name), question, _role(role, around)) for role in activity.roles
    )
    kicker = translate("paper", "Evidence")
    facts = tuple(b.Card("", kicker, (card,)) for card in fact_cards(activity.evidence(), around))
    sheets = [b.Cards(roles)] if roles else []
    sheets += [b.Cards(facts, columns=2, rows=2)] if facts else []
    return (*_plan(activity, around), *sheets)


def _plan(activity: Debate, around: Around) -> Blocks:
    translate = QCoreApplication.translate
    scale = "     ".join(str(number) for number in range(AGREE + 1))
    before = translate("paper", "Before: how far do you agree? Circle a number, 0 = not at all.")
    out: list[b.Block] = [
        b.Quote((_line(around.text(activity.question), strong=True),)),
        _line(before),
        _line(scale),
    ]
    if activity.rounds:
        head = (
            translate("paper", "Round"),
            translate("paper", "Minutes"),
            translate("paper", "What happens"),
        )
        rows = tuple(
            (
                inline(f"{number}. {around.text(one.title)}".replace(". ", ".\u00a0", 1)),
                _cell(str(one.minutes)),
                inline(around.text(one.text)),
            )
            for number, one in enumerate(activity.rounds, 1)
        )
        out.append(b.Table(tuple(map(_cell, head)), rows, ("left", "right", "left")))
    after = translate("paper", "After: how far do you agree now? Circle a number.")
    out += [_line(after), _line(scale)]
    if around.text(activity.reflection):
        out += [*blocks(around.text(activity.reflection)), *_room()]
    return tuple(out)


def _role(role: Role, around: Around) -> Blocks:
    translate = QCoreApplication.translate
    out: list[b.Block] = [*blocks(around.text(role.brief))]
    parts: tuple[tuple[str, tuple[Text, ...]], ...] = (
        (translate("paper", "What you can say"), role.arguments),
        (translate("paper", "What you can answer the others"), role.answers),
    )
    for words, texts in parts:
        if texts:
            out += [_line(words, strong=True), bullets([around.text(one) for one in texts])]
    return (*out, *fact_cards(role.facts, around))


_WAYS: dict[type, Callable[[Any, Around], Blocks]] = {
    Calculator: calculator,
    Sorting: sorting,
    Scenario: scenario,
    NumberCheck: number_check,
    Checklist: checklist,
    Debate: debate,
    Diary: diary,
}
