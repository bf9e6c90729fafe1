"""What the first page shows before the core is built: profiles, shelf and progress, read by the
standard library's sqlite3 and the library's index alone. Whatever cannot be read is None; the
core completes it a moment later."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from ecolearn import paths

if TYPE_CHECKING:
    from ecolearn.content.library import CourseSummary
    from ecolearn.store.quick import QuickProgress
    from ecolearn.study.api import Learner

_log = logging.getLogger(__name__)


def learners(data: Path) -> tuple[Learner, ...] | None:
    """Return the profiles, most recently seen first; None if the database cannot be read."""
    from ecolearn.store import quick

    return quick.learners(paths.database(data))


def progress(data: Path, learner_id: str) -> QuickProgress | None:
    """Return shares by course and where the learner was; None if it cannot be read."""
    from ecolearn.store import quick

    return quick.progress(paths.database(data), learner_id)


def shelf(data: Path) -> tuple[CourseSummary, ...] | None:
    """Return the courses of the index without looking at the disk; None without an index."""
    from ecolearn.content.library import INDEX, Library
    from ecolearn.ui.main import course_roots

    cache = paths.cache_dir(data)
    if not (cache / INDEX).exists():
        return None
    return Library(course_roots(data), cache).summaries()
