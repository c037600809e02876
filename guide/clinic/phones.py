"""Telephone numbers: printed as people know them, dialed without spaces, and real ones only."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from guide.clinic.file.problems import refuse
from guide.clinic.values import Text

_EXAMPLES = {"US": "(202) 555-0134", "UK": "020 7946 0018"}
_PRINTED = re.compile(r"\+?[0-9 ().\u00a0\u2011\u2013-]+")

# Digits as they are dialed within the country.
_LENGTHS = {"US": re.compile(r"\d{10}"), "UK": re.compile(r"0\d{9,10}")}
_EXPECTED = {
    "US": "a US telephone number of 10 digits",
    "UK": "a UK telephone number of 10 or 11 digits that begins with 0 or +44",
}
_PREFIXES = {"US": re.compile(r"^\+?1(?=\d{10}$)"), "UK": re.compile(r"^\+44")}
_TRUNK = {"US": "", "UK": "0"}

_MADE_UP = re.compile(r"0?(\d)\1*|0{3}\d*|\d*1234567\d*")
_MADE_UP_IN = {
    # 555 as area or exchange; real ones begin with 2 to 9.
    "US": re.compile(r"555\d{7}|\d{3}555\d{4}|[01]\d{9}|\d{3}[01]\d{6}"),
    # Set aside by Ofcom for films and examples: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
    "UK": re.compile(
        r"01\d{2}4960\d{3}|02079460\d{3}|01914980\d{3}|02896496\d{3}|02920180\d{3}|01632960\d{3}"
        r"|07700900\d{3}|08081570\d{3}|09098790\d{3}|03069990\d{3}"
    ),
}


def dialable(phone: str) -> str:
    """Return the part of a printed number that goes into a `tel:` link.

    >>> dialable("(555) 010-0199")
    '5550100199'
    """
    return re.sub(r"[^\d+]", "", phone)


def _printed(phone: str) -> str:
    # Anything else would be dialed along with it: "ext. 5", "or", "(0)" after a country code.
    if not _PRINTED.fullmatch(phone):
        raise refuse(
            "one telephone number",
            "Write digits, spaces, brackets, dots or dashes, with a + before a country code, "
            "and no words.",
        )
    if phone.startswith("+") and "(0)" in phone:
        raise refuse("no (0) after the country code", "Take it out: it would be dialed too.")
    if len(dialable(phone)) < 3:
        raise refuse("a telephone number of at least 3 digits", "Write the whole number.")
    return phone


Phone = Annotated[Text, AfterValidator(_printed), WithJsonSchema({"type": ["string", "integer"]})]


def check_phone(phone: str, country: str | None, *, sample: bool) -> None:
    """Refuse a number that cannot ring in the country, or, but for a sample, a made-up one."""
    digits = _at_home(phone, country)
    if country in _LENGTHS:
        if not _LENGTHS[country].fullmatch(digits):
            raise refuse(_EXPECTED[country], f'Write it in full, such as "{_EXAMPLES[country]}".')
    elif not 5 <= len(digits.lstrip("+")) <= 15:
        raise refuse("a telephone number of 5 to 15 digits", "Write it in full.")
    if not sample and _is_made_up(digits, country):
        raise refuse(
            "a telephone number that rings at your clinic",
            "This one looks made up. Write the real one; only a clinic file with "
            '"sample: true" may keep it.',
        )


def _at_home(phone: str, country: str | None) -> str:
    digits = dialable(phone)
    if country not in _PREFIXES:
        return digits
    return _PREFIXES[country].sub(_TRUNK[country], digits)


def _is_made_up(digits: str, country: str | None) -> bool:
    in_country = _MADE_UP_IN.get(country or "")
    return bool(
        _MADE_UP.fullmatch(digits) or (in_country is not None and in_country.fullmatch(digits))
    )
