"""The number that is answered stands there from the first paint: nothing moves under a thumb."""

from __future__ import annotations

from datetime import datetime

import pytest
from playwright.sync_api import Browser

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import Answer, StaticServer

from ..helpers.planning import ZONE, denver

NIGHT, DAY = denver(24, 3, 10), denver(24, 12)
HOURS = [
    denver(day, hour, minute)
    for day in (22, 23, 24)
    for hour in (0, 7, 8, 17, 18, 23)
    for minute in (0, 59)
]


def without_scripts(path: str, answer: Answer) -> Answer | None:
    return None if path.endswith(".js") else answer


@pytest.mark.parametrize(("now", "state"), [(NIGHT, "closed"), (DAY, "open")])
def test_it_is_known_before_any_module_has_come(
    browser: Browser, server: StaticServer, now: datetime, state: str
) -> None:
    server.fault = without_scripts
    context = browser.new_context(**phone(), service_workers="block", timezone_id=ZONE)
    page = context.new_page()
    page.clock.set_fixed_time(now)
    page.goto(f"{server.url}help/")
    assert page.locator("html").get_attribute("data-clinic") == state
    context.close()


def test_it_says_the_same_as_the_module_that_has_the_last_word(
    browser: Browser, shared_server: StaticServer
) -> None:
    context = browser.new_context(**phone(), service_workers="block", timezone_id=ZONE)
    page = context.new_page()
    page.add_init_script(
        "new MutationObserver((all) => { globalThis.changes = (globalThis.changes ?? []).concat("
        "all.map(() => document.documentElement.getAttribute('data-clinic'))); })"
        ".observe(document, { attributes: true, subtree: true, attributeFilter: ['data-clinic'] });"
    )
    for now in HOURS:
        page.clock.set_fixed_time(now)
        page.goto(shared_server.url, wait_until="networkidle")
        assert len(set(page.evaluate("changes"))) == 1, now
    context.close()
