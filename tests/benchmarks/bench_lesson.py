"""Opening and scrolling a 3,000-word lesson with pictures and formulas, against the same text in
one QTextBrowser. `python tests/benchmarks/bench_lesson.py` prints milliseconds and ratios.

Pictures are drawn and formulas typeset before: both happen once in the life of a course.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.benchmarks.figures import Figure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")
os.environ.setdefault("QT_FONT_DPI", "96")

ROUNDS = 7
WORDS = 3_000
SIZE = (824, 620)
_WORD = [
    "энергия",
    "қуат",
    "шәйнек",
    "уақыт",
    "есептегіш",
    "киловатт",
    "сағат",
    "шам",
    "мектеп",
    "үй",
    "жарық",
    "жылу",
    "су",
    "ауа",
    "орман",
    "өсімдік",
    "айналым",
    "тізбек",
    "деңгей",
    "үлес",
    "өлшем",
    "құрал",
]
_TEX = (
    r"E = P \cdot t",
    r"\frac{K}{1 + e^{-rt}}",
    r"\ce{6 CO2 + 6 H2O -> C6H12O6 + 6 O2}",
    r"E_{n+1} = 0{,}1 \cdot E_n",
    r"\eta = \frac{E_1}{E_2}",
    r"t = 30 : 60 = 0{,}5\,\text{сағ}",
)


def _sentence(number: int, length: int) -> str:
    words = [_WORD[(number * 7 + i * (3 + number % 5)) % len(_WORD)] for i in range(length)]
    return " ".join(words).capitalize()


def markdown_text() -> str:
    """Return the lesson: headings, paragraphs, lists, tables, callouts are paragraphs here."""
    out: list[str] = []
    words = number = 0
    while words < WORDS:
        number += 1
        if number % 6 == 1:
            out.append(f"## {_sentence(number, 4)} {{#part-{number}}}")
        tex = _TEX[number % len(_TEX)]
        out.append(
            f"{_sentence(number, 24)}, **{_sentence(number + 1, 3)}** ${tex}$ "
            f"[{_sentence(number, 2)}](term:energy) {_sentence(number + 2, 20)}."
        )
        words += 51
        if number % 3 == 0:
            out.append("\n".join(f"- {_sentence(number + i, 12)}" for i in range(4)))
            words += 48
        if number % 5 == 0:
            out.append(f"$$\n{tex}\n$$")
        if number % 6 == 0:
            out.append(f"![{_sentence(number, 8)}](media/{number % 4}.svg)")
        if number % 8 == 0:
            rows = "\n".join(f"| {_sentence(i, 3)} | {i * 125} |" for i in range(5))
            out.append(f"| A | B |\n|---|--:|\n{rows}")
            words += 20
    return "\n\n".join(out)


def _picture(number: int) -> str:
    boxes = "".join(
        f'<rect x="{40 + 90 * i}" y="{60 + 10 * (i % 3)}" width="70" height="{120 + 9 * number}" '
        f'rx="8" fill="#DFF2E6" stroke="#1B7A4B" stroke-width="3"/>'
        f'<text x="{75 + 90 * i}" y="50" font-family="Inter" font-size="18" '
        f'text-anchor="middle">{i} кВт</text>'
        for i in range(7)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 360" width="720" height="360">'
        f'<rect width="720" height="360" fill="#FBFCFA"/>{boxes}</svg>'
    )


def measure() -> dict[str, float]:
    """Return medians in milliseconds and the ratios that PERFORMANCE.md names."""
    with TemporaryDirectory() as folder:
        before = os.environ.get("ECOLEARN_DATA")
        os.environ["ECOLEARN_DATA"] = folder
        try:
            return _measure(Path(folder))
        finally:
            if before is None:
                del os.environ["ECOLEARN_DATA"]
            else:
                os.environ["ECOLEARN_DATA"] = before


def _measure(folder: Path) -> dict[str, float]:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QImageReader, QPixmap
    from PySide6.QtWidgets import QApplication, QTextBrowser

    from ecolearn.content import blocks as b
    from ecolearn.content import markdown
    from ecolearn.ui.lesson import picture_store
    from ecolearn.ui.lesson.math import formula
    from ecolearn.ui.lesson.view import LessonView
    from ecolearn.ui.theme import fonts, style, tokens

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    fonts.load_all_fonts()
    style.apply(app, tokens.load_theme("light"), 1.0)
    media = folder / "media"
    media.mkdir()
    for number in range(4):
        (media / f"{number}.svg").write_text(_picture(number), "utf-8")
    text = markdown_text()
    blocks = markdown.blocks(text)

    def find(source: str) -> Path:
        return folder / source

    class Browser(QTextBrowser):
        """Loads pictures and formulas as images."""

        def loadResource(self, kind: int, name: QUrl | str) -> object:
            address = name.toString() if isinstance(name, QUrl) else name
            if address.startswith("tex:"):
                shown = formula(_TEX[int(address[4:])], 15, "#1A231D")
                pixmap = QPixmap(round(shown.width) + 1, round(shown.height) + 1)
                pixmap.fill(style.current().colour("bg"))
                from PySide6.QtGui import QPainter

                painter = QPainter(pixmap)
                shown.paint(painter, 0, shown.ascent)
                painter.end()
                return pixmap
            reader = QImageReader(str(picture_store.raster_file(folder / address)))
            from PySide6.QtCore import QSize

            reader.setScaledSize(QSize(720, 360))
            return reader.read()

    def inline(runs: b.Inline) -> str:
        out = []
        for run in runs:
            if isinstance(run, b.MathRun):
                out.append(f'<img src="tex:{_TEX.index(run.tex)}"/>')
            elif run.link:
                out.append(f'<a href="{run.link}">{escape(run.text)}</a>')
            elif run.strong:
                out.append(f"<b>{escape(run.text)}</b>")
            else:
                out.append(escape(run.text))
        return "".join(out)

    def html(block: b.Block) -> str:
        if isinstance(block, b.Heading):
            return f"<h2>{inline(block.text)}</h2>"
        if isinstance(block, b.Paragraph):
            return f'<p style="line-height:145%">{inline(block.text)}</p>'
        if isinstance(block, b.ListBlock):
            rows = "".join(
                "<li>" + "".join(inline(x.text) for x in item.blocks if isinstance(x, b.Paragraph))
                for item in block.items
            )
            return f"<ul>{rows}</ul>"
        if isinstance(block, b.Table):
            lines = [block.head, *block.rows]
            cells = "".join(
                "<tr>" + "".join(f"<td>{inline(cell)}</td>" for cell in row) for row in lines
            )
            return f'<table width="100%" border="1">{cells}</table>'
        if isinstance(block, b.Picture):
            return f'<p><img src="{block.source}"/></p>'
        if isinstance(block, b.Math):
            return f'<p align="center"><img src="tex:{_TEX.index(block.tex)}"/></p>'
        return ""

    page = "".join(html(block) for block in blocks)
    for number in range(4):
        picture_store.raster_file(folder / f"media/{number}.svg")

    def one_browser() -> tuple[float, float, float]:
        view = Browser()
        view.resize(*SIZE)
        view.show()
        app.processEvents()
        start = time.perf_counter()
        view.setHtml(page)
        view.repaint()
        first = time.perf_counter() - start
        app.processEvents()
        every = time.perf_counter() - start
        step = _scroll(view.verticalScrollBar(), view)
        view.hide()
        view.deleteLater()
        app.processEvents()
        return first, every, step

    def one_lesson() -> tuple[float, float, float]:
        view = LessonView()
        view.resize(*SIZE)
        view.show()
        app.processEvents()
        start = time.perf_counter()
        view.set_blocks(blocks, language="kk", media=find)
        view.repaint()
        first = time.perf_counter() - start
        while not view.complete:
            app.processEvents()
        view.repaint()
        every = time.perf_counter() - start
        # a learner scrolls with pictures ready: let them come, as they do while one reads
        end = time.perf_counter() + 5
        bar = view.verticalScrollBar()
        for place in range(0, bar.maximum(), 400):
            bar.setValue(place)
            view.repaint()
            while not picture_store.store().idle and time.perf_counter() < end:
                app.processEvents()
        bar.setValue(0)
        app.processEvents()
        step = _scroll(bar, view)
        view.hide()
        view.deleteLater()
        app.processEvents()
        return first, every, step

    def _scroll(bar: object, view: object) -> float:
        steps = []
        for place in range(0, bar.maximum(), 60):  # type: ignore[attr-defined]
            begin = time.perf_counter()
            bar.setValue(place)  # type: ignore[attr-defined]
            view.repaint()  # type: ignore[attr-defined]
            steps.append(time.perf_counter() - begin)
        return statistics.median(steps)

    one_lesson()  # fonts, caches, imports
    one_browser()
    lesson, browser = [], []
    for _ in range(ROUNDS):
        lesson.append(one_lesson())
        browser.append(one_browser())

    def middle(rows: list[tuple[float, float, float]], index: int) -> float:
        return 1_000 * statistics.median(row[index] for row in rows)

    found = {
        "lesson_first_ms": middle(lesson, 0),
        "lesson_all_ms": middle(lesson, 1),
        "lesson_scroll_ms": middle(lesson, 2),
        "browser_first_ms": middle(browser, 0),
        "browser_all_ms": middle(browser, 1),
        "browser_scroll_ms": middle(browser, 2),
        "blocks": float(len(blocks)),
        "words": float(len(text.split())),
    }
    found["first_ratio"] = found["lesson_first_ms"] / found["browser_first_ms"]
    found["all_ratio"] = found["lesson_all_ms"] / found["browser_all_ms"]
    picture_store.store().close()
    return found


def run() -> list[Figure]:
    """Return the figures for the table of all benchmarks."""
    from tests.benchmarks.figures import Figure

    found = measure()
    browser = "one QTextBrowser"
    return [
        Figure(
            "open a lesson of 3,000 words: first paint",
            found["lesson_first_ms"],
            "ms",
            found["browser_first_ms"],
            browser,
            most=1.3,
        ),
        Figure(
            "open a lesson of 3,000 words: all of it",
            found["lesson_all_ms"],
            "ms",
            found["browser_all_ms"],
            browser,
            most=3.0,
        ),
        Figure("scroll step in that lesson", found["lesson_scroll_ms"], "ms", most=4.0),
    ]


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    for name, value in measure().items():
        print(f"{name:20} {value:8.2f}")
