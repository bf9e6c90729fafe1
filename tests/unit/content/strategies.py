"""Courses made up by Hypothesis, with the nastiest texts that a file can hold.

A text is *canonical* if reading gives it back as it is: no boxes typed by hand in prose, no empty
lines around it, code blocks closed. `writer` makes other texts canonical without changing what
is shown; `test_writer` says so separately.
"""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import strategies as st

from ecolearn.content import model as m
from ecolearn.quiz.items.base import Item
from ecolearn.quiz.items.syntax import parse_item

LANGUAGES = st.sampled_from(m.LANGUAGES) if hasattr(m, "LANGUAGES") else st.just("en")
