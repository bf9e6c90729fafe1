"""Make the bundled fonts in `resources/fonts/` from their published sources.

Run it by hand when a font is to be renewed; the results are committed, so neither the program
nor its tests need this. It wants fontTools with WOFF2 (`fonttools[woff]`), ziamath, `npm` and
`apt-get download` (Debian or Ubuntu):

    python tools/make_fonts.py            # fetch the sources into a temporary folder
    python tools/make_fonts.py --sources DIR   # use what an earlier run left in DIR

Sources, all under the SIL Open Font License 1.1:

* Inter 4: npm package `inter-ui`, `web/Inter-*.woff2` (whole files: the ready-made per-script
  slices lack Kazakh letters);
* JetBrains Mono: Debian package `fonts-jetbrains-mono`;
* EcoLearn Math: STIX Two Math as shipped with ziamath, with the Cyrillic of Noto Serif (Debian
  package `fonts-noto-core`), because STIX lacks ә ғ қ ң ө ұ ү һ. All Cyrillic comes from
  Noto Serif, not only the missing letters, so that one word is set in one design.

Three traps this script avoids: a subset keeps its input's WOFF2 flavour unless told otherwise;
without all name records Medium and SemiBold become families of their own; and per-script slices
lack letters.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import tarfile
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parent.parent / "resources" / "fonts"

INTER_PACKAGE = "inter-ui@4.1.1"
DEBIAN_PACKAGES = ("fonts-jetbrains-mono", "fonts-noto-core")

INTER_STYLES = ("Regular", "Italic", "Medium", "SemiBold", "Bold")
MONO_STYLES = ("Regular", "Bold")

RANGES = (
    (0x0020, 0x024F),  # Latin
    (0x0259, 0x0259),  # schwa
    (0x02B0, 0x02FF),  # modifier letters
    (0x0300, 0x036F),  # combining marks: stress in Russian
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic with Kazakh
    (0x2000, 0x206F),  # punctuation, special spaces
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency, tenge
    (0x2100, 0x218F),  # letter-like, number forms
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2300, 0x23FF),  # technical, keys
    (0x2500, 0x25FF),  # boxes and shapes
    (0x2600, 0x27BF),  # symbols, ticks
)
# No `calt`: Inter would turn a typed "->" into an arrow, which surprises in an editor.
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum"]

MATH_FAMILY = "EcoLearn Math"
CYRILLIC = range(0x0400, 0x0530)


def fetch(folder: Path) -> None:
    """Fetch and unpack the sources into `folder`; what is there already is kept."""
    if not (folder / "package" / "web").is_dir():
        subprocess.run(["npm", "pack", "--silent", INTER_PACKAGE], cwd=folder, check=True)
        archive = next(folder.glob("inter-ui-*.tgz"))
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
    if not (folder / "usr").is_dir():
        subprocess.run(["apt-get", "download", *DEBIAN_PACKAGES], cwd=folder, check=True)
        for deb in folder.glob("*.deb"):
            subprocess.run(["dpkg-deb", "-x", deb.name, "."], cwd=folder, check=True)


def make_subset(source: Path, target: Path) -> None:
    """Write the part of `source` that RANGES names, as plain TrueType, to `target`."""
    options = subset.Options()
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.layout_features = FEATURES
    options.notdef_outline = True
    options.hinting = False  # Qt hints lightly by itself; the sizes here need none
    font = TTFont(source)
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=[c for first, last in RANGES for c in range(first, last + 1)])
    chosen.subset(font)
    font.flavor = None
    font.save(target)


def x_height(font: TTFont) -> float:
    """Return the height of `x` in units per em."""
    return float(font["OS/2"].sxHeight)


def make_math(stix_path: Path, noto_path: Path, target: Path) -> int:
    """Write STIX Two Math with Noto Serif's Cyrillic to `target`; return the glyphs added."""
    stix, noto = TTFont(stix_path), TTFont(noto_path)
    glyphs, cmap = noto.getGlyphSet(), noto.getBestCmap()
    scale = x_height(stix) / x_height(noto)
    order = list(stix.getGlyphOrder())
    table, metrics = stix["glyf"], stix["hmtx"]
    mapping: dict[int, str] = {}
    for code in CYRILLIC:
        if code not in cmap:
            continue
        name = f"eco{code:04X}"
        recording = DecomposingRecordingPen(glyphs)
        glyphs[cmap[code]].draw(recording)
        pen = TTGlyphPen(None)
        recording.replay(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        glyph = pen.glyph(dropImpliedOnCurves=False)
        order.append(name)
        table[name] = glyph
        glyph.recalcBounds(table)
        advance = round(noto["hmtx"][cmap[code]][0] * scale)
        metrics[name] = (advance, getattr(glyph, "xMin", 0))
        mapping[code] = name
    stix.setGlyphOrder(order)
    stix["maxp"].numGlyphs = len(order)
    for sub in stix["cmap"].tables:
        if sub.isUnicode():
            sub.cmap.update(mapping)
    if "DSIG" in stix:
        del stix["DSIG"]  # the signature of the unchanged font
    names = stix["name"]
    copyrights = f"{names.getDebugName(0)}; {noto['name'].getDebugName(0)}"
    fresh = {
        0: copyrights,
        1: MATH_FAMILY,
        3: f"1.0;{MATH_FAMILY}",
        4: f"{MATH_FAMILY} Regular",
        6: MATH_FAMILY.replace(" ", "") + "-Regular",
        16: MATH_FAMILY,
        17: "Regular",
    }
    for record in list(names.names):
        if record.nameID in (7, 8, 9, 10, 11, 12, 18, 21, 22):
            names.names.remove(record)
    for name_id, text in fresh.items():
        names.setName(text, name_id, 3, 1, 0x409)
    stix.save(target)
    return len(mapping)


def licence_text(body: str, *copyrights: str) -> str:
    """Return the OFL with these copyright lines above its unchanged text."""
    rest = body[body.index("This Font Software is licensed") :]
    return "\n".join(copyrights) + "\n\n" + rest


def make(sources: Path) -> None:
    """Make every font and licence file from the unpacked `sources`."""
    OUT.mkdir(parents=True, exist_ok=True)
    inter = sources / "package"
    truetype = sources / "usr" / "share" / "fonts" / "truetype"
    for style in INTER_STYLES:
        make_subset(inter / "web" / f"Inter-{style}.woff2", OUT / f"Inter-{style}.ttf")
    for style in MONO_STYLES:
        name = f"JetBrainsMono-{style}.ttf"
        make_subset(truetype / "jetbrains-mono" / name, OUT / name)
    spec = importlib.util.find_spec("ziamath")
    if spec is None or spec.origin is None:
        raise SystemExit("ziamath is not installed")
    stix_path = Path(spec.origin).parent / "fonts" / "STIXTwoMath-Regular.ttf"
    noto_path = truetype / "noto" / "NotoSerif-Regular.ttf"
    count = make_math(stix_path, noto_path, OUT / "EcoLearnMath-Regular.ttf")
    print(f"{count} Cyrillic glyphs in {MATH_FAMILY}")

    body = (inter / "LICENSE.txt").read_text(encoding="utf-8")
    stix, noto = TTFont(stix_path)["name"], TTFont(noto_path)["name"]
    mono = TTFont(truetype / "jetbrains-mono" / "JetBrainsMono-Regular.ttf")["name"]
    licences = {
        "OFL-Inter.txt": body,
        "OFL-JetBrainsMono.txt": licence_text(body, str(mono.getDebugName(0))),
        "OFL-EcoLearnMath.txt": licence_text(
            body,
            f"{MATH_FAMILY} is STIX Two Math with the Cyrillic letters of Noto Serif.",
            f"STIX Two Math: {stix.getDebugName(0)}",
            f"Noto Serif: {noto.getDebugName(0)}",
        ),
    }
    for name, text in licences.items():
        (OUT / name).write_text(text, encoding="utf-8")
    for path in sorted(OUT.glob("*.ttf")):
        print(f"{path.stat().st_size / 1024:7.0f} KB  {path.name}")


def main() -> None:
    """Read the command line and make the fonts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sources", type=Path, help="folder to fetch into and keep")
    chosen = parser.parse_args().sources
    if chosen is not None:
        chosen.mkdir(parents=True, exist_ok=True)
        fetch(chosen)
        make(chosen)
        return
    with tempfile.TemporaryDirectory() as folder:
        fetch(Path(folder))
        make(Path(folder))


if __name__ == "__main__":
    main()
