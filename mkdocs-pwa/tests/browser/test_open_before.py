"""A page that was open before there was a worker is of the version that it was opened in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing.faults import Gate
from mkdocs_pwa_testing.page import REGISTRATION, until, wait_until_saved
from mkdocs_pwa_testing.server import Answer, StaticServer

MakeSite = Callable[..., Path]

NOT_OF_THE_COPY = "This page is not from the saved copy."
DATE = "<span data-mkdocs-pwa-version></span>"
PART = "fetch('style.css').then((response) => response.text(), () => 'nothing')"
IN_USE = f"""
{REGISTRATION}.then((found) =>
  found?.active?.state === "activated" && Boolean(navigator.serviceWorker.controller))
"""
OTHER_STYLE = {"style.css": "body{margin:2em}"}


@pytest.fixture
def site(make_site: MakeSite) -> Iterator[StaticServer]:
    with StaticServer(make_site(body=DATE, built="2026-11-22")) as running:
        yield running


def no_worker(path: str, answer: Answer) -> Answer:
    return Answer(503, "text/plain", b"") if path == "sw.js" else answer


def open_before(phone: Page, site: StaticServer, later: Path) -> None:
    """Open the home page while the host has no worker yet; then save what it has by then."""
    site.fault = no_worker
    phone.goto(site.url)
    phone.wait_for_load_state("networkidle")
    site.folder = later
    site.fault = None
    phone.evaluate("dispatchEvent(new Event('online'))")
    until(phone, IN_USE)
    site.stop()


def test_it_is_offered_a_reload_when_another_version_was_saved(
    phone: Page, site: StaticServer, make_site: MakeSite
) -> None:
    later = make_site("later", home="New home", body=DATE, built="2026-12-01")
    open_before(phone, site, later)
    expect(phone.get_by_text(NOT_OF_THE_COPY)).to_be_visible()
    expect(phone.locator("[data-mkdocs-pwa-version]")).to_have_text("")
    phone.get_by_role("button", name="Reload").click()
    expect(phone.get_by_role("heading", name="New home")).to_be_visible()
    expect(phone.locator("[data-mkdocs-pwa-version]")).to_have_text("Version of December 1, 2026")


def test_it_gets_no_part_of_another_version(
    phone: Page, site: StaticServer, make_site: MakeSite
) -> None:
    open_before(phone, site, make_site("later", home="New home", extra=OTHER_STYLE))
    assert phone.evaluate(PART) == "nothing"


def test_it_is_current_when_its_own_version_was_saved(phone: Page, site: StaticServer) -> None:
    open_before(phone, site, site.folder)
    expect(phone.locator("[data-mkdocs-pwa-version]")).to_have_text("Version of November 22, 2026")
    assert phone.evaluate(PART) == "body{margin:1em}"
    expect(phone.get_by_role("button", name="Reload")).to_have_count(0)


@pytest.mark.parametrize("lines_reached", [0, 1])
def test_it_is_not_current_either_when_the_worker_was_ended_while_it_took_over(
    phone: Page, site: StaticServer, make_site: MakeSite, lines_reached: int
) -> None:
    later = make_site("later", home="New home", body=DATE, built="2026-12-01")
    worker = later / "sw.js"
    lines = ["await self.clients.claim();", 'await writeItem("active", version);', "await tidy("]
    cut = "\n".join(lines)
    script = worker.read_text("utf-8")
    assert cut in script
    # What comes after this line is never reached, as when the browser ends the worker there.
    lines.insert(lines_reached, "throw new Error('ended');")
    worker.write_text(script.replace(cut, "\n".join(lines)), "utf-8")
    open_before(phone, site, later)
    expect(phone.get_by_text(NOT_OF_THE_COPY)).to_be_visible()
    expect(phone.locator("[data-mkdocs-pwa-version]")).to_have_text("")
    assert phone.evaluate(PART) == "nothing"


PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="9" viewBox="0 0 {0} 9"></svg>'
)
PICTURES = '<img alt="Map" src="/map.svg">'
LATER_PICTURE = """
new Promise((resolve) => {
  const picture = new Image();
  picture.onload = picture.onerror = () => resolve(picture.naturalWidth);
  picture.src = "other.svg";
})
"""


def test_a_page_with_a_picture_of_another_version_gets_no_date_and_no_second_picture(
    phone: Page, make_site: MakeSite
) -> None:
    def version(name: str, width: int) -> Path:
        extra = {f"{one}.svg": PICTURE.format(width) for one in ("map", "other")}
        return make_site(name, body=DATE + PICTURES, extra=extra, built="2026-11-22")

    with StaticServer(version("first", 10)) as site:
        open_before(phone, site, version("later", 20))
        assert phone.get_by_alt_text("Map").evaluate("picture => picture.naturalWidth") == 10
        expect(phone.get_by_text(NOT_OF_THE_COPY)).to_be_visible()
        expect(phone.locator("[data-mkdocs-pwa-version]")).to_have_text("")
        assert phone.evaluate(LATER_PICTURE) == 0


@pytest.mark.parametrize("kept", ["max-age=3600", "no-store"])
def test_data_of_another_version_is_told_too_and_of_its_own_is_not(
    phone: Page, make_site: MakeSite, kept: str
) -> None:
    def version(name: str, data: str) -> Path:
        return make_site(name, body=DATE, extra={"data.json": data}, built="2026-11-22")

    def without_worker(path: str, answer: Answer) -> Answer:
        return no_worker(
            path, Answer(200, answer.content_type, answer.body, {"Cache-Control": kept})
        )

    for name, data, date in (("a", "[1]", "Version of November 22, 2026"), ("b", "[1, 2]", "")):
        with StaticServer(version(f"first-{name}", "[1]")) as site:
            site.fault = without_worker
            phone.goto(site.url)
            phone.evaluate("fetch('data.json').then((response) => response.json())")
            site.folder = version(f"later-{name}", data)
            site.fault = None
            phone.evaluate("dispatchEvent(new Event('online'))")
            until(phone, IN_USE)
            expect(phone.get_by_text("Saved on this phone.").first).to_be_visible()
            if not date:
                expect(phone.get_by_text(NOT_OF_THE_COPY)).to_be_visible()
            expect(phone.locator("[data-mkdocs-pwa-version]")).to_have_text(date)


def test_a_page_with_an_old_style_from_the_browsers_own_cache_gets_no_date(
    phone: Page, site: StaticServer, make_site: MakeSite
) -> None:
    kept = {"Cache-Control": "max-age=3600"}
    site.fault = lambda path, answer: no_worker(
        path, Answer(200, answer.content_type, answer.body, kept) if path == "style.css" else answer
    )
    phone.goto(site.url)
    phone.wait_for_load_state("networkidle")
    site.folder = make_site("later", body=DATE, extra=OTHER_STYLE, built="2026-11-22")
    site.fault = None
    phone.goto(f"{site.url}two/")
    until(phone, IN_USE)
    assert phone.locator("body").evaluate("body => getComputedStyle(body).marginTop") == "16px"
    expect(phone.get_by_text(NOT_OF_THE_COPY)).to_be_visible()
    expect(phone.locator("[data-mkdocs-pwa-version]")).to_have_text("")


def test_a_page_that_was_on_its_way_while_another_version_was_saved_gets_no_date(
    phone: Page, site: StaticServer, make_site: MakeSite
) -> None:
    gate = Gate("two/")
    older = (site.folder / "two/index.html").read_bytes()
    site.fault = lambda path, answer: (
        gate(path, Answer(200, "text/html", older)) if path == "two/" else answer
    )
    late = phone.context.new_page()
    late.goto("about:blank")
    late.evaluate("(url) => setTimeout(() => { location.href = url; })", f"{site.url}two/")
    assert gate.reached.wait(20)
    site.folder = make_site("later", body=f"{DATE}<p>New</p>", built="2026-12-01")
    # What the worker asks for itself is not held up.
    site.fault = None
    phone.goto(site.url)
    until(phone, IN_USE)
    gate.open()
    expect(late.get_by_text(NOT_OF_THE_COPY)).to_be_visible()
    expect(late.locator("[data-mkdocs-pwa-version]")).to_have_text("")
    expect(late.get_by_text("New")).to_have_count(0)


def test_a_page_that_was_loaded_past_the_worker_is_not_given_the_copys_date(
    phone: Page, site: StaticServer, make_site: MakeSite
) -> None:
    phone.goto(site.url)
    wait_until_saved(phone)
    expect(phone.locator("[data-mkdocs-pwa-version]")).to_have_text("Version of November 22, 2026")
    site.folder = make_site("later", home="New home", body=DATE, built="2026-12-01")
    site.fault = no_worker
    session = phone.context.new_cdp_session(phone)
    session.send("Page.reload", {"ignoreCache": True})
    expect(phone.get_by_role("heading", name="New home")).to_be_visible()
    expect(phone.get_by_text(NOT_OF_THE_COPY)).to_be_visible()
    expect(phone.locator("[data-mkdocs-pwa-version]")).to_have_text("")
