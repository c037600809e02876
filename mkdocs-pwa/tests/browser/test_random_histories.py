"""Random sites, deploys, cuts and evictions: all that a page shows is of one published version.

A page and its parts are read back from inside the page after each step. Parts may be missing, as
nothing can be shown that the network never brought; but what is there must be, byte for byte, of
one version that was published.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright

from mkdocs_pwa import PackOptions, pack
from mkdocs_pwa.app import icons, worker
from mkdocs_pwa_testing import faults, screens
from mkdocs_pwa_testing.chromium import ARGUMENTS
from mkdocs_pwa_testing.page import until
from mkdocs_pwa_testing.server import Answer, StaticServer

PAGES = ("", "one/", "two/deep/")
PARTS = ("style.css", "words.txt", "more/words.txt")

#: Revision of each file that a version has.
Version = Mapping[str, int]

#: A second page that is open before there is a worker, and the version that is saved then.
Early = tuple[str, Version] | None

READ = """
async (parts) => {
  const status = await new Promise((resolve) => {
    const { controller } = navigator.serviceWorker ?? {};
    if (!controller) { resolve(null); return; }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve(null), 2000);
    controller.postMessage({ type: "status" }, [port2]);
  });
  const limit = () => AbortSignal.timeout(2000);
  const read = (path) => fetch(new URL(path, location.origin), { signal: limit() })
    .then(async (response) => response.ok ? await response.text() : null)
    .catch(() => null);
  // The plugin's own notice stands behind the text.
  const text = document.querySelector("main")?.cloneNode(true);
  text?.querySelector(".mkdocs-pwa")?.remove();
  return {
    title: document.title,
    body: text?.textContent ?? null,
    tab: status?.tab ?? null,
    parts: Object.fromEntries(
      await Promise.all(parts.map(async (path) => [path, await read(path)]))
    ),
  };
}
"""
EVICT = """
async (nth) => {
  for (const name of await caches.keys()) {
    if (nth === null) { await caches.delete(name); continue; }
    const cache = await caches.open(name);
    const keys = await cache.keys();
    if (!name.endsWith(":state") && keys.length) await cache.delete(keys[nth % keys.length]);
  }
}
"""
TAKE_OVER = """
navigator.serviceWorker?.getRegistration().then((registration) => {
  registration?.waiting?.postMessage({ type: "activate" });
  return new Promise((resolve) => {
    if (!registration?.waiting) resolve();
    registration?.waiting?.addEventListener("statechange", resolve);
    setTimeout(resolve, 2000);
  });
})
"""
LOOK = """
navigator.serviceWorker?.getRegistration()
  .then((registration) => registration?.update()).catch(() => {})
"""
IN_USE = "navigator.serviceWorker.ready.then(() => Boolean(navigator.serviceWorker.controller))"
SETTLED = """
(async () => {
  const found = await navigator.serviceWorker?.getRegistration();
  return !found?.installing && found?.active?.state !== "activating";
})()
"""
BUILT_IN = {"This page is not saved", "The saved copy needs repair"}


def text_of(path: str, revision: int) -> str:
    """What a file of a revision holds: long enough to be cut, and closed by an end."""
    return f"{path} revision {revision} " + "word " * 400 + "end"


def page_html(path: str, revision: int) -> str:
    root = "../" * path.count("/")
    return (
        f'<!doctype html><html lang="en"><head><title>Guide</title>'
        f'<link rel="stylesheet" href="{root}style.css"></head>'
        f"<body><main>{text_of(path, revision)}</main></body></html>"
    )


@dataclass
class Publisher:
    """Packs each version once."""

    root: Path
    packed: dict[frozenset[tuple[str, int]], Path] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def folder(self, version: Version) -> Path:
        key = frozenset(version.items())
        if key not in self.packed:
            folder = self.root / str(next(self.numbers))
            for path, revision in version.items():
                is_page = path in PAGES
                file = folder / path / "index.html" if is_page else folder / path
                file.parent.mkdir(parents=True, exist_ok=True)
                make = page_html if is_page else text_of
                file.write_text(make(path, revision), "utf-8")
            pack(folder, PackOptions(name="Guide", built="2026-11-22"))
            self.packed[key] = folder
        return self.packed[key]


@pytest.fixture(scope="module")
def publisher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Publisher]:
    with pytest.MonkeyPatch.context() as patch:
        render = functools.cache(icons.render)
        patch.setattr(icons, "render", lambda *drawing: render(*drawing))
        # The same code with shorter waits, so that what comes after a failure is reached.
        quick = functools.cache(worker.source)
        patch.setattr(worker, "source", lambda kind: without_waits(quick(kind)))
        yield Publisher(tmp_path_factory.mktemp("versions"))


def without_waits(script: str) -> str:
    for waits, short in (
        ("[0, 500, 2500]", "[0, 20, 20]"),
        ("[5_000, 20_000, 60_000, 300_000]", "[50, 100, 100, 100]"),
        ("NETWORK_LIMIT_MS = 4000", "NETWORK_LIMIT_MS = 1500"),
    ):
        script = script.replace(waits, short)
    return script


class World:
    """A host, a network and a phone with up to two tabs."""

    def __init__(self, server: StaticServer, context: BrowserContext, publisher: Publisher) -> None:
        self.server = server
        self.context = context
        self.publisher = publisher
        self.published: list[Version] = []
        self.tabs = [context.new_page()]

    def deploy(self, version: Version) -> None:
        self.published.append(version)
        self.server.folder = self.publisher.folder(version)

    def roll_back(self, nth: int) -> None:
        self.deploy(self.published[nth % len(self.published)])

    def spoil(self, kind: str, after: int, share: int) -> None:
        """From the request number `after` on, spoil each path of a share of all."""
        seen = itertools.count()
        older = self.publisher.folder(self.published[0])

        def fault(path: str, answer: Answer) -> Answer | None:
            if next(seen) < after or sum(path.encode()) % 3 > share or answer.status != 200:
                return answer
            if kind == "older":
                file = older / path / ("index.html" if path.endswith("/") or not path else "")
                content = file.read_bytes() if file.is_file() else answer.body
                return Answer(200, answer.content_type, content)
            return None if kind == "cut" else SPOILERS[kind](answer)

        self.server.fault = fault

    def network(self, is_there: bool) -> None:
        self.server.stop()
        if is_there:
            self.server.fault = None
            self.server.start()

    def visit(self, tab: int, path: str) -> None:
        if tab == len(self.tabs):
            self.tabs.append(self.context.new_page())
        try:
            self.tabs[tab].goto(self.server.url + path, timeout=10_000)
        except Error:
            # A reader closes the browser's own page of an error, and starts again.
            self.tabs[tab].close()
            self.tabs[tab] = self.context.new_page()

    def close(self, tab: int) -> None:
        if tab < len(self.tabs) and len(self.tabs) > 1:
            self.tabs.pop(tab).close()

    def run(self, script: str, argument: Any = None) -> Any:
        try:
            return self.tabs[0].evaluate(script, argument)
        except Error:
            return None

    def take_over(self) -> None:
        self.run(TAKE_OVER)

    def look(self) -> None:
        self.run(LOOK)

    def evict(self, nth: int | None) -> None:
        self.run(EVICT, nth)

    def update(self, version: Version) -> None:
        """Publish, and let the phone find it and store what it can."""
        self.deploy(version)
        self.run(LOOK)
        self.settle()

    def renew(self, version: Version) -> None:
        """The same, and take it over while tabs of the version before are open."""
        self.update(version)
        self.take_over()

    def open_before_the_worker(self, path: str, saved: Version) -> None:
        """Open pages while the host has no worker yet; what the phone then saves is `saved`."""
        self.server.fault = lambda path, answer: (
            Answer(503, "text/plain", b"") if path == "sw.js" else answer
        )
        for tab, opened in enumerate(("", path)):
            self.visit(tab, opened)
        self.deploy(saved)
        self.server.fault = None
        self.run("dispatchEvent(new Event('online'))")
        for page in self.tabs:
            until(page, IN_USE)
        self.check()

    def settle(self) -> None:
        """Wait until nothing is being stored; failing attempts end by themselves."""
        until(self.tabs[0], SETTLED)

    def end_workers(self) -> None:
        session = self.context.new_cdp_session(self.tabs[0])
        session.send("ServiceWorker.enable")
        session.send("ServiceWorker.stopAllWorkers")
        session.detach()

    def check(self) -> None:
        for page in self.tabs:
            if page.url.startswith(self.server.url):
                self.check_page(page)

    def check_page(self, page: Page) -> None:
        path = page.url.removeprefix(self.server.url).partition("?")[0]
        try:
            seen = page.evaluate(READ, list(PARTS))
        except Error:
            # It is being replaced; the next step looks again.
            return
        if seen["title"] in BUILT_IN or seen["tab"] is None:
            return
        assert seen["body"] is not None, f"{page.url}: a page that is not ours: {seen['title']}"
        fitting = [
            version
            for version in self.published
            if path in version and text_of(path, version[path]) == seen["body"]
        ]
        assert fitting, f"{page.url}: bytes that were never published: {seen['body'][:60]!r}"
        if seen["tab"] == "network":
            return
        assert any(self.fits(version, seen["parts"]) for version in fitting), (
            f"{page.url}: expected page and parts of one version, found {seen['body'][:40]!r} "
            f"with { {path: (text or '')[:40] for path, text in seen['parts'].items()} }"
        )

    def fits(self, version: Version, parts: Mapping[str, str | None]) -> bool:
        """Whether each part that the version has, and that was found, is the version's."""
        return all(
            parts[path] in (None, text_of(path, revision))
            for path, revision in version.items()
            if path in PARTS
        )


SPOILERS: dict[str, Callable[[Answer], Answer]] = {
    "half": faults.cut_by_a_close,
    "short": faults.shorter_than_announced,
    "gzip": faults.cut_gzip,
    "sign-in": faults.sign_in_page,
    "busy": lambda answer: Answer(500, "text/html", b"busy"),
}

revisions = st.integers(0, 2)
versions = st.fixed_dictionaries(
    {"": revisions, "style.css": revisions},
    optional=dict.fromkeys((*PAGES[1:], *PARTS[1:]), revisions),
)
tabs = st.integers(0, 1)
steps = st.one_of(
    st.tuples(st.just("visit"), tabs, st.sampled_from(PAGES)),
    st.tuples(st.just("visit"), tabs, st.sampled_from(PAGES)),
    st.tuples(st.just("deploy"), versions),
    st.tuples(st.just("update"), versions),
    st.tuples(st.just("renew"), versions),
    st.tuples(st.just("renew"), versions),
    st.tuples(st.just("roll_back"), st.integers(0, 3)),
    st.tuples(
        st.just("spoil"),
        st.sampled_from(["cut", "older", *SPOILERS]),
        st.integers(0, 12),
        st.integers(0, 2),
    ),
    st.tuples(st.just("network"), st.booleans()),
    st.tuples(st.just("take_over")),
    st.tuples(st.just("take_over")),
    st.tuples(st.just("look")),
    st.tuples(st.just("settle")),
    st.tuples(st.just("evict"), st.one_of(st.none(), st.integers(0, 9))),
    st.tuples(st.just("end_workers")),
    st.tuples(st.just("close"), tabs),
)

# In parts, so that they can run beside each other, and none comes near the time limit of a test on
# a busy machine; the seeds make each run the same.
PARTS_OF_RUN, HISTORIES = 20, 10


@pytest.fixture(scope="module")
def running_browser(playwright: Playwright, executable: str) -> Iterator[Callable[[], Browser]]:
    """Gives the one browser, or a new one if it has ended by itself."""
    started: list[Browser] = []

    def give() -> Browser:
        if not started or not started[-1].is_connected():
            started.append(playwright.chromium.launch(executable_path=executable, args=ARGUMENTS))
        return started[-1]

    yield give
    for browser in started:
        browser.close()


@pytest.mark.parametrize("part", range(PARTS_OF_RUN))
def test_all_that_is_shown_is_of_one_published_version(
    running_browser: Callable[[], Browser], publisher: Publisher, part: int
) -> None:
    @seed(part)
    @settings(
        max_examples=HISTORIES,
        deadline=None,
        database=None,
        # Making a failing history shorter would take longer than reading it.
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(
        first=versions,
        early=st.one_of(st.none(), st.tuples(st.sampled_from(PAGES), versions)),
        history=st.lists(steps, min_size=4, max_size=9),
    )
    def live(first: Version, early: Early, history: list[tuple[Any, ...]]) -> None:
        # Chromium 156 may end itself ("bad_optional_access") when DevTools ends its workers, and
        # with it every history after. What was not seen to its end is lived again, once.
        life = (publisher, first, early, history)
        if not lived(running_browser(), *life):
            assert lived(running_browser(), *life), "the browser ended twice"

    live()


def lived(
    browser: Browser,
    publisher: Publisher,
    first: Version,
    early: Early,
    history: list[tuple[Any, ...]],
) -> bool:
    """Whether a history came to its end; False if the browser did before."""
    # A phone that is left behind would go on storing beside the next ones.
    with (
        StaticServer(publisher.folder(first)) as server,
        contextlib.closing(browser.new_context(**screens.phone())) as context,
    ):
        try:
            go_through(World(server, context, publisher), first, early, history)
        except Error:
            if browser.is_connected():
                raise
        return browser.is_connected()


def go_through(world: World, first: Version, early: Early, history: list[tuple[Any, ...]]) -> None:
    world.deploy(first)
    if early:
        path, saved = early
        world.open_before_the_worker(path if path in first else "", saved)
    else:
        if history[0][0] == "spoil":
            world.spoil(*history[0][1:])
        # The first page is from before there was a worker, the second from its copy.
        for _ in range(2):
            world.visit(0, "")
            world.settle()
        world.visit(1, "")
    for name, *arguments in history:
        getattr(world, name)(*arguments)
        world.check()
