"""Processes of one run share what takes long to make."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...once import once


@pytest.fixture
def factory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.TempPathFactory:
    """Of one of two processes, whose folders are in that of the run."""
    (tmp_path / "popen-gw0").mkdir()
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw0")

    class Factory:
        def getbasetemp(self) -> Path:
            return tmp_path / "popen-gw0"

    return Factory()  # type: ignore[return-value]


def test_what_one_process_made_the_others_find(
    factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    made: list[Path] = []

    def make(folder: Path) -> None:
        folder.mkdir()
        made.append(folder)

    assert once(factory, "guide", make) == once(factory, "guide", make)
    assert made == [tmp_path / "guide"]


def test_what_could_not_be_made_is_made_anew(factory: pytest.TempPathFactory) -> None:
    def fail(folder: Path) -> None:
        folder.mkdir()
        raise ValueError("half of it")

    with pytest.raises(ValueError, match="half of it"):
        once(factory, "guide", fail)
    assert once(factory, "guide", Path.mkdir).is_dir()
