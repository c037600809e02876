"""Rows of the table that only Chromium can be given here, with the reason for the others."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.offline


@pytest.mark.parametrize("engine", ["firefox", "webkit"])
@pytest.mark.parametrize(
    "reason",
    [
        pytest.param("nothing limits the room of one site", marks=pytest.mark.fault(23)),
        pytest.param("its driver here has no command to print", marks=pytest.mark.fault(40)),
        pytest.param("its driver here cannot name this machine", marks=pytest.mark.fault(44)),
    ],
)
def test_a_fault_that_this_engine_cannot_be_given(engine: str, reason: str) -> None:
    pytest.skip(reason)
