"""The parts of a formula that was read: plain data, each with its place in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ecolearn.quiz.units import Dimension


@dataclass(frozen=True, slots=True)
class Number:
    """`5` or `5 [min]`: `value` in base units, `shown` the number as written, `unit` its text."""

    start: int
    end: int
    value: float
    shown: float
    unit: str
    dimension: Dimension


@dataclass(frozen=True, slots=True)
class Name:
    """An input, constant or column, `rows` or `pi`."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Negative:
    """`-x`."""

    start: int
    end: int
    inner: Node


@dataclass(frozen=True, slots=True)
class Terms:
    """`a + b - c`, from left to right; the signs are `+` and `-`."""

    start: int
    end: int
    first: Node
    rest: tuple[tuple[str, Node], ...]


@dataclass(frozen=True, slots=True)
class Factors:
    """`a * b / c`, from left to right; the signs are `*` and `/`."""

    start: int
    end: int
    first: Node
    rest: tuple[tuple[str, Node], ...]


@dataclass(frozen=True, slots=True)
class Power:
    """`base ^ exponent`."""

    start: int
    end: int
    base: Node
    exponent: Node


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments; `sum` and `if`, too."""

    start: int
    end: int
    name: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`left sign right`; the signs are `<` `<=` `>` `>=` `==` `!=`."""

    start: int
    end: int
    sign: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Logic:
    """`a and b and c`, or the same with `or`."""

    start: int
    end: int
    word: str
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """`not a`."""

    start: int
    end: int
    inner: Node


Node = Number | Name | Negative | Terms | Factors | Power | Call | Comparison | Logic | Not


def children(node: Node) -> tuple[Node, ...]:
    """Return the parts of a part, from left to right."""
    if isinstance(node, Terms | Factors):
        return (node.first, *(part for _, part in node.rest))
    if isinstance(node, Power):
        return node.base, node.exponent
    if isinstance(node, Call):
        return node.arguments
    if isinstance(node, Comparison):
        return node.left, node.right
    if isinstance(node, Logic):
        return node.parts
    if isinstance(node, Negative | Not):
        return (node.inner,)
    return ()


def walk(node: Node) -> Iterator[Node]:
    """Return a part and everything in it."""
    yield node
    for child in children(node):
        yield from walk(child)


def is_condition(node: Node) -> bool:
    """Tell whether a part is true or false rather than a number."""
    return isinstance(node, Comparison | Logic | Not)
