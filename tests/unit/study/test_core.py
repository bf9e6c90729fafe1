"""The core is built once, on the bundled courses as well as on a folder that cannot be used."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from ecolearn.app import build_core
from ecolearn.errors import NoPlaceForData
from ecolearn.study.api import StudyApi


def test_a_core_works_and_keeps_a_copy_when_it_is_closed(tmp_path: Path, courses: Path) -> None:
    core = build_core(tmp_path / "data", [(courses, "bundled")], rng=Random(1))
    study: StudyApi = core.study
    learner = study.create_learner("Aru", "leaf", 150).value.learner_id
    for summary in core.library.summaries():
        course = core.library.open(summary.course_id).course
        lesson = course.modules[0].lessons[0]
        study.open_lesson(learner, course.id, lesson.id)
        assert study.progress(learner)[course.id].state == "going"
    core.close()
    assert [path.name for path in core.store.backups.iterdir()] == ["eco-000001.db"]
    again = build_core(tmp_path / "data", [(courses, "bundled")])
    assert [one.name for one in again.study.learners()] == ["Aru"]
    again.close()
    assert len(list(again.store.backups.iterdir())) == 1


def test_without_a_folder_to_write_to_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NoPlaceForData):
        build_core(tmp_path / "file", [])


def test_the_usual_place_is_used_when_none_is_named(own_data_folder: Path) -> None:
    core = build_core(None, [])
    assert core.store.folder == own_data_folder
    core.close()


def test_garbage_collection_goes_on_as_before(tmp_path: Path) -> None:
    import gc

    for wanted in (True, False):
        (gc.enable if wanted else gc.disable)()
        try:
            build_core(tmp_path, []).close()
            assert gc.isenabled() is wanted
        finally:
            gc.enable()
