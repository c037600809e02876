"""A clinic's own colors: words, lines and call buttons can be read in each, by day and by night.

One guide is built with colors of a clinic. In its style sheet the values of that clinic are then
put in place of those that the build works out for each brand, which is all that would differ.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from guide.clinic import Colors, read_clinic
from guide.clinic.look.contrast import contrast, readable
from guide.clinic.look.shades import shades_of
from mkdocs_pwa_testing import screens
from mkdocs_pwa_testing.server import StaticServer

from ...conftest import PROJECT
from ...unit.clinic.test_shades import BRANDS, THEME
from ..helpers.axe import judge
from ..helpers.colors import Scheme, show_in

# Where the color is used most: buttons, tools, switches and ticks, cards with links, results.
PAGES = ("", "help/", "about/settings/", "before/plan/")
SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced"]}}
RECOLOR = """
([was, fresh, isNight]) => {
  let found = 0;
  const visit = (rule, isDark) => {
    const night = isDark || /slate|no-js/.test(rule.selectorText ?? "");
    for (const inner of rule.cssRules ?? []) visit(inner, night);
    if (night !== isNight || rule.style?.getPropertyValue("--guide-main") !== was) return;
    found += 1;
    for (const [name, value] of Object.entries(fresh)) rule.style.setProperty(name, value);
  };
  for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) visit(rule, false);
  return found;
}
"""


def brand(main: str) -> Colors:
    """The colors of a brand, with the fill made dark enough where the build would ask for it."""

    def pair(color: str) -> dict[str, str]:
        on = max("#000000", "#ffffff", key=lambda words: contrast(color, words))
        return {"main": readable(color, [on]), "on_main": on}

    # The same by night, which is the hardest for a dark one.
    return Colors.model_validate({**pair(main), "dark": pair(main)})


def values(main: str, link: str, on_main: str) -> dict[str, str]:
    return {"--guide-main": main, "--guide-link": link, "--guide-on-main": on_main}


def rules_of(colors: Colors) -> list[dict[str, str]]:
    """What the build writes for a clinic's colors: by day, and by night."""
    shades = shades_of(colors, THEME)
    assert colors.dark and shades.night
    return [
        values(colors.main, shades.day, colors.on_main),
        values(colors.dark.main, shades.night, colors.dark.on_main),
    ]


@pytest.fixture(scope="module")
def branded(cedar_hill: object) -> Iterator[StaticServer]:
    with StaticServer(cedar_hill) as running:  # type: ignore[arg-type]
        yield running


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(**screens.phone(), service_workers="block")
    yield context
    context.close()


@pytest.fixture(scope="module", params=PAGES, ids=[address or "start" for address in PAGES])
def page(
    phone: BrowserContext, branded: StaticServer, request: pytest.FixtureRequest
) -> Iterator[Page]:
    page = phone.new_page()
    page.goto(branded.url + request.param)
    page.wait_for_load_state("networkidle")
    yield page
    page.close()


def assert_readable(page: Page, what: str) -> None:
    results = judge(page, CONTRAST)
    assert results.violations_count == 0, f"{what}: {results.generate_report()}"


def test_words_in_any_brand_color_can_be_read_by_day_and_by_night(page: Page) -> None:
    clinic = read_clinic(PROJECT / "clinics/example-us.yml")
    assert clinic.colors
    before = [rule["--guide-main"] for rule in rules_of(clinic.colors)]
    for name, main in BRANDS.items():
        after = rules_of(brand(main))
        # By day; by night, with scripts and without.
        for is_night, expected in ((False, 1), (True, 2)):
            found = page.evaluate(RECOLOR, [before[is_night], after[is_night], is_night])
            assert found == expected, f"{name}: {found} rules have {before[is_night]}"
        for scheme in SCHEMES:
            show_in(page, scheme)
            assert_readable(page, f"{name}, {scheme}")
        before = [rule["--guide-main"] for rule in after]


def test_calm_colors_are_the_guides_own_and_can_be_read(page: Page) -> None:
    """Whatever a clinic has chosen: a bright brand is what a dizzy reader turns off."""
    page.evaluate("document.documentElement.setAttribute('data-guide-calm', '')")
    link = "getComputedStyle(document.body).getPropertyValue('--guide-link')"
    for scheme, own in zip(SCHEMES, ("#0a4646", "#8cbab2"), strict=True):
        show_in(page, scheme)
        assert page.evaluate(link) == own
        assert_readable(page, f"calm, {scheme}")
    page.evaluate("document.documentElement.removeAttribute('data-guide-calm')")
