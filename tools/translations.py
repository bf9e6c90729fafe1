"""The interface's translations: collect the texts, compile them.

    python tools/translations.py update     texts of ecolearn/ui → resources/translations/*.ts
    python tools/translations.py release    *.ts → *.qm (what the program reads)

`.ts` files are committed, `.qm` files are built: by `dev.py` in a checkout, and by this script
before a wheel is made (`hatch_build.py` asks `fault` and builds none without them).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("kk", "ru", "en")


def update(folder: Path = FOLDER) -> None:
    """Bring the `.ts` files up to date with the sources; translations are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = sorted(str(path) for path in (ROOT / "ecolearn" / "ui").rglob("*.py"))
    for language in LANGUAGES:
        target = folder / f"ecolearn_{language}.ts"
        plural = ["-pluralonly"] if language == "en" else []
        _tool(
            "lupdate",
            *sources,
            "-ts",
            str(target),
            "-source-language",
            "en_US",
            "-target-language",
            {"kk": "kk_KZ", "ru": "ru_KZ", "en": "en_US"}[language],
            "-no-obsolete",
            "-locations",
            "none",
            *plural,
        )


def release(folder: Path = FOLDER) -> None:
    """Compile every `.ts` that is newer than its `.qm`."""
    for source in stale(folder):
        _tool("lrelease", "-silent", str(source), "-qm", str(source.with_suffix(".qm")))


def stale(folder: Path = FOLDER) -> list[Path]:
    """Return the `.ts` files whose `.qm` is missing or older."""
    found = []
    for source in sorted(folder.glob("*.ts")):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            found.append(source)
    return found


def fault(folder: Path = FOLDER) -> str:
    """Return what keeps a wheel from being built, as a sentence; "" if nothing does."""
    absent = [f"ecolearn_{code}.ts" for code in LANGUAGES if not _source(folder, code).exists()]
    if absent:
        return f"No wheel is built: {', '.join(absent)} should be in {folder}."
    old = [source.with_suffix(".qm").name for source in stale(folder)]
    if old:
        return (
            f"No wheel is built: {', '.join(old)} in {folder} is missing or older than its .ts, so "
            "the interface would lack languages. Give first: python tools/translations.py release"
        )
    return ""


def _source(folder: Path, language: str) -> Path:
    return folder / f"ecolearn_{language}.ts"


def _tool(name: str, *arguments: str) -> None:
    script = Path(sys.executable).with_name(f"pyside6-{name}")
    subprocess.run([str(script), *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    actions = {"update": update, "release": release}
    if len(sys.argv) != 2 or sys.argv[1] not in actions:
        sys.exit(__doc__)
    actions[sys.argv[1]]()
