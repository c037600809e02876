"""Turn `clinic.yml` into checked values."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from guide.errors import ClinicError


class Numbers(BaseModel):
    """The telephone numbers of a country."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    emergency: str
    crisis: str
    crisis_name: str


class Reviewer(BaseModel):
    """The clinician who answers for the text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    licence: str
    date: datetime.date


class Clinic(BaseModel):
    """What a clinic says about itself."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_min_length=1)

    sample: bool = False
    name: str
    phone: str
    hours: str
    country: Literal["US", "UK"]
    reviewer: Reviewer | None = None

    @field_validator("phone")
    @classmethod
    def _phone_can_be_dialed(cls, phone: str) -> str:
        if len(dialable(phone)) < 3:
            raise ValueError("expected a telephone number with at least 3 digits")
        return phone


def dialable(phone: str) -> str:
    """Return the part of a printed number that goes into a `tel:` link.

    >>> dialable("(555) 010-0199")
    '5550100199'
    """
    return re.sub(r"[^\d+]", "", phone)


def parse_clinic(text: str, where: str) -> Clinic:
    """Check the text of a clinic file.

    Args:
        text: YAML.
        where: the name of the file, for messages.

    Raises:
        ClinicError: with one line for each problem.
    """
    try:
        values = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ClinicError(f"{where}: expected YAML, found: {error}") from error
    if not isinstance(values, dict):
        raise ClinicError(f'{where}: expected lines such as "name: River Clinic", found none.')
    try:
        return Clinic(**values)
    except ValidationError as error:
        lines = [
            f"{where}: {'.'.join(str(part) for part in problem['loc'])}: {problem['msg']}. "
            f"Found: {problem['input']!r}."
            for problem in error.errors()
        ]
        raise ClinicError("\n".join(lines)) from error


def read_clinic(path: Path) -> Clinic:
    """Read and check a clinic file; raises `ClinicError`."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ClinicError(
            f"{path}: expected the clinic file here, found nothing. "
            "Name another with CLINIC=path/to/clinic.yml."
        ) from error
    return parse_clinic(text, path.name)


def numbers_for(country: str) -> Numbers:
    """Return the emergency and crisis numbers of a country that `Clinic` accepts."""
    table = yaml.safe_load(Path(__file__).with_name("countries.yml").read_text(encoding="utf-8"))
    return Numbers(**table[country])
