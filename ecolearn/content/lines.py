"""Where the parts of a parsed file stand. Kept beside the model, not in it: two courses are equal
whatever lines their texts stand on."""

from __future__ import annotations


class Lines:
    """Line numbers (from 1) of model parts, by identity. Holds the parts, so ids stay theirs."""

    def __init__(self) -> None:
        self._lines: dict[int, tuple[object, int]] = {}

    def put(self, part: object, line: int) -> None:
        """Remember that `part` begins in `line`."""
        self._lines[id(part)] = (part, line)

    def of(self, part: object) -> int:
        """Return the line of `part`; 0 if unknown."""
        found = self._lines.get(id(part))
        return found[1] if found else 0
