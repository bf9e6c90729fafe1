"""Inline tokens of markdown-it-py to runs: what is strong, what is a link, what is a formula."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecolearn.content.blocks import Inline, MathRun, Run
from ecolearn.content.no_break import keep_units
from ecolearn.content.tex_words import readable

if TYPE_CHECKING:
    from markdown_it.token import Token

#: characters of an address; a longer one is text
MAX_ADDRESS = 2_000

_HTTPS = re.compile(r"https://[^\s\x00-\x1f<>\"]+\Z", re.I)
_OURS = re.compile(r"(?:term:[\w.-]{1,64}|lesson:[\w.-]{1,64}(?:#[\w.:-]{1,80})?)\Z")
_ANCHOR = re.compile(r"#[\w.:-]{1,80}\Z")


@dataclass(frozen=True, slots=True)
class Image:
    """A picture found between runs; `caption` is still Markdown."""

    source: str
    alt: str
    caption: str


Piece = Inline | Image


def plain_inline(runs: Inline) -> str:
    """Return runs as one line of plain text, formulas in words."""
    return "".join(
        readable(run.tex) if isinstance(run, MathRun) else run.text.replace("\n", " ")
        for run in runs
    ).strip()


class InlineMaker:
    """Makes runs. Knows the titles of lessons and parts, and the lesson that `#anchor` points
    into."""

    def __init__(self, titles: Mapping[str, str] | None, lesson_id: str) -> None:
        self._titles = titles or {}
        self._lesson_id = lesson_id

    def pieces(self, tokens: list[Token], pictures: bool) -> list[Piece]:
        """Return the tokens as runs, with pictures apart if `pictures`, else as their words."""
        out: list[Piece] = []
        runs: list[Run | MathRun] = []
        strong = emphasis = strike = 0
        link = refused = ""
        words = 0  # how many runs there were when the link began
        for token in tokens:
            kind = token.type
            text = ""
            code = False
            if kind in ("text", "text_special"):
                text = token.content
            elif kind == "softbreak":
                text = " "
            elif kind == "hardbreak":
                text = "\n"
            elif kind == "code_inline":
                text, code = token.content, True
            elif kind == "strong_open":
                strong += 1
            elif kind == "strong_close":
                strong -= 1
            elif kind == "em_open":
                emphasis += 1
            elif kind == "em_close":
                emphasis -= 1
            elif kind == "s_open":
                strike += 1
            elif kind == "s_close":
                strike -= 1
            elif kind == "math_inline":
                runs.append(MathRun(token.content.strip(), link))
            elif kind == "lesson_reference":
                target = f"lesson:{token.content}{token.info}"
                words_of = self._name(token.content + token.info)
                runs.append(Run(words_of, strong > 0, emphasis > 0, strike > 0, False, target))
            elif kind == "link_open":
                link, refused = self._target(str(token.attrs.get("href", "")))
                # something must tell where the words of the link begin
                words = len(runs)
                runs.append(Run("", link=link))
            elif kind == "link_close":
                text = self._end_of_link(runs[words:], link, refused)
                if not text:
                    link = ""
            elif kind == "image":
                alt = plain_inline(self._words(token.children or []))
                if not pictures:
                    text = alt
                else:
                    _flush(runs, out)
                    words = 0
                    source = str(token.attrs.get("src", ""))
                    out.append(Image(source, alt, str(token.attrs.get("title", ""))))
            if text:
                runs.append(Run(text, strong > 0, emphasis > 0, strike > 0, code, link))
                if kind == "link_close":
                    link = ""
        _flush(runs, out)
        return out

    def _words(self, tokens: list[Token]) -> Inline:
        found = self.pieces(tokens, pictures=False)
        return found[0] if found and isinstance(found[0], tuple) else ()

    def _target(self, address: str) -> tuple[str, str]:
        """Return (link, what to show instead): one of them is empty."""
        if len(address) <= MAX_ADDRESS:
            if _HTTPS.match(address) or _OURS.match(address):
                return address, ""
            if self._lesson_id and _ANCHOR.match(address):
                return f"lesson:{self._lesson_id}{address}", ""
        return "", address[:MAX_ADDRESS]

    def _end_of_link(self, inside: list[Run | MathRun], link: str, refused: str) -> str:
        """Return what has to be said after the words of a link: its address if it is refused
        (nothing that was typed gets lost), words if it has none."""
        said = "".join(run.text if isinstance(run, Run) else run.tex for run in inside)
        if refused:
            return "" if said in (refused, refused.removeprefix("mailto:")) else f" ({refused})"
        if said or not link:
            return ""
        scheme, _, target = link.partition(":")
        if scheme == "lesson":
            return self._name(target)
        return target if scheme == "term" else link

    def _name(self, target: str) -> str:
        """Return the words for `LESSON` or `LESSON#anchor`: the heading of that part, else the
        title of the lesson, else what was typed."""
        for key in (target, target.partition("#")[0]):
            try:
                words = self._titles[key]
            except KeyError:
                continue
            if words:
                return words
        return target


def _flush(runs: list[Run | MathRun], out: list[Piece]) -> None:
    """Move `runs` to `out` as one piece: neighbours of the same look joined, ends trimmed, numbers
    kept with their units."""
    joined: list[Run | MathRun] = []
    for run in runs:
        last = joined[-1] if joined else None
        if isinstance(run, Run):
            if not run.text:
                continue
            if isinstance(last, Run) and _same_look(last, run):
                joined[-1] = Run(
                    last.text + run.text, run.strong, run.emphasis, run.strike, run.code, run.link
                )
                continue
        joined.append(run)
    runs.clear()
    for end in (0, -1):
        while joined and isinstance(edge := joined[end], Run) and not edge.code:
            text = edge.text.lstrip() if end == 0 else edge.text.rstrip()
            if text == edge.text:
                break
            if text:
                joined[end] = Run(text, edge.strong, edge.emphasis, edge.strike, False, edge.link)
                break
            joined.pop(end)
    if joined:
        out.append(tuple(map(_with_units, joined)))


def _with_units(run: Run | MathRun) -> Run | MathRun:
    if isinstance(run, MathRun) or run.code or (text := keep_units(run.text)) == run.text:
        return run
    return Run(text, run.strong, run.emphasis, run.strike, False, run.link)


def _same_look(one: Run, two: Run) -> bool:
    return (
        one.strong == two.strong
        and one.emphasis == two.emphasis
        and one.strike == two.strike
        and one.code == two.code
        and one.link == two.link
    )
