"""Two clinics under one address: each has its own copy and its own ticks on a phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from mkdocs_pwa import write_kill_switch
from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.page import open_and_save, wait_until_removed
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.clinic_clock import OPEN

pytestmark = pytest.mark.offline


@pytest.fixture
def host(site: Path, cedar_hill: Path, tmp_path: Path) -> Iterator[StaticServer]:
    """Serves the folder that `make clinics` makes."""
    shutil.copytree(site, tmp_path / "sites/river")
    shutil.copytree(cedar_hill, tmp_path / "sites/cedar-hill")
    with StaticServer(tmp_path / "sites") as running:
        yield running


def save_both(context: BrowserContext, host: StaticServer) -> Page:
    open_and_save(context, f"{host.url}river/")
    return open_and_save(context, f"{host.url}cedar-hill/")


def clinic_at(page: Page, address: str) -> str:
    page.clock.set_fixed_time(OPEN)
    page.goto(f"{address}help/")
    return page.get_by_role("navigation", name="Help").get_by_role("link").first.inner_text()


def test_both_open_with_the_host_gone_each_with_its_own_number(
    start_phone: StartPhone, host: StaticServer
) -> None:
    with start_phone() as context:
        save_both(context, host)
    host.stop()
    with start_phone() as context:
        page = context.pages[0]
        assert "(202) 555-0134" in clinic_at(page, f"{host.url}river/")
        assert "(406) 555-0171" in clinic_at(page, f"{host.url}cedar-hill/")


def test_a_tick_and_a_setting_in_one_are_not_in_the_other(
    steady_phone: BrowserContext, host: StaticServer
) -> None:
    page = steady_phone.pages[0]
    page.goto(f"{host.url}river/after/drip/")
    page.get_by_role("checkbox").first.check()
    expect(page.get_by_text("1 of").first).to_be_visible()
    page.goto(f"{host.url}river/about/settings/")
    page.get_by_role("radio", name="Largest").check()

    page.goto(f"{host.url}cedar-hill/after/drip/")
    expect(page.get_by_text("0 of").first).to_be_visible()
    expect(page.get_by_role("checkbox").first).not_to_be_checked()
    expect(page.locator(":root")).not_to_have_attribute("data-guide-size", "largest")
    page.goto(f"{host.url}river/after/drip/")
    expect(page.get_by_role("checkbox").first).to_be_checked()


def test_removing_everything_of_one_leaves_the_other(
    start_phone: StartPhone, host: StaticServer
) -> None:
    with start_phone() as context:
        page = save_both(context, host)
        page.goto(f"{host.url}cedar-hill/after/drip/")
        page.get_by_role("checkbox").first.check()
        page.goto(f"{host.url}river/about/settings/")
        page.get_by_role("button", name="Remove everything from this phone").click()
        page.get_by_role("checkbox", name="Remove the saved guide too").check()
        page.get_by_role("button", name="Yes, remove it all").click()
        expect(page.get_by_text("The saved guide is removed too.")).to_be_visible()
    host.stop()
    with start_phone() as context:
        page = context.pages[0]
        page.goto(f"{host.url}cedar-hill/after/drip/")
        expect(page.get_by_role("checkbox").first).to_be_checked()


def test_a_clinic_that_leaves_takes_only_its_own_copy_along(
    start_phone: StartPhone, host: StaticServer
) -> None:
    with start_phone() as context:
        page = save_both(context, host)
        write_kill_switch(host.folder / "river")
        page.goto(f"{host.url}river/")
        page.evaluate("navigator.serviceWorker.getRegistration().then((r) => r && r.update())")
        wait_until_removed(page)
    host.stop()
    with start_phone() as context:
        page = context.pages[0]
        assert "(406) 555-0171" in clinic_at(page, f"{host.url}cedar-hill/")
