"""The panel around a question: saving, trouble, hints, trying again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ecolearn.content.markdown import lesson_titles
from ecolearn.content.opened import OpenCourse
from ecolearn.quiz.items.base import Hint, Item, option_id
from ecolearn.quiz.items.number import Number
from ecolearn.quiz.items.single_choice import Single
from ecolearn.study.api import Marked
from ecolearn.ui.items import panel as panel_module
from ecolearn.ui.items.flow import InlineLink
from ecolearn.ui.items.panel import Mode, QuestionPanel

Make = Callable[..., QuestionPanel]


def judged(item: Item, response: dict[str, object], hints: int = 0) -> Marked:
    """Return what the act would return."""
    grade = item.grade(item.clean(response))
    return Marked(item.id, response, grade, hints, grade.score)


def test_nothing_is_called_saved_before_the_act_returned(
    examples: dict[str, Item], make: Make
) -> None:
    panel = make(examples["single"])
    panel.focus_first()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    assert panel._kept.text() == "Saving…"
    panel.show_kept()
    assert panel._kept.text() == "✓ Saved"


def test_an_empty_answer_is_not_handed_in(examples: dict[str, Item], make: Make) -> None:
    panel = make(examples["single"])
    given: list[object] = []
    panel.answered.connect(given.append)
    panel.check_button.click()
    assert not given
    assert "first" in panel._status.text()


def test_what_could_not_be_saved_stays_and_can_be_sent_again(
    examples: dict[str, Item], make: Make
) -> None:
    panel = make(examples["number"])
    given: list[object] = []
    panel.answered.connect(given.append)
    panel.focus_first()
    QTest.keyClicks(QApplication.focusWidget(), "6 kWh")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    panel.show_trouble("The disk is full.")
    assert panel.response() == {"text": "6 kWh"}
    assert panel.retry_button.isVisible()
    panel.retry_button.click()
    assert given == [{"text": "6 kWh"}] * 2
    panel.show_marked(judged(examples["number"], {"text": "6 kWh"}))
    assert not panel.retry_button.isVisible()
    assert panel.judged


def test_text_is_kept_after_a_pause_and_on_leaving_the_field(
    examples: dict[str, Item], make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(panel_module, "DRAFT_PAUSE_MS", 30)
    panel = make(examples["short"])
    kept: list[object] = []
    panel.drafted.connect(kept.append)
    panel.focus_first()
    QTest.keyClicks(QApplication.focusWidget(), "wa")
    assert not kept
    qtbot.waitUntil(lambda: kept == [{"text": "wa"}], timeout=1000)
    QTest.keyClicks(QApplication.focusWidget(), "tt")
    panel.check_button.setFocus()
    assert kept[-1] == {"text": "watt"}


def test_practice_can_be_tried_again_and_gives_nothing_away(
    examples: dict[str, Item], make: Make
) -> None:
    item = examples["single"]
    assert isinstance(item, Single)
    panel = make(item, Mode.PRACTICE, {"choice": "b"}, judged=True)
    row = panel.view._choices.rows["a"]
    assert not panel.judged
    assert row.accessibleDescription() == ""
    assert panel.check_button.text() == "Try again"
    panel.check_button.click()
    assert panel.view.grade is None
    panel.show_marked(judged(item, {"choice": "b"}))
    panel.reveal_button.click()
    assert "Right answer" in row.accessibleDescription()


def test_a_prediction_is_kept_and_not_judged(examples: dict[str, Item], make: Make) -> None:
    item = examples["single"]
    panel = make(item, Mode.PREDICT)
    panel.show_marked(Marked(item.id, {"choice": "c"}))
    assert panel.view.locked
    assert panel.view.grade is None
    assert "Kept" in panel._status.text()


def test_a_hint_says_what_it_costs(make: Make, examples: dict[str, Item]) -> None:
    import msgspec

    item = examples["number"]
    assert isinstance(item, Number)
    item = msgspec.structs.replace(item, hints=(Hint(text="Multiply.", cost=0.25),))
    panel = make(item)
    assert "25%" in panel.hint_button.text().replace("\u00a0", "")
    asked: list[bool] = []
    panel.hint_wanted.connect(lambda: asked.append(True))
    panel.hint_button.click()
    assert asked
    panel.show_hints(Marked(item.id, {}, hints=1))
    assert not panel.hint_button.isVisible()
    assert panel._hints.isVisible()


def test_links_in_feedback_lead_to_the_lesson(
    examples: dict[str, Item], make: Make, qtbot: QtBot
) -> None:
    panel = make(examples["single"], response={"choice": "b"}, judged=True)
    qtbot.waitUntil(lambda: bool(panel.findChildren(InlineLink)), timeout=1000)
    followed: list[str] = []
    panel.link_activated.connect(followed.append)
    link = panel.findChildren(InlineLink)[0]
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert followed == ["lesson:HE1-L1#power"]
    assert link.text() == "Power"


def test_parts_of_one_lesson_are_told_apart(qtbot: QtBot, courses: Path) -> None:
    """Links and the way back show the heading of the part, not twice the title of the lesson."""
    opened = OpenCourse.load(courses / "home-energy")
    titles = lesson_titles(opened.course, "en")
    found = opened.item("HE1-Q-001", "en")
    assert found is not None
    item = found[0]
    panel = QuestionPanel(item, item.present(Random(1)), lambda _: None, Mode.REVIEW, titles=titles)
    qtbot.addWidget(panel)
    panel.resize(660, 520)
    panel.show()
    wrong = next(
        option_id(n) for n, one in enumerate(item.options) if "two-questions" in one.feedback
    )
    panel.show_marked(judged(item, {"choice": wrong}))
    look_again = "Look again: " + titles["HE1-L1#power"]
    qtbot.waitUntil(
        lambda: look_again in [button.text() for button in panel.findChildren(QPushButton)]
    )
    links = {link.text() for link in panel.findChildren(InlineLink)}
    assert titles["HE1-L1#two-questions"] in links
    assert titles["HE1-L1#energy"] in links
    assert titles["HE1-L1"] not in links


def test_trouble_has_a_row_of_its_own(examples: dict[str, Item], make: Make) -> None:
    panel = make(examples["number"])
    text = "Not saved: the disk is full. Free some space, then press the button. " * 2
    panel.show_trouble(text)
    QApplication.processEvents()
    assert panel._status.width() > panel._foot.width() * 0.8
    button = panel.retry_button.mapTo(panel, panel.retry_button.rect().topLeft())
    label = panel._status.mapTo(panel, panel._status.rect().bottomLeft())
    assert button.y() > label.y()


@pytest.mark.parametrize("mode", [Mode.AT_ONCE, Mode.PRACTICE])
@pytest.mark.parametrize(
    ("kind", "response"),
    [
        ("matrix", {"rows": {"a": ["a"]}}),
        ("match", {"pairs": {"a": "b"}}),
        ("sort", {"bins": {"a": "a"}}),
        ("cloze", {"gaps": {"a": "power"}}),
    ],
)
def test_empty_parts_are_asked_about_before_they_count_as_wrong(
    examples: dict[str, Item], make: Make, kind: str, response: dict[str, object], mode: Mode
) -> None:
    panel = make(examples[kind], mode)
    given: list[object] = []
    panel.answered.connect(given.append)
    panel.view.set_response(response)
    panel.view.changed()
    panel.check()
    assert not given
    assert "Check anyway?" in panel._status.text()
    panel.view.changed()  # something was filled in: asked again
    assert panel._status.text() == ""
    panel.check()
    assert not given
    panel.check()
    assert given == [response]


def test_a_verdict_without_a_reason_is_asked_for_the_reason(
    examples: dict[str, Item], make: Make
) -> None:
    panel = make(examples["true-false"])
    panel.check()
    assert panel._status.text() == "Give an answer first."
    QTest.keyClick(panel.view, Qt.Key.Key_1)
    panel.check()
    assert panel._status.text() == "Now choose why."
