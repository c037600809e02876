"""What this guide adds to MkDocs: the values and macros its pages may use.

`mkdocs-macros` calls `define_env` once a build. The Markdown extensions of this package are
named in `mkdocs.yml`. Neither needs a MkDocs plugin or hook, since only these two mechanisms
also work in the builders that may follow MkDocs.
"""

from __future__ import annotations

import os
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from guide.actions import call_action
from guide.clinic import ROUTES, Clinic, Numbers, dialable, numbers_for, read_clinic
from guide.rules_table import rules_table
from guide.sources import read_sources, sources_list

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin


def define_env(env: MacrosPlugin) -> None:
    """Give pages and templates the clinic's values.

    Raises:
        ClinicError: before anything is written, so that the last good site stays in place.
    """
    project = Path(env.project_dir)
    clinic = read_clinic(project / os.environ.get("CLINIC", "clinic.yml"))
    numbers = numbers_for(clinic.country, clinic.numbers)
    strings = _read_strings(Path(env.conf["docs_dir"]))
    actions = {
        "clinic": call_action("clinic", strings["call_clinic"], clinic.name, clinic.phone),
        "crisis": call_action(
            "crisis", strings["call_crisis"], numbers.crisis_name, numbers.crisis
        ),
        "emergency": call_action(
            "emergency", strings["call_emergency"], numbers.emergency, numbers.emergency
        ),
    }
    works_offline = strings["works_offline"]
    env.variables.update(
        {
            "clinic": clinic,
            "emergency": numbers.emergency,
            "crisis": numbers.crisis,
            "crisis_name": numbers.crisis_name,
            **_lines_of_country(strings["countries"], clinic, numbers),
            **{f"rules_{route}": rules_table(clinic, route, strings["rules"]) for route in ROUTES},
            "call_after_hours": _call_after_hours(clinic, strings),
            "after_hours_plan": escape(clinic.after_hours_plan or "", quote=False),
            "call_clinic": actions["clinic"],
            "call_crisis": actions["crisis"],
            "call_emergency": actions["emergency"],
            "saved_here": f'<p class="guide-saved" data-mkdocs-pwa-saved>{works_offline}</p>',
            # Filled by mkdocs-pwa where the browser offers to install; empty elsewhere.
            "install_button": '<div class="guide-install" data-mkdocs-pwa-install></div>',
            "sources_list": sources_list(read_sources(project / "sources.yml")),
        }
    )
    # Templates see only the configuration.
    env.conf["extra"].update(
        clinic=clinic,
        numbers=numbers,
        strings=strings,
        dial={
            "clinic": dialable(clinic.phone),
            "crisis": dialable(numbers.crisis),
            "emergency": dialable(numbers.emergency),
        },
    )


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


def _call_after_hours(clinic: Clinic, strings: dict[str, Any]) -> str:
    if clinic.phone_after_hours is None:
        return ""
    label = strings["call_after_hours"]
    return call_action("clinic", label, clinic.name, clinic.phone_after_hours)


def _read_strings(docs_dir: Path) -> dict[str, Any]:
    """The interface's words, in the language of the pages beside them."""
    strings: dict[str, Any] = yaml.safe_load((docs_dir / "strings.yml").read_text(encoding="utf-8"))
    return strings
