"""`make serve`: shows pages while they are written, with scripts and styles as they are."""

from __future__ import annotations

import logging
import os
import sys

from guide.preview import VARIABLE


def main() -> None:
    """Serve the guide until it is stopped; options are those of `mkdocs serve`."""
    os.environ[VARIABLE] = "1"
    # Which builder comes after MkDocs is no question for someone who changes a sentence.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.__main__ import cli

    # It warns of links that are wrong in such a build. What pages depend on is known here.
    logging.getLogger("mkdocs.commands.build").addFilter(_is_of_use)
    cli(["serve", "--dirty", *sys.argv[1:]])


def _is_of_use(record: logging.LogRecord) -> bool:
    return "'dirty' build" not in record.getMessage()


if __name__ == "__main__":
    main()
