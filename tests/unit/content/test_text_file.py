"""Text files as they come: from any editor, from any system, cut off, not texts at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.content.text_file import MAX_BYTES, decode, read_text, read_toml, split_header
from ecolearn.problems import Problems

KAZAKH = "Қуат пен энергия: 2 кВт · 3 сағ = 6 кВт·сағ.\nЕсептегіш өлшейді.\n"
RUSSIAN = "Мощность и энергия: лампа и чайник.\nСчётчик считает киловатт-часы.\n"


def read(data: bytes) -> tuple[str | None, list[tuple[str, dict[str, object]]]]:
    """Return (text, problems as (code, facts))."""
    problems = Problems()
    text = decode(data, "he1/x.md", problems)
    return text, [(p.code, p.facts) for p in problems]


class TestEncodings:
    @pytest.mark.parametrize("text", [KAZAKH, RUSSIAN, "plain\n", "a\n\n🌱 e\u0301\n"])
    def test_utf8_with_and_without_mark(self, text: str) -> None:
        assert read(text.encode()) == (text, [])
        assert read(b"\xef\xbb\xbf" + text.encode()) == (text, [])

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
    @pytest.mark.parametrize("text", [KAZAKH, RUSSIAN, "plain\n"])
    def test_utf16(self, text: str, encoding: str) -> None:
        assert read(text.encode(encoding)) == (text, [("F003", {"encoding": "UTF-16"})])

    def test_russian_of_windows(self) -> None:
        assert read(RUSSIAN.encode("cp1251")) == (RUSSIAN, [("F003", {"encoding": "Windows-1251"})])

    def test_kazakh_of_windows(self) -> None:
        assert read(KAZAKH.encode("kz1048")) == (KAZAKH, [("F003", {"encoding": "KZ-1048"})])

    def test_a_word_in_the_old_code_page(self) -> None:
        text, problems = read("title = да".encode("cp1251"))
        assert text == "title = да"
        assert problems == [("F003", {"encoding": "Windows-1251"})]

    def test_cut_off_in_the_middle_of_a_letter(self) -> None:
        assert read(RUSSIAN.encode()[:-3]) == (RUSSIAN[:-3], [("F009", {})])

    def test_damaged_letters_do_not_make_it_another_encoding(self) -> None:
        data = RUSSIAN.encode().replace("л".encode(), b"\xff", 1)
        text, problems = read(data)
        assert text == RUSSIAN.replace("л", "\ufffd", 1)
        assert problems == [("F010", {})]

    @pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
    def test_line_ends(self, ends: str) -> None:
        assert read(f"a{ends}b{ends}".encode()) == ("a\nb\n", [])


class TestNotTexts:
    @pytest.mark.parametrize(
        "data",
        [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff", b"PK\x03\x04\x14\0", bytes(range(256)), b"a\0b"],
    )
    def test_binary(self, data: bytes) -> None:
        text, problems = read(data)
        assert text is None
        assert problems == [("F004", {"name": "x.md"})]

    @pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf", b"\xff\xfe\n\0"])
    def test_empty(self, data: bytes) -> None:
        text, problems = read(data)
        assert text is None
        assert problems[-1] == ("F005", {"name": "x.md"})

    @given(st.binary(max_size=200))
    def test_no_bytes_at_all_raise(self, data: bytes) -> None:
        text, problems = read(data)
        assert text is not None or problems
        assert text is None or ("\r" not in text and "\0" not in text)


class TestFiles:
    def test_missing(self, tmp_path: Path) -> None:
        problems = Problems()
        assert read_text(tmp_path / "x.md", "x.md", problems) is None
        assert [p.code for p in problems] == ["F001"]

    def test_too_large(self, tmp_path: Path) -> None:
        file = tmp_path / "x.md"
        file.write_bytes(b"a" * (MAX_BYTES + 1))
        problems = Problems()
        assert read_text(file, "x.md", problems) is None
        assert [(p.code, p.facts["size"]) for p in problems] == [("F006", MAX_BYTES + 1)]

    def test_folder(self, tmp_path: Path) -> None:
        problems = Problems()
        assert read_text(tmp_path, "x", problems) is None
        assert [p.code for p in problems] == ["F008"]

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")
    def test_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "x.md")
        problems = Problems()
        assert read_text(tmp_path / "x.md", "x.md", problems) is None
        assert [p.code for p in problems] == ["F008"]

    def test_changing_while_it_is_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / "x.md"
        file.write_text("a")
        real_open = Path.open

        def open_and_grow(self: Path, mode: str = "r") -> object:
            opened = real_open(self, mode)
            with real_open(self, "ab") as other:
                other.write(b"b")
            return opened

        monkeypatch.setattr(Path, "open", open_and_grow)
        problems = Problems()
        text = read_text(file, "x.md", problems)
        assert text is not None
        assert text.startswith("ab")
        assert [p.code for p in problems] == ["F007"]


class TestToml:
    def read(self, text: str, first_line: int = 1) -> tuple[object, list[tuple[str, int, int]]]:
        problems = Problems()
        data = read_toml(text, "course.toml", problems, first_line=first_line)
        return data, [(p.code, p.place.line, p.place.column) for p in problems]

    def test_fine(self) -> None:
        assert self.read('a = "ә"') == ({"a": "ә"}, [])

    def test_fault_at_its_place(self) -> None:
        assert self.read('a = 1\nb = "x\nc = 2', first_line=10) == (None, [("M001", 11, 7)])

    def test_fault_at_the_end(self) -> None:
        data, problems = self.read("a = 1\nb = [\n\n")
        assert data is None
        assert problems[0][:2] == ("M001", 2)

    @pytest.mark.parametrize("text", ["a = " + "[" * 5_000, "a = 2026-02-30", "a = " + "9" * 9_000])
    def test_what_makes_the_parser_stumble(self, text: str) -> None:
        data, problems = self.read(text)
        assert data is None
        assert problems[0][0] == "M001"

    def test_line_too_long(self) -> None:
        data, problems = self.read('a = 1\nb = "' + "x" * 20_001 + '"')
        assert data is None
        assert problems == [("F011", 2, 0)]


class TestHeader:
    def split(self, text: str) -> tuple[tuple[str, int, str, int], list[str]]:
        problems = Problems()
        return split_header(text, "x.md", problems), [p.code for p in problems]

    def test_header_and_text(self) -> None:
        assert self.split("+++\na = 1\n+++\n\nbody\n") == (("a = 1", 2, "\nbody\n", 4), [])

    def test_empty_lines_before(self) -> None:
        assert self.split("\n\n+++\n+++ \nbody") == (("", 4, "body", 5), [])

    def test_missing(self) -> None:
        assert self.split("# Title") == (("", 1, "# Title", 1), ["T006"])

    def test_not_closed(self) -> None:
        assert self.split("+++\na = 1\n\nbody") == (("a = 1", 2, "body", 4), ["T007"])
