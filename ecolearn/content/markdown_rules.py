"""How markdown-it-py is set up for courses: which rules run, our own two, and the limits.

Kept apart from `markdown` so that the library is imported only when blocks are asked for.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.dollarmath.index import math_inline_dollar

#: levels of lists and quotations in one another (RELIABILITY 3.15)
MAX_NESTING = 20
#: longest formula on lines of its own, in lines; bounds the search for the closing `$$`
MAX_FORMULA_LINES = 100

#: the shape of a lesson's id when nothing is known of the course: `HE1-L2`
CONVENTIONAL = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*-L\d{1,3}\Z")
#: `[HE1-L2]` and `[HE1-L2#meter]`
_REFERENCE = re.compile(r"\[([A-Za-z][\w.-]{0,63})(#[\w.:-]{1,80})?\](?![\[(])")


def parser() -> MarkdownIt:
    """Return the parser: CommonMark without HTML, with tables, strikethrough and `$` formulas.

    Inline text is not parsed along with the blocks (`markdown` does that, so that it can leave
    out what is beyond the limits). Addresses stay as typed: which ones are links is decided
    when runs are made.
    """
    md = MarkdownIt("commonmark", {"html": False, "maxNesting": 3 * MAX_NESTING})
    md.enable(["table", "strikethrough"])
    md.disable(["html_block", "html_inline", "text_join"])
    md.core.ruler.disable(["inline"])
    md.inline.ruler.before(
        "escape", "math_inline", math_inline_dollar(allow_space=False, allow_digits=False)
    )
    md.inline.ruler.after("link", "lesson_reference", _lesson_reference)
    md.block.ruler.before(
        "fence",
        "math_block",
        _math_block,
        {"alt": ["paragraph", "reference", "blockquote", "list"]},
    )
    md.validateLink = lambda url: True  # type: ignore[method-assign]
    md.normalizeLink = lambda url: url  # type: ignore[method-assign]
    md.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return md


def _lesson_reference(state: StateInline, silent: bool) -> bool:
    """Make `[HE1-L2#meter]` a token if it names a lesson: one of `env["titles"]`, or, where the
    course is not known, anything of the conventional shape."""
    if state.src[state.pos] != "[" or state.linkLevel:
        return False
    match = _REFERENCE.match(state.src, state.pos)
    if match is None or match.end() > state.posMax:
        return False
    titles = state.env.get("titles")
    if not (titles and match[1] in titles) and not CONVENTIONAL.match(match[1]):
        return False
    if not silent:
        token = state.push("lesson_reference", "", 0)
        token.content = match[1]
        token.info = match[2] or ""
    state.pos = match.end()
    return True


def _math_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Make `$$ … $$` a token: on one line, or up to a line that ends with `$$`.

    Unlike the rule of the dollarmath plug-in, the search for the end is bounded (a thousand
    unclosed `$$` took quadratic time), ends at an empty line, and may interrupt a paragraph.
    """
    if state.is_code_block(start):
        return False
    first = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("$$", first, state.eMarks[start]):
        return False
    body = state.src[first + 2 : state.eMarks[start]].rstrip()
    if body.endswith("$$") and not body.endswith("\\$$"):
        lines, line = [body[:-2]], start
    else:
        if "$$" in body:
            return False
        lines = [body]
        for line in range(start + 1, min(end, start + MAX_FORMULA_LINES)):
            if state.isEmpty(line) or state.sCount[line] < state.blkIndent:
                return False
            text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
            if text.endswith("$$"):
                lines.append(text[:-2])
                break
            lines.append(text)
        else:
            return False
    tex = "\n".join(lines).strip()
    if not tex:
        return False
    if not silent:
        token = state.push("math_block", "math", 0)
        token.block = True
        token.content = tex
        token.markup = "$$"
        token.map = [start, line + 1]
        state.line = line + 1
    return True
