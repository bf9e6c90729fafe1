"""Reads a formula: grammar, limits, and errors in terms a message can be made of.

Imports lark (`docs/decisions/0008-formulas.md`), so this module is imported when the first formula
is read, not before.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, cast

from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedToken

from ecolearn.quiz.formulas import nodes as n
from ecolearn.quiz.formulas.errors import FormulaError
from ecolearn.quiz.formulas.limits import (
    FUNCTIONS,
    MAX_DEPTH,
    MAX_DIGITS,
    MAX_IN_SUMS,
    MAX_PARTS,
    MAX_TEXT,
)
from ecolearn.quiz.units import NOTHING, parse_unit

_GRAMMAR: Final = r"""
?start: either
?either: both (OR both)*
?both: negated (AND negated)*
?negated: NOT negated -> negation
        | compared
?compared: terms (COMPARE terms)*
?terms: factors ((PLUS | MINUS) factors)*
?factors: signed ((TIMES | OVER) signed)*
?signed: (PLUS | MINUS) signed -> sign
       | power
?power: raised (POWER exponent)?
?exponent: (PLUS | MINUS) exponent -> sign
         | power
?raised: atom SMALL -> raised
       | atom
?atom: NUMBER (UNIT | PERCENT)? -> number
     | NAME -> name
     | NAME OPEN arguments CLOSE -> call
     | OPEN either CLOSE -> bracket
arguments: (either (COMMA either)*)?

OR: "or"
AND: "and"
NOT: "not"
COMPARE: /<=|>=|==|!=|[<>≤≥≠]/
PLUS: "+"
MINUS: /[-−–—‒]/
TIMES: /[*×·⋅∙•]/
OVER: /[\/÷∕⁄:]/
POWER.2: /\^|\*\*/
SMALL: /[⁺⁻]?[⁰¹²³⁴-⁹]+/
NUMBER: /([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+−]?[0-9]+)?/
UNIT: /\[[^\[\]]*\]/
NAME: /[^\W\d²³¹⁰⁴-⁹₀-₉¼-¾]([^\W²³¹⁰⁴-⁹]|[\u0300-\u036f])*/
PERCENT: "%"
OPEN: "("
CLOSE: ")"
COMMA: ","
%ignore /[\s\u200b\u2060\ufeff]+/
"""
_COMPARE: Final = {"≤": "<=", "≥": ">=", "≠": "!="}
_SMALL: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
#: what could stand there, in terms of a message; lark tells it by the names of terminals. A sign
#: may begin a value, so it says nothing
_WANTED: Final = (
    ("value", {"NUMBER", "NAME", "OPEN"}),
    ("operator", {"TIMES", "OVER", "POWER", "COMPARE", "AND", "OR"}),
    (",", {"COMMA"}),
    (")", {"CLOSE"}),
    ("end", {"$END"}),
)
_COMMA_NUMBER = re.compile(r"[0-9]+,[0-9]+")


def read(text: str) -> n.Node:
    """Return the tree of a formula. Raises `FormulaError`."""
    if len(text) > MAX_TEXT:
        raise FormulaError("too_long", 0, len(text), limit=MAX_TEXT, length=len(text))
    if not text.strip():
        raise FormulaError("empty", 0, len(text))
    try:
        tree = cast("n.Node", _parser().parse(text))
    except UnexpectedToken as error:
        raise _token_error(text, error) from None
    except UnexpectedCharacters as error:
        at = cast("int", error.pos_in_stream)  # lark 1.3 declares it None
        raise _character_error(text, at) from None
    except UnexpectedEOF:
        raise FormulaError("expected", len(text), len(text), found="", wanted=("value",)) from None
    _check_limits(tree)
    return tree


@cache
def _parser() -> Lark:
    # the basic lexer takes `android` for a name; the contextual one for `and` and `roid`
    return Lark(
        _GRAMMAR,
        parser="lalr",
        lexer="basic",
        transformer=_Builder(),
        maybe_placeholders=False,
    )


# ── from tokens to parts ──────────────────────────────────────────────────────────────────────


class _Builder(Transformer[Token, n.Node]):
    """Makes parts while lark reads, from the inside out."""

    def either(self, parts: list[n.Node | Token]) -> n.Node:
        return self._logic("or", parts)

    def both(self, parts: list[n.Node | Token]) -> n.Node:
        return self._logic("and", parts)

    def _logic(self, word: str, parts: list[n.Node | Token]) -> n.Node:
        inside = tuple(_condition(part) for part in parts[::2])
        return n.Logic(_start(inside[0]), _end(inside[-1]), word, inside)

    def negation(self, parts: list[n.Node | Token]) -> n.Node:
        inner = _condition(parts[1])
        return n.Not(_start(parts[0]), _end(inner), inner)

    def compared(self, parts: list[n.Node | Token]) -> n.Node:
        if len(parts) > 3:
            raise FormulaError("chained_comparison", *_place(parts[3]))
        left, right = _number(parts[0]), _number(parts[2])
        sign = str(parts[1])
        sign = _COMPARE.get(sign, sign)
        return n.Comparison(_start(left), _end(right), sign, left, right)

    def terms(self, parts: list[n.Node | Token]) -> n.Node:
        first, rest = _chain(parts)
        return n.Terms(_start(first), _end(parts[-1]), first, rest)

    def factors(self, parts: list[n.Node | Token]) -> n.Node:
        first, rest = _chain(parts)
        return n.Factors(_start(first), _end(parts[-1]), first, rest)

    def sign(self, parts: list[n.Node | Token]) -> n.Node:
        inner = _number(parts[1])
        if isinstance(parts[0], Token) and parts[0].type == "PLUS":
            return inner
        return n.Negative(_start(parts[0]), _end(inner), inner)

    def power(self, parts: list[n.Node | Token]) -> n.Node:
        base, exponent = _number(parts[0]), _number(parts[2])
        return n.Power(_start(base), _end(exponent), base, exponent)

    def raised(self, parts: list[n.Node | Token]) -> n.Node:
        base, (start, end) = _number(parts[0]), _place(parts[1])
        value = _finite(str(parts[1]).translate(_SMALL), start, end)
        exponent = n.Number(start, end, value, value, "", NOTHING)
        return n.Power(_start(base), end, base, exponent)

    def number(self, parts: list[n.Node | Token]) -> n.Node:
        start, end = _start(parts[0]), _end(parts[-1])
        shown = _finite(str(parts[0]).replace("−", "-"), start, _end(parts[0]))
        if len(parts) == 1:
            return n.Number(start, end, shown, shown, "", NOTHING)
        written = str(parts[1]).strip("[]").strip()
        unit = parse_unit(written)
        if unit is None:
            raise FormulaError("unit_unknown", *_place(parts[1]), unit=written)
        value = unit.base(shown)
        if not math.isfinite(value):
            raise FormulaError("not_finite", start, end)
        return n.Number(start, end, value, shown, written, unit.dimension)

    def name(self, parts: list[n.Node | Token]) -> n.Node:
        return n.Name(*_place(parts[0]), unicodedata.normalize("NFC", str(parts[0])))

    def arguments(self, parts: list[n.Node | Token]) -> list[n.Node]:
        return cast("list[n.Node]", parts[::2])

    def call(self, parts: list[n.Node | Token]) -> n.Node:
        start, end = _start(parts[0]), _end(parts[-1])
        name, arguments = str(parts[0]), cast("list[n.Node]", parts[2])
        if name not in FUNCTIONS:
            suggestion = close_to(name, FUNCTIONS)
            raise FormulaError(
                "unknown_function", *_place(parts[0]), name=name, suggestion=suggestion
            )
        least, most = FUNCTIONS[name]
        if not least <= len(arguments) <= most:
            given = len(arguments)
            raise FormulaError(
                "wrong_count", start, end, name=name, least=least, most=most, given=given
            )
        numbers = arguments
        if name == "if":
            _condition(arguments[0])
            numbers = arguments[1:]
        for argument in numbers:
            _number(argument)
        if name == "round" and len(arguments) == 2 and digits_of(arguments[1]) is None:
            raise FormulaError("digits_expected", *_place(arguments[1]))
        return n.Call(start, end, name, tuple(arguments))

    def bracket(self, parts: list[n.Node | Token]) -> n.Node:
        return cast("n.Node", parts[1])


def digits_of(node: n.Node) -> int | None:
    """Return the decimal places that `node` asks for, None unless a whole number in range."""
    sign = 1
    if isinstance(node, n.Negative):
        node, sign = node.inner, -1
    if isinstance(node, n.Number) and not node.unit and node.value <= MAX_DIGITS:
        return sign * int(node.value) if node.value == int(node.value) else None
    return None


def close_to(name: str, known: Iterable[str]) -> str:
    """Return the known name most like a misspelt one, "" if none is."""
    from difflib import get_close_matches

    known = list(known)
    found = get_close_matches(name[:60], known, 1, 0.6)
    folded = [one for one in known if one.casefold() == name.casefold()]
    return (folded or found or [""])[0]


def _place(part: n.Node | Token) -> tuple[int, int]:
    if isinstance(part, Token):
        start = part.start_pos or 0
        return start, part.end_pos or start
    return part.start, part.end


def _start(part: n.Node | Token) -> int:
    return _place(part)[0]


def _end(part: n.Node | Token) -> int:
    return _place(part)[1]


def _number(part: n.Node | Token) -> n.Node:
    node = cast("n.Node", part)
    if n.is_condition(node):
        raise FormulaError("number_expected", node.start, node.end)
    return node


def _condition(part: n.Node | Token) -> n.Node:
    node = cast("n.Node", part)
    if not n.is_condition(node):
        raise FormulaError("condition_expected", node.start, node.end)
    return node


def _chain(
    parts: Sequence[n.Node | Token],
) -> tuple[n.Node, tuple[tuple[str, n.Node], ...]]:
    kinds = {"PLUS": "+", "MINUS": "-", "TIMES": "*", "OVER": "/"}
    rest = tuple(
        (kinds[cast("Token", sign).type], _number(part))
        for sign, part in zip(parts[1::2], parts[2::2], strict=True)
    )
    return _number(parts[0]), rest


def _finite(text: str, start: int, end: int) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise FormulaError("not_finite", start, end)
    return value


# ── limits ────────────────────────────────────────────────────────────────────────────────────


def _check_limits(tree: n.Node) -> None:
    """Raise `FormulaError` if a tree is too big. Not recursive: it is what makes others safe."""
    parts, in_sums = 0, 0
    waiting = [(tree, 1, False)]
    while waiting:
        node, depth, inside = waiting.pop()
        if depth > MAX_DEPTH:
            raise FormulaError("too_deep", node.start, node.end, limit=MAX_DEPTH)
        inner = n.children(node)
        weight = max(1, len(inner) - 1)
        parts += weight
        in_sums += weight if inside else 0
        is_sum = isinstance(node, n.Call) and node.name == "sum"
        if is_sum and inside:
            raise FormulaError("sum_inside_sum", node.start, node.end)
        waiting += [(one, depth + 1, inside or is_sum) for one in inner]
    if parts > MAX_PARTS:
        raise FormulaError("too_many_parts", tree.start, tree.end, limit=MAX_PARTS)
    if in_sums > MAX_IN_SUMS:
        raise FormulaError("sum_too_big", tree.start, tree.end, limit=MAX_IN_SUMS)


# ── what lark says ────────────────────────────────────────────────────────────────────────────


def _character_error(text: str, at: int) -> FormulaError:
    found = text[at : at + 1]
    if found == "=":
        return FormulaError("single_equals", at, at + 1)
    return FormulaError("unexpected_character", at, at + 1, found=found)


def _token_error(text: str, error: UnexpectedToken) -> FormulaError:
    """Return what is wrong where lark met a token it had no use for."""
    token = error.token
    start, end = _place(token)
    possible = error.accepts or error.expected
    if token.type == "$END":
        start = end = len(text.rstrip())
        opened = _unclosed(text)
        if "CLOSE" in possible and opened >= 0:
            return FormulaError("bracket_open", opened, opened + 1)
    elif token.type == "CLOSE" and not {"CLOSE", "NUMBER"} & set(possible):
        return FormulaError("bracket_extra", start, end)
    elif token.type == "UNIT":
        return FormulaError("unit_without_number", start, end, found=text[start:end])
    elif token.type == "COMMA":
        match = _COMMA_NUMBER.search(text, max(0, start - 20))
        while match and match.end() <= start:
            match = _COMMA_NUMBER.search(text, match.end())
        if match and match.start() < start:
            return FormulaError("decimal_comma", match.start(), match.end(), found=match[0])
    wanted = tuple(name for name, kinds in _WANTED if kinds & set(possible))
    return FormulaError("expected", start, end, found=text[start:end], wanted=wanted)


def _unclosed(text: str) -> int:
    """Return where the innermost bracket stands that is never closed, -1 if there is none."""
    opened: list[int] = []
    for at, sign in enumerate(text):
        if sign == "(":
            opened.append(at)
        elif sign == ")" and opened:
            opened.pop()
    return opened[-1] if opened else -1
