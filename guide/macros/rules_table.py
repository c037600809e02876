"""What a clinic asks of its patients, as a table for a page."""

from __future__ import annotations

from guide.clinic import Clinic
from guide.clinic.rules.floors import Route
from guide.macros.clinic_calls import clinic_phones
from guide.macros.table import cell

# A patient needs an answer to these whatever the clinic has written. The others are left out
# where they do not apply, such as coming early for a lozenge at home.
_ALWAYS = ("stop_food", "stop_clear_drinks", "alcohol_before", "no_driving", "companion_stays")


def rules_table(clinic: Clinic, route: Route, words: dict[str, str], closed: dict[str, str]) -> str:
    """Return the rules of one route as a Markdown table.

    Args:
        clinic: the checked clinic file.
        route: whose rules.
        words: `what` and `at` head the columns, `ask` stands for a rule that is not given, with
            `{phone}`, and each rule has `<rule>` for its name and `<rule>_value` with `{value}`.
        closed: see `clinic_phones`.
    """
    rules = getattr(clinic.rules, route)
    lines = [
        f"| {words['what']} | {cell(words['at'].format(name=clinic.name))} |",
        "| --- | --- |",
    ]
    for rule in (name.removesuffix("_value") for name in words if name.endswith("_value")):
        value = getattr(rules, rule, None)
        if value is not None:
            said = words[f"{rule}_value"].format(value=cell(str(value)))
        elif rule in _ALWAYS:
            said = words["ask"].format(phone=clinic_phones(clinic, closed))
        else:
            continue
        lines.append(f"| {words[rule]} | {said} |")
    return "\n".join(lines)
