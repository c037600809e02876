"""Rounds of one run: `-p tests.rounds --rounds=2` runs each test twice, one round after the other.

What tests share for a whole run, as the built guide, is made once; what a module shares is made
anew in each round.
"""

from __future__ import annotations

from collections.abc import Generator

import pytest

_NUMBER = "number_of_the_round"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let it be said how often."""
    parser.addoption("--rounds", type=int, default=1, metavar="N", help="run each test N times")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each test the number of its round, which it need not know."""
    rounds = range(1, metafunc.config.getoption("rounds") + 1)
    metafunc.fixturenames.append(_NUMBER)
    metafunc.parametrize(_NUMBER, rounds, ids=[f"round {number}" for number in rounds])


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None, None, None]:
    """Put the first round of all tests before the second of any, also of those that are a group."""
    for item in items:
        if group := item.get_closest_marker("xdist_group"):
            name = f"{group.args[0]}, round {_round(item)}"
            item.add_marker(pytest.mark.xdist_group(name), append=False)
    yield
    items.sort(key=_round)


def _round(item: pytest.Item) -> int:
    callspec = getattr(item, "callspec", None)
    return int(callspec.params[_NUMBER]) if callspec else 1
