"""Rules about signs that are not markup here, or not whole: HTML, braces of formulas."""

from __future__ import annotations

import re

from ecolearn.authoring.survey import Survey
from ecolearn.content.boxes import fence_ends
from ecolearn.problems import Place

_HTML = re.compile(
    r"<(!--|/?(?:b|i|u|s|p|a|em|br|hr|h[1-6]|ul|ol|li|tr|td|th|sub|sup|div|img|span|font|center"
    r"|strong|small|table|tbody|thead|video|audio|iframe)\b[^<>]{0,200}/?>)",
    re.I,
)
_CODE = re.compile(r"(`+)[^`].*?\1|\$[^$]*\$")
#: tag → hint: what to write instead
_INSTEAD = {
    "!--": "comment",
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "slanting"),
    **dict.fromkeys(("table", "tbody", "thead", "tr", "td", "th"), "table"),
    **dict.fromkeys(("sub", "sup"), "figures"),
    **dict.fromkeys(("ul", "ol", "li"), "list"),
    **dict.fromkeys(("img", "video", "audio"), "picture"),
    **dict.fromkeys(("br", "p", "div", "hr"), "line"),
    "a": "link",
}
_BRACES = re.compile(r"\\.|[{}]", re.S)


def check(survey: Survey) -> None:
    """Add problems."""
    for text in survey.texts():
        rows = survey.rows(text.path)
        _html(survey, text.path, rows)
        for tex, line in text.seen.tex:
            if not _balanced(tex):
                shown = " ".join(tex.split())[:60]
                survey.problems.warning("T107", text.at(line), text=shown)


def _html(survey: Survey, path: str, rows: list[str]) -> None:
    if not any("<" in row for row in rows):
        return
    code: set[int] = set()
    for start, end in fence_ends(rows)[0].items():
        code.update(range(start, end + 1))
    for number, row in enumerate(rows):
        if "<" not in row or number in code:
            continue
        found = _HTML.search(_CODE.sub("", row))
        if found and "\\<" not in row:
            tag = re.split(r"[^!\w-]", found[1].lstrip("/"), maxsplit=1)[0].lower()
            hint = f"html:{_INSTEAD.get(tag, 'heading' if tag[0] == 'h' else 'nothing')}"
            place = Place(path, number + 1, 1)
            survey.problems.note("T106", place, text=found[0][:40], hint=hint)


def _balanced(tex: str) -> bool:
    depth = 0
    for sign in _BRACES.findall(tex):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    return not depth
