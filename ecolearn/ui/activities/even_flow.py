"""Parts side by side in rows that are equally full as far as possible: four stand as 4 or as 2 + 2,
never as 3 + 1."""

from __future__ import annotations

from ecolearn.ui.widgets.flow_layout import FlowLayout


class EvenFlow(FlowLayout):
    """See the module text."""

    def columns(self, width: int) -> int:
        """Return how many parts stand side by side."""
        fit = super().columns(width)
        count = max(1, self.count())
        rows = -(-count // fit)
        return -(-count // rows)


__all__ = ["EvenFlow"]
