"""Bytes as sent."""

from __future__ import annotations

from guide.weight.weights import weigh


def test_text_counts_as_brotli_makes_it() -> None:
    assert weigh({"a.html": b"same words " * 100})["a.html"] < 40


def test_what_is_packed_already_counts_as_it_is() -> None:
    assert weigh({"a.png": b"x" * 100})["a.png"] == 100


def test_what_does_not_get_smaller_counts_as_it_is() -> None:
    assert weigh({"a.txt": b"q"})["a.txt"] == 1


def test_known_contents_are_not_weighed_again() -> None:
    known: dict[str, int] = {}
    weigh({"a.html": b"same"}, known)
    (digest,) = known
    known[digest] = 7
    assert weigh({"b.html": b"same"}, known) == {"b.html": 7}
