"""Chemistry in formulas: rewrites `\\ce{…}` (the everyday part of mhchem) as plain TeX.

Understood: indices (`H2O`), charges (`SO4^2-`, `Na+`), counts (`2 H2`), arrows with words
(`->`, `<=>`, `->[hν]`), states (`(aq)`), isotopes (`^{14}_{6}C`), hydrates (`CuSO4 * 5 H2O`),
bonds (`C=C`, `C#C`), gas and precipitate arrows (` ^`, ` v`), and `$…$` for formulas inside.
What is not understood stays as typed. Never raises.

Source: the mhchem manual, https://mhchem.github.io/MathJax-mhchem/
"""

from __future__ import annotations

import re

_ARROWS = {
    "<=>>": r"\rightleftharpoons",
    "<<=>": r"\rightleftharpoons",
    "<=>": r"\rightleftharpoons",
    "<-->": r"\leftrightarrow",
    "<->": r"\leftrightarrow",
    "->": r"\rightarrow",
    "<-": r"\leftarrow",
    "=>": r"\Rightarrow",
}
_TOKEN = re.compile(
    r"""
      (?P<math>\$[^$]*\$)
    | (?P<arrow><=>>|<<=>|<=>|<-->|<->|->|<-|=>)
    | (?P<script>[\^_](?:\{[^{}]*\}|\d+[+-]?|[+-]|[A-Za-z]))
    | (?P<command>\\[A-Za-z]+(?:\{[^{}]*\})?|\\.)
    | (?P<letters>[^\W\d_]+)
    | (?P<number>\d+(?:[.,/]\d+)?)
    | (?P<space>\s+)
    | (?P<other>.)
    """,
    re.X | re.S,
)
_BOND = {"=": "=", "#": r"\equiv ", "-": r"\text{–}"}


def rewrite(tex: str) -> str:
    """Return `tex` with every `\\ce{…}` in it written as plain TeX."""
    if "\\ce" not in tex:
        return tex
    out: list[str] = []
    place = 0
    while True:
        start = tex.find("\\ce", place)
        if start < 0:
            break
        inside, end = _group(tex, start + 3)
        if inside is None:
            out.append(tex[place : start + 3])
            place = start + 3
            continue
        out.append(tex[place:start])
        out.append(f"{{{formula(inside)}}}")
        place = end
    out.append(tex[place:])
    return "".join(out)


def _group(tex: str, place: int) -> tuple[str | None, int]:
    """Return what stands in the braces at `place`, and the place after them."""
    while place < len(tex) and tex[place] == " ":
        place += 1
    if place >= len(tex) or tex[place] != "{":
        return None, place
    depth = 0
    for index in range(place, len(tex)):
        if tex[index] == "\\":
            continue
        if tex[index] == "{":
            depth += 1
        elif tex[index] == "}":
            depth -= 1
            if depth == 0:
                return tex[place + 1 : index], index + 1
    return None, place


def formula(source: str) -> str:
    """Return mhchem `source` (what stands inside `\\ce{…}`) as TeX."""
    out: list[str] = []
    #: whether the last thing can carry an index or a charge
    carries = False
    place = 0
    while place < len(source):
        match = _TOKEN.match(source, place)
        if match is None:  # cannot happen: `other` takes anything
            break
        place = match.end()
        kind = match.lastgroup
        text = match.group()
        if kind == "math":
            out.append(text[1:-1])
            carries = True
        elif kind == "arrow":
            words, place = _words(source, place)
            out.append(_arrow(text, words))
            carries = False
        elif kind == "script":
            out.append(_script(text, carries or (bool(out) and out[-1].startswith("{}"))))
        elif kind == "number":
            if carries:
                whole, point, rest = text.partition(".")
                if point and source[place : place + 1].isalpha():  # a hydrate: CuSO4.5H2O
                    out.append(rf"_{{{whole}}}\cdot {rest}\,")
                    carries = False
                    continue
                charge = _charge(source, place)
                out.append(f"_{{{text}}}" + (f"^{{{_minus(charge)}}}" if charge else ""))
                place += len(charge)
            else:
                out.append(text + r"\,")
        elif kind == "letters":
            if text == "v" and not carries:
                out.append(r"\downarrow ")
                continue
            out.append(rf"\mathrm{{{text}}}")
            charge = _charge(source, place)
            if charge:
                out.append(f"^{{{_minus(charge)}}}")
                place += len(charge)
            carries = True
        elif kind == "space":
            carries = False
        elif kind == "command":
            out.append(text + " ")
            carries = True
        else:
            out.append(_other(text, carries, source, place))
            if text in ")]":
                charge = _charge(source, place)
                if charge:
                    out.append(f"^{{{_minus(charge)}}}")
                    place += len(charge)
            carries = text in ")]}"
    return "".join(out).strip()


def _charge(source: str, place: int) -> str:
    """Return a charge that ends a formula at `place`: `+` or `-` before a space, bracket or the
    end."""
    if place < len(source) and source[place] in "+-":
        after = source[place + 1 : place + 2]
        if source[place : place + 2] != "->" and (not after or after in " )],"):
            return source[place]
    return ""


def _minus(text: str) -> str:
    return text.replace("-", "−")


def _script(text: str, carries: bool) -> str:
    mark, body = text[0], text[1:]
    if body.startswith("{"):
        body = body[1:-1]
    if not carries:  # an isotope's numbers stand before the letters
        return f"{{}}{mark}{{{_minus(body)}}}"  # the second of them joins the first
    return f"{mark}{{{_minus(body)}}}"


def _words(source: str, place: int) -> tuple[list[str], int]:
    """Return up to two `[…]` after an arrow, and the place after them."""
    words: list[str] = []
    while len(words) < 2 and place < len(source) and source[place] == "[":
        end = source.find("]", place)
        if end < 0:
            break
        words.append(source[place + 1 : end])
        place = end + 1
    return words, place


def _arrow(sign: str, words: list[str]) -> str:
    arrow = _ARROWS[sign]
    if words and arrow == r"\rightarrow":
        below = f"[{_label(words[1])}]" if len(words) > 1 else ""
        return rf"\;\xrightarrow{below}{{\;{_label(words[0])}\;}}\;"
    if words:
        return rf"\;\overset{{{_label(words[0])}}}{{{arrow}}}\;"
    return rf"\;{arrow}\;"


def _label(text: str) -> str:
    """Return words over an arrow: a formula if it has signs of one, else upright text."""
    if "$" in text or "\\" in text:
        return text.replace("$", "")
    if re.fullmatch(r"[A-Z][A-Za-z0-9()]*", text):
        return formula(text)
    return rf"\text{{{text}}}" if text else ""


def _other(text: str, carries: bool, source: str, place: int) -> str:
    before = source[place - 2 : place - 1]
    after = source[place : place + 1]
    if text == "+":
        return " + "
    if text in "*·." and (before == " " or after.isdigit() or after == " "):
        return r"\cdot "
    if text == "^" and not carries:
        return r"\uparrow "
    if text in _BOND and carries and after.strip():
        return _BOND[text]
    if text in "%#&":
        return "\\" + text
    return text
