"""Give a data folder one profile that has read a little."""

import sys
from pathlib import Path

from ecolearn.app import build_core
from ecolearn.content.library import course_roots
from ecolearn.study.api import Spot


def main(data: Path) -> None:
    core = build_core(data, course_roots(data))
    core.library.scan()
    study = core.study
    learner = study.create_learner("Aruzhan", "leaf", 150, "", "en").value.learner_id
    for summary in core.library.summaries()[:1]:
        course = core.library.open(summary.course_id).course
        lesson = course.modules[0].lessons[0]
        study.open_lesson(learner, course.id, lesson.id)
        study.save_spot(learner, course.id, lesson.id, Spot(2, 0.0), 0.3)
    core.close()


main(Path(sys.argv[1]))
