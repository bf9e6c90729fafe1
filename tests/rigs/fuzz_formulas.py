"""Formulas by chance: nothing but a `FormulaError` may come out, and never late.

`python -m tests.rigs.fuzz_formulas [N] [SEED] [--control]`: N texts, a quarter of each kind: right
formulas, right ones with damage, pieces in any order, and texts meant to take long. Each is read,
its unit is found, it is calculated with a table of up to 200 rows and written as TeX. Any other
exception counts as uncaught; reading, unit and result together must take no more than 100 ms.

Control: towers such as 9^9^9, which are among the heavy texts, through an engine without limits
(Python's own arithmetic of whole numbers) must be seen to pass the limit of time.
"""

from __future__ import annotations

import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import Any

from ecolearn.quiz.formulas import CODES, FormulaError, parse
from tests.rigs import common
from tests.unit.quiz.formulas import formulas_made as made

LIMIT_MS = 100
HANGS_S = 5.0


def texts(rng: random.Random) -> Callable[[], str]:
    """Return what gives the next text, of each kind as often."""
    kinds: tuple[Callable[[], str], ...] = (
        lambda: made.right(rng, rng.randrange(1, 6)),
        lambda: made.mutated(rng, made.right(rng, rng.randrange(1, 5))),
        lambda: made.soup(rng),
        lambda: made.heavy(rng),
    )
    return lambda: rng.choice(kinds)()


def one(text: str, rng: random.Random) -> tuple[str, float]:
    """Put one text through everything; return how it ended, and in ms how long reading, unit and
    result took, or TeX if that took longer."""
    scope = made.numbers(rng, made.SCOPE)
    rows = [made.numbers(rng, made.COLUMNS) for _ in range(rng.choice((0, 1, 3, 200)))]
    columns = made.units(made.COLUMNS)
    parse.cache_clear()
    begin = time.perf_counter()
    ended = _ended(lambda: _calculate(text, scope, rows, columns), text)
    between = time.perf_counter()
    if ended == "calculated":
        ended = _ended(lambda: parse(text).tex_with({"n": "−5 %"}, {"p": "P"}, "kk"), text)
    after = time.perf_counter()
    return ended, max(between - begin, after - between) * 1000


def _calculate(text: str, scope: Any, rows: Any, columns: Any) -> None:
    formula = parse(text)
    formula.unit(made.units(made.SCOPE), columns)
    found = formula.evaluate(scope, rows, columns)
    common.check(found.low <= found.value <= found.high, f"no range: {found}")


def _ended(act: Callable[[], object], text: str) -> str:
    """Return "calculated", the code of a `FormulaError`, or "uncaught …". What never ends is ended
    after some seconds, where the system can."""
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _stop)
        signal.setitimer(signal.ITIMER_REAL, HANGS_S)
    try:
        act()
    except FormulaError as error:
        good = error.code in CODES and error.code != "bad_range"
        good = good and 0 <= error.start <= error.end <= len(text)
        return error.code if good else f"uncaught {error}"
    except Exception as error:
        return f"uncaught {error!r}"
    finally:
        if hasattr(signal, "SIGALRM"):
            signal.setitimer(signal.ITIMER_REAL, 0)
    return "calculated"


def series(count: int, seed: int) -> dict[str, Any]:
    """Put `count` texts through; return the figures."""
    rng = random.Random(seed)
    give = texts(rng)
    parse("1")  # lark is imported and its tables are made with the first formula
    ends: Counter[str] = Counter()
    longest, late = 0.0, 0
    for number in range(count):
        text = give()
        ended, took = one(text, rng)
        if took > LIMIT_MS:  # once more: another program may have had the processor
            ended, took = one(text, rng)
        ends[ended.split()[0]] += 1
        if ended.startswith("uncaught") or took > LIMIT_MS:
            late += took > LIMIT_MS
            print(f"number {number}, seed {seed}: {ended}, {took:.1f} ms: {text!r}", flush=True)
        longest = max(longest, took)
    return {"ends": ends, "uncaught": ends["uncaught"], "late": late, "longest_ms": longest}


# ── the control ───────────────────────────────────────────────────────────────────────────────


class _Late(Exception):
    pass


def _stop(number: int, frame: FrameType | None) -> None:
    raise _Late


def without_limits(count: int, seed: int) -> int:
    """Return how many of `count` towers of powers an engine without limits cannot do in time."""
    rng = random.Random(seed)
    late = 0
    before = signal.signal(signal.SIGALRM, _stop)
    try:
        for _ in range(count):
            text = "**".join(["9"] * rng.randrange(2, 9))
            signal.setitimer(signal.ITIMER_REAL, LIMIT_MS / 1000)
            try:
                eval(text, {"__builtins__": {}})
            except _Late:
                late += 1
            except (ArithmeticError, MemoryError):
                pass
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.signal(signal.SIGALRM, before)
    return late


def main() -> int:
    """Run the control, then the series; 1 if anything was uncaught or took too long."""
    given = common.options("fuzz_formulas", 10_000)
    late = without_limits(10, given.seed)
    print(f"control, an engine without limits: late {late} of 10 (must be some)", flush=True)
    if given.control:
        return 0 if late else 1
    found = series(given.count, given.seed)
    listed = ", ".join(f"{code} {number}" for code, number in found["ends"].most_common())
    print(f"ends: {listed}")
    print(f"longest {found['longest_ms']:.1f} ms")
    print(f"fuzz_formulas: {given.count} texts, uncaught {found['uncaught']}, late {found['late']}")
    return 1 if found["uncaught"] or found["late"] or not late else 0


if __name__ == "__main__":
    sys.exit(main())
