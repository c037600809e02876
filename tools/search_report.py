"""Print what search answers to each query, and how often rightly: make search-report.

Queries that are kept aside are counted but not shown, so that nobody tunes by them.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import sync_playwright

from mkdocs_pwa_testing.page import open_and_save
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer
from tests.search.asking import Answer, ask, open_search
from tests.search.queries import read_queries

SITE = Path("site")
LANGUAGE = "en"


def main() -> None:
    """Ask all queries with the server gone, and print the table and both figures."""
    if not SITE.exists():
        raise SystemExit("Search report: expected the built guide in site/. Run make site first.")
    answers = asked()
    tuned = [answer for answer in answers if not answer.query.is_kept_aside]
    aside = [answer for answer in answers if answer.query.is_kept_aside]
    print(table(tuned))
    print(summary("Tuned", tuned))
    print(summary("Kept aside", aside))


def asked() -> list[Answer]:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=os.environ["CHROMIUM"], **phone()
        )
        with StaticServer(SITE) as server:
            page = open_and_save(context, server.url)
            address = server.url
        page.goto(address)
        open_search(page)
        answers = list(ask(page, read_queries(LANGUAGE), SITE, address))
        context.close()
    return answers


def table(answers: Iterable[Answer]) -> str:
    """One line a query, the worst ranks first."""
    rows = sorted(answers, key=lambda answer: (-(answer.rank or 99), answer.query.topic))
    lines = (
        f"{answer.rank or '–':>4}  {answer.query.topic:24}  {answer.query.query:50}  {answer.first}"
        for answer in rows
    )
    return "\n".join(["Rank  Topic                     Query", *lines])


def summary(name: str, answers: list[Answer]) -> str:
    """How many of 100 queries have their answer first, and within the first three."""
    first = sum(answer.rank == 1 for answer in answers) / len(answers)
    top = sum(1 <= answer.rank <= 3 for answer in answers) / len(answers)
    return f"{name}: {len(answers)} queries, rank 1: {first:.1%}, top 3: {top:.1%}"


if __name__ == "__main__":
    main()
