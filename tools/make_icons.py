"""Make `resources/icons/` and the small indicator pictures of the themes.

Run it by hand; the results are committed. Icons come from the npm package `lucide-static`
(ISC licence, copied beside them); `app.svg` and the pictures named in OWN are ours and are left
alone. The indicators (tick, arrows) are the same icons in a theme's colours, because a Qt style
sheet cannot recolour an SVG.

    python tools/make_icons.py                 # everything; needs npm
    python tools/make_icons.py --indicators    # only the indicators, from the committed icons
    python tools/make_icons.py --app           # only app.png, from app.svg; needs PySide6
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import tarfile
import tempfile
import tomllib
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
ICONS = RESOURCES / "icons"
THEMES = RESOURCES / "themes"
PACKAGE = "lucide-static@1.62.0"
OWN = ("app",)

_LIST = """
a-large-small apple arrow-down arrow-left arrow-right arrow-up award bell bike bird book-open
bookmark calculator calendar cat chart-column check chevron-down chevron-left chevron-right
chevron-up circle circle-alert circle-check circle-dot circle-minus circle-play
circle-question-mark circle-x clipboard-check clock cloud-sun code contrast copy delete download
droplets earth external-link eye eye-off factory file-down file-text file-up fish flag flag-off
flame flask-conical flower-2 folder folder-open footprints funnel graduation-cap grip-vertical
hand hard-drive history house image image-off info key-round keyboard landmark languages leaf
library lightbulb link list list-checks list-ordered lock lock-open log-out map menu message-circle
minus monitor moon mountain notebook-pen package panel-left pause pencil play plus printer puzzle
quote rabbit recycle refresh-cw rotate-ccw ruler save school search settings shapes sigma square
square-check square-pen sprout squirrel star sun target text-cursor-input thermometer timer
trash-2 tree-pine triangle-alert trophy turtle type undo-2 upload user user-plus users video
volume-2 waves wind x zap zoom-in zoom-out sliders-horizontal
"""
NAMES = _LIST.split()

# picture: (icon, role of its colour, stroke width in the icon's 24 units)
INDICATORS = {
    "check": ("check", "on_primary", 3.5),
    "check-disabled": ("check", "surface", 3.5),
    "partial": ("minus", "on_primary", 3.5),
    "arrow-down": ("chevron-down", "muted", 2.25),
    "arrow-up": ("chevron-up", "muted", 2.25),
    "arrow-right": ("chevron-right", "muted", 2.25),
    "arrow-down-disabled": ("chevron-down", "border_strong", 2.25),
    "close": ("x", "muted", 2.25),
}


def tidy(svg: str) -> str:
    """Return an icon's SVG on one line, without comments, class and white space."""
    svg = re.sub(r"<!--.*?-->", "", svg, flags=re.S)
    svg = re.sub(r'\s+class="[^"]*"', "", svg)
    svg = re.sub(r"\s+", " ", svg).replace("> <", "><").replace(" >", ">").replace(" />", "/>")
    return svg.strip() + "\n"


def make_icons() -> None:
    """Fetch Lucide and write the icons in NAMES with the licence."""
    ICONS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True)
        archive = next(Path(folder).glob("*.tgz"))
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
        source = Path(folder) / "package"
        for old in ICONS.glob("*.svg"):
            if old.stem not in OWN and old.stem not in NAMES:
                old.unlink()
        for name in NAMES:
            svg = (source / "icons" / f"{name}.svg").read_text(encoding="utf-8")
            (ICONS / f"{name}.svg").write_text(tidy(svg), encoding="utf-8")
        shutil.copyfile(source / "LICENSE", ICONS / "LICENSE-Lucide.txt")
    print(f"{len(NAMES)} icons")


def make_indicators() -> None:
    """Write the indicators of every theme into `resources/themes/<name>/`."""
    for path in sorted(THEMES.glob("*.toml")):
        colours = tomllib.loads(path.read_text(encoding="utf-8"))["colours"]
        folder = THEMES / path.stem
        folder.mkdir(exist_ok=True)
        for name, (icon, role, width) in INDICATORS.items():
            svg = (ICONS / f"{icon}.svg").read_text(encoding="utf-8")
            svg = svg.replace("currentColor", colours[role])
            svg = svg.replace('stroke-width="2"', f'stroke-width="{width}"')
            (folder / f"{name}.svg").write_text(svg, encoding="utf-8")


def make_app_png() -> None:
    """Draw `app.svg` as `app.png`, 256 pixels wide."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(256, 256, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ICONS / "app.svg")).render(painter)
    painter.end()
    image.save(str(ICONS / "app.png"))


def main() -> None:
    """Read the command line and make what it asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--indicators", action="store_true", help="only the indicators")
    parser.add_argument("--app", action="store_true", help="only app.png")
    chosen = parser.parse_args()
    if not chosen.indicators and not chosen.app:
        make_icons()
    if not chosen.app:
        make_indicators()
    if not chosen.indicators:
        make_app_png()


if __name__ == "__main__":
    main()
