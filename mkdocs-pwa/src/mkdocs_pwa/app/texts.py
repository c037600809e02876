"""The words that readers see, by language."""

import json
from collections.abc import Iterable

from mkdocs_pwa import resources

LANGUAGES = ("de", "en", "es", "fr")
DEFAULT = "en"

Texts = dict[str, str]


def language_for(tag: str) -> str:
    """The language whose messages a tag such as `en-GB` or `pt_BR` gets; English if unknown."""
    primary = tag.replace("_", "-").split("-")[0].lower()
    return primary if primary in LANGUAGES else DEFAULT


def worker_messages(tag: str) -> Texts:
    """The texts of the pages that are built into the worker."""
    return _load(language_for(tag))["worker"]


def client_messages(tags: Iterable[str]) -> dict[str, Texts]:
    """The texts of the notices, by language, for every language that a site uses."""
    return {
        language: _load(language)["client"] for language in sorted(set(map(language_for, tags)))
    }


def _load(language: str) -> dict[str, Texts]:
    loaded: dict[str, Texts] = json.loads(resources.read(f"messages/{language}.json"))
    return loaded
