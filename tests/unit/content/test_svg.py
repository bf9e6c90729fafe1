"""Drawings from strangers: what is shown, what is left out, what is refused (RELIABILITY 3.15)."""

from __future__ import annotations

import time
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.content.codes import CODES
from ecolearn.content.svg import check_svg, cleaned_svg, read_svg

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str, attributes: str = "") -> bytes:
    return f"<svg {NAMESPACES} {attributes}>{inside}</svg>".encode()


def codes(inside: str) -> list[str]:
    found = check_svg(svg(inside))
    for fault in found:
        assert set(fault.facts) == set(CODES[fault.code].facts)
    return [fault.code for fault in found]


class TestShown:
    @pytest.mark.parametrize(
        "inside",
        [
            '<rect x="1" y="2" width="30%" height="4.5e1" rx="1" fill="#fff" stroke="none"/>',
            '<path d="M0 0 L10,10 h-5 v.5z" fill="rgb(1, 2, 3)" stroke-dasharray="1 2"/>',
            '<polygon points="0,0 1,1 2,0"/>',
            '<g transform="translate(1 2) rotate(45, 1, 2)" opacity=".5"><circle r="1"/></g>',
            '<text x="1" font-family="Inter, sans-serif" text-anchor="middle">Қуат &lt; 2</text>',
            '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>'
            '</defs><rect fill="url(#g)"/><rect style="fill:url(#g) red;stroke:none"/>',
            '<symbol id="s"><rect/></symbol><use href="#s"/><use xlink:href="#s" x="3"/>',
            '<marker id="m"><path d="M0 0z"/></marker><path d="M0 0L1 1" marker-end="url(#m)"/>',
            '<rect clip-path="none" filter="none"/>',
        ],
    )
    def test_fine(self, inside: str) -> None:
        assert codes(inside) == []
        ElementTree.fromstring(cleaned_svg(svg(inside)))

    def test_cleaning_twice_changes_nothing(self) -> None:
        data = svg('<text id="a" fill="red">x<tspan dy="1">y</tspan></text>', 'viewBox="0 0 9 9"')
        assert cleaned_svg(cleaned_svg(data)) == cleaned_svg(data)

    def test_words_for_what_it_shows(self) -> None:
        drawing = read_svg(
            svg("<title>A  meter</title><desc>Five digits</desc><g><title>x</title></g>")
        )
        assert (drawing.title, drawing.description) == ("A meter", "Five digits")

    def test_drawings_that_come_with_the_program(self, courses: Path) -> None:
        paths = list(courses.glob("*/media/*.svg"))
        assert paths
        for path in paths:
            assert check_svg(path.read_bytes()) == [], path

    def test_without_namespace(self) -> None:
        assert check_svg(b"<svg><rect/></svg>") == []

    def test_other_encodings(self) -> None:
        text = svg("<text>Қуат</text>").decode()
        assert "Қуат".encode() in cleaned_svg(text.encode("utf-16"))


class TestLeftOut:
    """Drawing programs add much that nothing is drawn by."""

    @pytest.mark.parametrize(
        "inside",
        [
            '<metadata><x:a xmlns:x="urn:x">secret</x:a></metadata>',
            '<i:view xmlns:i="urn:inkscape"><rect/>secret</i:view>',
            '<rect xmlns:i="urn:inkscape" i:label="secret"/>',
            '<rect class="secret" data-x="secret" role="secret" aria-label="secret"/>',
            '<rect style="-inkscape-stroke:secret;line-height:secret"/>',
            "<!-- secret -->",
            "<?php secret ?>",
            "secret<g>secret</g>",
            '<rect id="a secret"/>',
        ],
    )
    def test_dropped(self, inside: str) -> None:
        assert codes(inside) == []
        assert b"secret" not in cleaned_svg(svg(inside))


class TestRefused:
    @pytest.mark.parametrize(
        ("inside", "code"),
        [
            ("<script>x()</script>", "V003"),
            ("<style>*{fill:red}</style>", "V003"),
            ('<image href="x.png"/>', "V003"),
            ("<foreignObject/>", "V003"),
            ('<animate attributeName="x"/>', "V003"),
            ('<a href="https://example.org"><rect/></a>', "V003"),
            ('<clipPath id="c"/>', "V003"),
            ('<filter id="f"/>', "V003"),
            ("<switch/>", "V003"),
            ('<?xml-stylesheet href="x.css"?>', "V003"),
            ('<rect onload="x()"/>', "V004"),
            ('<rect ONCLICK="x()"/>', "V004"),
            ('<rect filter="url(#f)"/>', "V004"),
            ('<rect style="clip-path:url(#c)"/>', "V004"),
            ('<g marker-mid="url(#m)"/>', "V004"),
            ('<use href="other.svg#a"/>', "V005"),
            ('<use xlink:href="https://example.org/a.svg#a"/>', "V005"),
            ('<use href="data:image/svg+xml,x"/>', "V005"),
            ('<rect href="#a"/>', "V005"),
            ('<rect fill="url(https://example.org)"/>', "V005"),
            ('<rect fill="URL(file:///etc/passwd)"/>', "V005"),
            ('<rect style="background:url(x)"/>', "V005"),
            ('<rect style="fill:url(#a) url(x)"/>', "V005"),
            ('<rect stroke-width="url(#a)"/>', "V005"),
            ('<rect style="fill:u\\72l(x)"/>', "V008"),
            ('<rect style="@import x; fill:@x"/>', "V008"),
            ('<rect width="calc(1px + url(x))"/>', "V008"),
            ('<path d="M0 0 javascript"/>', "V008"),
            ('<g transform="rotate(1) evil(2)"/>', "V008"),
            ('<use href="#nothing"/>', "V007"),
            ('<g id="a"><use href="#a"/></g>', "V007"),
            ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "V007"),
            (
                '<marker id="m"><path id="p" d="M0 0L1 1" marker-end="url(#m)"/></marker>'
                '<path d="M0 0" marker-start="url(#m)"/>',
                "V007",
            ),
        ],
    )
    def test_with_a_reason(self, inside: str, code: str) -> None:
        assert code in codes(inside)
        with pytest.raises(ValueError, match=code[:1]):
            cleaned_svg(svg(inside))

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"", "V001"),
            (b"<svg>", "V001"),
            (b"\x1f\x8b\x08\0\0\0", "V001"),
            (b"<?xml version='1.0' encoding='no-such'?><svg/>", "V001"),
            (b"<html/>", "V003"),
            (b"<!DOCTYPE svg><svg/>", "V002"),
            (b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>', "V002"),
            (b"<svg><x:rect/></svg>", "V001"),
            (b"<svg>&undefined;</svg>", "V001"),
        ],
    )
    def test_not_a_drawing(self, data: bytes, code: str) -> None:
        assert [fault.code for fault in check_svg(data)] == [code]

    def test_where(self) -> None:
        (fault,) = check_svg(svg("\n\n<script/>\n"))
        assert (fault.code, fault.line, fault.facts) == ("V003", 3, {"name": "script"})


def _doubling(levels: int) -> str:
    groups = ['<g id="a0"><rect/></g>']
    for level in range(levels):
        groups.append(f'<g id="a{level + 1}"><use href="#a{level}"/><use href="#a{level}"/></g>')
    return f'<defs>{"".join(groups)}</defs><use href="#a{levels}"/>'


class TestLimits:
    @pytest.mark.parametrize(
        ("inside", "limit"),
        [
            ("<!--" + "x" * 262_144 + "-->", "bytes"),
            ("<g/>" * 2_000, "elements"),
            ("<g>" * 16 + "</g>" * 16, "depth"),
            (f'<path d="M0 0{"l1 1" * 2_000}"/>', "segments"),
            (f'<path d="M0 0{" 1 1" * 2_000}"/>', "segments"),
            (f'<polyline points="{"1,1 " * 2_001}"/>', "segments"),
            (f'<path d="M0 0{"z" * 1_900}"/>' * 11, "all segments"),
            (_doubling(10), "elements"),
            (_doubling(200), "elements"),
            (f'<rect stroke-dasharray="{"1 " * 200}"/>', "stroke-dasharray"),
            (f'<g transform="{"rotate(1)" * 300}"/>', "transform"),
            (
                f'<marker id="m">{"<rect/>" * 50}</marker>'
                f'<path d="M0 0{"l1 1" * 50}" marker-mid="url(#m)"/>',
                "elements",
            ),
        ],
    )
    def test_beyond(self, inside: str, limit: str) -> None:
        started = time.process_time()
        found = check_svg(svg(inside))
        assert time.process_time() - started < 2
        assert ("V006", limit) in [(one.code, one.facts.get("name")) for one in found]

    def test_just_within(self) -> None:
        assert codes("<g/>" * 1_999) == []
        assert codes("<g>" * 15 + "</g>" * 15) == []
        assert codes(f'<path d="M0 0{"l1 1" * 1_999}"/>') == []
        assert codes(_doubling(5)) == []

    def test_chain_of_references(self) -> None:
        chain = "".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(900))
        assert codes(chain + '<g id="a900"/>') == ["V007"]  # deeper than any drawing needs

    @pytest.mark.parametrize("unit", ["<g ", "<g>", "<!--", "]]>", "<![CDATA[", "&#1;", "&amp;"])
    def test_repeated_marks(self, unit: str) -> None:
        started = time.process_time()
        check_svg(b"<svg>" + (unit * (200_000 // len(unit))).encode())
        assert time.process_time() - started < 2


_WORDS = [
    "<g>", "</g>",
    "<rect/>", "<script>", "</script>", '<use href="#a"/>', '<g id="a">', "text",
    '<rect style="', '"/>', "url(#a)", "url(x)", "fill:", ";", "&lt;",
    "<!--", "-->", "<!DOCTYPE x>",
]  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS), max_size=15))
def test_whatever_is_in_it_nothing_raises_and_clean_stays_clean(words: list[str]) -> None:
    data = svg("".join(words))
    if not check_svg(data):
        cleaned = cleaned_svg(data)
        assert check_svg(cleaned) == []
        assert b"script" not in cleaned
