"""How pages hold the clinic's numbers: all of them, each with its words.

`clinic-now.js` tells which one is answered now, and the style sheet hides the other. Without
scripts, on paper, and where nobody can tell, all stand there. What `data-when` says:

- `open`: hidden while the clinic is known to be closed
- `closed`: hidden while it is known to be open
- `closed-now`: shown only while it is known to be closed
- `unsure`: shown only where nobody can tell
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from guide.clinic import Clinic, Numbers, dialable
from guide.macros.buttons import action_link, phone_link

Strings = Mapping[str, Any]


def opening_data(clinic: Clinic) -> dict[str, Any] | None:
    """Return what `opening.js` needs, or None where the clinic file does not tell enough.

    Returns:
        `zone`; `week`, for each day from Monday the minutes from when to when; `closed`, the first
        and the last day of each holiday.
    """
    if clinic.opening is None or clinic.time_zone is None:
        return None
    return {
        "zone": clinic.time_zone,
        "week": [[list(span) for span in day] for day in clinic.opening.week],
        "closed": [[str(first), str(last)] for first, last in clinic.closed_on],
    }


def clinic_buttons(clinic: Clinic, numbers: Numbers, strings: Strings) -> str:
    """Return the buttons that call the clinic, as HTML on one line.

    Args:
        clinic: the checked clinic file.
        numbers: of its country: one of them is answered when the clinic is not.
        strings: `call_clinic` and `call_after_hours`, and the section `closed`.
    """
    label, words = strings["call_clinic"], strings["closed"]
    day = action_link("clinic", label, clinic.name, clinic.phone, when="open")
    if clinic.phone_after_hours:
        night = _night(clinic, clinic.phone_after_hours, strings)
        return _action(day, night)
    plan = escape(clinic.after_hours_plan or "", quote=False)
    parts = [day, _shown("unsure", words["plan"].format(plan=plan) if plan else "")]
    if opening_data(clinic):
        said = words["now"].format(name=escape(clinic.name, quote=False), plan=plan).strip()
        parts.append(_shown("closed-now", f"{said} {phone_link(clinic.phone)}"))
        parts.append(_worse(numbers, words, "closed-now"))
    return _action(*parts)


def night_buttons(clinic: Clinic, numbers: Numbers, strings: Strings) -> str:
    """Return what calls when the clinic is closed, shown at any hour, as HTML on one line.

    Without a number for the night, the clinic's own takes messages, and the country's line answers.
    """
    words = strings["closed"]
    if clinic.phone_after_hours:
        label, phone = strings["call_after_hours"], clinic.phone_after_hours
        return _action(action_link("clinic", label, clinic.name, phone))
    own = words["own"].format(phone=phone_link(clinic.phone))
    return _action(own, _worse(numbers, words))


def clinic_phones(clinic: Clinic, words: Strings) -> str:
    """Return the clinic's numbers as links within words, as HTML.

    Args:
        clinic: the checked clinic file.
        words: the section `closed` of strings.yml.
    """
    day, night = phone_link(clinic.phone), clinic.phone_after_hours
    if night is None:
        return day
    closed = words["or_night"].format(phone=phone_link(night))
    return f'<span data-when="open">{day}</span> {_shown("closed", closed)}'


def clinic_numbers(clinic: Clinic, words: Strings) -> str:
    """Return the clinic's numbers as text, for what is saved or written down."""
    if clinic.phone_after_hours is None:
        return clinic.phone
    return str(words["numbers"].format(phone=clinic.phone, night=clinic.phone_after_hours))


def clinic_cells(clinic: Clinic, strings: Strings) -> list[dict[str, str]]:
    """Return the clinic's cells of the help bar, for its template.

    Returns:
        Of each cell `dial` and `number`, without which it leads to a page, `when` and `name`; and
        `state` and `name_now`, which it says while the clinic is known to be closed.
    """
    cells = [_cell(clinic.phone, "open", strings["bar_clinic"])]
    now = {"state": strings["bar_closed"]} if opening_data(clinic) else {}
    if clinic.phone_after_hours:
        night = _cell(clinic.phone_after_hours, "closed", strings["bar_if_closed"])
        cells.append({**night, **now, "name_now": strings["bar_night"]})
    elif now:
        cells.append({**now, "when": "closed-now", "name_now": strings["bar_plan"]})
    return cells


def _cell(phone: str, when: str, name: str) -> dict[str, str]:
    return {"dial": dialable(phone), "number": phone, "when": when, "name": name}


def _night(clinic: Clinic, phone: str, strings: Strings) -> str:
    label = strings["call_after_hours"]
    if opening_data(clinic):
        now = strings["closed"]["night"]
        label = f"{_shown('unsure', label)}{_shown('closed-now', now)}"
    return action_link("clinic", label, clinic.name, phone, when="closed")


def _worse(numbers: Numbers, words: Strings, when: str = "") -> str:
    there = numbers.urgent or numbers.emergency
    return action_link("clinic", words["worse"], "", there, when=when)


def _action(*parts: str) -> str:
    return f'<p class="guide-action">{" ".join(part for part in parts if part)}</p>'


def _shown(when: str, html: str) -> str:
    # Search would find "closed" and "night" wherever the clinic can be called.
    return f'<span data-when="{when}" data-unsearched>{html}</span>' if html else ""
