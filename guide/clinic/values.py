"""Single values: text, yes or no, dates, web addresses, names for the home screen.

A file's values reach the checks as the text that was written, since YAML's own guesses lose
things: a phone of digits its first 0, "8:30" its colon, the country NO its name.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema

from guide.clinic.file.problems import refuse

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

_YES_NO = {"true": True, "yes": True, "false": False, "no": False}

# A phone lies about and is lent: its home screen must not tell what its owner is treated for.
_TELLING = ("ketamin", "ketalar", "spravato", "psych", "mental", "depress", "suicid")
_ICON_NAME_LENGTH = 12
_APP_NAME_LENGTH = 45


def _yes_or_no(text: object) -> bool:
    answer = _YES_NO.get(text.lower()) if isinstance(text, str) else None
    if answer is None:
        raise refuse("true or false", "Write one of these two words, without quotes.")
    return answer


# Set aside for examples: https://www.rfc-editor.org/rfc/rfc2606
_EXAMPLE_HOST = re.compile(
    r"https?://([^/]+\.)?(example\.(org|com|net)|[^/]+\.(example|test|invalid))/"
)


def is_example(address: str) -> bool:
    """Return whether a web address is one that nobody can have."""
    return bool(_EXAMPLE_HOST.match(address))


def iso_date(text: object) -> date:
    """Return the day that a text names as year, month and day."""
    # Python would also read "20261122" and "2026-W47-7".
    if isinstance(text, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise refuse(
                "a day that the calendar has", "Check the month and the day in it."
            ) from None
    raise refuse("a date", 'Write year, month and day with dashes, such as "2026-11-22".')


def _web_address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/.]+(\.[^\s/.]+)+(/\S*)?", text):
        raise refuse("a web address", 'Write all of it, such as "https://www.example.org".')
    return text


def _guide_address(text: str) -> str:
    if not re.fullmatch(r"https://[^\s/.?#]+(\.[^\s/.?#]+)+(/[^\s?#]*)?", text):
        raise refuse(
            "the web address of the guide, with https:// in front",
            'Open the guide in a browser and copy its address, such as "https://www.example.org/guide/".',
        )
    if text.endswith((".html", ".htm")):
        raise refuse(
            "the address of the guide's start page", "Write the part up to the last slash alone."
        )
    # Without its slash, hosts answer with a redirect, and links from the page would be wrong.
    return text if text.endswith("/") else f"{text}/"


def _picture(text: str) -> str:
    path = PurePosixPath(text)
    if path.suffix.lower() not in {".svg", ".png"}:
        raise refuse("an SVG or PNG picture", "Name a file that ends in .svg or .png.")
    if path.is_absolute() or ".." in path.parts or "\\" in text or ":" in text:
        raise refuse(
            "a picture in the folder of the clinic file",
            'Put it there and write its name alone, such as "logo.svg".',
        )
    return text


def _neutral(name: str) -> str:
    if any(word in name.lower() for word in _TELLING):
        raise refuse(
            "a name that does not tell what the patient is treated for",
            'Others see it on the phone. Choose one such as "Treatment Guide".',
        )
    return name


def _fits_app(name: str) -> str:
    return _at_most(name, _APP_NAME_LENGTH)


def _fits_icon(name: str) -> str:
    return _at_most(name, _ICON_NAME_LENGTH)


def _at_most(name: str, longest: int) -> str:
    if len(name) > longest:
        found = f'"{name}", which has {len(name)}'
        raise refuse(
            f"at most {longest} letters and spaces", "Phones cut off the rest. Shorten it.", found
        )
    return name


YesNo = Annotated[
    bool, BeforeValidator(_yes_or_no), WithJsonSchema({"enum": [True, False, "yes", "no"]})
]
Date = Annotated[
    date, BeforeValidator(iso_date), WithJsonSchema({"type": "string", "format": "date"})
]
WebAddress = Annotated[Text, AfterValidator(_web_address)]
GuideAddress = Annotated[Text, AfterValidator(_guide_address)]
Picture = Annotated[Text, AfterValidator(_picture)]
AppName = Annotated[Text, AfterValidator(_neutral), AfterValidator(_fits_app)]
IconName = Annotated[Text, AfterValidator(_neutral), AfterValidator(_fits_icon)]
# Printed on paper and given over the telephone: a number of digits is as good as text.
TextOrNumber = Annotated[Text, WithJsonSchema({"type": ["string", "integer"]})]
