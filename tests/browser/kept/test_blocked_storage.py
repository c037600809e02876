"""A browser that keeps nothing: private modes, cookies switched off, or scripts switched off."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer


@pytest.fixture
def blocked(start_phone: StartPhone, tmp_path: Path) -> Iterator[Page]:
    """A phone whose owner has blocked all site data: every use of storage is an error."""
    preferences = tmp_path / "profile/Default/Preferences"
    preferences.parent.mkdir(parents=True)
    blocking = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    preferences.write_text(json.dumps(blocking), "utf-8")
    with start_phone() as context:
        yield context.pages[0]


def test_search_still_answers(blocked: Page, server: StaticServer) -> None:
    blocked.goto(server.url)
    blocked.get_by_role("textbox", name="Search").focus()
    blocked.keyboard.type("drive")
    expect(blocked.locator(".md-search-result__item").first).to_be_visible()


def test_the_colors_can_still_be_switched(blocked: Page, server: StaticServer) -> None:
    blocked.emulate_media(color_scheme="light")
    blocked.goto(server.url)
    blocked.get_by_title("Use light colors").click()
    blocked.get_by_title("Use dark colors").click()
    expect(blocked.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_nothing_of_ours_fails_aloud(blocked: Page, server: StaticServer) -> None:
    errors: list[str] = []
    blocked.on("pageerror", lambda error: errors.append(str(error)))
    blocked.goto(f"{server.url}before/drip/")
    blocked.get_by_role("checkbox").first.check()
    blocked.wait_for_load_state("networkidle")
    assert errors == []


def test_visits_and_settings_work_until_the_page_is_left(
    blocked: Page, server: StaticServer
) -> None:
    blocked.goto(f"{server.url}after/drip/")
    blocked.get_by_role("checkbox").first.check()
    blocked.locator(".guide-visit summary").click()
    blocked.get_by_role("button", name="Start a new visit").click()
    expect(blocked.get_by_role("checkbox").first).not_to_be_checked()
    blocked.goto(f"{server.url}about/settings/")
    blocked.get_by_role("radio", name="Largest").check()
    expect(blocked.locator(":root")).to_have_attribute("data-guide-size", "largest")
    blocked.get_by_role("radio", name="Calm colors").check()
    expect(blocked.get_by_text("This phone does not let the guide keep")).to_have_count(1)
    blocked.get_by_role("button", name="Remove everything from this phone").click()
    blocked.get_by_role("button", name="Yes, remove it all").click()
    expect(blocked.get_by_text("Removed: your settings.")).to_be_visible()
    expect(blocked.get_by_role("radio", name="Normal")).to_be_checked()


def test_the_reader_is_told_once_that_ticks_are_not_kept(
    blocked: Page, server: StaticServer
) -> None:
    blocked.goto(f"{server.url}before/drip/")
    blocked.get_by_role("checkbox").nth(0).check()
    blocked.get_by_role("checkbox").nth(1).check()
    warning = blocked.get_by_text("This phone does not let the guide keep what you enter.")
    expect(warning).to_have_count(1)


def test_the_start_page_says_that_it_cannot_be_saved(blocked: Page, server: StaticServer) -> None:
    blocked.goto(server.url)
    expect(blocked.get_by_text("This browser cannot save the guide")).to_be_visible()


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(**phone(), java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_scripts_a_checklist_reads_in_full_and_can_be_ticked(
    scriptless: Page, server: StaticServer
) -> None:
    scriptless.goto(f"{server.url}before/drip/")
    boxes = scriptless.get_by_role("checkbox")
    boxes.first.check()
    expect(boxes.first).to_be_checked()
    expect(scriptless.get_by_role("link", name="Call clinic")).to_be_visible()


def test_without_scripts_the_colors_follow_the_system(
    scriptless: Page, server: StaticServer
) -> None:
    scriptless.emulate_media(color_scheme="dark")
    scriptless.goto(server.url)
    paper = scriptless.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert paper == "rgb(16, 23, 26)"
