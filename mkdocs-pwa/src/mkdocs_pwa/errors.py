"""The one error of this package."""

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
