"""The first of three parts, prepare, render, finish: what one clinic's guide says, as values.

Nothing here reads or writes a file, or knows which builder lays out the pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Any

from guide.clinic import ROUTES, Clinic, Numbers, dialable, numbers_for
from guide.clinic.site import Settings, settings_of
from guide.inputs import Inputs
from guide.macros.buttons import call_action
from guide.macros.clinic_calls import (
    clinic_buttons,
    clinic_cells,
    clinic_numbers,
    night_buttons,
    opening_data,
)
from guide.macros.contact_table import contact_table
from guide.macros.help_bar import help_bar
from guide.macros.notices import notices_card
from guide.macros.one_of import one_of
from guide.macros.page_values import page_values
from guide.macros.phone_table import phone_table
from guide.macros.places import PLACES
from guide.macros.plan_data import blank, driving_answer, plan_script
from guide.macros.plan_rules import plan_rules
from guide.macros.poster import poster_codes
from guide.macros.rules_table import rules_table
from guide.macros.signs import (
    not_breathing,
    other_doubt,
    poison_line,
    poison_rule,
    signs_card,
    urgent_line,
)
from guide.markup.sources import sources_list
from guide.pages.address import address_of
from guide.pages.front_matter import PageText
from guide.pages.review import due_date
from guide.pages.signature import dated_texts, who_checked
from guide.search.topics import topics_of_page


@dataclass(frozen=True)
class Prepared:
    """What a builder, and after it `finish`, are to know.

    Attributes:
        variables: what pages may ask for in `{{ }}`, by name: Markdown or HTML, lists of it, and
            functions that return it.
        extra: what templates may ask for as `config.extra`: as in JSON, so that any builder can
            take it; `pages` holds facts of each page by its address, such as `before/drip/`.
        settings: what the clinic changes in the settings of the builder and of the app.
        calls: the buttons above the results of search, as HTML, by whom they reach.
    """

    variables: Mapping[str, Any]
    extra: Mapping[str, Any]
    settings: Settings
    calls: Mapping[str, str]


def prepare(inputs: Inputs) -> Prepared:
    """Return what one clinic's guide in one language says."""
    clinic, strings = inputs.clinic, inputs.strings
    numbers = numbers_for(clinic.country, clinic.numbers)
    actions = _actions(inputs, numbers)
    extra = _extra(inputs, numbers)
    works_offline = strings["works_offline"]
    variables = {
        **_of_clinic(inputs, numbers),
        **{f"call_{name}": html for name, html in actions.items()},
        **_of_signs(strings, numbers),
        **_lines_of_country(strings["countries"], clinic, numbers),
        **PLACES,
        "blank": blank,
        "driving_answer": driving_answer(strings["plan"]),
        "plan_data": _plan_data(inputs),
        "saved_here": f'<p class="guide-saved" data-mkdocs-pwa-saved>{works_offline}</p>',
        # Filled by mkdocs-pwa where the browser offers to install; empty elsewhere.
        "install_button": '<div class="guide-install" data-mkdocs-pwa-install></div>',
        # Filled by mkdocs-pwa: version, size and last check of the copy, repair and remove.
        "saved_state": '<div class="guide-saved-state" data-mkdocs-pwa-state></div>',
        "sources_list": sources_list(dict(inputs.sources), strings["source_kinds"]),
        # For the one page that has it in its text, and is two folders deep.
        "help_bar": help_bar(inputs.help_bar, extra, root="../../"),
    }
    calls = {name: actions[name] for name in ("clinic", "crisis", "emergency", "poison")}
    return Prepared(variables, extra, settings_of(clinic, strings["routes"]), calls)


def _actions(inputs: Inputs, numbers: Numbers) -> dict[str, str]:
    clinic, strings = inputs.clinic, inputs.strings
    crisis = call_action("crisis", strings["call_crisis"], numbers.crisis_name, numbers.crisis)
    emergency = call_action(
        "emergency", strings["call_emergency"], numbers.emergency, numbers.emergency
    )
    name, number = poison_line(numbers)
    is_emergency = number == numbers.emergency
    poison = call_action("clinic", strings["call_poison"], name, number)
    return {
        "clinic": clinic_buttons(clinic, numbers, strings),
        "after_hours": night_buttons(clinic, numbers, strings),
        "crisis": crisis,
        "emergency": emergency,
        "poison": emergency if is_emergency else poison,
    }


def _of_clinic(inputs: Inputs, numbers: Numbers) -> dict[str, Any]:
    clinic, strings = inputs.clinic, inputs.strings
    closed = strings["closed"]
    return {
        "clinic": page_values(clinic),
        "country": clinic.country,
        "emergency": numbers.emergency,
        "crisis": numbers.crisis,
        "crisis_name": escape(numbers.crisis_name, quote=False),
        **{
            f"rules_{route}": rules_table(clinic, route, strings["rules"], closed)
            for route in ROUTES
        },
        "clinic_numbers": escape(clinic_numbers(clinic, closed), quote=False),
        # Nobody needs to ask for a number that stands beside the question.
        "ask_who_answers": "" if clinic.phone_after_hours else closed["ask"],
        "clinic_contact": contact_table(clinic, strings["contact"]),
        "text_clinic": _text_clinic(clinic, strings),
        "notices": notices_card(clinic, strings["notices"]),
        "one_of": partial(one_of, clinic.routes, strings["one_of"]),
        "after_hours_plan": escape(clinic.after_hours_plan or "", quote=False),
        "phone_table": phone_table(clinic, numbers, strings["phone_table"]),
        "who_checked": who_checked(clinic, dated_texts(inputs.pages), strings),
        **poster_codes(clinic.guide_address, inputs.clinic_file.name, strings["poster"]),
    }


def _of_signs(strings: Mapping[str, Any], numbers: Numbers) -> dict[str, str]:
    signs = strings["signs"]
    return {
        "poison_rule": poison_rule(strings["poison"], numbers),
        "signs_you": signs_card(signs, "you", numbers),
        "signs_they": signs_card(signs, "they", numbers),
        "signs_anyone": signs_card(signs, "anyone", numbers),
        "not_breathing": not_breathing(signs, numbers),
        "other_doubt": other_doubt(signs, "you", numbers),
        "other_doubt_they": other_doubt(signs, "they", numbers),
        "urgent_line": urgent_line(numbers),
    }


def _lines_of_country(
    countries: Mapping[str, Mapping[str, str]], clinic: Clinic, numbers: Numbers
) -> dict[str, str]:
    """The lines of pages that only one country has, with its crisis number filled in."""
    lines = countries.get(clinic.country, countries["other"])
    has_own_line = clinic.numbers is not None and clinic.numbers.crisis is not None
    if has_own_line:
        # Whether it takes texts is known of the country's line only.
        lines = {**lines, "crisis_also": ""}
    return {name: line.format(crisis=numbers.crisis) for name, line in lines.items()}


def _plan_data(inputs: Inputs) -> str:
    strings = inputs.strings
    rules = plan_rules(inputs.clinic, inputs.language)
    rules["numbers"] = clinic_numbers(inputs.clinic, strings["closed"])
    return plan_script(rules, strings["plan"], strings["routes"])


def _text_clinic(clinic: Clinic, strings: Mapping[str, Any]) -> str:
    if clinic.text_number is None:
        return ""
    label = strings["text_clinic"]
    return call_action("clinic", label, clinic.name, clinic.text_number, scheme="sms")


def _extra(inputs: Inputs, numbers: Numbers) -> dict[str, Any]:
    clinic = inputs.clinic
    reviewer = clinic.reviewer.model_dump(mode="json") if clinic.reviewer else None
    return {
        "clinic": {
            "sample": clinic.sample,
            "reviewer": reviewer,
            "phone_after_hours": clinic.phone_after_hours,
        },
        "numbers": {"crisis": numbers.crisis, "emergency": numbers.emergency},
        "dial": {"crisis": dialable(numbers.crisis), "emergency": dialable(numbers.emergency)},
        "strings": inputs.strings,
        "clinic_cells": clinic_cells(clinic, inputs.strings),
        "opening": opening_data(clinic),
        "pages": {address_of(path): _facts(page, clinic) for path, page in inputs.pages.items()},
    }


def _facts(page: PageText, clinic: Clinic) -> dict[str, str]:
    return {
        "reviewed": str(page.values["reviewed"]),
        "due": str(due_date(page, clinic.next_review)),
        "topics": " ".join(topics_of_page(page)),
    }
