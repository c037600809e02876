"""The names of routes in a sentence: "drip, shot or lozenge"."""

from __future__ import annotations

from collections.abc import Collection


def one_of(offered: Collection[str], words: dict[str, str], *routes: str) -> str:
    """Return those of some routes that the clinic offers, as a choice.

    Args:
        offered: the clinic's routes.
        words: what readers call each route within a sentence, and `or`.
        routes: in the order of the sentence.
    """
    names = [words[route] for route in routes if route in offered]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {words['or']} {names[-1]}"
