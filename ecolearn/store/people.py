"""A learner's profile as plain data; `study.api` hands it on. Light: `quick` makes it before
SQLAlchemy is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Learner:
    """A profile on this PC. `picture` is an icon name, `hue` its colour 0–359. `language` is the
    language last used ("" = not chosen)."""

    learner_id: str
    name: str
    picture: str = "leaf"
    hue: int = 150
    has_pin: bool = False
    language: str = ""
    last_seen_at: datetime | None = None
