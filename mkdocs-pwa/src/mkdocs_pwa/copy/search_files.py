"""Which files of a theme's search a site needs."""

import json
import re
from collections.abc import Mapping

INDEXES = ("search/search_index.json", "search.json")

# The folder of Material for MkDocs and Zensical, and that of MkDocs' own themes.
_FOLDERS = re.compile(r"(assets/javascripts/lunr/(min/)?|search/)(?P<file>[^/]+)")
_STEMMER = re.compile(r"lunr\.(?P<name>[a-z.]+?)(\.min)?\.js")


def search_languages(site: Mapping[str, bytes]) -> tuple[str, ...]:
    """The languages that the site's search is set to; none if the site has no search index."""
    for path in INDEXES:
        if path in site:
            return _languages_in(site[path])
    return ()


def is_unneeded_language_file(path: str, languages: tuple[str, ...]) -> bool:
    """Whether a file is a lunr language file that search in these languages never loads."""
    place = _FOLDERS.fullmatch(path)
    if not place:
        return False
    file = place["file"]
    if file == "tinyseg.js":
        return "ja" not in languages
    if file == "wordcut.js":
        return not {"hi", "th"} & set(languages)
    stemmer = _STEMMER.fullmatch(file)
    return stemmer is not None and not _needs(stemmer["name"], languages)


def _needs(stemmer: str, languages: tuple[str, ...]) -> bool:
    if stemmer == "stemmer.support":
        return any(language != "en" for language in languages)
    if stemmer == "multi":
        return len(languages) > 1
    return stemmer in languages


def _languages_in(index: bytes) -> tuple[str, ...]:
    try:
        lang = json.loads(index)["config"]["lang"]
    except (ValueError, KeyError, TypeError):
        lang = None
    if isinstance(lang, str):
        return (lang,)
    if isinstance(lang, list) and lang:
        return tuple(map(str, lang))
    # What lunr falls back to.
    return ("en",)
