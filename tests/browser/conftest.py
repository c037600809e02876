"""The guide on a server that can be stopped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from mkdocs_pwa_testing.fixtures import LIMIT_MS, browser, executable, playwright, start_phone
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from .helpers.written import as_written

__all__ = ["browser", "executable", "playwright", "start_phone"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            # What the tests of a file share is made once, and not in each process of a run.
            if item.get_closest_marker("xdist_group") is None:
                item.add_marker(pytest.mark.xdist_group(item.path.relative_to(here).stem))


@pytest.fixture
def steady_phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that stays on, with an empty tab: a browser of its own takes a second to start."""
    context = browser.new_context(**phone())
    context.set_default_timeout(LIMIT_MS)
    context.new_page()
    yield context
    context.close()


@pytest.fixture
def server(site: Path) -> Iterator[StaticServer]:
    with StaticServer(site) as running:
        yield running


@pytest.fixture(scope="module")
def shared_server(site: Path) -> Iterator[StaticServer]:
    """For tests that only read."""
    with StaticServer(site) as running:
        yield running


@pytest.fixture(scope="module")
def source_server(site: Path) -> Iterator[StaticServer]:
    """For tests of single modules, which only read."""
    with StaticServer(site) as running:
        running.fault = as_written
        yield running
