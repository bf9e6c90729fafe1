"""Drawings from strangers: a static check against a whitelist, and the drawing written anew from
what was checked. Nothing is drawn here; the drawing is rasterised elsewhere, under a time limit.

Only expat reads the XML, with handlers that stop at a DTD, so no entity is ever expanded and
nothing is ever fetched.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from ecolearn.content import svg_rules as rules

_COMMAND = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])([^MmZzLlHhVvCcSsQqTtAa]*)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_NAMED_LIMIT = rules.MAX_ELEMENTS + 1


@dataclass(frozen=True, slots=True)
class SvgFault:
    """Why a drawing is refused. `code` is one of V001–V008 of `content.codes`, `facts` fill the
    gaps of its sentence; `line` from 1."""

    code: str
    line: int
    facts: dict[str, object] = field(default_factory=dict, hash=False)


@dataclass(slots=True)
class _Node:
    name: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[_Node | str] = field(default_factory=list)
    segments: int = 0
    href: str = ""
    markers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing as checked. `title` and `description` are its own words for what it shows."""

    faults: tuple[SvgFault, ...]
    title: str = ""
    description: str = ""
    #: the drawing written anew; empty if there are faults
    cleaned: bytes = b""


def check_svg(data: bytes) -> list[SvgFault]:
    """Return what keeps the drawing from being shown, in the order of the file; at most 50."""
    return list(read_svg(data).faults)


def cleaned_svg(data: bytes) -> bytes:
    """Return the drawing written anew from the checked tree. `ValueError` if it has faults."""
    drawing = read_svg(data)
    if drawing.faults:
        raise ValueError(drawing.faults[0])
    return drawing.cleaned


def read_svg(data: bytes) -> Drawing:
    """Check a drawing and write it anew, in one go."""
    reader = _Reader()
    root = reader.read(data)
    if root is None or reader.faults:
        return Drawing(tuple(sorted(reader.faults, key=lambda fault: fault.line)[:50]))
    words = {
        name: " ".join("".join(c for c in one.children if isinstance(c, str)).split())
        for name in ("desc", "title")
        for one in reversed(root.children)
        if isinstance(one, _Node) and one.name == name
    }
    out: list[str] = []
    _write(root, out, root=True)
    return Drawing((), words.get("title", ""), words.get("desc", ""), "".join(out).encode())


class _Stop(Exception):
    pass


class _Reader:
    """Builds the tree of what may stay and notes what may not."""

    def __init__(self) -> None:
        self.faults: list[SvgFault] = []
        self._root: _Node | None = None
        self._stack: list[_Node] = []
        self._skipped = 0  # levels inside something that is dropped
        self._count = 0
        self._segments = 0
        self._namespaces = {rules.SVG}
        self._ids: dict[str, _Node] = {}
        self._parser = expat.ParserCreate(namespace_separator=" ")

    def read(self, data: bytes) -> _Node | None:
        if len(data) > rules.MAX_BYTES:
            self._fault("V006", 1, name="bytes", found=len(data), limit=rules.MAX_BYTES)
            return None
        parser = self._parser
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        try:
            parser.Parse(data, True)
        except _Stop:
            return None
        except expat.ExpatError as error:
            self._fault("V001", error.lineno, name=expat.ErrorString(error.code))
            return None
        except (ValueError, LookupError, UnicodeError) as error:  # an unknown encoding
            self._fault("V001", 1, name=str(error)[:80])
            return None
        if self._root is not None:
            self._check_references()
        return self._root

    def _fault(self, code: str, line: int, **facts: object) -> None:
        self.faults.append(SvgFault(code, line, facts))
        if len(self.faults) > 200:
            raise _Stop

    # handlers

    def _doctype(self, *_: object) -> None:
        self._fault("V002", self._parser.CurrentLineNumber, name="DOCTYPE")
        raise _Stop

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            self._fault("V003", self._parser.CurrentLineNumber, name=f"?{target}")

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        space, _, name = full.rpartition(" ")
        line = self._parser.CurrentLineNumber
        if not self._stack and self._root is None and not self._skipped:
            if name != "svg" or space not in ("", rules.SVG):
                self._fault("V003", line, name=name[:60])
                raise _Stop
            self._namespaces.add(space)  # a drawing without namespace is one all through
        if self._skipped or space not in self._namespaces or name in rules.DROPPED_ELEMENTS:
            self._skipped += 1
            return
        self._count += 1
        if self._count > rules.MAX_ELEMENTS:
            self._over(line, "elements", self._count, rules.MAX_ELEMENTS)
            raise _Stop
        if len(self._stack) >= rules.MAX_DEPTH:
            self._over(line, "depth", len(self._stack) + 1, rules.MAX_DEPTH)
            raise _Stop
        if name not in rules.ELEMENTS:
            self._fault("V003", line, name=name[:60])
            self._skipped += 1
            return
        node = _Node(name, line)
        for given, value in attributes.items():
            self._attribute(node, given, value)
        if self._stack:
            self._stack[-1].children.append(node)
        else:
            self._root = node
        self._stack.append(node)

    def _end(self, _: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif self._stack:
            self._stack.pop()

    def _text(self, text: str) -> None:
        if self._stack and not self._skipped:
            inside = self._stack[-1]
            if inside.name in ("text", "tspan", "title", "desc"):
                inside.children.append(text)

    # attributes

    def _over(self, line: int, name: str, found: int, limit: int) -> None:
        self._fault("V006", line, name=name, found=found, limit=limit)

    def _attribute(self, node: _Node, full: str, value: str) -> None:
        space, _, name = full.rpartition(" ")
        line = node.line
        if name == "href" and space in ("", rules.XLINK):
            own = rules.OWN.match(value.strip())
            if own is None or node.name not in rules.REFERRING:
                self._fault("V005", line, name=name, value=value[:80])
            else:
                node.href = own[1]
        elif space == rules.XML and name == "space":
            if value in ("preserve", "default"):
                node.attributes["xml:space"] = value
        elif space:
            return  # of a drawing program, or a language
        elif name.lower().startswith("on"):
            self._fault("V004", line, name=name[:60], value=value[:80])
        elif name == "id":
            self._take_id(node, value)
        elif name == "style":
            self._style(node, value)
        elif name in rules.GEOMETRY:
            if self._geometry(node, name, value):
                node.attributes[name] = value
        elif self._property(node, name, value):
            node.attributes[name] = value.strip()

    def _take_id(self, node: _Node, value: str) -> None:
        if rules.ID.match(value) and value not in self._ids:
            self._ids[value] = node
            node.attributes["id"] = value

    def _geometry(self, node: _Node, name: str, value: str) -> bool:
        if name in ("d", "points"):
            return self._outline(node, name, value)
        ok = rules.TRANSFORM if name.endswith("ransform") else rules.GEOMETRY_VALUE
        if not ok.match(value):
            self._fault("V008", node.line, name=name, value=value[:80])
            return False
        parts = value.count("(") + len(_NUMBER.findall(value)) if len(value) > rules.MAX_LIST else 0
        if parts > 4 * rules.MAX_LIST:
            self._over(node.line, name, parts, 4 * rules.MAX_LIST)
            return False
        return True

    def _outline(self, node: _Node, name: str, value: str) -> bool:
        if not rules.PATH_VALUE.match(value):
            self._fault("V008", node.line, name=name, value=value[:80])
            return False
        node.segments = _segments(value) if name == "d" else len(_NUMBER.findall(value)) // 2
        self._segments += node.segments
        if node.segments > rules.MAX_SEGMENTS:
            self._over(node.line, "segments", node.segments, rules.MAX_SEGMENTS)
        elif self._segments > rules.MAX_SEGMENTS_ALL:
            self._over(node.line, "all segments", self._segments, rules.MAX_SEGMENTS_ALL)
            raise _Stop
        return True

    def _style(self, node: _Node, value: str) -> None:
        kept: list[str] = []
        for declaration in re.sub(r"/\*.*?\*/", " ", value, flags=re.S).split(";"):
            name, colon, one = declaration.partition(":")
            name, one = name.strip().lower(), one.strip()
            if colon and name and self._property(node, name, one):
                kept.append(f"{name}:{one}")
        if kept:
            node.attributes["style"] = ";".join(kept)

    def _property(self, node: _Node, name: str, value: str) -> bool:
        """Check a property, given as attribute or in `style`; tell whether it is kept."""
        line = node.line
        value = value.strip()
        simple = value.lower()
        if name in rules.REFUSED_PROPERTIES and simple not in ("none", "auto", ""):
            self._fault("V004", line, name=name, value=value[:80])
            return False
        if name not in rules.PROPERTIES:
            # not kept; but what would load something elsewhere is said
            if "url(" in simple and not rules.PAINT_REFERENCE.match(value):
                self._fault("V005", line, name=name[:60], value=value[:80])
            return False
        if any(sign in value for sign in "\\@{}<>"):
            self._fault("V008", line, name=name, value=value[:80])
            return False
        if "(" in simple and ("url" in simple or "image" in simple or "src" in simple):
            reference = rules.PAINT_REFERENCE.match(value)
            if reference is None or name not in rules.PAINT:
                self._fault("V005", line, name=name, value=value[:80])
                return False
            if name in rules.MARKERS:
                if node.name not in rules.SHAPES:
                    self._fault("V004", line, name=name, value=value[:80])
                    return False
                node.markers[name] = reference[1]
        numbers = len(_NUMBER.findall(value)) if len(value) > rules.MAX_LIST else 0
        if numbers > rules.MAX_LIST:
            self._over(line, name, numbers, rules.MAX_LIST)
            return False
        return True

    # references

    def _check_references(self) -> None:
        """Count the elements as drawn, `use` and markers expanded, and refuse circles."""
        sizes: dict[int, int] = {}
        on_way: set[int] = set()

        def size(node: _Node) -> int:
            known = sizes.get(id(node))
            if known is not None:
                return known
            if id(node) in on_way or len(on_way) > 400:
                self._fault("V007", node.line, name=node.attributes.get("id", node.name))
                raise _Stop
            on_way.add(id(node))
            total = 1
            for child in node.children:
                if isinstance(child, _Node):
                    total += size(child)
            total += self._referred(node, size)
            on_way.discard(id(node))
            sizes[id(node)] = total = min(total, _NAMED_LIMIT)
            return total

        try:
            assert self._root is not None
            if size(self._root) > rules.MAX_ELEMENTS:
                self._over(1, "elements", rules.MAX_ELEMENTS + 1, rules.MAX_ELEMENTS)
        except _Stop:
            pass

    def _referred(self, node: _Node, size: Callable[[_Node], int]) -> int:
        total = 0
        if node.href:
            target = self._ids.get(node.href)
            if target is None:
                self._fault("V007", node.line, name=node.href)
            else:
                total += size(target)
        for name, wanted in node.markers.items():
            marker = self._ids.get(wanted)
            if marker is None:
                continue  # draws nothing
            if marker.name != "marker":
                self._fault("V007", node.line, name=wanted)
                continue
            ends = name in ("marker-start", "marker-end")
            total += size(marker) * (1 if ends else max(1, node.segments + 1))
        return total


def _segments(path: str) -> int:
    total = 0
    for letter, rest in _COMMAND.findall(path):
        arity = rules.ARITY[letter.lower()]
        total += max(1, -(-len(_NUMBER.findall(rest)) // arity)) if arity else 1
    return total


def _write(node: _Node, out: list[str], *, root: bool = False) -> None:
    out.append(f"<{node.name}")
    if root:
        out.append(f' xmlns="{rules.SVG}" xmlns:xlink="{rules.XLINK}"')
    for name, value in node.attributes.items():
        out.append(f" {name}={quoteattr(value)}")
    if node.href:
        out.append(f' xlink:href="#{escape(node.href)}"')
    if not node.children:
        out.append("/>")
        return
    out.append(">")
    for child in node.children:
        if isinstance(child, str):
            out.append(escape(child))
        else:
            _write(child, out)
    out.append(f"</{node.name}>")
