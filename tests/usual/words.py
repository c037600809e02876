"""The words that the picker of "Is this usual?" is judged by.

They were written as frightened people type them, before the picker knew any of them. A third is
kept aside: the words of the guide are tuned by the others only.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("words.tsv")

#: What has to lead to help before anything else.
DANGER = ("emergency", "suicidal")
#: What is about no row of the page.
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Word:
    """What someone types, and where it has to lead.

    Attributes:
        word: as typed.
        leads_to: one of `DANGER`, `UNKNOWN`, or a topic or effect that the first row found names.
    """

    word: str
    leads_to: str

    @property
    def is_kept_aside(self) -> bool:
        """Whether it is of the third that nobody looks at while tuning, by chance of its hash."""
        return int(hashlib.sha256(self.word.encode()).hexdigest(), 16) % 3 == 0


def read_table() -> list[Word]:
    """Return all words of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [Word(**row) for row in csv.DictReader(file, delimiter="\t")]
