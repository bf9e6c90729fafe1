"""TeX as words: a formula as one line of ordinary text, for titles, search and screen readers.

Not a typesetter: what it does not know loses its backslash and stays readable. Never raises.
"""

from __future__ import annotations

import re

#: longest formula that is rewritten; a longer one is returned as it is, without its braces
MAX_LENGTH = 2_000

_SIGNS = {
    "cdot": "·",
    "times": "×",
    "div": "÷",
    "pm": "±",
    "mp": "∓",
    "approx": "≈",
    "sim": "∼",
    "le": "≤",
    "leq": "≤",
    "ge": "≥",
    "geq": "≥",
    "ne": "≠",
    "neq": "≠",
    "to": "→",
    "rightarrow": "→",
    "Rightarrow": "⇒",
    "leftarrow": "←",
    "leftrightarrow": "↔",
    "rightleftharpoons": "⇌",
    "infty": "∞",
    "circ": "°",
    "degree": "°",
    "sum": "∑",
    "prod": "∏",
    "int": "∫",
    "Delta": "Δ",
    "Omega": "Ω",
    "Sigma": "Σ",
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "delta": "δ",
    "epsilon": "ε",
    "varepsilon": "ε",
    "eta": "η",
    "theta": "θ",
    "lambda": "λ",
    "mu": "μ",
    "nu": "ν",
    "pi": "π",
    "rho": "ρ",
    "sigma": "σ",
    "tau": "τ",
    "phi": "φ",
    "varphi": "φ",
    "omega": "ω",
    "quad": " ",
    "qquad": " ",
    "dots": "…",
    "ldots": "…",
    "cdots": "…",
    "lfloor": "⌊",
    "rfloor": "⌋",
    "lceil": "⌈",
    "rceil": "⌉",
    "lvert": "|",
    "rvert": "|",
    "left": "",
    "right": "",
    "displaystyle": "",
    "limits": "",
}
_SPACED = set("=≈≤≥≠→⇒←↔⇌×÷±·+<>")
_SUBSCRIPT = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_SUPERSCRIPT = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_IN_GROUP = re.compile(
    r"\\(?:text|textrm|textit|textbf|mathrm|mathbf|mathit|operatorname|mbox|hbox)\s*\{([^{}]*)\}"
)
_CE = re.compile(r"\\(?:ce|pu)\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}")
_CASES = re.compile(r"\\(?:begin|end)\{cases\}")
_FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_ROOT = re.compile(r"\\sqrt\s*\{([^{}]*)\}")
_SUB = re.compile(r"_(?:\{([^{}]*)\}|([^\s\\{}()]))")
_SUP = re.compile(r"\^(?:\{([^{}]*)\}|([^\s\\{}()]))")
_DEGREES = re.compile(r"\^\s*(?:\\circ(?![A-Za-z])|\{\s*\\circ\s*\})")
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*|\\([,;:!> ])|\\(.)", re.S)
_SPACES = re.compile(r"\s+")
_SIMPLE = re.compile(r"[\w.,%°]*\Z")


def readable(tex: str) -> str:
    """Return `tex` as a line of plain text: `E = P \\cdot t` becomes `E = P · t`."""
    if len(tex) > MAX_LENGTH:
        return _SPACES.sub(" ", tex.replace("{", "").replace("}", "")).strip()
    text = _CASES.sub("", tex.replace("{,}", ",").replace("{-}", "-"))
    text = _CE.sub(lambda m: _chemistry(m[1]), text)
    text = _IN_GROUP.sub(r"\1", _DEGREES.sub("°", text))
    for _ in range(4):  # fractions in fractions; deeper ones stay as they are
        before = text
        text = _SUB.sub(lambda m: _small(m[1] or m[2] or "", _SUBSCRIPT, "_"), text)
        text = _SUP.sub(lambda m: _small(m[1] or m[2] or "", _SUPERSCRIPT, "^"), text)
        text = _ROOT.sub(lambda m: f"√{_bracketed(m[1])}", text)
        text = _FRACTION.sub(lambda m: f"{_bracketed(m[1])} / {_bracketed(m[2])}", text)
        if text == before:
            break
    text = _COMMAND.sub(_command, text.replace("\\\\", "; "))
    text = text.replace("{", "").replace("}", "").replace("&", " ")
    return _SPACES.sub(" ", text).strip()


def _command(match: re.Match[str]) -> str:
    name, space, other = match.groups()
    if name is None:
        if space is not None:
            return "" if space == "!" else " "
        return str(other)
    sign = _SIGNS.get(name)
    if sign is None:
        return f"{name} "
    return f" {sign} " if sign in _SPACED else sign


def _small(text: str, digits: dict[int, int], mark: str) -> str:
    """Return a sub- or superscript: with the small digits of Unicode if there are some."""
    small = text.translate(digits)
    if small != text and all(ord(a) != ord(b) for a, b in zip(text, small, strict=True)):
        return small
    return f"{mark}{text}" if len(text) == 1 else f"{mark}({text})"


def _bracketed(text: str) -> str:
    text = text.strip()
    return text if _SIMPLE.match(text) else f"({text})"


def _chemistry(text: str) -> str:
    """Return mhchem as text: a digit after a letter or bracket is an index, before it a count."""
    text = text.replace("<=>", " ⇌ ").replace("<->", " ↔ ").replace("->", " → ")
    text = re.sub(r"(?<=[A-Za-z)\]])(\d+)", lambda m: m[1].translate(_SUBSCRIPT), text)
    text = re.sub(
        r"\^\{?([0-9]*[+-])\}?|(?<=[A-Za-z₀-₉)\]])([+-])(?=\s|$)",
        lambda m: (m[1] or m[2]).translate(_SUPERSCRIPT),
        text,
    )
    return _SPACES.sub(" ", text)
