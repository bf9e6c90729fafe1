"""A formula of a calculator: read once, checked against units, calculated with ranges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ecolearn.quiz.formulas import nodes as n
from ecolearn.quiz.formulas.dimensions import Names, dimension_of
from ecolearn.quiz.formulas.errors import FormulaError
from ecolearn.quiz.formulas.evaluation import Numbers, run
from ecolearn.quiz.formulas.intervals import Triple
from ecolearn.quiz.formulas.limits import MAX_ROWS, RESERVED
from ecolearn.quiz.formulas.quantity import Quantity, unit_of
from ecolearn.quiz.units import Dimension, Unit


@lru_cache(maxsize=512)
def parse(text: str) -> Formula:
    """Return the formula `text` says.

    Raises:
        FormulaError: It cannot be read, or is too big.
    """
    from ecolearn.quiz.formulas.reading import read

    return Formula(text, read(text))


@dataclass(frozen=True)
class Formula:
    """A formula; make it with `parse`. It never changes and may be used from any thread."""

    text: str
    _tree: n.Node

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the names of inputs, constants and columns in it."""
        return _names(self._tree)

    def numbers(self) -> list[tuple[float, Dimension]]:
        """Return the numbers written in it, in base units, with their dimension."""
        parts = (one for one in n.walk(self._tree) if isinstance(one, n.Number))
        return [(one.value, one.dimension) for one in parts]

    def column_names(self) -> frozenset[str]:
        """Return the names inside `sum`: columns, and what else is used there."""
        sums = (p for p in n.walk(self._tree) if isinstance(p, n.Call) and p.name == "sum")
        return frozenset().union(*(_names(one) for one in sums))

    @property
    def is_condition(self) -> bool:
        """Tell whether it is true or false (1 or 0) rather than a number."""
        return n.is_condition(self._tree)

    def unit(self, scope: Mapping[str, Unit], columns: Mapping[str, Unit] | None = None) -> Unit:
        """Return the base unit of the result, without calculating.

        Raises:
            FormulaError: A name is unknown or units do not fit. Numbers are not looked at, so
                what passes here may still divide by zero.
        """
        names = Names(_dimensions(scope), _dimensions(columns or {}))
        return Unit(dimension_of(self._tree, names))

    def evaluate(
        self,
        scope: Mapping[str, Quantity],
        rows: Sequence[Mapping[str, Quantity]] = (),
        columns: Mapping[str, Unit] | None = None,
    ) -> Quantity:
        """Return the result with its range; of a condition 1 or 0, with 0…1 where it depends.

        Ranges follow ordinary interval arithmetic: the result holds every value possible, but
        may be wider than need be where a name stands twice, as in `a / (a + b)` or `x - x`. Where
        that matters, write the formula so that each name stands once: `1 / (1 + b / a)`.

        A divisor whose value is not zero but whose range reaches zero is an error
        (`range_has_zero`): the result would have no bounds. The same with roots and logarithms
        (`range_has_negative`).

        Args:
            scope: Inputs and constants by name.
            rows: The pupil's table; each row has the same columns.
            columns: Units of the columns; needed only where a table without rows is summed.

        Raises:
            FormulaError: Anything that is wrong with names, units or numbers.
        """
        if len(rows) > MAX_ROWS:
            raise FormulaError("too_many_rows", limit=MAX_ROWS, given=len(rows))
        dimensions = _dimensions(columns or {})
        for row in rows:
            for name, quantity in row.items():
                kept = dimensions.setdefault(name, quantity.dimension)
                if kept != quantity.dimension:
                    left, right = unit_of(kept), unit_of(quantity.dimension)
                    raise FormulaError("units_differ", left=left, right=right, name=name)
        summed = self.column_names()
        if not rows and columns is None and summed - scope.keys():
            raise FormulaError("no_rows", 0, len(self.text))
        dimension = dimension_of(self._tree, Names(_dimensions(scope), dimensions))
        for row in rows:
            missing = sorted((summed & dimensions.keys()) - row.keys() - scope.keys())
            if missing:
                raise FormulaError("unknown_name", name=missing[0], suggestion="")
        numbers = Numbers(_triples(scope), [_triples(row) for row in rows])
        return Quantity(*run(self._tree, numbers), dimension)

    def triple(
        self, scope: Mapping[str, Triple], rows: Sequence[Mapping[str, Triple]] = (), row: int = -1
    ) -> Triple:
        """Return value, low and high in base units, without looking at units again: for what
        `unit` found right and a slider has calculated sixty times a second.

        Args:
            scope: Inputs and constants by name; asked only for what counts.
            rows: The pupil's table.
            row: Which of the rows columns outside `sum` are taken from; -1 = none.

        Raises:
            FormulaError: The numbers do not allow it.
        """
        here = rows[row] if row >= 0 else {}
        return run(self._tree, Numbers(scope, rows, here))

    def tex(self, symbols: Mapping[str, str], language: str = "en") -> str:
        """Return the formula as TeX in the language of the reader (kk, ru, en).

        Args:
            symbols: TeX for names (and for `rows`). A name without one is written by itself:
                `v_drip` as v with an index, longer words upright.
            language: For decimal signs, units and words such as "otherwise".
        """
        from ecolearn.quiz.formulas.tex import Writer

        return Writer(symbols, {}, language).whole(self._tree)

    def tex_with(
        self,
        values: Mapping[str, str],
        symbols: Mapping[str, str] | None = None,
        language: str = "en",
    ) -> str:
        """Return the same with numbers put in.

        Args:
            values: Plain text for names, as shown to the reader: "60", "0,25 мл". Names without a
                value keep their symbol, as columns inside a sum do.
            symbols: As in `tex`.
            language: As in `tex`.
        """
        from ecolearn.quiz.formulas.tex import Writer

        return Writer(symbols or {}, values, language).whole(self._tree)


def _names(tree: n.Node) -> frozenset[str]:
    found = {part.name for part in n.walk(tree) if isinstance(part, n.Name)}
    return frozenset(found - RESERVED)


def _dimensions(of: Mapping[str, Unit] | Mapping[str, Quantity]) -> dict[str, Dimension]:
    return {name: one.dimension for name, one in of.items()}


def _triples(quantities: Mapping[str, Quantity]) -> dict[str, Triple]:
    return {name: (one.value, one.low, one.high) for name, one in quantities.items()}
