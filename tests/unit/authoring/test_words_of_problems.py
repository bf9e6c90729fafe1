"""What the checker says of the mistakes teachers make most, in the words they read."""

from __future__ import annotations

from pathlib import Path

import pytest

from ecolearn.authoring.check import check_course
from ecolearn.authoring.messages import sentence
from tests.unit.authoring import example_course


def said(tmp_path: Path, changes: dict[str, str | bytes], language: str = "ru") -> dict[str, str]:
    """Return code → sentence for the example course with some files changed."""
    folder = example_course.write(tmp_path / "c", changes)
    return {one.code: sentence(one, language) for one in check_course(folder).problems}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_kind_of_a_box_is_shown_as_written(language: str, tmp_path: Path) -> None:
    lesson = example_course.in_lesson(":::fold More\nText.")
    found = said(tmp_path, {"m1/1-first.en.md": lesson}, language)
    assert ("“fold”" if language == "en" else "«fold»") in found["T001"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("glossary.toml", '[[terms]]\nid = «energy»\nterm.en = "energy"\n'),
        ("facts.toml", "[[facts]]\nid = F-1\n"),
        ("m1/module.toml", 'id = "M1"\nlessons = ["1-first]\n'),
        ("m1/1-first.en.md", '+++\nid = "M1-L1\n+++\n\nText.\n'),
    ],
)
def test_a_file_that_cannot_be_read_is_said_once(name: str, text: str, tmp_path: Path) -> None:
    lesson = example_course.FILES["m1/1-first.en.md"].replace(
        "Energy.\n", "[Energy](term:energy), [M1-L1].\n\n:::fact F-1\n:::\n"
    )
    assert said(tmp_path / "whole", {"m1/1-first.en.md": lesson}) == {}
    changes: dict[str, str | bytes] = {"m1/1-first.en.md": lesson, name: text}
    assert list(said(tmp_path / "spoilt", changes)) == ["M001"]


_CALCULATOR = (
    'kind = "calculator"\nid = "calc-1"\ntitle.en = "Tap"\n[[outputs]]\nid = "day"\n'
    'label.en = "Day"\nformula = "v_drop * 9"\nunit = "mL"\n'
)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("constants.toml", "[[constants]]\nid = v_drop\n", "M001"),
        ("activities/calc-1.toml", _CALCULATOR.replace("[[outputs]]", "[[outputs]"), "M001"),
        ("activities/calc-1.toml", _CALCULATOR.replace("calculator", "calculater"), "A001"),
    ],
)
def test_an_activity_that_is_lost_is_said_once(
    name: str, text: str, code: str, tmp_path: Path
) -> None:
    changes: dict[str, str | bytes] = {
        "m1/1-first.en.md": example_course.in_lesson(":::activity calc-1\n:::"),
        "activities/calc-1.toml": _CALCULATOR,
        "constants.toml": '[[constants]]\nid = "v_drop"\nvalue = 0.25\nunit = "mL"\nsource = "A"\n',
    }
    assert said(tmp_path / "whole", changes) == {}
    assert list(said(tmp_path / "spoilt", changes | {name: text})) == [code]


def test_what_is_wrong_with_a_formula_is_said_with_its_place(tmp_path: Path) -> None:
    changes: dict[str, str | bytes] = {
        "m1/1-first.en.md": example_course.in_lesson(":::activity calc-1\n:::"),
        "activities/calc-1.toml": _CALCULATOR.replace("v_drop * 9", "9 [mL] + 3 [W]"),
    }
    words = said(tmp_path, changes)["A101"]
    assert "m³ и W нельзя складывать" in words


@pytest.mark.parametrize(
    ("body", "line", "hint"),
    [
        ("How much?\n\n– (x) 6\n– ( ) 7", 24, "dash"),
        ("How much?\n\n— [x] 6\n— [ ] 7", 24, "dash"),
        ("How much?\n\n- (x) 6\n– ( ) 7", 25, "dash"),
        ("How much?\n\n- (+) 6\n- ( ) 7", 24, "mark"),
        ("How much?\n\n- (v) 6\n- (x) 7", 24, "mark"),
        ("How much?\n\n-(x) 6\n-( ) 7", 24, "space"),
        ("Match.\n\n- a -> b\n- c → d", 24, "arrow"),
        ("How much?\n\n(? 25) Think.\n\n= 6", 24, "per-cent"),
        ("Energy is [= 30 l] and [[power]].", 22, "gap"),
    ],
)
def test_lines_that_look_like_answers(body: str, line: int, hint: str, tmp_path: Path) -> None:
    lesson = example_course.FILES["m1/1-first.en.md"] + f"\n:::item M1-L1-A2\n{body}\n:::\n"
    folder = example_course.write(tmp_path / "c", {"m1/1-first.en.md": lesson})
    found = [one for one in check_course(folder).problems if one.facts.get("hint")]
    assert (found[0].place.line, found[0].facts["hint"]) == (line, hint)
    for language in ("en", "ru", "kk"):
        assert "hint:" not in sentence(found[0], language)


@pytest.mark.parametrize(
    "body",
    [
        "- 2 lamps\n- 3 stoves\n\n= 6\n!= *\n  > No.",
        "- CO₂ → O₂ is not burning.\n\n= 6\n!= *\n  > No.",
        "– a long dash begins this line\n\n= 6\n!= *\n  > No.",
        "[Link](https://a.kz/?b=1) and [M1-L1].\n\n= 6\n!= *\n  > No.",
    ],
)
def test_ordinary_lines_are_left_alone(body: str, tmp_path: Path) -> None:
    lesson = example_course.in_lesson(f":::item M1-L1-A2\n{body}\n:::")
    assert said(tmp_path, {"m1/1-first.en.md": lesson}) == {}


@pytest.mark.parametrize(
    ("word", "meant"),
    [("верно", "= true"), ("Дұрыс", "= true"), ("неверно.", "= false"), ("бұрыс", "= false")],
)
def test_true_and_false_in_other_words(word: str, meant: str, tmp_path: Path) -> None:
    item = f":::item M1-L1-A2\nFish breathe.\n\n= {word}\n\n- (x) Gills.\n- ( ) Lungs.\n:::"
    found = said(tmp_path, {"m1/1-first.en.md": example_course.in_lesson(item)})
    assert list(found) == ["Q022"]
    assert f"«{meant}»?" in found["Q022"]


def test_answers_that_count_as_the_same(tmp_path: Path) -> None:
    item = ":::item M1-L1-A2\nWater?\n\n= H2O | H₂O\n!= *\n  > No.\n:::"
    found = said(tmp_path, {"m1/1-first.en.md": example_course.in_lesson(item)})
    assert "считается тем же, что «H2O»" in found["Q103"]


def test_the_first_silent_answer_stands_on_one_line(tmp_path: Path) -> None:
    item = ":::item M1-L1-A2\nWhat?\n\n- (x) long\n  words\n- ( ) b\n:::"
    found = said(tmp_path, {"m1/1-first.en.md": example_course.in_lesson(item)})
    assert "первый: long words" in found["Q118"]


def test_the_example_of_an_id_fits_the_box(tmp_path: Path) -> None:
    lesson = example_course.in_lesson(":::fact\n:::")
    assert ":::fact F-007" in said(tmp_path, {"m1/1-first.en.md": lesson})["T004"]


@pytest.mark.parametrize(
    ("row", "hint"),
    [
        ("licence = «CC»", "кавычки прямые"),
        ("licence = “CC”", "кавычки прямые"),
        ("hours = 1,5", "Дробь пишут с точкой"),
        ("hours = True", "маленькими буквами"),
        ("date = 21.11.2026", "Дату пишут так: 2026-11-21."),
        ("licence = CC", "прямые кавычки"),
        ('licence = "CC', "не хватает кавычки"),
    ],
)
def test_the_usual_slips_in_toml(row: str, hint: str, tmp_path: Path) -> None:
    course = example_course.FILES["course.toml"]
    course = "\n".join(li for li in course.split("\n") if not li.startswith(row.split(" ")[0]))
    found = said(tmp_path, {"course.toml": f"{row}\n{course}"})
    assert list(found) == ["M001"]
    assert hint in found["M001"]


def test_wrong_values_are_shown_as_in_toml(tmp_path: Path) -> None:
    course = example_course.FILES["course.toml"].replace('["secondary"]', '["school", true]')
    found = said(tmp_path, {"course.toml": course})["M003"]
    assert 'список из "primary", ' in found
    assert 'а стоит ["school", true]' in found


def test_a_decimal_comma_in_quotes(tmp_path: Path) -> None:
    course = example_course.FILES["course.toml"].replace("hours = 1", 'hours = "1,5"')
    assert "с точкой и без кавычек" in said(tmp_path, {"course.toml": course})["M003"]


def test_files_that_notepad_gave_another_ending(tmp_path: Path) -> None:
    folder = example_course.write(tmp_path / "c", {})
    lesson = folder / "m1" / "1-first.en.md"
    lesson.rename(lesson.with_name("1-first.en.md.txt"))
    found = {one.code: sentence(one, "en") for one in check_course(folder).problems}
    assert "There is 1-first.en.md.txt: take .txt away" in found["M008"]
    module = folder / "m1" / "module.toml"
    module.rename(module.with_name("module.toml.txt"))
    found = {one.code: sentence(one, "ru") for one in check_course(folder).problems}
    assert "Есть module.toml.txt" in found["M009"]
    manifest = folder / "course.toml"
    manifest.rename(manifest.with_name("course.toml.txt"))
    (problem,) = check_course(folder).problems
    assert "course.toml.txt бар" in sentence(problem, "kk")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("1-first.md", "1-first.ru.md"),
        ("1-first.kz.md", "1-first.kk.md"),
        ("1-First.ru.md", "1-first.ru.md"),
        ("Quiz.ru.md", "quiz.ru.md"),
        ("2-other.ru.md", ""),
        ("1-first.fr.md", ""),
    ],
)
def test_names_of_lessons_nobody_lists(name: str, meant: str, tmp_path: Path) -> None:
    found = said(tmp_path, {f"m1/{name}": "Text."}, "en")
    assert list(found) == ["F014"]
    assert (f"Perhaps its name should be {meant}?" in found["F014"]) == bool(meant)


@pytest.mark.parametrize(
    ("picture", "code", "words"),
    [
        ("media\\meter.svg", "S004", "Write / instead of \\."),
        ("media/Meter.svg", "S001", "“media/meter.svg”?"),
        ("media/photo.heic", "V011", "Use SVG, PNG, JPEG"),
        ("media/my photo.jpg", "S006", "write media/my-photo.jpg"),
    ],
)
def test_names_of_pictures(picture: str, code: str, words: str, tmp_path: Path) -> None:
    lesson = example_course.in_lesson(f"![A photo]({picture})")
    changes: dict[str, str | bytes] = {"m1/1-first.en.md": lesson}
    if code in ("V011", "S006"):
        changes[picture] = b"..."
    found = said(tmp_path, changes, "en")
    found.pop("V010", None)
    assert words in found[code], found


@pytest.mark.parametrize("key", ["minutes", "draw", "attempts", "earlier"])
def test_the_numbers_of_a_quiz_are_not_negative(key: str, tmp_path: Path) -> None:
    module = example_course.FILES["m1/module.toml"] + f"{key} = -5\n"
    found = said(tmp_path, {"m1/module.toml": module})
    assert f"«quiz.{key}» – должно быть: целое число, >= 0, а стоит -5" in found["M003"]


def test_icons_that_are_not_there(tmp_path: Path) -> None:
    course = 'icon = "droplet"\n' + example_course.FILES["course.toml"]
    assert "«droplets»?" in said(tmp_path, {"course.toml": course})["M015"]


def test_the_icons_of_the_format_page_are_there() -> None:
    root = Path(__file__).resolve().parents[3]
    page = (root / "docs" / "course-format.md").read_text("utf-8")
    named = page.partition("`icon` is one of")[2].partition("Without it")[0]
    names = named.split("`")[1::2]
    assert len(names) > 40
    there = {path.stem for path in (root / "resources" / "icons").glob("*.svg")}
    assert set(names) <= there


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<b>Bold</b>", "**слова**"),
        ("H<sub>2</sub>O", "CO₂"),
        ("<table><tr><td>1</td></tr></table>", "| один | два |"),
        ("<!-- remark -->", "заметки учителя"),
        ("One<br>two", "пустую строку"),
        ("<h2>Head</h2>", "##"),
        ("<hr/>", "пустую строку"),
    ],
)
def test_html_in_a_text(text: str, words: str, tmp_path: Path) -> None:
    found = said(tmp_path, {"m1/1-first.en.md": example_course.in_lesson(text)})
    assert list(found) == ["T106"]
    assert words in found["T106"]


@pytest.mark.parametrize(
    "text", ["`<b>`", "```\n<b>\n```", "$a<b>c$", "5 < b and b > 3", "<https://a.kz>", "\\<b>"]
)
def test_what_is_no_html(text: str, tmp_path: Path) -> None:
    assert said(tmp_path, {"m1/1-first.en.md": example_course.in_lesson(text)}) == {}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("$\\frac{1}{2$", False),
        ("$$\n\\frac{1}}{2}\n$$", False),
        (":::item A2\nHow much is $2^{3$?\n\n= 8\n!= *\n  > No.\n:::", False),
        ("$\\{1, 2\\}$ and $x^{2}$", True),
        ("$\\left\\{ a$", True),
    ],
)
def test_braces_of_formulas(text: str, whole: bool, tmp_path: Path) -> None:
    found = said(tmp_path, {"m1/1-first.en.md": example_course.in_lesson(text)})
    assert list(found) == ([] if whole else ["T107"])


_WAY = """kind = "calculator"
id = "calc-1"
title.en = "Way"
[[inputs]]
id = "days"
label.en = "Days"
unit = "days/week"
default = 5
max = 7
[[inputs]]
id = "way"
label.en = "Way"
unit = "km"
default = 3
max = 20
[[outputs]]
id = "all"
label.en = "All"
formula = "{formula}"
unit = "{unit}"
"""


def said_of(tmp_path: Path, formula: str, unit: str, language: str = "en") -> dict[str, str]:
    """Return what is said of a calculator with a formula."""
    changes: dict[str, str | bytes] = {
        "m1/1-first.en.md": example_course.in_lesson(":::activity calc-1\n:::"),
        "activities/calc-1.toml": _WAY.format(formula=formula, unit=unit),
    }
    return said(tmp_path, changes, language)


@pytest.mark.parametrize(
    ("formula", "unit"),
    [("days * 34 * way", "km"), ("way * days", "km"), ("days * 34 + 0 * way / 1 [km]", "")],
)
def test_days_a_week_that_make_a_result_too_small_are_told(
    formula: str, unit: str, tmp_path: Path
) -> None:
    assert list(said_of(tmp_path, formula, unit)) == ["A117"]


@pytest.mark.parametrize(
    ("formula", "unit"),
    [
        ("days * way * 2 / 1 [day] * 34 [weeks]", "km"),
        ("days * way / 15 [km/h]", "h"),
        ("days + 0 * way / 1 [km]", "%"),
        ("days * 100 + 0 * way / 1 [km]", ""),
        ("days * 60 [W] * 365 [days] + 0 * way * 1 [N]", "kWh"),
    ],
)
def test_a_time_over_a_time_is_fine_where_it_means_one(
    formula: str, unit: str, tmp_path: Path
) -> None:
    assert said_of(tmp_path, formula, unit) == {}


def test_units_are_named_as_their_author_wrote_them(tmp_path: Path) -> None:
    words = said_of(tmp_path / "a", "days * way * 3 [weeks]", "km")["A102"]
    assert "gives km·day; what is wanted here is km." in words
    assert "perhaps a day or a week is too much" in words
    words = said_of(tmp_path / "b", "days * way", "km/day")["A102"]
    assert "gives km; what is wanted here is km/day." in words
    assert "/ 1 [day]" in words
    words = said_of(tmp_path / "d", "days * way / 1 [day]", "km")["A102"]
    assert "365 [days]" in words
    words = said_of(tmp_path / "c", "days * way", "", "ru")["A102"]
    assert "даёт km, а здесь нужно: просто число." in words


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_number_inside_a_unit_is_shown_the_way_into_the_formula(
    language: str, tmp_path: Path
) -> None:
    assert "100 [km]" in said_of(tmp_path, "days * way", "L/100 km", language)["A103"]


def test_a_chart_part_without_label_is_told_once(tmp_path: Path) -> None:
    chart = (
        '[[charts]]\nkind = "bars"\ntitle.en = "C"\nunit = "km"\nparts = [{ formula = "way" }]\n'
    )
    changes: dict[str, str | bytes] = {
        "m1/1-first.en.md": example_course.in_lesson(":::activity calc-1\n:::"),
        "activities/calc-1.toml": _WAY.format(formula="days * way / 1 [day]", unit="km/day")
        + chart,
    }
    assert list(said(tmp_path, changes)) == ["M002"]
