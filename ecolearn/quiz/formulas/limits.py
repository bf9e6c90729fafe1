"""How big formulas and tables may be, and which names and functions the language has.

With these limits one evaluation takes a few milliseconds at most: no part is calculated twice but
those inside `sum`, and these at most `MAX_IN_SUMS` × `MAX_ROWS` times.
"""

from __future__ import annotations

from typing import Final

#: characters of a formula
MAX_TEXT: Final = 1_000
#: numbers, names, signs and functions of a formula
MAX_PARTS: Final = 300
#: parts in parts; a sum of many terms is one level
MAX_DEPTH: Final = 40
#: parts inside all `sum(…)` of one formula together
MAX_IN_SUMS: Final = 100
#: rows of the pupil's table
MAX_ROWS: Final = 200
#: decimal places `round(x, n)` knows, to both sides of the point
MAX_DIGITS: Final = 12
#: two numbers that differ by less than this share count as the same in comparisons, and a number
#: so near to a whole one as whole in floor, ceil and round: 350 / 0.7 is 500.00000000000006 in
#: binary, and nobody needs 501 seedlings for it
CLOSE: Final = 1e-9

#: function → least and most arguments
FUNCTIONS: Final[dict[str, tuple[int, int]]] = {
    "min": (1, 20),
    "max": (1, 20),
    "floor": (1, 1),
    "ceil": (1, 1),
    "round": (1, 2),
    "abs": (1, 1),
    "sqrt": (1, 1),
    "if": (3, 3),
    "sum": (1, 1),
    "log10": (1, 1),
    "ln": (1, 1),
    "exp": (1, 1),
}
#: names that mean something by themselves: inputs and columns cannot be called so
RESERVED: Final = frozenset({"rows", "pi", "π", "and", "or", "not"})
