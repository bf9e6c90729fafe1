"""Drawing sittings: what is promised is drawn, twins never meet, seeds repeat."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from ecolearn.quiz.drawing import Bank, draw, draw_retry, shortage
from ecolearn.quiz.items import Item, Single
from ecolearn.quiz.items.base import Option


@dataclass(frozen=True)
class Pool:
    tag: str
    draw: int


@dataclass(frozen=True)
class Settings:
    draw: int = 0
    earlier: int = 0
    pools: tuple[Pool, ...] = ()
    shuffle_items: bool = True


def item(item_id: str, tags: str = "", parallel: str = "") -> Item:
    options = (Option(text="a", right=True), Option(text="b"))
    return Single(
        id=item_id, stem="?", tags=tuple(tags.split()), parallel=parallel, options=options
    )


def bank(count: int, name: str = "M2") -> Bank:
    return Bank(name, tuple(item(f"{name}-{i}") for i in range(count)))


def ids(drawn: list[tuple[str, Item]]) -> list[str]:
    return [each.id for _, each in drawn]


def test_the_same_seed_draws_the_same() -> None:
    one = draw(Settings(draw=5), bank(20), [], Random(7))
    assert one == draw(Settings(draw=5), bank(20), [], Random(7))
    assert len({*ids(one)}) == 5
    assert one != draw(Settings(draw=5), bank(20), [], Random(8))


def test_nothing_drawn_means_all() -> None:
    drawn = draw(Settings(shuffle_items=False), bank(4), [], Random(1))
    assert ids(drawn) == ["M2-0", "M2-1", "M2-2", "M2-3"]


def test_earlier_modules_come_first() -> None:
    drawn = draw(Settings(draw=5, earlier=2), bank(9), [bank(9, "M1")], Random(1))
    assert [module for module, _ in drawn] == ["M1", "M1", "M2", "M2", "M2"]


def test_missing_earlier_items_are_filled_from_the_own_bank() -> None:
    drawn = draw(Settings(draw=5, earlier=2), bank(9), [], Random(1))
    assert len(drawn) == 5


def test_pools_are_drawn_also_where_tags_overlap() -> None:
    items = (item("1", "a b"), item("2", "a"), item("3", "b"), *bank(9).items)
    settings = Settings(draw=4, pools=(Pool("a", 2), Pool("b", 1)))
    for seed in range(30):
        drawn = ids(draw(settings, Bank("M", items), [], Random(seed)))
        assert {"1", "2", "3"} <= set(drawn)
        assert len(drawn) == 4


def test_twins_never_meet() -> None:
    items = tuple(item(str(i), parallel=f"group{i % 3}") for i in range(9))
    for seed in range(20):
        drawn = draw(Settings(draw=9), Bank("M", items), [], Random(seed))
        assert sorted(each.parallel for _, each in drawn) == ["group0", "group1", "group2"]


def test_a_new_attempt_prefers_what_was_not_asked() -> None:
    first = set(ids(draw(Settings(draw=4), bank(8), [], Random(1))))
    second = set(ids(draw(Settings(draw=4), bank(8), [], Random(2), avoid=first)))
    assert not first & second
    third = set(ids(draw(Settings(draw=6), bank(8), [], Random(3), avoid=first)))
    assert len(third & first) == 2


def test_a_new_attempt_takes_the_twin() -> None:
    items = (item("1", parallel="x"), item("2", parallel="x"))
    drawn = draw(Settings(draw=1), Bank("M", items), [], Random(1), avoid={"1"})
    assert ids(drawn) == ["2"]


def test_excluded_items_are_never_drawn() -> None:
    drawn = draw(Settings(draw=4), bank(4), [], Random(1), exclude={"M2-1"})
    assert sorted(ids(drawn)) == ["M2-0", "M2-2", "M2-3"]


def test_a_retry_asks_the_twin_or_the_same() -> None:
    one, two, alone = item("1", parallel="x"), item("2", parallel="x"), item("3")
    retry = draw_retry([one, alone], [one, two, alone], Random(1))
    assert [(missed, each.id) for missed, each in retry] == [("1", "2"), ("3", "3")]


def test_shortages_are_told() -> None:
    small = Bank("M", (item("1", "a"), item("2", parallel="x"), item("3", parallel="x")))
    settings = Settings(draw=4, earlier=1, pools=(Pool("a", 2), Pool("b", 2)))
    found = {(s.what, s.tag, s.wanted, s.there) for s in shortage(settings, small, [])}
    assert found == {
        ("draw", "", 3, 2),
        ("pools", "", 4, 3),
        ("pool", "a", 2, 1),
        ("pool", "b", 2, 0),
        ("earlier", "", 1, 0),
    }
    assert shortage(Settings(draw=2), small, []) == []


@given(
    st.integers(0, 12),
    st.integers(0, 4),
    st.lists(st.sampled_from(["", "a", "b", "a b"]), max_size=12),
    st.lists(st.sampled_from(["", "x", "y"]), min_size=12, max_size=12),
    st.integers(),
)
def test_promises_without_shortage_are_kept(
    wanted: int, earlier: int, tags: list[str], twins: list[str], seed: int
) -> None:
    items = tuple(item(str(i), t, twins[i]) for i, t in enumerate(tags))
    settings = Settings(draw=wanted, earlier=earlier, pools=(Pool("a", 1), Pool("b", 1)))
    past = [bank(3, "M0")]
    drawn = draw(settings, Bank("M", items), past, Random(seed))
    groups = [each.parallel or each.id for _, each in drawn]
    assert len(groups) == len(set(groups))
    if wanted:
        assert len(drawn) <= wanted
    if wanted and not shortage(settings, Bank("M", items), past):
        assert len(drawn) == wanted
        for tag in "ab":
            assert any(tag in each.tags for module, each in drawn if module == "M")
