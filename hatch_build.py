"""Building EcoLearn: a wheel without the compiled translations would lack Kazakh and Russian and
say nothing, so it is not built. An editable installation comes before they exist and is let be.
"""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):
    """Looks before a wheel or a source archive is built; named in `pyproject.toml`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Refuse to build with translations that are missing or old."""
        if version == "editable":
            return
        tool = runpy.run_path(str(Path(self.root, "tools", "translations.py")))
        if fault := tool["fault"](Path(self.root, "resources", "translations")):
            raise SystemExit(fault)
