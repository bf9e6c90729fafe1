"""Looking into a foreign course in a process of its own, with limits: parsers meet hostile files
there, and if one runs wild only the worker dies (RELIABILITY 3.14)."""

from __future__ import annotations

import multiprocessing
import sys
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from ecolearn.problems import Problem, Problems

MEMORY_BYTES = 1_024 * 1_024 * 1_024
SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Report:
    """What was found. `trouble` is a reason code that refuses the package ("" = none) and `name`
    the file it is about."""

    course_id: str = ""
    version: str = ""
    trouble: str = ""
    name: str = ""
    problems: tuple[Problem, ...] = ()


def examine(folder: Path, seconds: float = SECONDS, memory: int = MEMORY_BYTES) -> Report:
    """Load the course in `folder` and check its media in a worker; return what it reports.

    A worker that takes longer than `seconds` or more than `memory` bytes is ended, and the
    report says so.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_work, args=(theirs, str(folder), memory, seconds))
    worker.start()
    theirs.close()
    try:
        report = ours.recv() if ours.poll(seconds) else Report(trouble="too-slow")
    except EOFError:
        report = Report(trouble="reader-died")
    finally:
        ours.close()
        worker.kill()
        worker.join()
    return report if isinstance(report, Report) else Report(trouble="reader-died")


def _work(pipe: Connection, folder: str, memory: int, seconds: float) -> None:
    try:
        _limit(memory, seconds)
        report = look(Path(folder))
    except MemoryError:
        report = Report(trouble="too-much-memory")
    except Exception as error:  # whatever a parser may throw is one refusal
        report = Report(trouble="cannot-read-course", name=type(error).__name__)
    with suppress(OSError):
        pipe.send(report)
    pipe.close()


def _limit(memory: int, seconds: float) -> None:
    if sys.platform == "win32":
        return
    import resource

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def look(folder: Path) -> Report:
    """Load the course and judge its media, here and now."""
    from ecolearn.content.loader import load_course
    from ecolearn.content.media_check import media_problems

    problems = Problems()
    course = load_course(folder, problems)
    if course is None:
        first = next((p for p in problems.sorted() if p.severity == 0), None)
        return Report(
            trouble="cannot-read-course",
            name=f"{first.place.path}: {first.code}" if first else "course.toml",
            problems=tuple(problems.sorted()),
        )
    _render_all(folder, course)
    problems.extend(list(media_problems(folder)))
    return Report(course.id, course.version, problems=tuple(problems.sorted()))


def _render_all(folder: Path, course: object) -> None:
    """Turn every lesson into blocks once, so that what is slow shows here (I5)."""
    from ecolearn.content.markdown import lesson_blocks
    from ecolearn.content.model import Course

    assert isinstance(course, Course)
    for module in course.modules:
        for lesson in module.lessons:
            for text in lesson.texts.values():
                lesson_blocks(text, course)
