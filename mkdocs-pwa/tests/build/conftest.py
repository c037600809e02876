"""Real builds of sites/minimal by MkDocs."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

MINIMAL = Path(__file__).parents[1] / "sites" / "minimal" / "mkdocs.yml"

Build = Callable[..., Path]


@pytest.fixture(autouse=True)
def same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs' own themes write the time of the build into the home page."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def mkdocs_log(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        yield caplog


@pytest.fixture
def build_site(tmp_path: Path) -> Build:
    """Builds the site as `mkdocs build` would, or as the named command."""

    def build_into(
        name: str = "site",
        *,
        command: Literal["build", "serve"] = "build",
        pwa: dict[str, Any] | None = None,
        **settings: Any,
    ) -> Path:
        if pwa is not None:
            settings["plugins"] = ["search", {"pwa": pwa}]
        config = load_config(str(MINIMAL), site_dir=str(tmp_path / name), **settings)
        config.plugins.on_startup(command=command, dirty=False)
        build(config)
        return tmp_path / name

    return build_into
