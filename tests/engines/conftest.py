"""A phone in each engine, for the guide itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_pwa_testing.engines.fixtures import engine, phone, start_phone

__all__ = ["engine", "phone", "start_phone"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
