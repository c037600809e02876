"""The modules that keep data, asked directly: each runs in a page as it is served."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer


@pytest.fixture
def page(browser: Browser, source_server: StaticServer) -> Iterator[Page]:
    context = browser.new_context(**phone(), service_workers="block")
    page = context.new_page()
    page.goto(f"{source_server.url}learn/")
    yield page
    context.close()


def ask(page: Page, module: str, script: str, argument: object = None) -> Any:
    """Run a script that sees a module as `m` and its argument as `a`."""
    return page.evaluate(
        f"async (a) => {{ const m = await import('/assets/javascripts/{module}'); {script} }}",
        argument,
    )


def test_what_is_written_is_read(page: Page) -> None:
    assert ask(page, "kept/storage.js", "m.write('x', 1, {a: 1}); return m.read('x', 1, null)") == {
        "a": 1
    }
    assert page.evaluate("localStorage.getItem('/:x:1')") == '{"a":1}'


def test_what_is_not_there_or_damaged_gives_the_fallback(page: Page) -> None:
    page.evaluate("localStorage.setItem('/:x:1', '{')")
    assert ask(page, "kept/storage.js", "return m.read('x', 1, 'none')") == "none"
    assert ask(page, "kept/storage.js", "return m.read('y', 1, 'none')") == "none"


def test_older_data_goes_through_every_version_once(page: Page) -> None:
    page.evaluate("localStorage.setItem('/:x:1', '1')")
    script = """
      const calls = [];
      const migrations = {1: (n) => (calls.push(1), n + 10), 2: (n) => (calls.push(2), n * 2)};
      const first = m.read('x', 3, null, migrations);
      return [first, m.read('x', 3, null, migrations), calls, Object.keys(localStorage)
        .filter((key) => key.startsWith('/:x'))];
    """
    assert ask(page, "kept/storage.js", script) == [22, 22, [1, 2], ["/:x:3"]]


def test_older_data_that_no_function_expects_stays_and_gives_the_fallback(page: Page) -> None:
    page.evaluate("localStorage.setItem('/:x:1', '1')")
    script = "return m.read('x', 2, 'none', {1: (old) => old.no.such.part})"
    assert ask(page, "kept/storage.js", script) == "none"
    assert page.evaluate("localStorage.getItem('/:x:1')") == "1"


def test_what_finds_no_room_lasts_until_the_page_is_left(page: Page) -> None:
    page.evaluate("localStorage.setItem('x', 'x'.repeat(5 * 1024 * 1024 - 400))")
    script = "return [m.write('big', 1, 'y'.repeat(1000)), m.read('big', 1, '').length]"
    assert ask(page, "kept/storage.js", script) == [False, 1000]
    page.reload()
    assert ask(page, "kept/storage.js", "return m.read('big', 1, 'gone')") == "gone"


def test_all_that_is_kept_is_listed_and_nothing_of_neighbors(page: Page) -> None:
    page.evaluate("['/:b:2', '/:a:1', '/en/:a:1', 'a'].forEach(k => localStorage.setItem(k, '5'))")
    assert ask(page, "kept/storage.js", "return m.everything()") == [
        {"feature": "a", "version": 1, "value": 5},
        {"feature": "b", "version": 2, "value": 5},
    ]


def test_keys_begin_with_the_path_of_the_site(browser: Browser, site: Any) -> None:
    with StaticServer(site, base="/a/b/") as server:
        context = browser.new_context(**phone(), service_workers="block")
        page = context.new_page()
        page.goto(f"{server.url}after/drip/")
        page.get_by_role("checkbox").first.check()
        expect(page.get_by_text("1 of").first).to_be_visible()
        keys = page.evaluate("Object.keys(localStorage).filter(key => !key.includes('.__'))")
        assert sorted(keys) == ["/a/b/:checklist:2", "/a/b/:visits:1"]
        context.close()


def test_a_change_is_told_to_those_who_watch_its_feature_only(page: Page) -> None:
    script = """
      const told = [];
      m.onChange('x', () => told.push('x')); m.onChange('y', () => told.push('y'));
      m.onAnyChange(() => told.push('any'));
      m.write('x', 1, 1); m.remove('x');
      return told;
    """
    assert ask(page, "kept/storage.js", script) == ["x", "any", "x", "any"]


A, B = ({"id": name, "date": "", "time": "", "zone": "", "route": ""} for name in "ab")


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("m.withVisit({visits: [], current: ''}, a)", {"visits": [A], "current": "a"}),
        ("m.startedVisit({visits: [a], current: 'a'}, 'b')", {"visits": [A, B], "current": "b"}),
        ("m.withoutVisit({visits: [a, {...a, id: 'b'}], current: 'b'}, 'b')",
         {"visits": [A], "current": "a"}),
        ("m.withoutVisit({visits: [a], current: 'a'}, 'a')", {"visits": [], "current": ""}),
        ("m.withoutVisit({visits: [a], current: 'a'}, 'c')", {"visits": [A], "current": "a"}),
        ("m.chosenVisit({visits: [a], current: 'a'}, 'c')", {"visits": [A], "current": "a"}),
        ("m.stateFrom('rubbish')", {"visits": [], "current": ""}),
        ("m.stateFrom({visits: [a], current: 'c'})", {"visits": [A], "current": ""}),
    ],
)  # fmt: skip
def test_visits_as_one_value(page: Page, call: str, expected: object) -> None:
    assert ask(page, "kept/visits.js", f"return {call}", A) == expected


def test_a_visit_is_replaced_in_its_place(page: Page) -> None:
    script = "return m.withVisit({visits: [a, {...a, id: 'b'}], current: 'b'}, {...a, time: '9'})"
    state = ask(page, "kept/visits.js", script, A)
    assert state == {"visits": [{**A, "time": "9"}, B], "current": "a"}


def test_ids_are_never_the_same(page: Page) -> None:
    script = """
      const ids = Array.from({length: 50}, () => m.startVisit().id);
      return [new Set(ids).size, m.allVisits().length];
    """
    assert ask(page, "kept/visit-store.js", script) == [50, 50]


def test_the_first_visit_is_one_until_it_is_saved(page: Page) -> None:
    script = """
      const first = m.currentVisit();
      const again = m.currentVisit();
      const before = m.allVisits().length;
      m.saveVisit({...first, date: '2026-11-24'});
      const now = m.currentVisit();
      return [first.id === again.id, before, now.date, now.id === first.id];
    """
    assert ask(page, "kept/visit-store.js", script) == [True, 0, "2026-11-24", True]


def test_a_removed_visits_id_is_not_used_again(page: Page) -> None:
    script = """
      const first = m.currentVisit();
      m.saveVisit(first);
      m.currentVisit();
      m.removeVisit(first.id);
      return m.currentVisit().id !== first.id;
    """
    assert ask(page, "kept/visit-store.js", script) is True
