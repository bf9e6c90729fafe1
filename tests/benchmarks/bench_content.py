"""Content against its floor: markdown-it-py for texts, plain reading for the shelf.

    PYTHONPATH=. python tests/benchmarks/bench_content.py [COURSES [LESSONS]]

Prints medians in milliseconds, measured in turn; 1,000 courses of 20 lessons unless told.
"""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def median(act: Callable[[], object], times: int = 7) -> float:
    """Return the median time of `act` in milliseconds."""
    took = []
    for _ in range(times):
        gc.collect()
        started = time.perf_counter()
        act()
        took.append((time.perf_counter() - started) * 1000)
    return statistics.median(took)


def say(what: str, took: float, floor: float | None = None) -> None:
    """Print one line."""
    ratio = f"{took / floor:8.2f} ×" if floor else ""
    print(f"{what:58} {took:9.2f} ms {ratio}")


def texts() -> None:
    """A lesson of 3,000 words, and whole courses, beside markdown-it-py alone."""
    from markdown_it import MarkdownIt

    from ecolearn.content.loader import load_course
    from ecolearn.content.markdown import blocks, plain_blocks
    from ecolearn.content.opened import OpenCourse

    md = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    folder = ROOT / "courses" / "home-energy"
    sources = [path.read_text("utf-8") for path in sorted(folder.glob("*/*.md"))]
    prose = "\n\n".join(source.split("+++")[-1] for source in sources if "lumens" in source)
    lesson = " ".join(prose.split(" ")[:3_000])
    floor = median(lambda: md.parse(lesson))
    say("markdown-it-py: 3,000 words", floor)
    say("blocks: 3,000 words", median(lambda: blocks(lesson)), floor)
    made = blocks(lesson)
    say("plain text of these blocks", median(lambda: plain_blocks(made)))
    floor = median(lambda: [md.parse(source) for source in sources], 3)
    say(f"markdown-it-py: {len(sources)} files of home-energy", floor)
    say("load_course: home-energy", median(lambda: load_course(folder), 3), floor)
    say("open (load, lines, revision)", median(lambda: OpenCourse.load(folder), 3), floor)
    opened = OpenCourse.load(folder)
    say("changed_on_disk", median(opened.changed_on_disk))

    def all_blocks() -> None:
        opened._blocks.clear()
        for module in opened.course.modules:
            for one in module.lessons:
                for language in one.texts:
                    opened.blocks(one.id, language)

    say("blocks of all its lessons in all languages", median(all_blocks, 3))


def make_shelf(root: Path, courses: int, lessons: int) -> None:
    """Write a shelf of many courses."""
    source = ROOT / "courses" / "home-energy" / "he1-watts"
    lesson = (source / "1-power-and-energy.en.md").read_text("utf-8")
    quiz = (source / "quiz.en.md").read_text("utf-8")
    manifest = (ROOT / "courses" / "home-energy" / "course.toml").read_text("utf-8")
    per_module = 5
    for number in range(courses):
        folder = root / f"course-{number:04}"
        names = [f"m{n}" for n in range(max(1, lessons // per_module))]
        for module in names:
            (folder / module).mkdir(parents=True)
            stems = [f"{n}-lesson" for n in range(per_module)]
            for stem in stems:
                text = lesson.replace("HE1-L1", f"{module}-{stem}")
                (folder / module / f"{stem}.en.md").write_text(text, "utf-8")
            (folder / module / "quiz.en.md").write_text(quiz, "utf-8")
            listed = ", ".join(f'"{stem}"' for stem in stems)
            head = f'id = "{module}"\nlessons = [{listed}]\n[quiz]\nid = "{module}-Q"\n'
            (folder / module / "module.toml").write_text(head, "utf-8")
        listed = ", ".join(f'"{name}"' for name in names)
        text = manifest.replace('id = "home-energy"', f'id = "c{number}"')
        text = text.replace('modules = ["he1-watts", "he2-lighting"]', f"modules = [{listed}]")
        (folder / "course.toml").write_text(text, "utf-8")


def shelf(courses: int, lessons: int) -> None:
    """The library of many courses: first scan, second start, scan with nothing new."""
    from ecolearn.content.library import INDEX, Library

    with tempfile.TemporaryDirectory() as place:
        root, cache = Path(place, "courses"), Path(place, "cache")
        make_shelf(root, courses, lessons)
        files = [path for path in root.rglob("*") if path.is_file()]
        say(f"reading {len(files)} files", floor := median(lambda: _read(files), 3))

        def first() -> None:
            (cache / INDEX).unlink(missing_ok=True)
            Library([(root, "folder")], cache).scan()

        say("first scan", median(first, 3), floor)
        library = Library([(root, "folder")], cache)
        say("scan, nothing new", median(library.scan))
        say("second start: summaries", median(lambda: _second(root, cache)))
        size = (cache / INDEX).stat().st_size
        print(f"{'index':58} {size / 1024:9.0f} kB")
        say("second start in a fresh process, import included", _fresh(root, cache))
        say("the same with an empty shelf", _fresh(root / "none", cache / "none"))


def _read(files: list[Path]) -> None:
    for path in files:
        path.read_bytes()


def _second(root: Path, cache: Path) -> None:
    from ecolearn.content.library import Library

    assert Library([(root, "folder")], cache).summaries()


def _fresh(root: Path, cache: Path) -> float:
    code = (
        "import time; t = time.perf_counter()\n"
        "from pathlib import Path\n"
        "from ecolearn.content.library import Library\n"
        f"Library([(Path({str(root)!r}), 'installed')], Path({str(cache)!r})).summaries()\n"
        "print((time.perf_counter() - t) * 1000)"
    ).replace("installed", "folder")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    took = []
    for _ in range(7):
        out = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, check=True)
        took.append(float(out.stdout))
    return statistics.median(took)


def main() -> None:
    """Measure everything."""
    given = [int(one) for one in sys.argv[1:]]
    texts()
    shelf(*(given + [1_000, 20][len(given) :]))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
