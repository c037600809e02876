"""Everything that something leads to."""

from __future__ import annotations

from guide.lean.reach import reached

LINKS = {"a": "bc", "b": "d", "c": "da", "d": "", "e": "a"}


def test_each_is_found_once_in_the_order_of_meeting_it_also_in_a_circle() -> None:
    assert reached(["a"], LINKS.__getitem__) == ["a", "b", "c", "d"]


def test_there_may_be_several_starts_or_none() -> None:
    assert reached(["d", "e"], LINKS.__getitem__) == ["d", "e", "a", "b", "c"]
    assert reached([], LINKS.__getitem__) == []
