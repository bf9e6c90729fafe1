"""Find places on a picture: `- (x) @rect 10 20 30 15: words`; with [x] several are to be found.

Response: `{"points": [[0.25, 0.3]], "aspect": 0.75}`: each point as fractions of the picture's
width and height from the top left; `aspect` is height ÷ width of the picture as shown (1 if left
out), needed because the radius of a circle is a share of the width.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from ecolearn.quiz.items.base import Fault, Grade, Item, Remark, Response, option_id
from ecolearn.quiz.items.body import Body, Chunk
from ecolearn.quiz.items.choices import is_square
from ecolearn.quiz.items.markup import chunk_lines, escape_part, one_line, unescape_part
from ecolearn.quiz.numbers import plain_number

#: points a learner can set
MOST_POINTS = 50
#: characters of the line with the picture
LONGEST_IMAGE = 4_000

_IMAGE = re.compile(
    r"^!\[(?P<alt>(?:\\.|[^\\])*)\]\((?:<(?P<long>[^<>]*)>|(?P<src>[^\s()<>]+))"
    r'(?:[ \t]+"(?P<caption>(?:\\.|[^"\\])*)")?[ \t]*\)[ \t]*$'
)
_REGION = re.compile(r"^@(rect|circle|polygon)\b([^:]*)(?::(.*))?$", re.DOTALL)
_SIZES = {"rect": (4, 4), "circle": (3, 3), "polygon": (6, 200)}


class Region(msgspec.Struct, frozen=True, kw_only=True):
    """A place on the picture. `numbers` are per cent of its width and height: rect left, top,
    width, height; circle centre and radius (of the width); polygon pairs. `text` is read to those
    who cannot see."""

    shape: str
    numbers: tuple[float, ...]
    text: str = ""
    right: bool = False
    feedback: str = ""

    def holds(self, x: float, y: float, aspect: float = 1.0) -> bool:
        """Tell whether the point (fractions 0–1) lies inside or on the border."""
        numbers = [number / 100 for number in self.numbers]
        if self.shape == "rect":
            left, top, width, height = numbers
            return left <= x <= left + width and top <= y <= top + height
        if self.shape == "circle":
            return math.hypot(x - numbers[0], (y - numbers[1]) * aspect) <= numbers[2]
        corners = list(zip(numbers[::2], numbers[1::2], strict=True))
        inside = False
        for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
        return inside

    def inner_point(self) -> tuple[float, float]:
        """Return a point (fractions 0–1) inside the region."""
        numbers = [number / 100 for number in self.numbers]
        if self.shape == "rect":
            return numbers[0] + numbers[2] / 2, numbers[1] + numbers[3] / 2
        if self.shape == "circle":
            return numbers[0], numbers[1]
        xs, ys = numbers[::2], numbers[1::2]
        centre = sum(xs) / len(xs), sum(ys) / len(ys)
        if self.holds(*centre):
            return centre
        steps = [step / 40 for step in range(1, 40)]
        grid = (
            (min(xs) + (max(xs) - min(xs)) * i, min(ys) + (max(ys) - min(ys)) * j)
            for i in steps
            for j in steps
        )
        return next((point for point in grid if self.holds(*point)), centre)


class Hotspot(Item, frozen=True, kw_only=True, tag="hotspot"):
    """Places to be found on a picture."""

    picture: str
    alt: str = ""
    caption: str = ""
    regions: tuple[Region, ...]
    multiple: bool = False

    @property
    def right_count(self) -> int:
        """Return how many places there are to find; the learner may know."""
        return sum(region.right for region in self.regions)

    @classmethod
    def looks_like(cls, body: Body) -> bool:
        """See `Item.looks_like`."""
        return any(_REGION.match(chunk.text) for chunk in body.of("option"))

    @classmethod
    def from_body(cls, body: Body, common: dict[str, Any]) -> Hotspot | None:
        """See `Item.from_body`."""
        square = is_square(body)
        regions = [_read_region(body, chunk) for chunk in body.of("option")]
        while body.stem_lines and not body.stem_lines[-1][1].strip():
            body.stem_lines.pop()
        last = body.stem_lines[-1][1].strip() if body.stem_lines else ""
        image = _IMAGE.match(last) if len(last) <= LONGEST_IMAGE else None
        if image is None:
            body.error("Q016", body.line)
            return None
        body.stem_lines.pop()
        if square is None or None in regions:
            return None
        return cls(
            **common,
            stem=body.stem(),
            picture=image["src"] or image["long"] or "",
            alt=_plain(image["alt"]),
            caption=_plain(image["caption"] or ""),
            regions=tuple(region for region in regions if region is not None),
            multiple=square,
        )

    def to_lines(self) -> list[str]:
        """See `Item.to_lines`."""
        source = self.picture if re.fullmatch(r"[^\s()<>]+", self.picture) else f"<{self.picture}>"
        caption = f' "{_escape(self.caption)}"' if self.caption else ""
        lines = [f"![{_escape(self.alt)}]({source}{caption})", ""]
        marks = ("[ ]", "[x]") if self.multiple else ("( )", "(x)")
        for region in self.regions:
            numbers = " ".join(plain_number(number) for number in region.numbers)
            text = escape_part(region.text)
            head = f"- {marks[region.right]} @{region.shape} {numbers}"
            first = f"{head}: {text[0]}" if region.text else head
            lines += chunk_lines(first, ["", *text[1:]], region.feedback)
        return lines

    def empty(self) -> Response:
        """See `Item.empty`."""
        return {"points": []}

    def clean(self, response: Response) -> Response:
        """See `Item.clean`; where one place is asked for, the last point counts."""
        points = [self._point(point) for point in self.take(response, "points", list)]
        points = points[:MOST_POINTS] if self.multiple else points[-1:]
        aspect = response.get("aspect", 1.0)
        if not _is_number(aspect) or not 0.01 <= aspect <= 100:
            aspect = 1.0
        cleaned: Response = {"points": points}
        if points and aspect != 1:
            cleaned["aspect"] = float(aspect)
        return cleaned

    def _point(self, point: object) -> list[float]:
        if (
            not isinstance(point, list | tuple)
            or len(point) != 2
            or not all(map(_is_number, point))
        ):
            raise self.bad("a point is no pair of numbers")
        return [min(1.0, max(0.0, float(value))) for value in point]

    def is_answered(self, response: Response) -> bool:
        """See `Item.is_answered`."""
        return bool(response["points"])

    def hit(self, point: list[float], aspect: float = 1.0) -> int | None:
        """Return the index of the first region in the file that holds the point."""
        holding = (i for i, r in enumerate(self.regions) if r.holds(point[0], point[1], aspect))
        return next(holding, None)

    def _hits(self, response: Response) -> list[int | None]:
        aspect = response.get("aspect", 1.0)
        return [self.hit(point, aspect) for point in response["points"]]

    def grade(self, response: Response) -> Grade:
        """Judge: (right places marked − wrong marks) ÷ right places, never below zero; a second
        mark in the same place counts for nothing. One place: right or wrong. Parts: regions
        marked or missed."""
        hits = self._hits(response)
        parts = {option_id(i): False for i, region in enumerate(self.regions) if region.right}
        wrong = 0
        for index in hits:
            right = index is not None and self.regions[index].right
            if index is not None:
                parts[option_id(index)] = right
            wrong += not right
        found = sum(parts.values())
        if not self.right_count:
            return Grade(score=0.0, parts=parts)
        if not self.multiple:
            kept = {name: right for name, right in parts.items() if right or not found}
            return Grade(score=float(found > 0), parts=kept)
        return Grade(score=self.score_of((found - wrong) / self.right_count), parts=parts)

    def remarks(self, response: Response) -> list[Remark]:
        """See `Item.remarks`; wrong places come first."""
        marked = dict.fromkeys(index for index in self._hits(response) if index is not None)
        found = [
            Remark(text=region.feedback, part=option_id(index), right=region.right)
            for index in marked
            if (region := self.regions[index]).feedback
        ]
        return sorted(found, key=lambda remark: bool(remark.right)) + self.general_remark()

    def solution(self) -> Response:
        """See `Item.solution`."""
        points = [list(region.inner_point()) for region in self.regions if region.right]
        return {"points": points if self.multiple else points[:1]}

    def key(self) -> object:
        """See `Item.key`: shapes and places to the nearest 5 per cent, as pictures with words
        inside may differ a little between languages."""
        return [
            self.type,
            self.multiple,
            [
                [region.shape, region.right, [5 * round(number / 5) for number in region.numbers]]
                for region in self.regions
            ],
        ]

    def texts(self) -> Iterator[str]:
        """See `Item.texts`."""
        yield from super().texts()
        yield self.caption
        for region in self.regions:
            yield region.text
            yield region.feedback

    def faults(self) -> Iterator[Fault]:
        """Yield also: no place right (Q104), several where one is asked for (Q106), words missing
        for those who cannot see (Q115), a place outside the picture (Q116), a right place hidden
        behind another (Q117)."""
        yield from super().faults()
        if not self.right_count:
            yield "Q104", {}
        elif self.right_count > 1 and not self.multiple:
            yield "Q106", {"count": self.right_count}
        for index, region in enumerate(self.regions):
            if not region.text:
                yield "Q115", {"number": index + 1}
            x, y = region.inner_point()
            if not (0 <= x <= 1 and 0 <= y <= 1):
                yield "Q116", {"number": index + 1}
            elif self.hit([x, y]) != index:
                yield "Q117", {"number": index + 1}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _read_region(body: Body, chunk: Chunk) -> Region | None:
    match = _REGION.match(chunk.text)
    numbers: list[float] = []
    if match is not None:
        try:
            numbers = [float(word.rstrip(",;%")) for word in re.split(r"[\s;]+", match[2]) if word]
        except ValueError:
            match = None
    least, most = _SIZES[match[1]] if match else (0, 0)
    if match is None or not least <= len(numbers) <= most or not all(map(math.isfinite, numbers)):
        body.error("Q015", chunk.line, text=chunk.text[:60])
        return None
    if match[1] == "polygon" and len(numbers) % 2:
        body.error("Q015", chunk.line, text=chunk.text[:60])
        return None
    return Region(
        shape=match[1],
        numbers=tuple(numbers),
        text=unescape_part(match[3] or ""),
        right=chunk.chosen,
        feedback=chunk.feedback,
    )


def _escape(text: str) -> str:
    return re.sub(r'([\\"\[\]])', r"\\\1", one_line(text))


def _plain(text: str) -> str:
    return one_line(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text))
