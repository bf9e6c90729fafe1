"""The line `:::item ID points=2 tags="calculation 2.1"`: reading and writing its settings."""

from __future__ import annotations

import difflib
import math
import re
from typing import Any

from ecolearn.quiz.items.base import Item
from ecolearn.quiz.items.body import Body
from ecolearn.quiz.numbers import plain_number, read_number

ID = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,63}")
COMMON = ("type", "points", "partial", "shuffle", "parallel", "outcome", "tags", "lesson")
_OWN = ("unit", "case", "lookalikes")
_YES = {"yes": True, "no": False, "true": True, "false": False}
_SETTING = re.compile(
    r'\s*([^\s="“«]+)\s*=\s*(?:["“”«]((?:\\.|[^"“”»\\])*)["“”»]|([^\s"]*))|\s*(\S+)'
)
#: setting → what it may be, for values that are words
_WORDS = {
    "partial": ("yes", "no"),
    "shuffle": ("yes", "no"),
    "case": ("yes", "no"),
    "lookalikes": ("yes", "no"),
    "unit": ("optional", "required"),
}


def read_header(args: str, body: Body) -> str | None:
    """Read what follows `:::item` into `body.settings`; return the id, or None without one.
    Problems: Q001 no id, Q002 bad id, Q003 unknown setting, Q004 bad value, Q023 given twice."""
    item_id = ""
    for match in _SETTING.finditer(args):
        name, value = match[1], match[2] if match[2] is not None else match[3]
        if name is None:
            if item_id or not match[4]:
                body.error("Q003", body.line, name=match[4], suggestion="")
            item_id = item_id or match[4]
            continue
        value = re.sub(r'\\(["“”»\\])', r"\1", value or "")
        if name not in COMMON + _OWN:
            near = difflib.get_close_matches(name, COMMON + _OWN, n=1)
            body.error("Q003", body.line, name=name, suggestion=near[0] if near else "")
        elif name in body.settings:
            body.error("Q023", body.line, name=name)
        elif name in _WORDS and value not in _WORDS[name]:
            body.error("Q004", body.line, name=name, value=value, wanted=", ".join(_WORDS[name]))
        else:
            body.settings[name] = value
    if not item_id:
        body.error("Q001", body.line)
        return None
    if not ID.fullmatch(item_id):
        body.error("Q002", body.line, id=item_id)
        return None
    return item_id


def common_fields(item_id: str, body: Body) -> dict[str, Any]:
    """Return the fields that all types have, but for texts, from the settings."""
    settings = body.settings
    points = read_number(settings.get("points", "1"))
    if points is None or not math.isfinite(points) or not 0 < points <= 1000:
        wanted = "0 < … ≤ 1000"
        body.error("Q004", body.line, name="points", value=settings["points"], wanted=wanted)
        points = 1.0
    return {
        "id": item_id,
        "points": points,
        "partial": _YES[settings.get("partial", "yes")],
        "shuffle": _YES[settings.get("shuffle", "yes")],
        "parallel": settings.get("parallel", ""),
        "outcome": settings.get("outcome", ""),
        "tags": tuple(settings.get("tags", "").split()),
        "lesson": settings.get("lesson", ""),
    }


def write_header(item: Item, stated_type: str = "") -> str:
    """Return what follows `:::item`: the id, and the settings that differ from the usual."""
    settings = {
        "type": stated_type,
        "points": "" if item.points == item.usual_points else plain_number(item.points),
        "partial": "" if item.partial else "no",
        "shuffle": "" if item.shuffle else "no",
        "parallel": item.parallel,
        "outcome": item.outcome,
        "tags": " ".join(item.tags),
        "lesson": item.lesson,
        **item.own_settings_written(),
    }
    written = (f"{name}={_quoted(value)}" for name, value in settings.items() if value)
    return " ".join([item.id, *written])


def _quoted(value: str) -> str:
    if re.fullmatch(r'[^\s"“”«»\\]+', value):
        return value
    escaped = re.sub(r'(["“”»\\])', r"\\\1", " ".join(value.split()))
    return f'"{escaped}"'
