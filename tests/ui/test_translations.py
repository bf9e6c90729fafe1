"""The interface is complete in Kazakh, Russian and English."""

from __future__ import annotations

import re
import shutil
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
#: numerus forms: Qt's rules give Russian three, Kazakh one or two, English two
FORMS = {"kk": {1, 2}, "ru": {3}, "en": {2}}


def messages(path: Path) -> Iterator[tuple[str, str, list[str], bool]]:
    """Yield (context, source, translations, finished)."""
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            texts = forms or [translation.text or ""]
            yield name, message.findtext("source", ""), texts, translation.get("type") is None


def gaps(text: str) -> set[str]:
    """Return the named gaps of a text."""
    return {name for _t, name, _f, _c in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_text_is_translated(language: str) -> None:
    missing = [
        f"{context}: {source}"
        for context, source, texts, finished in messages(FOLDER / f"ecolearn_{language}.ts")
        if not finished or not all(text.strip() for text in texts)
    ]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_gaps_survive_the_translation(language: str) -> None:
    for context, source, texts, _finished in messages(FOLDER / f"ecolearn_{language}.ts"):
        for text in texts:
            assert gaps(text) == gaps(source), f"{context}: {source!r} → {text!r}"
            assert ("%n" in text) <= ("%n" in source), f"{context}: {source!r} → {text!r}"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_plurals_have_all_their_forms(language: str) -> None:
    for context, source, texts, _finished in messages(FOLDER / f"ecolearn_{language}.ts"):
        if "%n" in source:
            assert len(texts) in FORMS[language], f"{context}: {source!r}"


def test_no_text_is_missing_from_the_files(tmp_path: Path) -> None:
    """`tools/translations.py update` would change nothing."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import translations
    finally:
        sys.path.pop(0)
    for path in FOLDER.glob("*.ts"):
        shutil.copy(path, tmp_path / path.name)
    translations.update(tmp_path)
    for path in FOLDER.glob("*.ts"):
        now = {(c, s) for c, s, _t, _f in messages(tmp_path / path.name)}
        kept = {(c, s) for c, s, _t, _f in messages(path)}
        assert now == kept, f"{path.name}: {now ^ kept}"


def test_russian_and_kazakh_are_written_in_cyrillic() -> None:
    allowed = re.compile(r"[A-Za-z]{4,}")
    names = {"EcoLearn", "Apache", "License", "Lucide", "Inter", "JetBrains", "Mono", "LGPL"}
    names |= {"ecolearn", "install", "ecocourse", "Ctrl", "Shift", "Enter", "Home", "Delete"}
    for language in ("kk", "ru"):
        for context, source, texts, _finished in messages(FOLDER / f"ecolearn_{language}.ts"):
            bare = re.sub(r"\{\w+\}|<[^>]+>|%n", "", " ".join(texts))
            odd = set(allowed.findall(bare)) - names
            assert not odd, f"{language} {context}: {source!r} → {texts} {odd}"


def test_lrelease_accepts_the_files(tmp_path: Path) -> None:
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    for path in FOLDER.glob("*.ts"):
        target = tmp_path / f"{path.stem}.qm"
        subprocess.run([str(tool), "-silent", str(path), "-qm", str(target)], check=True)
        assert target.stat().st_size > 50


def test_translations_survive_an_update_of_their_files(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program on a share is updated while it is open: Qt must not map the file."""
    from PySide6.QtCore import QCoreApplication

    from ecolearn import paths
    from ecolearn.ui import i18n

    folder = tmp_path / "translations"
    folder.mkdir()
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    target = folder / "ecolearn_ru.qm"
    source = FOLDER / "ecolearn_ru.ts"
    subprocess.run([str(tool), "-silent", str(source), "-qm", str(target)], check=True)
    monkeypatch.setattr(paths, "resources_root", lambda: tmp_path)
    i18n.install("ru")
    try:
        before = QCoreApplication.translate("Rail", "Courses")
        assert before != "Courses"
        target.write_bytes(b"\0" * target.stat().st_size)
        assert QCoreApplication.translate("Rail", "Courses") == before
    finally:
        monkeypatch.undo()
        i18n.install("en")
