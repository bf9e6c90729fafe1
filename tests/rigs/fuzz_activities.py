"""Broken activity files: nothing but problems may come out, and never late.

`python -m tests.rigs.fuzz_activities [N] [SEED] [--control]`: N files, each a real one of the
bundled courses, of any kind, with damage: values swapped or of another type, keys dropped or
doubled, texts replaced, huge numbers, deep nesting, bytes flipped. Each is loaded and checked as
part of a course, and every problem is said in words; states by chance are cleaned, scored and
judged; calculators are worked, and explained. Only `BadResponse` may be raised, for a state.
Loading and checking must take no more than 2 s, working a calculator no more than 100 ms.

Control: the same with a `clean` that trusts states must be seen to fail.
"""

from __future__ import annotations

import json
import math
import random
import shutil
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ecolearn.authoring.check import check_course
from ecolearn.authoring.messages import sentence
from ecolearn.content.activities import Activity, Calculator
from ecolearn.content.activities.calculator import Input
from ecolearn.content.activities.explaining import explain
from ecolearn.content.activities.working import Working
from ecolearn.content.model import Course
from ecolearn.errors import BadResponse
from tests.rigs import common

ROOT = Path(__file__).resolve().parents[2]
LOAD_LIMIT_MS = 2_000
WORK_LIMIT_MS = 100
COURSE = (
    'format = 1\nid = "fuzz"\nversion = "1"\nlanguages = ["kk", "ru", "en"]\nmodules = []\n'
    'licence = "CC0-1.0"\ntitle = { kk = "T", ru = "T", en = "T" }\n'
)
TEXTS = (
    "",
    "a",
    "1e9",
    "drips * ",
    "∑",
    "\u0301",
    "😀" * 40,
    "{id}",
    "$x^{$",
    "x" * 5_000,
    "../..",
)
NUMBERS = (0, -1, 1e308, -1e308, 10**400, 1e-320, math.inf, -math.inf, math.nan, 0.1, 2**63, 100)


# ── files ─────────────────────────────────────────────────────────────────────────────────────


def real_files() -> list[Path]:
    """Return the activity files of all bundled courses."""
    return sorted((ROOT / "courses").glob("*/activities/*.toml"))


def dump(value: Any) -> str:
    """Return a value as TOML on one line, lists on several."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if math.isnan(value) or math.isinf(value):
            return "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"
        text = repr(value)
        return text if "." in text or "e" in text else f"{text}.0"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=True) if _is_plain(value) else '"?"'
    if isinstance(value, list):
        return "[\n" + "".join(f"{dump(one)},\n" for one in value) + "]"
    if isinstance(value, dict):
        inside = ", ".join(f"{json.dumps(key)} = {dump(one)}" for key, one in value.items())
        return "{ " + inside.replace("\n", " ") + " }"
    return json.dumps(str(value))


def _is_plain(text: str) -> bool:
    """Tell whether TOML can say a text as JSON does: it has no pairs of surrogates."""
    return all(ord(sign) < 0xD800 or 0xE000 <= ord(sign) < 0x10000 for sign in text)


def dump_file(data: dict[str, Any]) -> str:
    """Return the data of a file as TOML."""
    return "".join(f"{json.dumps(key)} = {dump(value)}\n" for key, value in data.items())


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of every value in it."""
    found = [path] if path else []
    entries: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        entries = list(value.items())
    elif isinstance(value, list):
        entries = list(enumerate(value))
    for key, inner in entries:
        found += places(inner, (*path, key))
    return found


def _holder(data: Any, path: tuple[Any, ...]) -> Any:
    for key in path[:-1]:
        data = data[key]
    return data


def mutated(rng: random.Random, data: dict[str, Any]) -> None:
    """Do one kind of damage to the data of a file."""
    paths = places(data)
    if not paths:
        return
    path = rng.choice(paths)
    holder, key = _holder(data, path), path[-1]
    kind = rng.randrange(9)
    if kind == 0:
        del holder[key]
    elif kind == 1:
        other = rng.choice(paths)
        value = _holder(data, other)[other[-1]]
        holder[key] = json.loads(json.dumps(value, default=str))
    elif kind == 2:
        holder[key] = rng.choice(NUMBERS)
    elif kind == 3:
        holder[key] = rng.choice(TEXTS)
    elif kind == 4:
        holder[key] = rng.choice(([], {}, True, [[]], [{}], {"en": "a"}, {"a": {"b": 1}}))
    elif kind == 5:
        holder[key] = _deep(rng)
    elif kind == 6 and isinstance(holder, list):
        holder.extend([json.loads(json.dumps(holder[key], default=str))] * rng.randrange(1, 40))
    elif kind == 7 and isinstance(holder[key], str):
        text = holder[key]
        at = rng.randrange(len(text) + 1)
        holder[key] = text[:at] + rng.choice(("(", ")", "*", "^", "9e99", " x ", "-")) + text[at:]
    elif isinstance(holder[key], int | float) and abs(holder[key]) < 1e300:
        holder[key] = holder[key] * rng.choice((-1, 0, 1e6, 1e-6))


def _deep(rng: random.Random) -> Any:
    value: Any = 1
    for _ in range(rng.choice((3, 30, 90))):
        value = {"a": value} if rng.random() < 0.5 else [value]
    return value


def damaged(rng: random.Random, raw: bytes) -> bytes:
    """Return a real file with damage."""
    if rng.random() < 0.25:
        flipped = bytearray(raw)
        for _ in range(rng.choice((1, 3, 20))):
            flipped[rng.randrange(len(flipped))] ^= 1 << rng.randrange(8)
        return bytes(flipped)
    data = tomllib.loads(raw.decode())
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        mutated(rng, data)
    return dump_file(data).encode()


# ── states ────────────────────────────────────────────────────────────────────────────────────


def any_json(rng: random.Random, depth: int = 0) -> Any:
    """Return any value of JSON."""
    kind = rng.randrange(8 if depth < 4 else 5)
    if kind == 0:
        return rng.choice((None, True, False))
    if kind < 3:
        return rng.choice((0, 1, -1, 5.5, 1e300, 60, 10**30))
    if kind < 5:
        return rng.choice(TEXTS)
    if kind == 5:
        return [any_json(rng, depth + 1) for _ in range(rng.randrange(4))]
    return {rng.choice(("a", "id", "name", "1")): any_json(rng, depth + 1) for _ in range(3)}


def state_for(rng: random.Random, activity: Activity) -> Any:
    """Return a state that has something to do with an activity, or nothing."""
    ids = [text for path, text in _ids(activity)] or ["a"]
    keys = ("inputs", "rows", "prediction", "shown", "way", "answers", "ticked", "notes", "put")
    keys += ("order", "set", "meters", "steps", "role", "before", "after", "round", "verdict")

    def value() -> Any:
        kind = rng.randrange(5)
        if kind == 0:
            return [rng.choice(ids) for _ in range(rng.randrange(6))]
        if kind == 1:
            return {rng.choice(ids): any_json(rng) for _ in range(3)}
        if kind == 2:
            return [{rng.choice(ids): rng.choice(NUMBERS[:2]) for _ in range(2)}]
        return rng.choice(ids) if kind == 3 else any_json(rng)

    if rng.random() < 0.2:
        return any_json(rng)
    return {rng.choice(keys): value() for _ in range(rng.randrange(1, 6))}


def _ids(part: Any, depth: int = 0) -> list[tuple[str, str]]:
    """Return ids of the parts of an activity."""
    found: list[tuple[str, str]] = []
    for name in getattr(part, "__struct_fields__", ()):
        value = getattr(part, name)
        if name == "id" and depth:
            found.append((name, value))
        for one in value if isinstance(value, tuple) else (value,):
            if hasattr(one, "__struct_fields__"):
                found += _ids(one, depth + 1)
    return found


# ── one ───────────────────────────────────────────────────────────────────────────────────────


def states(rng: random.Random, activity: Activity) -> None:
    """Clean, score and judge some states; raise whatever is wrong."""
    for _ in range(4):
        state = state_for(rng, activity)
        try:
            kept = activity.clean(state)
        except BadResponse:
            continue
        again = activity.clean(json.loads(json.dumps(kept, allow_nan=False)))
        common.check(again == kept, f"not clean: {state!r} → {kept!r} → {again!r}")
        score = activity.score(kept)
        common.check(score is None or 0 <= score <= 1, f"score {score} of {kept!r}")
        common.check(activity.is_done(kept) in (True, False), "neither done nor not")


def worked(rng: random.Random, calculator: Calculator, course: Course) -> float:
    """Work a calculator at values by chance; return how long the longest took, in ms."""
    working = Working(calculator, {one.id: one for one in course.constants})
    longest = 0.0
    for at in range(4):
        values: dict[str, Any] = {}
        for input_id, one in working.inputs.items():
            ids = [choice.id for choice in one.choices] or [None]
            within = rng.choice((one.min, one.max, one.min / 2 + one.max / 2, rng.uniform(-9, 99)))
            values[input_id] = rng.choice(ids) if one.choices else within
        rows = [working.row_of(None, "kk") for _ in range(rng.choice((0, 1, 7, 100)))]
        begin = time.perf_counter()
        found = working.work(values if at else None, rows if at > 1 else None)
        took = (time.perf_counter() - begin) * 1000
        if took > WORK_LIMIT_MS / 5:  # once more: another program may have had the processor
            begin = time.perf_counter()
            working.work(values if at else None, rows if at > 1 else None)
            took = min(took, (time.perf_counter() - begin) * 1000)
        longest = max(longest, took)
        for result in found.results.values():
            common.check(result.low <= result.value <= result.high, f"no range: {result}")
        explain(working, found, values if at else {}, rng.choice(("kk", "ru", "en")), ("en",))
    return longest


def one(rng: random.Random, folder: Path, raw: bytes, name: str) -> tuple[str, float, float]:
    """Put one file through everything; return how it ended, and how long checking and working
    took, in ms."""
    path = folder / "activities" / name
    path.write_bytes(raw)
    try:
        begin = time.perf_counter()
        checked = check_course(folder)
        loading = (time.perf_counter() - begin) * 1000
        if loading > LOAD_LIMIT_MS:
            begin = time.perf_counter()
            checked = check_course(folder)
            loading = min(loading, (time.perf_counter() - begin) * 1000)
        for problem in checked.problems:
            sentence(problem, rng.choice(("kk", "ru", "en")))
        longest = 0.0
        ended = "lost"
        for activity in checked.course.activities if checked.course is not None else ():
            ended = activity.kind
            states(rng, activity)
            if isinstance(activity, Calculator):
                longest = worked(rng, activity, checked.course)  # type: ignore[arg-type]
        return ended, loading, longest
    except Exception as error:
        return f"uncaught {error!r}", 0.0, 0.0
    finally:
        path.unlink()


def series(count: int, seed: int, folder: Path) -> dict[str, Any]:
    """Put `count` files through; return the figures."""
    rng = random.Random(seed)
    course = folder / "course"
    (course / "activities").mkdir(parents=True)
    (course / "course.toml").write_text(COURSE, "utf-8")
    for name in ("constants.toml", "facts.toml"):
        source = ROOT / "courses" / "activities" / name
        if source.exists():
            shutil.copy(source, course / name)
    files = {path: path.read_bytes() for path in real_files()}
    ends: Counter[str] = Counter()
    late = 0
    slowest = [0.0, 0.0]
    for number in range(count):
        path = rng.choice(list(files))
        raw = damaged(rng, files[path])
        ended, loading, working = one(rng, course, raw, path.name)
        ends[ended.split()[0]] += 1
        is_late = loading > LOAD_LIMIT_MS or working > WORK_LIMIT_MS
        late += is_late
        slowest = [max(slowest[0], loading), max(slowest[1], working)]
        if ended.startswith("uncaught") or is_late:
            kept = folder.parent / f"fuzz-{seed}-{number}-{path.name}"
            kept.write_bytes(raw)
            print(
                f"number {number}, seed {seed}, {path.name}: {ended[:400]}, "
                f"{loading:.0f} ms, {working:.0f} ms: {kept}",
                flush=True,
            )
    return {
        "ends": ends,
        "uncaught": ends["uncaught"],
        "late": late,
        "load_ms": slowest[0],
        "work_ms": slowest[1],
    }


# ── the control ───────────────────────────────────────────────────────────────────────────────


def trusting(count: int, seed: int) -> int:
    """Return how many of `count` states a `clean` without checks gets wrong."""

    def clean(self: Calculator, state: Any) -> Any:
        return {"inputs": {one.id: float(state["inputs"][one.id]) for one in self.inputs}}

    calculator = Calculator(id="c", title={}, inputs=(Input(id="x", label={}),))
    real: Callable[..., Any] = Calculator.clean
    rng = random.Random(seed)
    wrong = 0
    Calculator.clean = clean  # type: ignore[method-assign]
    try:
        for _ in range(count):
            try:
                states(rng, calculator)
            except Exception:
                wrong += 1
    finally:
        Calculator.clean = real  # type: ignore[method-assign]
    return wrong


def main() -> int:
    """Run the control, then the series; 1 if anything was uncaught or took too long."""
    given = common.options("fuzz_activities", 10_000)
    wrong = trusting(20, given.seed)
    print(f"control, a clean that trusts: wrong {wrong} of 20 (must be some)", flush=True)
    if given.control:
        return 0 if wrong else 1
    with tempfile.TemporaryDirectory(dir=common.memory()) as folder:
        found = series(given.count, given.seed, Path(folder) / "fuzz")
        listed = ", ".join(f"{end} {number}" for end, number in found["ends"].most_common())
        print(f"ends: {listed}")
        print(f"longest check {found['load_ms']:.0f} ms, longest work {found['work_ms']:.1f} ms")
        print(
            f"fuzz_activities: {given.count} files, uncaught {found['uncaught']}, "
            f"late {found['late']}"
        )
    return 1 if found["uncaught"] or found["late"] or not wrong else 0


if __name__ == "__main__":
    sys.exit(main())
