"""Making a plan, as a reader does it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from mkdocs_pwa_testing.screens import phone

#: Where the phone of these tests is, and the clinic with it.
ZONE = "America/Denver"

#: The appointment of these tests: Tuesday, November 24, 10:30 am in Denver.
DAY, TIME = "2026-11-24", "10:30"


def denver(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of November 2026, by the clocks of Denver."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo(ZONE))


#: Some evening before it.
DAYS_BEFORE = denver(20, 19)


def open_phone(browser: Browser, now: datetime = DAYS_BEFORE, **options: object) -> Page:
    """A small phone whose clock stands still; its context is closed by the caller."""
    settings: dict[str, object] = {
        **phone(),
        "timezone_id": ZONE,
        "service_workers": "block",
        **options,
    }
    context: BrowserContext = browser.new_context(**settings)  # type: ignore[arg-type]
    page = context.new_page()
    page.clock.set_fixed_time(now)
    return page


def fill_plan(page: Page, day: str = DAY, time: str = TIME, route: str = "Drip") -> None:
    """Fill the planner's form, which is on the page, and send it."""
    page.get_by_label("Day of your session").fill(day)
    page.get_by_label("Time of your session").fill(time)
    page.get_by_role("radio", name=route, exact=True).check()
    show_times(page).click()


def make_plan(page: Page, site: str, day: str = DAY, time: str = TIME, route: str = "Drip") -> None:
    """Open the planner and make a plan."""
    page.goto(f"{site}before/plan/")
    fill_plan(page, day, time, route)
    expect(page.get_by_role("heading", level=2).first).to_contain_text(route)


def title(page: Page) -> Locator:
    """The heading of a plan made with `DAY` and `TIME` for a drip."""
    return page.get_by_role("heading", name="Drip, Tuesday, November 24, 10:30 am")


def line(page: Page, words: str) -> Locator:
    """The line of a plan with these words."""
    return page.locator("[data-plan]").get_by_role("listitem").filter(has_text=words)


def show_times(page: Page) -> Locator:
    """The button that sends the form."""
    return page.get_by_role("button", name="Show my times")
