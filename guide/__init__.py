"""What this guide adds to MkDocs: the values and macros its pages may use.

`mkdocs-macros` calls `define_env` once a build. The Markdown extensions of this package are
named in `mkdocs.yml`. Neither needs a MkDocs plugin or hook, since only these two mechanisms
also work in the builders that may follow MkDocs.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guide.clinic import ROUTES, Clinic, Numbers, dialable, numbers_for, read_clinic
from guide.clinic.site import add_files_of_clinic, apply_clinic
from guide.errors import PageError
from guide.lean.adapter import make_lean
from guide.lean.theme_scripts import remove_theme_scripts
from guide.log import log
from guide.macros.buttons import call_action
from guide.macros.clinic_calls import (
    clinic_buttons,
    clinic_cells,
    clinic_numbers,
    night_buttons,
    opening_data,
)
from guide.macros.contact_table import contact_table
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
from guide.markup.blocks import BLOCK_NAMES
from guide.markup.routes import BLOCK_NAME
from guide.markup.sources import read_sources, sources_list
from guide.pages.front_matter import PageText, read_page_text, read_pages
from guide.pages.offered import offered
from guide.pages.review import due_date, review_problems
from guide.pages.shape import shape_problems
from guide.pages.signature import check_signature, dated_texts, who_checked
from guide.pages.unused_sources import unused_sources
from guide.search.adapter import read_checked_words, write_search_data
from guide.search.topics import topics_of_page
from guide.strings import read_strings
from guide.texts import read_text

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin

KNOWN_BLOCKS = (*BLOCK_NAMES, BLOCK_NAME)


def define_env(env: MacrosPlugin) -> None:
    """Give pages and templates the clinic's values.

    Raises:
        ClinicError: before anything is written, so that the last good site stays in place.
    """
    # `make serve` shows a change of these too.
    env.conf["watch"] += [str(_clinic_file(env)), str(Path(env.project_dir) / "sources.yml")]
    clinic = read_clinic(_clinic_file(env))
    numbers = numbers_for(clinic.country, clinic.numbers)
    docs = Path(env.conf["docs_dir"])
    all_pages = read_pages(docs)
    pages = offered(all_pages, clinic)
    _judge_dates(pages, clinic, date.today())
    texts = dated_texts(pages)
    check_signature(clinic, texts, _clinic_file(env).name)
    strings = read_strings(docs)
    env.variables["page_texts"] = pages
    env.variables["search_words"] = read_checked_words(docs, all_pages)
    _warn_of_unused_sources(Path(env.project_dir), docs)
    apply_clinic(env.conf, clinic, strings["routes"])
    actions = {
        "clinic": clinic_buttons(clinic, numbers, strings),
        "crisis": call_action(
            "crisis", strings["call_crisis"], numbers.crisis_name, numbers.crisis
        ),
        "emergency": call_action(
            "emergency", strings["call_emergency"], numbers.emergency, numbers.emergency
        ),
    }
    poison_name, poison = poison_line(numbers)
    actions["poison"] = (
        actions["emergency"]
        if poison == numbers.emergency
        else call_action("clinic", strings["call_poison"], poison_name, poison)
    )
    works_offline = strings["works_offline"]
    env.variables.update(
        {
            "clinic": page_values(clinic),
            "country": clinic.country,
            "emergency": numbers.emergency,
            "crisis": numbers.crisis,
            "crisis_name": escape(numbers.crisis_name, quote=False),
            **_lines_of_country(strings["countries"], clinic, numbers),
            **{
                f"rules_{route}": rules_table(clinic, route, strings["rules"], strings["closed"])
                for route in ROUTES
            },
            "call_after_hours": night_buttons(clinic, numbers, strings),
            "clinic_numbers": escape(clinic_numbers(clinic, strings["closed"]), quote=False),
            # Nobody needs to ask for a number that stands beside the question.
            "ask_who_answers": "" if clinic.phone_after_hours else strings["closed"]["ask"],
            "clinic_contact": contact_table(clinic, strings["contact"]),
            "text_clinic": _text_clinic(clinic, strings),
            "notices": notices_card(clinic, strings["notices"]),
            "one_of": partial(one_of, clinic.routes, strings["one_of"]),
            "after_hours_plan": escape(clinic.after_hours_plan or "", quote=False),
            "call_clinic": actions["clinic"],
            "call_crisis": actions["crisis"],
            "call_emergency": actions["emergency"],
            "call_poison": actions["poison"],
            "poison_rule": poison_rule(strings["poison"], numbers),
            "signs_you": signs_card(strings["signs"], "you", numbers),
            "signs_they": signs_card(strings["signs"], "they", numbers),
            "signs_anyone": signs_card(strings["signs"], "anyone", numbers),
            "not_breathing": not_breathing(strings["signs"], numbers),
            "other_doubt": other_doubt(strings["signs"], "you", numbers),
            "other_doubt_they": other_doubt(strings["signs"], "they", numbers),
            "urgent_line": urgent_line(numbers),
            "plan_data": _plan_data(env, clinic, strings),
            "blank": blank,
            "driving_answer": driving_answer(strings["plan"]),
            "phone_table": phone_table(clinic, numbers, strings["phone_table"]),
            "who_checked": who_checked(clinic, texts, strings),
            **PLACES,
            **poster_codes(clinic.guide_address, _clinic_file(env).name, strings["poster"]),
            "saved_here": f'<p class="guide-saved" data-mkdocs-pwa-saved>{works_offline}</p>',
            # Filled by mkdocs-pwa where the browser offers to install; empty elsewhere.
            "install_button": '<div class="guide-install" data-mkdocs-pwa-install></div>',
            # Filled by mkdocs-pwa: version, size and last check of the copy, repair and remove.
            "saved_state": '<div class="guide-saved-state" data-mkdocs-pwa-state></div>',
            "sources_list": sources_list(
                read_sources(Path(env.project_dir) / "sources.yml"), strings["source_kinds"]
            ),
        }
    )
    # Templates see only the configuration.
    env.conf["extra"].update(
        clinic=clinic,
        numbers=numbers,
        strings=strings,
        dial={
            "crisis": dialable(numbers.crisis),
            "emergency": dialable(numbers.emergency),
        },
        clinic_cells=clinic_cells(clinic, strings),
        opening=opening_data(clinic),
    )
    env.variables["help_bar"] = _help_bar(env)


def on_pre_page_macros(env: MacrosPlugin) -> None:
    """Judge the shape of a page, and tell its template what follows from its first lines."""
    page = read_page_text(env.page.file.content_string)
    problems = shape_problems(page, KNOWN_BLOCKS)
    if problems:
        raise PageError("\n".join(problems))
    meta = env.page.meta
    meta["topics_held"] = " ".join(topics_of_page(page))
    meta["due"] = due_date(page, env.conf["extra"]["clinic"].next_review)


def on_post_build(env: MacrosPlugin) -> None:
    """Add the clinic's own files and what search knows, and take the theme's scripts away.

    The site is packed after this.
    """
    extra = env.conf["extra"]
    site = Path(env.conf["site_dir"])
    add_files_of_clinic(site, extra["clinic"], _clinic_file(env).parent)
    calls = {name: env.variables[f"call_{name}"] for name in ("clinic", "crisis", "emergency")}
    texts = env.variables["page_texts"]
    write_search_data(site, texts, env.variables["search_words"], extra["strings"], calls)
    remove_theme_scripts(site)
    # Last, since it reads the pages and styles as they will be.
    if extra.get("lean"):
        make_lean(site, extra["lean"])


def _judge_dates(pages: Mapping[str, PageText], clinic: Clinic, today: date) -> None:
    """Refuse pages with wrong dates; an overdue one is a warning, so that a preview still works."""
    wrong, late = review_problems(pages, clinic.next_review, today)
    if wrong:
        raise PageError("\n".join(wrong))
    for problem in late:
        log.warning(problem)


def _warn_of_unused_sources(project: Path, docs: Path) -> None:
    # Some lines of pages stand among the strings, since only one country has them.
    files = [*docs.rglob("*.md"), docs / "strings.yml"]
    texts = [read_text(file) for file in files]
    for problem in unused_sources(read_text(project / "sources.yml"), texts):
        log.warning(problem)


def _clinic_file(env: MacrosPlugin) -> Path:
    return Path(env.project_dir) / os.environ.get("CLINIC", "clinic.yml")


def _lines_of_country(
    countries: dict[str, dict[str, str]], clinic: Clinic, numbers: Numbers
) -> dict[str, str]:
    """The lines of pages that only one country has, with its crisis number filled in."""
    lines = countries.get(clinic.country, countries["other"])
    has_own_line = clinic.numbers is not None and clinic.numbers.crisis is not None
    if has_own_line:
        # Whether it takes texts is known of the country's line only.
        lines = {**lines, "crisis_also": ""}
    return {name: line.format(crisis=numbers.crisis) for name, line in lines.items()}


def _help_bar(env: MacrosPlugin) -> str:
    """The bar of every page's foot, for the one page that has it in its text."""
    template = env.conf["theme"].get_env().get_template("partials/help-bar.html")
    # On one line, so that Markdown takes all of it for one block. Links are from that page.
    return " ".join(template.render(config=env.conf, page=None, base_url="../..").split())


def _plan_data(env: MacrosPlugin, clinic: Clinic, strings: dict[str, Any]) -> str:
    rules = plan_rules(clinic, env.conf["theme"]["language"])
    rules["numbers"] = clinic_numbers(clinic, strings["closed"])
    return plan_script(rules, strings["plan"], strings["routes"])


def _text_clinic(clinic: Clinic, strings: dict[str, Any]) -> str:
    if clinic.text_number is None:
        return ""
    label = strings["text_clinic"]
    return call_action("clinic", label, clinic.name, clinic.text_number, scheme="sms")
