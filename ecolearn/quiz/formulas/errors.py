"""What can be wrong with a formula or its numbers: a stable code, a place, and facts."""

from __future__ import annotations

from typing import Final

#: every code a `FormulaError` can carry, with the facts that come with it
CODES: Final = (
    # the text
    "empty",
    "too_long",  # limit, length
    "too_many_parts",  # limit
    "too_deep",  # limit
    "sum_too_big",  # limit: too many parts inside all sums together
    "unexpected_character",  # found
    "expected",  # found ("" at the end), wanted: a tuple of "value", "operator", ",", ")", "end"
    "bracket_open",  # a bracket that is never closed
    "bracket_extra",  # a bracket that was never opened
    "decimal_comma",  # found: `0,25` where 0.25 is meant
    "single_equals",  # `=` where == is meant
    "chained_comparison",  # a < b < c
    "unit_without_number",  # found: `x [kg]`
    "unit_unknown",  # unit
    "unknown_function",  # name, suggestion ("" if none)
    "wrong_count",  # name, least, most, given
    "digits_expected",  # round(x, n) where n is not a whole number from -12 to 12
    "sum_inside_sum",
    "condition_expected",  # a number where a comparison must stand
    "number_expected",  # a comparison where a number must stand
    # names
    "unknown_name",  # name, suggestion ("" if none)
    "column_outside_sum",  # name
    # units
    "units_differ",  # left, right: units as an author would write them
    "no_unit_here",  # unit, name (of the function; "^" for an exponent)
    "power_with_unit",  # unit
    "root_with_unit",  # unit
    # numbers
    "divided_by_zero",
    "range_has_zero",  # the value is not zero, but its range reaches zero
    "root_of_negative",
    "power_of_negative",
    "log_of_not_positive",
    "range_has_negative",  # the value is allowed, but its range reaches below
    "not_finite",
    "bad_range",  # value, low, high: not low <= value <= high
    "too_many_rows",  # limit, given
    "no_rows",  # a sum over no rows, and nobody said what units the columns have
)


class FormulaError(Exception):
    """A formula cannot be read, does not fit its units, or cannot be calculated.

    `code` is one of `CODES`; `start` and `end` are characters in the text of the formula (both 0
    where there is no place in a text); `facts` are for a message in the language of the reader.
    """

    def __init__(self, code: str, start: int = 0, end: int = 0, **facts: object) -> None:
        super().__init__(code, start, end, facts)
        self.code = code
        self.start = start
        self.end = end
        self.facts: dict[str, object] = facts

    def __str__(self) -> str:
        inside = "".join(f", {name}={value!r}" for name, value in self.facts.items())
        return f"{self.code}({self.start}–{self.end}{inside})"
