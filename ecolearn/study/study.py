"""The acts of a learner, put together. The one implementation of `StudyApi` in the program."""

from __future__ import annotations

from ecolearn.study.diary import EcoDiary
from ecolearn.study.hands_on import HandsOn
from ecolearn.study.learners import Learners
from ecolearn.study.progress import Progress
from ecolearn.study.reading import Reading
from ecolearn.study.sittings import Sittings


class Study(Learners, Reading, Sittings, HandsOn, EcoDiary, Progress):
    """See `study.api.StudyApi`. Made of the store, the library, the time and chance.

    All calls come from one thread at a time; an act returns only after its commit.
    """
