"""What references show: titles of lessons, headings of their parts."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from ecolearn.content import blocks as b
from ecolearn.content.loader import load_course, parse_lesson
from ecolearn.content.markdown import blocks, inline, lesson_blocks, lesson_titles, plain
from ecolearn.content.model import Course, Lesson, LessonText, Module, Prose
from ecolearn.content.titles import headings

LESSON = """\
+++
id = "HE1-L1"
title = "Power and energy"
+++

# How *fast* is $P$? {#power}

```text
## Not a heading {#code}
```

    ## Nor this one {#indented}

:::fold More
## Where it gets warm ##

::::note
## Inside {#inside}
::::
:::

## Same words
## Same words
### Сколько это стоит
"""


@pytest.fixture(scope="module")
def course() -> Course:
    english = parse_lesson(LESSON, "1.en.md")
    russian = LessonText(
        id="HE1-L1", title="Мощность", parts=(Prose("## Как быстро {#power}\n\nТекст."),)
    )
    lesson = Lesson(stem="1", texts={"en": english, "ru": russian})
    module = Module(folder="m", id="M", lessons=(lesson,))
    return Course(id="c", version="1", languages=("en", "ru"), modules=(module,))


def shown(course: Course, text: str, language: str = "en") -> str:
    runs = inline(text, lesson_titles=lesson_titles(course, language))
    return "".join(run.text for run in runs if isinstance(run, b.Run))


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("[HE1-L1]", "en", "Power and energy"),
        ("[HE1-L1#power]", "en", "How fast is P?"),
        ("[HE1-L1#power]", "ru", "Как быстро"),
        ("[HE1-L1#power]", "kk", "How fast is P?"),
        ("[](lesson:HE1-L1#power)", "ru", "Как быстро"),
        ("[HE1-L1#inside]", "en", "Inside"),
        ("[HE1-L1#where-it-gets-warm]", "en", "Where it gets warm"),
        ("[HE1-L1#same-words-2]", "en", "Same words"),
        ("[HE1-L1#сколько-это-стоит]", "en", "Сколько это стоит"),
        ("[HE1-L1#code]", "en", "Power and energy"),
        ("[HE1-L1#indented]", "en", "Power and energy"),
        ("[HE1-L1#inside]", "ru", "Мощность"),
        ("[HE9-L1#power]", "en", "HE9-L1#power"),
        ("[own words](lesson:HE1-L1#power)", "en", "own words"),
    ],
)
def test_a_reference_shows_the_heading_or_the_title(
    course: Course, text: str, language: str, words: str
) -> None:
    assert shown(course, text, language) == words


def test_in_feedback_as_in_the_text(course: Course) -> None:
    titles = lesson_titles(course, "ru")
    (paragraph,) = blocks("Смотрите [HE1-L1#power].", lesson_titles=titles)
    assert isinstance(paragraph, b.Paragraph)
    assert [run.text for run in paragraph.text if isinstance(run, b.Run)] == [
        "Смотрите ",
        "Как быстро",
        ".",
    ]


def test_titles_are_of_lessons(course: Course) -> None:
    titles = lesson_titles(course, "en")
    assert titles == {"HE1-L1": "Power and energy"}
    assert titles["HE1-L1#power"] == "How fast is P?"
    assert list(titles) == ["HE1-L1"]
    with pytest.raises(KeyError):
        titles["HE1-L1#nothing"]


def test_headings_are_those_that_are_shown(courses: Path) -> None:
    course = load_course(courses / "home-energy")
    assert course is not None
    for module in course.modules:
        for lesson in module.lessons:
            for text in lesson.texts.values():
                assert headings(text.parts) == dict(_headings(lesson_blocks(text, course)))


def _headings(parts: tuple[b.Block, ...]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for part in parts:
        if isinstance(part, b.Heading):
            words = "".join(run.text for run in part.text if isinstance(run, b.Run))
            found.append((part.anchor, words))
        elif isinstance(part, b.Callout | b.Fold):
            found += _headings(part.blocks)
    return found


def test_a_long_lesson_is_looked_through_in_no_time() -> None:
    text = "## Heading *a* {#a}\n\n" + "Words and words. " * 400 + "\n\n"
    lesson = LessonText(id="L", title="L", parts=(Prose(text * 140),))
    started = time.process_time()
    assert len(headings(lesson.parts)) == 140
    assert time.process_time() - started < 0.25
    assert plain("[L#a]") == "[L#a]"
