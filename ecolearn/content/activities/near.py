"""Which name was probably meant: facts of a fault about a name that is not there."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

#: so many names are compared, for so many faults: comparing is slow, and files may be anything
_MOST_KNOWN, _MOST_FAULTS = 300, 40


class Near:
    """Finds the nearest of some known names."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = sorted(set(known))[:_MOST_KNOWN]
        self._asked = 0

    def facts(self, name: str, key: str = "id") -> dict[str, object]:
        """Return `name` under `key`, and the nearest known name as `suggestion`, "" if none is."""
        self._asked += 1
        near = get_close_matches(name, self._known, 1) if self._asked <= _MOST_FAULTS else []
        return {key: name, "suggestion": near[0] if near else ""}
