"""Pytest fixtures: a phone in each engine.

Import the ones you use into your `conftest.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mkdocs_pwa_testing.engines import NAMES, Engine, missing, start
from mkdocs_pwa_testing.engines.install import on_this_machine

StartPhone = Callable[..., Engine]


@pytest.fixture(params=NAMES)
def engine(request: pytest.FixtureRequest) -> str:
    """The name of an engine; the test is skipped where it cannot be had, but never in CI."""
    name: str = request.param
    if reason := on_this_machine(missing(name)):
        pytest.skip(reason)
    return name


@pytest.fixture
def start_phone(engine: str, tmp_path: Path) -> Iterator[StartPhone]:
    """Starts the one phone of a test; it is closed at the end."""
    started: list[Engine] = []

    def start_it(**settings: bool) -> Engine:
        started.append(start(engine, tmp_path / "profile", **settings))
        return started[-1]

    yield start_it
    for phone in started:
        phone.close()


@pytest.fixture
def phone(start_phone: StartPhone) -> Engine:
    return start_phone()
