"""A notice covers nothing, waits while the page asks for quiet, and takes no words away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, UPDATE_WAITS, until, wait_until_saved
from mkdocs_pwa_testing.server import StaticServer

MakeSite = Callable[..., Path]

BUTTONS = "<style>p > button { width: 100%; height: 44px }</style>" + "".join(
    f"<p><button>Call {number}</button></p>" for number in range(40)
)
FORM = """<form><label>Note <textarea name="note"></textarea></label>
<label>Day <input id="day"></label>
<label>Drip <input type="radio" name="route" value="drip"></label>
<label>Code <input type="password" name="code"></label></form>"""
#: Fields that a script of the site makes after a tap.
LATER = """<button onclick="">More</button><script>
document.querySelector("button").addEventListener("click", () => {
  document.body.insertAdjacentHTML("beforeend", '<label>Food <input name="food"></label>');
});
</script>"""
#: The buttons of the page that a tap would miss, each looked at where it can be seen.
MISSED = """
() => [...document.querySelectorAll("p > button")].filter((button) => {
  button.scrollIntoView({ block: "end", behavior: "instant" });
  const box = button.getBoundingClientRect();
  return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) !== button;
}).map((button) => button.textContent)
"""


@pytest.fixture
def changed(phone: Page, make_site: MakeSite) -> Iterator[Callable[..., None]]:
    """Opens a site that has a new version waiting; `body` is what its pages hold."""
    with StaticServer(make_site()) as server:

        def change(body: str, **options: str) -> None:
            server.folder = make_site("old", body=body, content_policy=False)
            phone.goto(server.url)
            wait_until_saved(phone)
            server.folder = make_site(
                "new", home="New home", body=body, content_policy=False, **options
            )
            assert phone.evaluate(LOOK_FOR_UPDATE) is None
            until(phone, UPDATE_WAITS)

        yield change


def notice(page: Page) -> Locator:
    return page.get_by_role("status").filter(has_text="A new version is ready")


def take(page: Page) -> None:
    page.get_by_role("button", name="Use it now").click()
    expect(page.get_by_role("heading", name="New home")).to_be_visible()


def test_a_notice_covers_nothing_that_can_be_tapped(
    phone: Page, changed: Callable[..., None]
) -> None:
    changed(BUTTONS)
    expect(notice(phone)).to_be_attached()
    assert phone.evaluate(MISSED) == []
    notice(phone).scroll_into_view_if_needed()
    expect(notice(phone)).to_be_in_viewport()


def test_a_notice_moves_nothing_when_it_comes(phone: Page, changed: Callable[..., None]) -> None:
    place = "document.querySelector('p > button').getBoundingClientRect().top"
    changed(f"{BUTTONS}<div data-mkdocs-pwa-quiet></div>")
    before = phone.evaluate(place)
    phone.locator("[data-mkdocs-pwa-quiet]").evaluate("element => element.remove()")
    expect(notice(phone)).to_be_attached()
    assert phone.evaluate(place) == before


def test_the_notice_of_an_urgent_version_stands_before_the_text(
    phone: Page, changed: Callable[..., None]
) -> None:
    changed(BUTTONS, urgent="The fasting time was wrong")
    expect(phone.get_by_text("The fasting time was wrong")).to_be_in_viewport()
    assert phone.evaluate(MISSED) == []


def test_a_notice_goes_where_the_page_has_a_place_for_it(
    phone: Page, changed: Callable[..., None]
) -> None:
    changed(f"<div data-mkdocs-pwa-notice></div>{BUTTONS}")
    expect(phone.locator("[data-mkdocs-pwa-notice]").get_by_role("status")).to_be_visible()


def test_a_notice_waits_while_the_page_asks_for_quiet(
    phone: Page, changed: Callable[..., None]
) -> None:
    changed('<div data-mkdocs-pwa-quiet>Reading</div><p id="p"></p>')
    # The version has been offered by now: the place about the copy would name it.
    phone.reload()
    phone.wait_for_load_state("networkidle")
    until(phone, UPDATE_WAITS)
    expect(notice(phone)).to_have_count(0)
    quiet = phone.locator("[data-mkdocs-pwa-quiet]")
    quiet.evaluate("element => element.removeAttribute('data-mkdocs-pwa-quiet')")
    expect(notice(phone)).to_be_visible()


def test_a_notice_that_stands_is_hidden_while_the_page_asks_for_quiet(
    phone: Page, changed: Callable[..., None]
) -> None:
    changed('<p id="p"></p>')
    expect(notice(phone)).to_be_visible()
    text = phone.locator("#p")
    text.evaluate("element => element.setAttribute('data-mkdocs-pwa-quiet', '')")
    expect(notice(phone)).to_be_hidden()
    text.evaluate("element => element.removeAttribute('data-mkdocs-pwa-quiet')")
    expect(notice(phone)).to_be_visible()


def test_words_that_are_half_typed_stay_over_a_new_version(
    phone: Page, changed: Callable[..., None]
) -> None:
    changed(FORM)
    phone.get_by_label("Note").fill("Ask Sam\nto come")
    phone.get_by_label("Day").fill("Tues")
    phone.get_by_label("Drip").check()
    take(phone)
    expect(phone.get_by_label("Note")).to_have_value("Ask Sam\nto come")
    expect(phone.get_by_label("Day")).to_have_value("Tues")
    expect(phone.get_by_label("Drip")).to_be_checked()
    assert phone.evaluate("sessionStorage.getItem('/:mkdocs-pwa-typed:1')") == ""


def test_a_password_is_not_kept(phone: Page, changed: Callable[..., None]) -> None:
    changed(FORM)
    phone.get_by_label("Code").fill("secret")
    take(phone)
    assert "secret" not in phone.evaluate("JSON.stringify({...sessionStorage})")


def test_words_come_back_into_a_field_that_a_script_makes_later(
    phone: Page, changed: Callable[..., None]
) -> None:
    changed(LATER)
    phone.get_by_role("button", name="More").click()
    phone.get_by_label("Food").fill("Soup")
    take(phone)
    phone.get_by_role("button", name="More").click()
    expect(phone.get_by_label("Food")).to_have_value("Soup")
