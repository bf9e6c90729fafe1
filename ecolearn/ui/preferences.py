"""What this window remembers between starts: size, look, language, last learner. A small JSON
file beside the database; no answer and no name is in it. If it cannot be read, defaults apply."""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from ecolearn import paths
from ecolearn.messages import LANGUAGES, system_language

_log = logging.getLogger(__name__)
_LARGEST = 1_000_000  # bytes; what we write is under one thousand

THEMES = ("system", "light", "dark", "contrast-light", "contrast-dark")
TEXT_SIZES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


@dataclass
class Preferences:
    """The remembered choices. `path` is where they are kept; None keeps them in memory only."""

    language: str = ""
    theme: str = "system"
    text_size: float = 1.0
    show_timer: bool = True
    window: list[int] = field(default_factory=list)  #: x, y, width, height in pixels
    maximised: bool = False
    last_learner_id: str = ""
    backup_folder: str = ""  #: second place for copies; read by `store.second`
    path: Path | None = field(default=None, repr=False)

    @classmethod
    def load(cls, data: Path | None = None) -> Preferences:
        """Read the file; whatever is missing or makes no sense gets its default."""
        path = (data or paths.user_data()) / "preferences.json"
        found: dict[str, Any] = {}
        try:
            if path.stat().st_size < _LARGEST:
                read = json.loads(path.read_text("utf-8"))
                found = read if isinstance(read, dict) else {}
        except (OSError, ValueError):
            pass
        chosen = cls(path=path)
        for known in fields(cls):
            value = found.get(known.name)
            if known.name != "path" and type(value) is type(getattr(chosen, known.name)):
                setattr(chosen, known.name, value)
        chosen._mend()
        return chosen

    def save(self) -> None:
        """Write the file whole or not at all; a failure is logged, never shown."""
        if self.path is None:
            return
        values = asdict(self)
        del values["path"]
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part = self.path.with_suffix(".part")
            part.write_text(json.dumps(values, indent=1), "utf-8")
            os.replace(part, self.path)
        except OSError as error:
            _log.warning("preferences were not saved: %s", error.__class__.__name__)

    def _mend(self) -> None:
        if self.language not in LANGUAGES:
            self.language = system_language()
        if self.theme not in THEMES:
            self.theme = "system"
        self.text_size = min(max(float(self.text_size), TEXT_SIZES[0]), TEXT_SIZES[-1])
        if len(self.window) != 4 or not all(isinstance(part, int) for part in self.window):
            self.window = []
