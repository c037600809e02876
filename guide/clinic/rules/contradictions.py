"""Numbers of a clinic file that contradict its country: refused, unless meant.

A sample line that was left in, or a file copied from a clinic abroad, would send people to a number
that nobody answers where they are. So a clinic that has good reasons says which number it replaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from guide.clinic.countries import COUNTRIES, LINES, Country
from guide.clinic.file.lines import Place
from guide.clinic.file.problems import shown
from guide.clinic.phones import dialable

#: One digit again and again, as in a blank that was filled in to be rid of it.
_MADE_UP = re.compile(r"(\d)\1{3,}|0+")

# Where, what was expected, found, and what to do.
Finding = tuple[Place, str, str, str]


def contradictions(values: dict[str, Any]) -> Iterator[Finding]:
    """Yield what is wrong with the numbers that a clinic file gives for its country.

    Args:
        values: of the file, as text; checked or not.
    """
    own = values.get("numbers")
    if not isinstance(own, dict):
        return
    country = COUNTRIES.get(str(values.get("country")), Country({}))
    on_purpose = own.get("in_place_of", [])
    meant = [str(one) for one in on_purpose] if isinstance(on_purpose, list) else []
    for line in LINES:
        number = own.get(line)
        if isinstance(number, str) and number and not country.has(line, number):
            yield from _wrong(line, number, country, meant)
    for index, number in enumerate(meant):
        if not any(country.has(line, number) for line in LINES):
            yield (
                ("numbers", "in_place_of", index),
                "a number that your country has, and that yours replaces",
                shown(number),
                "Take it out.",
            )


def _wrong(line: str, number: str, country: Country, meant: list[str]) -> Iterator[Finding]:
    of_country = country.numbers.get(line)
    if _MADE_UP.fullmatch(dialable(number)):
        advice = "Take the line out: your country's own number is there without it."
        if not of_country:
            advice = "Write the number that people in your country call."
        yield (("numbers", line), "a number that is answered", shown(number), advice)
    elif of_country and not any(country.has(line, one) for one in meant):
        yield (
            ("numbers", line),
            f'"{of_country}", the number of your country',
            shown(number),
            "Take the line out: the number is there without it. If yours is to stand in its place, "
            f'add below "numbers:" the line: in_place_of: ["{of_country}"]',
        )
