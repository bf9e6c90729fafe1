"""A scenario on paper, for a class without computers: every scene with a number, every choice with
the number to go to, and what is said about the choices at the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ecolearn.content.activities.scenario import Choice, Meter, Scenario, Scene
from ecolearn.content.blocks import (
    Block,
    Heading,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Run,
    Table,
)
from ecolearn.content.markdown import blocks, inline
from ecolearn.content.texts import Said
from ecolearn.ui.activities.scenario_words import meter_value

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def scenario_paper(
    activity: Scenario, text: Callable[[Said], str], language: str
) -> tuple[Block, ...]:
    """Return the whole scenario; `text` puts texts into `language`."""
    translate = QCoreApplication.translate
    places: dict[str, int] = {}
    for scene in activity.scenes:
        places.setdefault(scene.id, len(places) + 1)
    found: list[Block] = [_hint()]
    if activity.meters:
        found.append(_meters(activity.meters, text, language))
    remarks: list[tuple[Inline, ...]] = []
    seen: set[str] = set()
    for scene in activity.scenes:
        if scene.id in seen:
            continue
        seen.add(scene.id)
        place = places[scene.id]
        found.append(Heading(3, (Run(str(place)),), f"scene-{place}"))
        if scene.picture:
            found.append(Picture(scene.picture, text(scene.alt)))
        found.extend(blocks(text(scene.text)))
        if not scene.choices:
            found.append(Paragraph((Run(_end(scene), strong=True),)))
        items = []
        for index, choice in enumerate(scene.choices):
            letter = _LETTERS[index % len(_LETTERS)]
            target = places.get(choice.next)
            going = translate("scenario", "→ go to {number}").format(number=target or "–")
            line: Inline = (
                Run(f"{letter}  ", strong=True),
                *inline(text(choice.text)),
                Run(f"  {going}", strong=True),
            )
            items.append(ListItem((Paragraph(line),)))
            remark = _remark(choice, activity.meters, text, language)
            if remark:
                remarks.append(((Run(f"{place} {letter}", strong=True),), remark))
        if items:
            found.append(Paragraph((Run(translate("scenario", "Choose:"), strong=True),)))
            found.append(ListBlock(tuple(items)))
    if remarks:
        title = translate("scenario", "What is said about the choices")
        found.append(Heading(3, (Run(title),), "remarks"))
        head: tuple[Inline, ...] = (
            (Run(translate("scenario", "Choice")),),
            (Run(translate("scenario", "What it brings")),),
        )
        found.append(Table(head, tuple(remarks), ("left", "left")))
    return tuple(found)


def _hint() -> Block:
    words = QCoreApplication.translate(
        "scenario",
        "Begin with 1. Choose, and go on with the number beside your choice. Do not read ahead: "
        "what is said about each choice stands at the end.",
    )
    return Paragraph((Run(words, emphasis=True),))


def _meters(meters: tuple[Meter, ...], text: Callable[[Said], str], language: str) -> Block:
    translate = QCoreApplication.translate
    head: tuple[Inline, ...] = (
        (Run(translate("scenario", "Keep count")),),
        (Run(translate("scenario", "At the start")),),
        (Run(translate("scenario", "On your way")),),
    )
    rows: list[tuple[Inline, ...]] = []
    for meter in meters:
        start = meter_value(meter, meter.within(meter.start), text, language)
        rows.append(((Run(text(meter.label)),), (Run(start),), (Run("_" * 36),)))
    return Table(head, tuple(rows), ("left", "right", "left"))


def _remark(
    choice: Choice, meters: tuple[Meter, ...], text: Callable[[Said], str], language: str
) -> Inline:
    """Return what is said about a choice, and what it changes."""
    said = list(inline(text(choice.feedback))) if text(choice.feedback) else []
    changes = []
    for meter in meters:
        change = choice.changes.get(meter.id, 0.0)
        if change:
            sign = "+" if change > 0 else ""
            value = meter_value(meter, change, text, language)
            changes.append(f"{text(meter.label)} {sign}{value}")
    if changes:
        said.append(Run((" " if said else "") + "; ".join(changes), emphasis=True))
    return tuple(said)


def _end(scene: Scene) -> str:
    translate = QCoreApplication.translate
    return {
        "good": translate("ScenarioWords", "A good end"),
        "mixed": translate("ScenarioWords", "An end with two sides"),
        "bad": translate("ScenarioWords", "This did not end well"),
    }.get(scene.end, translate("ScenarioWords", "The end"))


__all__ = ["scenario_paper"]
