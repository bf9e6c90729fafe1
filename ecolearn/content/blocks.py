"""What a lesson looks like, as plain data: a list of typed blocks that the lesson view, print,
search and preview all read. Made from the course model by `ecolearn.content.markdown`.

Inline text is a flat tuple of runs. Every block carries `line`, its line in the source file
(1-based, 0 = unknown), for the preview's problems and for the checker.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ecolearn.content.activities.base import Activity, World
from ecolearn.content.model import Fact
from ecolearn.quiz.items.base import Item


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look. `link` is "" or one of `https://…`, `term:ID`,
    `lesson:ID` or `lesson:ID#anchor`. A hard line break is a run whose text is a newline."""

    text: str
    strong: bool = False
    emphasis: bool = False
    strike: bool = False
    code: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class MathRun:
    """A formula inside a line, in TeX (chemistry as `\\ce{…}`)."""

    tex: str
    link: str = ""


Inline = tuple[Run | MathRun, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `level` 2–4 in a lesson, `anchor` is unique in the lesson."""

    level: int
    text: Inline
    anchor: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: Inline
    line: int = 0


@dataclass(frozen=True, slots=True)
class ListItem:
    """One entry of a list: blocks, so lists nest."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; `start` is the first number of an ordered one, None if unordered."""

    items: tuple[ListItem, ...]
    start: int | None = None
    tight: bool = True
    line: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `align` per column is "left", "right" or "center"."""

    head: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]
    align: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture. `source` is the path inside the course (`media/x.svg`) as written; which file
    serves it (`media/x.kk.svg`) is decided by `content.media`."""

    source: str
    alt: str
    caption: Inline = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Media:
    """Sound or video. `kind` is "audio" or "video"."""

    source: str
    kind: str
    alt: str
    caption: Inline = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Code:
    """Preformatted text."""

    text: str
    language: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Math:
    """A formula on lines of its own, in TeX."""

    tex: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation."""

    blocks: tuple[Block, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""

    line: int = 0


@dataclass(frozen=True, slots=True)
class Callout:
    """A box: `kind` is one of note, tip, warning, example, key, action."""

    kind: str
    title: str
    blocks: tuple[Block, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Fold:
    """Text that opens on a click."""

    title: str
    blocks: tuple[Block, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class FactCard:
    """A fact with source and grade; `fact` is None if the course has no such fact."""

    fact_id: str
    fact: Fact | None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """An item to answer here. `use` is "item" or "predict"."""

    item: Item
    use: str = "item"
    line: int = 0


@dataclass(frozen=True, slots=True)
class Compare:
    """The learner's prediction beside the right answer; `item` is None if it is missing."""

    item_id: str
    item: Item | None
    line: int = 0


@dataclass(frozen=True, slots=True)
class ActivityCard:
    """An activity to use here; `activity` is None if the course has no such activity. `world` is
    what it may refer to, for printing."""

    activity_id: str
    activity: Activity | None
    line: int = 0
    world: World | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Card:
    """One of the cards that are printed to be cut out; `kicker` stands small above the title."""

    title: str
    kicker: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards to be cut out, `columns` × `rows` of them on pages of their own; only on paper."""

    cards: tuple[Card, ...]
    columns: int = 1
    rows: int = 2
    line: int = 0


Block = (
    Heading
    | Paragraph
    | ListBlock
    | Table
    | Picture
    | Media
    | Code
    | Math
    | Quote
    | Rule
    | Callout
    | Fold
    | FactCard
    | Question
    | Compare
    | ActivityCard
    | Cards
)
