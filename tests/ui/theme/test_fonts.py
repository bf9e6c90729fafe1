"""The bundled fonts have the weights and letters the program needs."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFontDatabase, QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication

from ecolearn.paths import resources_root
from ecolearn.ui.theme import fonts

LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІі№₸→✓≤√α²"


def test_each_weight_is_a_style_of_one_family(look: QApplication) -> None:
    """Without all name records Medium and SemiBold would be families of their own."""
    styles = set(QFontDatabase.styles("Inter"))
    assert {"Regular", "Italic", "Medium", "SemiBold", "Bold"} <= {
        name.replace("Semi Bold", "SemiBold") for name in styles
    }


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_a_weight_is_drawn_as_itself(look: QApplication, weight: int) -> None:
    font = fonts.ui_font(15, weight)
    assert QFontInfo(font).family() == "Inter"
    assert QRawFont.fromFont(font).weight() == weight


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_inter_has_every_letter(look: QApplication, weight: int) -> None:
    raw = QRawFont.fromFont(fonts.ui_font(15, weight))
    assert [letter for letter in LETTERS if not raw.supportsCharacter(ord(letter))] == []


def test_code_is_set_in_jetbrains_mono(look: QApplication) -> None:
    raw = QRawFont.fromFont(fonts.code_font(14))
    assert raw.familyName() == "JetBrains Mono"
    missing = [letter for letter in LETTERS if not raw.supportsCharacter(ord(letter))]
    assert missing == ["₸"]  # Inter fills in
    assert fonts.code_font(14).families() == ["JetBrains Mono", "Inter"]


def test_the_math_font_knows_kazakh() -> None:
    font = TTFont(fonts.math_font_path())
    cmap = font.getBestCmap()
    assert [letter for letter in "ӘәҒғҚқҢңӨөҰұҮүҺһІіЯя₸∑√α" if ord(letter) not in cmap] in (
        [],
        ["₸"],
    )
    assert font["name"].getDebugName(1) == "EcoLearn Math"
    assert "MATH" in font


def test_files_are_plain_truetype_with_their_licences() -> None:
    folder = resources_root() / "fonts"
    for path in folder.glob("*.ttf"):
        assert path.read_bytes()[:4] == b"\x00\x01\x00\x00", f"{path.name} is not TrueType"
    for name in ("Inter", "JetBrainsMono", "EcoLearnMath"):
        text = (folder / f"OFL-{name}.txt").read_text("utf-8")
        assert "SIL OPEN FONT LICENSE" in text
        assert text.startswith(("Copyright", "EcoLearn Math"))
