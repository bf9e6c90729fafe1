"""`ecolearn progress`: take progress to another PC, collect it there, show it as a table."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ecolearn.store.bundles import BundleProblem
    from ecolearn.store.carrying import Outcome
    from ecolearn.store.chains import Chain
    from ecolearn.store.store import Store
    from ecolearn.study.recount import Row

#: letters of a name that a table shows; the whole name is in JSON and CSV
_NAME_SHOWN = 40
#: a cell that begins with one of these is taken for a formula by spreadsheets
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    export = acts.add_parser("export", help="write this PC's progress to a stick or folder")
    export.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path(),
        metavar="FILE|FOLDER",
        help="where to (default: the current folder)",
    )
    export.add_argument(
        "--new", action="store_true", help="only what is newer than the last receipt"
    )
    export.add_argument("--json", action="store_true", help="for scripts: one JSON object")
    collect = acts.add_parser("collect", help="take in the bundles of other PCs")
    collect.add_argument("paths", type=Path, nargs="+", metavar="FOLDER|FILE")
    collect.add_argument("--no-receipt", action="store_true", help="write nothing to the stick")
    collect.add_argument("--json", action="store_true", help="for scripts: one JSON object")
    erase = acts.add_parser("erase", help="erase a learner on this PC, copies of progress included")
    erase.add_argument("learner", metavar="NAME|ID", help="the whole name, or the id")
    erase.add_argument("--yes", action="store_true", help="do it; without this nothing is erased")
    report = acts.add_parser("report", help="show learners, lessons and quizzes as a table")
    form = report.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="for scripts: one JSON list")
    form.add_argument("--csv", action="store_true", help="for spreadsheets, with commas")


def run(args: argparse.Namespace) -> int:
    """Do it; 0 fine, 1 some bundles were not collected whole, or nobody was erased, 3 trouble."""
    from ecolearn.messages import system_language
    from ecolearn.store.bundles import BundleProblem

    language = system_language()
    try:
        if args.act == "export":
            return _export(args, language)
        if args.act == "collect":
            return _collect(args, language)
        if args.act == "erase":
            return _erase(args, language)
        return _report(args, language)
    except BundleProblem as problem:
        print(f"ecolearn: {_why(problem, language)}", file=sys.stderr)
        return 3


def _say(code: str, language: str, **facts: object) -> str:
    from ecolearn.messages import sentence

    return sentence("bundles", code, facts, language)


def _why(problem: BundleProblem, language: str) -> str:
    return _say(problem.reason, language, **problem.facts)


def _print_json(data: object) -> None:
    import msgspec

    print(msgspec.json.format(msgspec.json.encode(data), indent=2).decode())


@contextmanager
def _store() -> Iterator[Store]:
    from ecolearn.store.places import data_folder
    from ecolearn.store.store import Store

    store = Store(data_folder())
    try:
        yield store
    finally:
        store.close()


# ── export ────────────────────────────────────────────────────────────────────────────────────


def _export(args: argparse.Namespace, language: str) -> int:
    from ecolearn.store.carrying import export

    with _store() as store:
        done = export(store, args.output, args.new)
    if args.json:
        files = [str(path) for path in done.files]
        _print_json({"files": files, "events": done.events, "receipt": done.receipt})
        return 0
    for path in done.files:
        print(path)
    if done.confirmed:
        print(_say("confirmed", language))
    if not done.files:
        print(_say("nothing-new" if args.new else "nothing-to-export", language))
    else:
        print(_say("exported", language, events=done.events, receipt=done.receipt))
    return 0


# ── collect ───────────────────────────────────────────────────────────────────────────────────


def _collect(args: argparse.Namespace, language: str) -> int:
    from ecolearn.store.carrying import collect

    with _store() as store:
        done = collect(store, args.paths, receipts=not args.no_receipt)
    if args.json:
        _print_json(
            {
                "files": [_plain_outcome(one) for one in done.outcomes],
                "chains": [_plain_chain(chain) for chain in done.chains],
                "receipts": [str(path) for path in done.receipts],
            }
        )
        return 0 if done.good else 1
    if not done.outcomes:
        print(_say("no-bundles", language))
        return 0
    for one in done.outcomes:
        _print_outcome(one, language)
    for path in done.receipts:
        print(_say("receipt-written", language, path=path))
    for path in done.without_receipt:
        print(_say("no-receipt", language, path=path))
    refused = sum(one.merged is None for one in done.outcomes)
    print(_say("total", language, files=len(done.outcomes), new=done.new, refused=refused))
    return 0 if done.good else 1


def _print_outcome(one: Outcome, language: str) -> None:
    if one.merged is None:
        facts = {**dict(one.facts), "path": one.path.name}
        print(f"{one.path.name}: {_say(one.reason, language, **facts)}", file=sys.stderr)
    else:
        state = _say(f"state-{one.state}", language, refused=one.merged.refused)
        print(f"{one.path.name}  {one.merged.new:>7}  {state}")
        for chain in one.merged.chains:
            words = _say(f"chain-{chain.state}", language, missing=chain.missing, where=chain.where)
            print(f"    {chain.inc.hex()[:8]}  {chain.receipt or '–':8}  {words}")
    if one.quarantined:
        print("    " + _say("set-aside", language, path=one.quarantined))


def _plain_outcome(one: Outcome) -> dict[str, Any]:
    plain: dict[str, Any] = {"path": str(one.path), "state": one.state, "reason": one.reason}
    if one.quarantined:
        plain["quarantined"] = str(one.quarantined)
    if one.merged:
        merged = one.merged
        plain |= {"events": merged.events, "new": merged.new, "left_out": merged.refused}
        plain |= {"learners": merged.learners}
    return plain


def _plain_chain(chain: Chain) -> dict[str, Any]:
    return {
        "incarnation": chain.inc.hex(),
        "state": chain.state,
        "at": chain.where,
        "missing": chain.missing,
        "events": chain.events,
        "confirmed": chain.whole,
        "receipt": chain.receipt,
    }


# ── erase ─────────────────────────────────────────────────────────────────────────────────────


def _erase(args: argparse.Namespace, language: str) -> int:
    from ecolearn.store.erasing import erase, learners

    with _store() as store:
        folder = store.folder
        found = [one for one in learners(store) if args.learner in (one.name, one.learner.hex())]
    if len(found) != 1:
        print(_say("erase-several" if found else "erase-nobody", language, name=args.learner))
        for one in found:
            print(f"  {one.learner.hex()}  {_shown(one.name)}  {one.events}")
        return 1
    (one,) = found
    facts = {"name": _shown(one.name), "events": one.events}
    if not args.yes:
        print(_say("erase-ask", language, **facts))
        return 1
    done = erase(folder, one.learner)
    print(_say("erased", language, **facts, copies=done.copies))
    if done.left:
        print(_say("erase-left", language, folder=done.left[0].parent, files=len(done.left)))
    print(_say("erase-elsewhere", language))
    return 0


# ── report ────────────────────────────────────────────────────────────────────────────────────


def _report(args: argparse.Namespace, language: str) -> int:
    from ecolearn import paths
    from ecolearn.content.library import Library, course_roots
    from ecolearn.store.places import data_folder
    from ecolearn.study.recount import table

    folder = data_folder()
    library = Library(course_roots(folder), paths.cache_dir(folder))
    with _store() as store, store.reading() as connection:
        rows = table(connection, library.open)
    if args.json:
        import msgspec

        _print_json(msgspec.to_builtins(rows))
    elif args.csv:
        _print_csv(rows)
    elif not rows:
        print(_say("nobody", language))
    else:
        _print_table(rows)
    return 0


_HEAD = (
    "learner",
    "id",
    "course",
    "module",
    "lessons",
    "activities",
    "attempts",
    "best",
    "passed",
    "score",
)


def _cells(row: Row) -> tuple[str, ...]:
    lessons = f"{row.lessons}/{row.lessons_all}" if row.lessons_all else str(row.lessons)
    best = "" if row.best is None else f"{100 * row.best:.0f} %"
    passed = "" if row.best is None else "yes" if row.passed else "no"
    counted = "" if row.best is None else "counted" if row.checked else "as stated"
    if row.differs:
        counted = "counted; stated otherwise"
    place = (row.course_id, row.module_id)
    done = (lessons, str(row.activities), str(row.attempts))
    return (row.name, row.learner_id[:8], *place, *done, best, passed, counted)


def _print_table(rows: list[Row]) -> None:
    lines = [_HEAD, *(_cells(row) for row in rows)]
    shown = [(_shown(line[0]), *map(_shown, line[1:])) for line in lines]
    widths = [max(len(line[column]) for line in shown) for column in range(len(_HEAD))]
    for line in shown:
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=True)]
        print("  ".join(cells).rstrip())


def _shown(text: str) -> str:
    """Return a text that can do no harm in a terminal: no controls, no changes of direction, not
    longer than a column (RELIABILITY I12)."""
    clean = "".join(letter if letter.isprintable() else "�" for letter in text)
    return clean if len(clean) <= _NAME_SHOWN else clean[: _NAME_SHOWN - 1] + "…"


def _print_csv(rows: list[Row]) -> None:
    import csv
    import io

    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_HEAD)
    writer.writerows([_harmless(cell) for cell in _cells(row)] for row in rows)
    sys.stdout.write(text.getvalue().replace("\r\n", "\n"))


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
