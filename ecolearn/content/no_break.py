"""Numbers that keep their unit: a no-break space between `60` and `Вт`.

For texts that are shown; what the author typed stays as it is.
"""

from __future__ import annotations

import re

from ecolearn.quiz.numbers import NBSP
from ecolearn.quiz.units import is_unit_word

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LETTER = rf"[^\W\d_{_RAISED}]"
#: a number's last digit, a plain space, and what may be a unit; its second part (кВт·сағ, Вт-қа)
#: hangs on it anyway
_AFTER_NUMBER = re.compile(
    rf"(?<=[0-9½¼¾⅓⅔{_RAISED}]) (?=({_LETTER}+|[%‰₸]|[°º][CСcс])(?!{_LETTER}))"
)
#: the spaces inside a number in groups of three, before a unit
_GROUPS = re.compile(r"(?<![\w.,])[0-9]{1,3}(?: [0-9]{3})+(?=(?:[.,][0-9]+)?\u00a0)")


def keep_units(text: str) -> str:
    """Return `text` with no-break spaces in numbers with a unit."""
    if " " not in text:
        return text
    bound = _AFTER_NUMBER.sub(lambda match: NBSP if is_unit_word(match[1]) else " ", text)
    if bound == text:
        return text
    return _GROUPS.sub(lambda match: match[0].replace(" ", NBSP), bound)
