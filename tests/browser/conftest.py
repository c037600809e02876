"""The guide on a server that can be stopped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_pwa_testing.fixtures import browser, executable, playwright, start_phone
from mkdocs_pwa_testing.server import StaticServer

from .helpers.written import as_written

__all__ = ["browser", "executable", "playwright", "start_phone"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


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
