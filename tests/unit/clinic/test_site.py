"""What one clinic's file changes in the site."""

from __future__ import annotations

from pathlib import Path

from guide.clinic import Clinic, parse_clinic
from guide.clinic.look.shades import Shades
from guide.clinic.site import add_files_of_clinic, colors_css, nav_without
from guide.macros.contact_table import contact_table
from guide.macros.notices import notices_card

BASE = """
sample: true
name: River & Lake
country: US
phone: (202) 555-0134
hours: 8 to 6
"""
WORDS = {
    "what": "How",
    "phone": "Call",
    "phone_after_hours": "Call when closed",
    "text_number": "Text",
    "hours": "Open",
    "address": "Address",
    "website": "Website",
    "languages": "Languages",
}


def clinic(more: str = "") -> Clinic:
    return parse_clinic(BASE + more, "clinic.yml")


def test_a_page_that_is_left_out_leaves_the_navigation() -> None:
    nav = ["index.md", {"Before": ["before/index.md", {"Drip": "before/drip.md"}]}]
    assert nav_without(nav, ["drip.md"]) == ["index.md", {"Before": ["before/index.md"]}]


def test_a_part_without_pages_leaves_the_navigation() -> None:
    assert nav_without([{"Drip": ["drip.md"]}, "index.md"], ["drip.md"]) == ["index.md"]


def test_colors_are_set_for_light_and_dark_pages() -> None:
    look = clinic(
        "colors:\n"
        '  main: "#0b5555"\n  on_main: "#ffffff"\n'
        '  dark:\n    main: "#8fd8cd"\n    on_main: "#08201f"\n'
    )
    assert look.colors is not None
    assert colors_css(look.colors, Shades("#0a4a4a", "#9fe8dd")) == (
        ':root, [data-md-color-scheme="default"] {\n'
        "  --guide-main: #0b5555;\n  --guide-link: #0a4a4a;\n  --guide-on-main: #ffffff;\n}\n"
        '[data-md-color-scheme="slate"] {\n'
        "  --guide-main: #8fd8cd;\n  --guide-link: #9fe8dd;\n  --guide-on-main: #08201f;\n}\n"
        "@media (prefers-color-scheme: dark) {\n"
        '.no-js [data-md-color-scheme="default"] {\n'
        "  --guide-main: #8fd8cd;\n  --guide-link: #9fe8dd;\n  --guide-on-main: #08201f;\n}\n}\n"
    )


def test_colors_for_light_pages_leave_dark_ones_as_they_are() -> None:
    look = clinic('colors:\n  main: "#0b5555"\n  on_main: "#ffffff"\n')
    assert look.colors is not None
    assert "slate" not in colors_css(look.colors, Shades("#0b5555", None))


def test_the_logo_is_copied_under_a_name_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "My Logo.SVG").write_text("<svg/>", "utf-8")
    site = tmp_path / "site"
    (site / "assets/images").mkdir(parents=True)
    add_files_of_clinic(site, clinic("logo: My Logo.SVG\n"), tmp_path)
    assert (site / "assets/images/clinic-logo.svg").read_text("utf-8") == "<svg/>"


def test_the_table_of_contacts_has_a_row_for_all_that_is_known() -> None:
    table = contact_table(
        clinic(
            "text_number: (202) 555-0136\naddress: 1 A|B Street\n"
            "website: https://www.example.org\nlanguages: [English, Spanish]\n"
        ),
        WORDS,
    )
    assert table.splitlines() == [
        "| How | River &amp; Lake |",
        "| --- | --- |",
        '| Call | <a class="guide-phone" href="tel:2025550134">(202) 555-0134</a> |',
        '| Text | <a class="guide-phone" href="sms:2025550136">(202) 555-0136</a> |',
        "| Open | 8 to 6 |",
        "| Address | 1 A&#124;B Street |",
        '| Website | <a href="https://www.example.org">https://www.example.org</a> |',
        "| Languages | English, Spanish |",
    ]


def test_notices_are_a_card_with_the_name_of_the_clinic() -> None:
    card = notices_card(clinic("notices: [You can say <no>.]\n"), "{name} wants you to know:")
    assert card.splitlines() == [
        "/// note | River &amp; Lake wants you to know:",
        "- You can say &lt;no&gt;.",
        "///",
    ]


def test_a_clinic_without_notices_has_no_card() -> None:
    assert notices_card(clinic(), "{name} wants you to know:") == ""
