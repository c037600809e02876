"""The first screen, on a small phone."""

from __future__ import annotations

from datetime import datetime

import pytest
from playwright.sync_api import Browser, expect

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.clinic_clock import CLOSED, LONG_AGO, OPEN

CHOICES = ["I have had my session", "Before my session", "I am worried", "I am with someone"]


@pytest.mark.parametrize("now", [OPEN, CLOSED, LONG_AGO], ids=["open", "closed", "wrong clock"])
@pytest.mark.parametrize("size", [(360, 640), (390, 844)])
def test_all_four_choices_are_above_the_fold(
    browser: Browser, shared_server: StaticServer, size: tuple[int, int], now: datetime
) -> None:
    context = browser.new_context(**phone(*size), service_workers="block")
    page = context.new_page()
    page.clock.set_fixed_time(now)
    page.goto(shared_server.url)
    page.wait_for_load_state("networkidle")
    bar = page.get_by_role("navigation", name="Help").bounding_box()
    assert bar is not None
    for choice in CHOICES:
        box = page.get_by_role("article").get_by_role("link", name=choice).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= bar["y"], choice
    context.close()


def test_the_choices_do_not_move_when_the_guide_is_saved(
    browser: Browser, server: StaticServer
) -> None:
    context = browser.new_context(**phone(390, 844, 3))
    page = context.new_page()
    choice = page.get_by_role("article").get_by_role("link", name=CHOICES[0])
    page.goto(server.url)
    before = choice.bounding_box()
    expect(page.get_by_text("Saved on this phone.")).to_be_visible()
    assert choice.bounding_box() == before
    context.close()


def test_the_clinic_is_two_taps_from_the_icon(
    browser: Browser, shared_server: StaticServer
) -> None:
    context = browser.new_context(**phone(), service_workers="block")
    page = context.new_page()
    for now, name, number in [
        (OPEN, "Call clinic", "tel:2025550134"),
        (CLOSED, "Night line", "tel:2025550135"),
    ]:
        page.clock.set_fixed_time(now)
        page.goto(shared_server.url)  # the first tap: the icon
        call = page.get_by_role("link", name=name)
        expect(call).to_be_visible()
        assert call.get_attribute("href") == number
    context.close()
