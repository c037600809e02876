"""The one error of this package, and how the system's own are told."""

from collections.abc import Iterable

HEADING = "mkdocs-pwa cannot make this site work offline:"


class PackError(Exception):
    """Everything that stops a site from being packed, found in one run.

    Args:
        problems: one sentence or more for each problem: where, what was expected, what was
            found, what to do next.
    """

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join([HEADING, *(f"- {problem}" for problem in self.problems)]))


def file_error(error: OSError) -> PackError:
    """What the system says of a file that cannot be read or written, as one of our errors."""
    where = error.filename or "the site's folder"
    text = (
        f"{where}: expected a file that can be read and written, found: {error.strerror or error}. "
        "Make room, change its rights, or remove what is in its place, and build again."
    )
    return PackError([text])
