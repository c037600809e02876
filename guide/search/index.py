"""The search data beside that of the pages, which changes with the words of topics only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guide.search.words import Words


def search_index(
    language: str, words: Words, route_names: Mapping[str, str], for_routes: str
) -> dict[str, Any]:
    """Return what search knows besides the pages, so that an edit of one leaves it as it is.

    Args:
        language: of the pages.
        words: the everyday words.
        route_names: what readers call each route.
        for_routes: what a result for some routes only says, with `{routes}`.
    """
    guide = {
        "topics": {name: ", ".join(phrases) for name, phrases in words.topics.items()},
        "effects": {name: ", ".join(phrases) for name, phrases in words.effects.items()},
        "readings": dict(words.readings),
        "harmless": ", ".join(words.harmless),
        "helpFirst": list(words.help_first),
        "skip": list(words.skip),
        "endings": list(words.endings),
        "kept": list(words.kept),
        "routes": dict(route_names),
        "forRoutes": for_routes,
    }
    # Our own scripts search, and the packer asks for the language.
    return {"config": {"lang": [language], "guide": guide}}


def search_guidance(
    words: Words, strings: Mapping[str, Any], calls: Mapping[str, str]
) -> dict[str, Any]:
    """Return what the call card above the results needs, fetched when a reader begins to search.

    Args:
        words: the everyday words; those of the topics that put help first, and of poisons, go into
            it.
        strings: the section `search` of the interface's words.
        calls: buttons as HTML, by whom they reach.
    """
    return {
        "topics": {name: ", ".join(words.topics[name]) for name in words.help_first},
        "poison": ", ".join(words.poison),
        "harmless": ", ".join(words.harmless),
        "skip": list(words.skip),
        "endings": list(words.endings),
        "kept": list(words.kept),
        "calls": dict(calls),
        **{name: strings[name] for name in ("help", "none", "understood", "next", "common")},
    }
