"""Structs to TOML, as a person would write it: keys in the order of the format, nothing that is
at its default, texts by language in a table of their own or in one line."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Any

import msgspec

_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_TO_ESCAPE = re.compile('["\\\\\x00-\x1f\x7f\ud800-\udfff]')


def text(value: str) -> str:
    """Return a TOML string. What no text file can hold (lone surrogates) becomes U+FFFD."""
    return f'"{_TO_ESCAPE.sub(_escaped, value)}"'


def _escaped(match: re.Match[str]) -> str:
    sign = match[0]
    if "\ud800" <= sign <= "\udfff":
        return "\ufffd"
    return _ESCAPES.get(sign) or f"\\u{ord(sign):04x}"


def key(name: str) -> str:
    """Return a key, quoted if it must be."""
    return name if _BARE.match(name) else text(name)


def value(one: Any) -> str:
    """Return a value in one line."""
    if isinstance(one, bool):
        return "true" if one else "false"
    if isinstance(one, str):
        return text(one)
    if isinstance(one, float):
        return str(int(one)) if one.is_integer() and abs(one) < 1e15 else repr(one)
    if isinstance(one, int):
        return str(one)
    if isinstance(one, datetime.date):
        return one.isoformat()
    if isinstance(one, dict):
        inside = ", ".join(f"{key(name)} = {value(inner)}" for name, inner in one.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(one, Iterable):
        return f"[{', '.join(map(value, one))}]"
    raise TypeError(type(one).__name__)


def lines(
    struct: msgspec.Struct, prefix: str = "", *, wide: bool = True, first: tuple[str, ...] = ()
) -> list[str]:
    """Return a struct as lines of TOML. `prefix` is the table it stands in, `first` names keys
    that come before the others.

    `wide` gives texts by language a table each; otherwise they take a line each.
    """
    simple: list[str] = []
    tables: list[str] = []
    for field in sorted(msgspec.structs.fields(struct), key=lambda one: one.name not in first):
        one = getattr(struct, field.name)
        name = key(field.encode_name)
        path = f"{prefix}.{name}" if prefix else name
        if not field.required and one == _default(field):
            continue
        if isinstance(one, msgspec.Struct):
            tables += ["", f"[{path}]", *lines(one, path, wide=False)]
        elif isinstance(one, tuple) and one and isinstance(one[0], msgspec.Struct):
            for inner in one:
                tables += ["", f"[[{path}]]", *lines(inner, path, wide=False)]
        elif isinstance(one, dict) and one and wide:
            tables += ["", f"[{path}]"]
            tables += [f"{key(code)} = {value(words)}" for code, words in one.items()]
        else:
            simple.append(f"{name} = {value(one)}")
    return simple + tables


def _default(field: msgspec.structs.FieldInfo) -> Any:
    if field.default_factory is not msgspec.NODEFAULT:
        return field.default_factory()
    return field.default
