"""The last lines of a build: what was built, for whom, signed by whom, how big, what to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from guide.clinic import Clinic, Numbers, numbers_for
from guide.clinic.countries import NUMBERS_DUE
from guide.clinic.look.shades import said, shades_of
from guide.pages.front_matter import PageText
from guide.pages.review import due_date
from guide.pages.signature import signature_line
from mkdocs_pwa import read_report

#: Time enough to find a clinician and to read the pages.
_SOON = timedelta(days=30)
_NAMED_AT_MOST = 3


@dataclass(frozen=True)
class Size:
    """What a phone saves: pages and all files in number, `bytes` before compression."""

    pages: int
    files: int
    bytes: int

    def __str__(self) -> str:
        """The size in one line."""
        return f"{self.bytes / 1_000_000:.1f} MB in {self.files} files"


def measure(site: Path) -> Size:
    """Return the size of a built site, as its worker has it."""
    report = read_report(site)
    return Size(report.pages, report.files, report.size)


def due_soon(pages: Mapping[str, PageText], clinic: Clinic, today: date) -> list[tuple[str, date]]:
    """Return the pages that are to be checked again within a month, with the day, first one first.

    Args:
        pages: those that the clinic has, by their paths; a build has found them to be good.
    """
    days = [(path, due_date(page, clinic.next_review)) for path, page in pages.items()]
    return sorted((day for day in days if day[1] <= today + _SOON), key=lambda page: page[1])


def summary(
    clinic: Clinic,
    clinic_file: str,
    size: Size,
    due: Iterable[tuple[str, date]],
    theme: str,
    today: date,
    changed: Iterable[str],
) -> list[str]:
    """Return what a build says at its end, for someone who does not program.

    Args:
        clinic: the checked clinic file.
        clinic_file: its path, as the person named it.
        size: of the built site.
        due: pages that are to be checked soon, from `due_soon`.
        theme: the text of theme.css.
        today: some things run out.
        changed: paths of the pages whose text is later than the signature.
    """
    attention = [
        *_attention(clinic, clinic_file),
        *_of_hours(clinic, clinic_file, today),
        *_of_numbers(today),
        *_of_pages(list(due)),
    ]
    lines = [
        f"Built: {size.pages} pages for {clinic.name} ({clinic_file})",
        f"Signed by: {signature_line(clinic, changed)}",
        *_calls(clinic),
        f"Size on a phone: {size}",
        *_colors(clinic, theme),
    ]
    if attention:
        lines += ["Needs attention:", *(f"  - {line}" for line in attention)]
    return [*lines, *([] if attention else ["Needs attention: nothing"])]


def _colors(clinic: Clinic, theme: str) -> Iterable[str]:
    if clinic.colors:
        yield from said(clinic.colors, shades_of(clinic.colors, theme))


def _calls(clinic: Clinic) -> Iterable[str]:
    """Whom the pages tell patients to call, in full, so that a wrong number is seen."""
    numbers = numbers_for(clinic.country, clinic.numbers)
    yield "Patients are told to call:"
    yield f"  - in an emergency: {numbers.emergency}"
    yield f"  - in a crisis: {numbers.crisis} ({numbers.crisis_name})"
    yield f"  - the clinic: {clinic.phone}"
    closed = clinic.phone_after_hours or "no number of its own"
    yield f"  - the clinic when it is closed: {closed}"
    yield f"  - for urgent advice: {_line(numbers.urgent, numbers.urgent_name, numbers)}"
    yield f"  - for a poison: {_line(numbers.poison, numbers.poison_name, numbers)}"


def calls_in_one_line(clinic: Clinic) -> str:
    """Return whom the pages tell patients to call, for a build of many clinics."""
    numbers = numbers_for(clinic.country, clinic.numbers)
    closed = f", closed {clinic.phone_after_hours}" if clinic.phone_after_hours else ""
    return (
        f"emergency {numbers.emergency}, crisis {numbers.crisis} ({numbers.crisis_name}), "
        f"clinic {clinic.phone}{closed}"
    )


def _line(number: str | None, name: str | None, numbers: Numbers) -> str:
    return f"{number} ({name})" if number else f"{numbers.emergency}, as for an emergency"


def _attention(clinic: Clinic, file: str) -> Iterable[str]:
    if clinic.sample:
        yield (
            'Every page says "Sample clinic". When all values are your own, write "sample: false" '
            f"in {file}."
        )
    if clinic.reviewer is None:
        yield (
            'Every page says "Not yet reviewed by a clinician". When one has checked the guide, '
            f'fill in "reviewer:" in {file}.'
        )
    if clinic.guide_address is None:
        yield (
            "The poster has no code. When you know the address of your guide, write it after "
            f'"guide_address:" in {file}.'
        )


def _of_hours(clinic: Clinic, file: str, today: date) -> Iterable[str]:
    if clinic.opening is None:
        if clinic.phone_after_hours:
            yield (
                "Every page shows your number for the day and the one for when you are closed. "
                f'Fill in "opening:" and "time_zone:" in {file}, and buttons dial the one that is '
                "answered."
            )
    elif clinic.time_zone is None:
        yield f'Phones cannot tell if you are open: fill in "time_zone:" in {file}.'
    elif all(last < today for _, last in clinic.closed_on):
        yield (
            "No holiday is ahead, so on the next one patients are told that you are open. Add your "
            f'days to "closed_on:" in {file}.'
        )


def _of_numbers(today: date) -> Iterable[str]:
    if today + _SOON >= NUMBERS_DUE:
        yield (
            f"The sources of the emergency and crisis numbers must be read again by {NUMBERS_DUE}: "
            "see guide/clinic/countries.yml."
        )


def _of_pages(due: list[tuple[str, date]]) -> Iterable[str]:
    if not due:
        return
    named = ", ".join(page for page, _ in due[:_NAMED_AT_MOST])
    more = f" and {len(due) - _NAMED_AT_MOST} more" if len(due) > _NAMED_AT_MOST else ""
    pages = "1 page" if len(due) == 1 else f"{len(due)} pages"
    yield (
        f"{pages} must be checked again soon, the first by {due[0][1]}: {named}{more}. After that "
        "day the guide is not built."
    )
