"""What a page makes of what a worker says of its copy, and what asking costs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa import resources
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, SAVED, UPDATE_WAITS, until, wait_until_saved
from mkdocs_pwa_testing.server import StaticServer

MakeSite = Callable[..., Path]

WHOLE = {"version": "2", "held": 3, "total": 3}
HOLED = {"version": "2", "held": 2, "total": 3}

# Two parts of the client by themselves, with a worker that gives these answers, or else none.
ASKED = """
async ({ script, answers, limit }) => {
  const inMemory = () => ({ get() {}, set() {} });
  const { ask, wholeVersion } = new Function("remembered", script)(inMemory);
  const asked = [];
  const postMessage = ({ type }, [port]) => {
    asked.push(type);
    if (type in answers) port.postMessage(answers[type]);
  };
  const found = limit === null
    ? await wholeVersion({ postMessage })
    : await ask({ postMessage }, "status", {}, limit);
  return { found: found ?? null, asked };
}
"""


def what_a_page_makes_of(page: Page, answers: dict[str, Any], limit: int | None) -> Any:
    parts = [resources.read(f"assets/client/{part}.js") for part in ("saved", "updates")]
    # The limits of the client are for slow phones.
    script = "\n".join([*parts, "return { ask, wholeVersion };"])
    for name in ("20_000", "300_000"):
        assert name in script
        script = script.replace(name, "200")
    return page.evaluate(ASKED, {"script": script, "answers": answers, "limit": limit})


@pytest.mark.parametrize("answer", [{}, {"held": 0, "total": 0}, "pong", None])
def test_what_another_tools_worker_answers_is_taken_for_no_answer(
    phone: Page, answer: object
) -> None:
    assert what_a_page_makes_of(phone, {"status": answer}, limit=200)["found"] is None


@pytest.mark.parametrize(
    ("answers", "found", "asked"),
    [
        pytest.param({"status": WHOLE}, WHOLE, ["status"], id="whole"),
        pytest.param({}, None, ["status"], id="silent"),
        pytest.param({"status": {}}, None, ["status"], id="of another tool"),
        pytest.param(
            {"status": HOLED, "repair": WHOLE}, WHOLE, ["status", "repair"], id="made whole"
        ),
        pytest.param(
            {"status": HOLED, "repair": HOLED}, None, ["status", "repair"], id="still with holes"
        ),
        pytest.param({"status": HOLED}, None, ["status", "repair"], id="ended by the repair"),
    ],
)
def test_a_version_that_waits_counts_only_when_it_says_that_it_is_whole(
    phone: Page, answers: dict[str, Any], found: object, asked: list[str]
) -> None:
    assert what_a_page_makes_of(phone, answers, limit=None) == {"found": found, "asked": asked}


# --- What asking costs ---

# Put before a worker. Each of these goes to the disk; the page may ask how many there were. What
# the worker notes for itself, an entry for each open tab, has a store of its own: not counted.
COUNTING = """
self.operations = { keys: 0, match: 0, matchAll: 0 };
const open = CacheStorage.prototype.open;
CacheStorage.prototype.open = async function (name) {
  const cache = await open.call(this, name);
  cache.isOfNotes = name.endsWith(":state");
  return cache;
};
for (const name of Object.keys(self.operations)) {
  const original = Cache.prototype[name];
  Cache.prototype[name] = function (...given) {
    if (!this.isOfNotes) self.operations[name] += 1;
    return original.apply(this, given);
  };
}
self.addEventListener("message", ({ data, ports }) => {
  if (data.type !== "operations") return;
  ports[0].postMessage({ ...self.operations });
  for (const name of Object.keys(self.operations)) self.operations[name] = 0;
});
"""
OPERATIONS = """
async (name) => {
  const worker = (await navigator.serviceWorker.getRegistration())[name];
  const ask = (type) => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage({ type }, [port2]);
  });
  await ask("operations");
  await ask("status");
  return ask("operations");
}
"""


@pytest.mark.fault(28)
@pytest.mark.parametrize("name", ["active", "waiting"])
def test_what_a_worker_reads_for_its_answer_does_not_grow_with_the_files(
    phone: Page, make_site: MakeSite, name: str
) -> None:
    few, many = (operations(phone, make_site, name, files) for files in (1, 60))
    assert few == many
    assert few["keys"] == 1


def operations(phone: Page, make_site: MakeSite, name: str, files: int) -> dict[str, int]:
    """What a worker does for one answer, in a site of so many files, while a version waits."""
    texts = {f"texts/{number}.txt": f"Text {number}" for number in range(files)}
    first, second = (
        counting(make_site(f"{files}-{home}", home=home, extra=texts)) for home in ("Old", "New")
    )
    with StaticServer(first) as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        phone.wait_for_load_state("networkidle")
        server.folder = second
        assert phone.evaluate(LOOK_FOR_UPDATE) is None
        until(phone, UPDATE_WAITS)
        expect(phone.get_by_role("button", name="Use it now")).to_be_visible()
        found: dict[str, int] = phone.evaluate(OPERATIONS, name)
        return found


def counting(folder: Path) -> Path:
    """A site whose worker counts."""
    worker = folder / "sw.js"
    worker.write_text(COUNTING + worker.read_text("utf-8"), "utf-8")
    return folder


# --- Asking from a test ---

COUNT_QUESTIONS = """
() => {
  const original = ServiceWorker.prototype.postMessage;
  window.questions = 0;
  ServiceWorker.prototype.postMessage = function (...given) {
    window.questions += 1;
    return original.apply(this, given);
  };
}
"""


def test_a_test_asks_nobody_while_a_later_version_is_on_its_way(
    phone: Page, server: StaticServer, make_site: MakeSite
) -> None:
    phone.goto(server.url)
    wait_until_saved(phone)
    server.folder = make_site("next", home="New home")
    assert phone.evaluate(LOOK_FOR_UPDATE) is None
    until(phone, UPDATE_WAITS)
    expect(phone.get_by_role("button", name="Use it now")).to_be_visible()
    phone.evaluate(COUNT_QUESTIONS)
    assert phone.evaluate(SAVED) is False
    assert phone.evaluate("window.questions") == 0
