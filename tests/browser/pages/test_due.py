"""A page past the day of its next check says so, by the phone's own clock, with no network."""

from __future__ import annotations

from datetime import datetime

from playwright.sync_api import Browser, expect

from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.page import open_and_save
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

WORDS = "This page was due for a check on 2027-05-22. Ask your clinic if it still holds."


def test_an_overdue_page_says_so_offline(start_phone: StartPhone, server: StaticServer) -> None:
    with start_phone() as phone:
        page = open_and_save(phone, server.url)
        server.stop()
        page.clock.set_fixed_time(datetime(2027, 5, 23, 9, 0))
        page.goto(f"{server.url}before/")
        expect(page.get_by_text(WORDS)).to_be_visible()


def test_a_page_is_quiet_until_the_day_is_over(
    browser: Browser, source_server: StaticServer
) -> None:
    page = browser.new_page(**phone(), service_workers="block")
    page.clock.set_fixed_time(datetime(2027, 5, 22, 23, 59))
    page.goto(f"{source_server.url}before/")
    # The clock is asked on each call, so that the same page shows both days.
    start = "async () => (await import('/assets/javascripts/due.js')).start(%s)"
    banner = "document.querySelector('[data-due]')"
    page.evaluate(start % banner)
    expect(page.get_by_text(WORDS)).to_be_hidden()
    page.clock.set_fixed_time(datetime(2027, 5, 23, 0, 0))
    page.evaluate(start % banner)
    expect(page.get_by_text(WORDS)).to_be_visible()
    page.close()


def test_a_clock_that_is_years_off_takes_nothing_away(
    browser: Browser, shared_server: StaticServer
) -> None:
    page = browser.new_page(**phone(), service_workers="block")
    for year in (1970, 2099):
        page.clock.set_fixed_time(datetime(year, 1, 1))
        page.goto(f"{shared_server.url}before/")
        expect(page.get_by_role("heading", name="Choose your list")).to_be_visible()
        expect(page.get_by_role("link", name="Call clinic")).to_be_visible()
    page.close()
