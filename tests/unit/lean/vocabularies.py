"""What may occur in pages and scripts, as the lean step collects it from a built site."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from guide.lean.vocabulary import Vocabulary, inline_scripts, read_tags, with_words


def read_vocabulary(
    pages: Collection[str], scripts: Iterable[str], stems: Iterable[str] = ()
) -> Vocabulary:
    """Collect what may occur in pages, with what their scripts and those in files may add."""
    return with_words(read_tags(pages), [*scripts, *inline_scripts(pages)], stems)
