"""The questions that search is judged by."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("queries.tsv")
SEED = Path(__file__).with_name("seed_questions.tsv")

#: Topics for which help has to be the very first result.
URGENT = ("emergency", "suicidal")


@dataclass(frozen=True)
class Query:
    """What someone types, and the topic that answers it."""

    query: str
    topic: str
    language: str

    @property
    def is_kept_aside(self) -> bool:
        """Whether it is of the third that nobody looks at while tuning, by chance of its hash."""
        return int(hashlib.sha256(self.query.encode()).hexdigest(), 16) % 3 == 0


def read_queries(language: str) -> list[Query]:
    """Return the queries of a language."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [query for row in rows if (query := Query(**row)).language == language]


def read_seed_questions() -> dict[str, list[str]]:
    """Return the questions of the two source pages as they stand there, with the answers to each.

    An answer is an address within the site; one without an id stands for all of its page.
    """
    with SEED.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["question"]: row["answers"].split() for row in rows}
