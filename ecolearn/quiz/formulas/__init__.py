"""The small safe expression language of calculators: formulas are data, never code.

`parse` reads a formula; a `Formula` finds its unit without calculating (`unit`), calculates with
ranges (`evaluate`) and writes itself as TeX (`tex`, `tex_with`). Everything that can be wrong is a
`FormulaError` with a code, a place and facts.
"""

from __future__ import annotations

from ecolearn.quiz.formulas.errors import CODES, FormulaError
from ecolearn.quiz.formulas.formula import Formula, parse
from ecolearn.quiz.formulas.limits import FUNCTIONS, RESERVED
from ecolearn.quiz.formulas.quantity import Quantity, unit_of

__all__ = [
    "CODES",
    "FUNCTIONS",
    "RESERVED",
    "Formula",
    "FormulaError",
    "Quantity",
    "parse",
    "unit_of",
]
