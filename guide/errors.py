"""The errors that stop a build when a page or the clinic file is wrong."""

from __future__ import annotations

try:
    # MkDocs shows an error of its own as a message, any other as a stack of Python lines.
    from mkdocs.exceptions import PluginError as _BuildError
except ImportError:
    _BuildError = Exception  # type: ignore[misc, assignment]


class PageError(_BuildError):
    """A page cannot be built; the text says what was expected, found, and what to do.

    MkDocs puts the name of the page before it.
    """


class ClinicError(_BuildError):
    """The clinic file cannot be used; the text has one line for each problem."""
