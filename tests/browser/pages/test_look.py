"""The purged styles and short pages look as those that the builder wrote, in every state."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, expect

from mkdocs_pwa_testing.screens import laptop, phone
from mkdocs_pwa_testing.server import StaticServer

from ...conftest import build_guide, copy_sources
from ...once import once
from ..helpers.planning import DAYS_BEFORE, ZONE, fill_plan

# Out of 255: the edges of round corners come out a little different each time a page is drawn.
FAINT = 4

Act = Callable[[Page], None]


def as_opened(page: Page) -> None:
    """Nothing is done."""


@dataclass(frozen=True)
class State:
    """A page, and what a reader did before it is looked at."""

    name: str
    path: str
    act: Act = as_opened
    screen: dict[str, Any] = field(default_factory=lambda: phone(390, 844))
    options: dict[str, Any] = field(default_factory=dict)


def open_menu(page: Page) -> None:
    page.get_by_role("button", name="Menu").click()
    menu = page.get_by_role("navigation", name="Navigation")
    expect(menu.get_by_role("link", name="Start")).to_be_in_viewport()


def search(words: str) -> Act:
    def act(page: Page) -> None:
        page.get_by_role("textbox", name="Search").focus()
        page.keyboard.type(words)
        expect(page.locator(".md-search-result__meta")).to_contain_text(re.compile("result|found"))

    return act


def tick_one(page: Page) -> None:
    page.get_by_role("checkbox").first.check()
    expect(page.get_by_text("1 of").first).to_be_visible()


def open_folded(page: Page) -> None:
    for summary in page.locator("details:not([open]) > summary").all():
        if summary.is_visible():
            summary.click()
    expect(page.locator("details[open]").first).to_be_visible()


def plan(page: Page) -> None:
    fill_plan(page)
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Drip")


def wrong_plan(page: Page) -> None:
    page.get_by_role("button", name="Show my times").click()
    expect(page.locator("[aria-invalid]").first).to_be_visible()


def find_effect(page: Page) -> None:
    page.get_by_label("Type a word").fill("tired")
    page.get_by_role("button", name="Tired").first.click()
    expect(page.get_by_role("heading", name="Tired")).to_be_visible()


def largest_text(page: Page) -> None:
    page.get_by_role("radio", name="Largest").check()
    page.get_by_role("radio", name="Calm colors").check()


def show_code(page: Page) -> None:
    page.get_by_role("button", name="Show a code to the person with me").click()
    expect(page.get_by_role("img").first).to_be_visible()


def ask_to_remove(page: Page) -> None:
    page.get_by_role("button", name="Remove everything from this phone").click()
    expect(page.get_by_role("button", name="No, keep it")).to_be_visible()


def on_paper(page: Page) -> None:
    page.emulate_media(media="print")


def plan_on_paper(page: Page) -> None:
    plan(page)
    on_paper(page)


DARK = {"color_scheme": "dark"}
STATES = [
    State("home", ""),
    State("home at night", "", options=DARK),
    State("home, wide", "", screen=laptop(1280, 800)),
    State("home without scripts", "", options={"java_script_enabled": False}),
    State("home in forced colors", "", options={"forced_colors": "active"}),
    State("menu", "before/drip/", open_menu),
    State("menu at night", "learn/pain/", open_menu, options=DARK),
    State("results", "", search("drive")),
    State("results, wide", "learn/", search("drive"), screen=laptop(1280, 800)),
    State("no result", "", search("zzzzqqq")),
    State("checklist with a tick", "before/drip/", tick_one),
    State("checklist on paper", "before/drip/", on_paper),
    State("drawings", "learn/forms/", open_folded),
    State("question with its sources", "questions/risks/", open_folded),
    State("question on paper", "questions/risks/", on_paper),
    State("planner", "before/plan/"),
    State("planner with mistakes", "before/plan/", wrong_plan),
    State("plan", "before/plan/", plan),
    State("plan on paper", "before/plan/", plan_on_paper),
    State("hours after", "after/now/"),
    State("picker", "after/usual/"),
    State("picker's answer", "after/usual/#usual-now", find_effect),
    State("settings", "about/settings/", largest_text),
    State("settings, removing", "about/settings/", ask_to_remove),
    State("help", "help/"),
    State("sheet", "after/sheet/"),
    State("sheet on paper", "after/sheet/", on_paper),
    State("companion", "with-you/", open_folded),
    State("code for the companion", "with-you/", show_code),
    State("sources", "about/sources/"),
    State("saved copy", "about/save/"),
]


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaticServer]:
    """The guide as the builder and the theme write it."""

    def make(folder: Path) -> None:
        configuration = copy_sources(folder) / "mkdocs.yml"
        text = configuration.read_text("utf-8")
        assert "\n  lean:\n" in text
        configuration.write_text(text.replace("\n  lean:\n", "\n  not_lean:\n"), "utf-8")
        result = build_guide(folder, folder / "site")
        assert result.returncode == 0, result.stderr

    with StaticServer(once(tmp_path_factory, "stock", make) / "site") as running:
        yield running


def look(browser: Browser, urls: Sequence[str], state: State) -> list[bytes]:
    """A picture of the whole page of each guide."""
    context = browser.new_context(
        **state.screen,
        service_workers="block",
        reduced_motion="reduce",
        timezone_id=ZONE,
        **state.options,
    )
    if state.options.get("java_script_enabled", True):
        context.clock.set_fixed_time(DAYS_BEFORE)
    pages = [context.new_page() for _ in urls]
    for page, url in zip(pages, urls, strict=True):
        page.goto(f"{url}{state.path}")
    pictures = [picture(page, state) for page in pages]
    context.close()
    return pictures


def picture(page: Page, state: State) -> bytes:
    page.wait_for_load_state("networkidle")
    page.bring_to_front()
    state.act(page)
    # A code holds the address, and with it the port of this test's server.
    # Playwright's masks are not drawn over a whole page that is longer than a phone's screen.
    page.locator(".guide-companion__code").evaluate_all(
        "codes => codes.forEach((code) => { code.style.visibility = 'hidden'; })"
    )
    return page.screenshot(full_page=True, animations="disabled", caret="hide")


def difference(one: bytes, other: bytes) -> str:
    """Where two pictures differ; nothing if they are the same."""
    first, second = (Image.open(io.BytesIO(png)).convert("RGB") for png in (one, other))
    if first.size != second.size:
        return f"{first.size} and {second.size}"
    box = ImageChops.difference(first, second).point(lambda level: level > FAINT and 255).getbbox()
    return f"within {box}" if box else ""


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_lean_page_looks_as_the_stock_one(
    browser: Browser,
    shared_server: StaticServer,
    stock: StaticServer,
    state: State,
    tmp_path: Path,
) -> None:
    lean, plain = look(browser, [shared_server.url, stock.url], state)
    found = difference(lean, plain)
    if found:
        (tmp_path / "lean.png").write_bytes(lean)
        (tmp_path / "stock.png").write_bytes(plain)
    assert not found, f"{found}: compare the two pictures in {tmp_path}"


def test_a_rule_that_is_missing_would_be_seen(
    browser: Browser, site: Path, shared_server: StaticServer, tmp_path: Path
) -> None:
    broken = tmp_path / "site"
    shutil.copytree(site, broken)
    (sheet,) = broken.glob("assets/stylesheets/guide.*.css")
    text = sheet.read_text("utf-8")
    assert ".guide-help{" in text
    sheet.write_text(text.replace(".guide-help{", ".guide-other{"), "utf-8")
    with StaticServer(broken) as running:
        assert difference(*look(browser, [running.url, shared_server.url], STATES[0]))
