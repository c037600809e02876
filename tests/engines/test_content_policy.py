"""All pages and tools of the guide run under its content policy, in every engine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mkdocs_pwa_testing.engines import Engine
from mkdocs_pwa_testing.page import SAVED
from mkdocs_pwa_testing.server import StaticServer

from ..conftest import build_guide, copy_sources
from ..pages import ADDRESSES

# One worker has all of them, so that the guide is built once.
pytestmark = pytest.mark.xdist_group("content policy of the guide")

LISTENER = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
});
"""
# Before every other script and style of the page.
LISTENING = """
{% block htmltitle %}
  <script src="{{ 'listener.js' | url }}"></script>
  {{ super() }}
{% endblock %}
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaticServer]:
    """The guide, built with a listener in each page."""
    sources = copy_sources(tmp_path_factory.mktemp("policy") / "project")
    (sources / "docs/en/listener.js").write_text(LISTENER, "utf-8")
    template = sources / "overrides/main.html"
    template.write_text(template.read_text("utf-8") + LISTENING, "utf-8")
    result = build_guide(sources, sources / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    with StaticServer(sources / "site") as running:
        yield running


def assert_no_violation(phone: Engine, place: str) -> None:
    """Once all of a page has run; the listener itself is one of the scripts."""
    phone.until("document.readyState === 'complete'")
    assert phone.js("window.violations") == [], f"{place} in {phone.name}"


def press(phone: Engine, name: str) -> None:
    """Press the button that says so, once it is there."""
    found = (
        f"[...document.querySelectorAll('button')].find((one) => one.innerText.trim() === {name!r})"
    )
    phone.until(f"Boolean({found})")
    phone.js(f"void {found}.click()")


@pytest.mark.parametrize("part", range(3))
def test_every_page_runs_without_a_violation(
    phone: Engine, server: StaticServer, part: int
) -> None:
    for address in [*ADDRESSES, "no/such/page/"][part::3]:
        phone.goto(server.url + address)
        assert_no_violation(phone, address)


def test_a_saved_page_runs_without_a_violation(phone: Engine, server: StaticServer) -> None:
    phone.goto(server.url)
    phone.until(SAVED)
    server.stop()
    try:
        phone.goto(f"{server.url}help/")
        phone.until_text("911")
        assert_no_violation(phone, "help/")
    finally:
        # The other tests have the same one.
        server.start()


def test_the_checklist_and_the_search_run_without_a_violation(
    phone: Engine, server: StaticServer
) -> None:
    phone.goto(f"{server.url}before/drip/")
    phone.until("document.querySelector('article input[type=checkbox]') !== null")
    phone.js("void document.querySelector('article input[type=checkbox]').click()")
    phone.until_text("1 of ")
    assert_no_violation(phone, "a tick")
    phone.js("void document.querySelector('.md-search__input').focus()")
    phone.until("document.querySelector('.md-search__input').checkVisibility()")
    phone.write(".md-search__input", "food")
    phone.until("document.querySelector('.md-search-result__item') !== null")
    assert_no_violation(phone, "the search")


def test_the_plan_runs_without_a_violation(phone: Engine, server: StaticServer) -> None:
    phone.goto(f"{server.url}before/plan/")
    phone.until("document.querySelector('[data-plan] [type=date]') !== null")
    phone.js(
        "[['date', '2099-11-24'], ['time', '10:30']].forEach(([type, value]) => {"
        " const field = document.querySelector(`[data-plan] [type=${type}]`);"
        " field.value = value;"
        " field.dispatchEvent(new Event('input', { bubbles: true }));"
        " field.dispatchEvent(new Event('change', { bubbles: true })); })"
    )
    phone.js("void document.querySelector('#plan-drip').click()")
    press(phone, "Show my times")
    phone.until_text("10:30")
    assert_no_violation(phone, "the plan")


def test_the_hours_after_and_the_settings_run_without_a_violation(
    phone: Engine, server: StaticServer
) -> None:
    phone.goto(f"{server.url}after/now/")
    press(phone, "Just now")
    phone.until_text("Change")
    assert_no_violation(phone, "the hours after")
    phone.goto(f"{server.url}about/settings/")
    phone.until("document.querySelectorAll('input[type=radio]').length > 3")
    phone.js(
        "void [...document.querySelectorAll('input[type=radio]')]"
        ".find((one) => one.labels[0].innerText.trim() === 'Largest').click()"
    )
    phone.until("getComputedStyle(document.documentElement).fontSize === '30px'")
    assert_no_violation(phone, "the settings")


def test_a_violation_would_be_seen(phone: Engine, server: StaticServer) -> None:
    phone.goto(server.url)
    picture = '<img src=\\"x\\" onerror=\\"void 0\\">'
    phone.js(f'void document.body.insertAdjacentHTML("beforeend", "{picture}")')
    phone.until("window.violations.some((said) => said.startsWith('script-src'))")
