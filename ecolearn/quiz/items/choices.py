"""Lists of options, as single, several, true-false and hotspot items have them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ecolearn.quiz.items.base import Fault, Option, duplicates
from ecolearn.quiz.items.body import Body, Chunk
from ecolearn.quiz.items.markup import chunk_lines, escape_part, unescape_part


def read_options(chunks: Sequence[Chunk]) -> tuple[Option, ...]:
    """Return the options of `chunks`."""
    return tuple(
        Option(text=unescape_part(c.text), right=c.chosen, feedback=c.feedback) for c in chunks
    )


def write_options(options: Sequence[Option], *, square: bool = False) -> list[str]:
    """Return the lines of options, with ( ) or [ ]."""
    marks = ("[ ]", "[x]") if square else ("( )", "(x)")
    lines: list[str] = []
    for option in options:
        head = f"- {marks[option.right]}"
        lines += chunk_lines(head, escape_part(option.text), option.feedback)
    return lines


def is_square(body: Body) -> bool | None:
    """Tell whether the options have [ ] rather than ( ); notes a mixture (Q009) and returns None
    if there is one."""
    chunks = body.of("option")
    squares = {chunk.mark[0] == "[" for chunk in chunks}
    if len(squares) > 1:
        odd = next(c for c in chunks if (c.mark[0] == "[") != (chunks[0].mark[0] == "["))
        body.error("Q009", odd.line)
        return None
    return squares.pop() if squares else False


def option_faults(options: Sequence[Option], *, one: bool) -> Iterator[Fault]:
    """Yield what is wrong with a list of options: none right (Q104), all right (Q105), several
    right where one is asked for (Q106), fewer than two (Q107), the same twice (Q103), an empty
    one (Q108)."""
    right = sum(option.right for option in options)
    if len(options) < 2:
        yield "Q107", {"count": len(options)}
    if not right:
        yield "Q104", {}
    elif one and right > 1:
        yield "Q106", {"count": right}
    elif right == len(options) > 1:
        yield "Q105", {"count": right}
    yield from duplicates([option.text for option in options if option.text])
    for number, option in enumerate(options, start=1):
        if not option.text.strip():
            yield "Q108", {"number": number}
