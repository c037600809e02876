"""The guide with its scripts as they were written, as `make serve` has them.

The build writes scripts into one another, so that a test of one module finds it here only.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs_pwa_testing.server import Answer

_DOCS = Path(__file__).parents[3] / "docs/en"
_SCRIPTS = "assets/javascripts/"


def as_written(path: str, answer: Answer) -> Answer:
    """A server's answer; scripts come from the sources."""
    source = _DOCS / path
    if path.startswith(_SCRIPTS) and source.is_file():
        return Answer(200, "text/javascript", source.read_bytes())
    return answer
