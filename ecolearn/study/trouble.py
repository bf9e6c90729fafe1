"""Known troubles of the acts of study."""

from __future__ import annotations

from ecolearn.errors import EcoLearnError


class LearnerGone(EcoLearnError):
    """There is no such profile, or not any more. Facts: `learner_id`."""

    code = "learner-gone"


class AttemptGone(EcoLearnError):
    """There is no such attempt. Facts: `attempt_id`."""

    code = "attempt-gone"


class AttemptClosed(EcoLearnError):
    """The attempt is finished, or the item has its final answer. Facts: `attempt_id`, `item_id`."""

    code = "attempt-closed"
