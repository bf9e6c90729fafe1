"""The widgets of activities: one file per kind, named as in `content/activities`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ecolearn.content.activities import Activity
    from ecolearn.ui.activities.base import ActivityView, Around

#: kind of the activity → (module here, class); imported when the first of the kind is shown
VIEWS: dict[str, tuple[str, str]] = {
    "calculator": ("calculator", "CalculatorView"),
    "checklist": ("checklist", "ChecklistView"),
    "sorting": ("sorting", "SortingView"),
    "scenario": ("scenario", "ScenarioView"),
    "number-check": ("number_check", "NumberCheckView"),
    "debate": ("debate", "DebateView"),
    "diary": ("diary", "DiaryView"),
}


def make_view(
    activity: Activity, around: Around, parent: QWidget | None = None
) -> ActivityView | None:
    """Return the widget for `activity`, None if there is none for its kind."""
    if activity.kind not in VIEWS:
        return None
    module, name = VIEWS[activity.kind]
    view: ActivityView = getattr(import_module(f"ecolearn.ui.activities.{module}"), name)(
        activity, around, parent
    )
    return view


__all__ = ["VIEWS", "make_view"]
