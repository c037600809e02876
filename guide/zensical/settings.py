"""mkdocs.yml and a clinic's changes to it, as settings of Zensical and of mkdocs-pwa."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from guide.clinic.site import nav_without
from guide.prepare import Prepared
from mkdocs_pwa import PackOptions, Shortcut


def zensical_settings(
    written: Mapping[str, Any], prepared: Prepared, project: Path
) -> dict[str, Any]:
    """Return the settings with which Zensical lays out a guide, as in JSON.

    Args:
        written: what mkdocs.yml says.
        prepared: what the clinic's guide says.
        project: the folder of the project; pages and site are beside the settings, in `docs` and
            `site`.
    """
    own = prepared.settings
    theme = {**written["theme"], "custom_dir": str(project / written["theme"]["custom_dir"])}
    # The other look has another frame, which our styles know nothing of.
    theme["variant"] = "classic"
    if own.logo:
        theme["logo"] = own.logo
    return {
        **written,
        "site_name": own.site_name or written["site_name"],
        "site_url": written.get("site_url") or own.site_url,
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": theme,
        "extra": {**written["extra"], **prepared.extra},
        "nav": nav_without(written["nav"], own.left_out),
        "plugins": [
            {"macros": {**_options(written["plugins"], "macros"), "module_name": __package__}}
        ],
        "markdown_extensions": [
            {name: {**options, **own.markdown.get(name, {})}}
            for name, options in _named(written["markdown_extensions"])
        ],
    }


def app_options(written: Mapping[str, Any], prepared: Prepared, project: Path) -> PackOptions:
    """Return what mkdocs-pwa is to know: the `pwa` of mkdocs.yml, with the clinic's changes.

    Args:
        written: what mkdocs.yml says.
        prepared: what the clinic's guide says.
        project: where the path of the icon starts.
    """
    asked = {**_options(written["plugins"], "pwa"), **prepared.settings.app}
    asked["icon"] = (project / asked["icon"]).read_bytes()
    asked["shortcuts"] = [Shortcut(**shortcut) for shortcut in asked["shortcuts"]]
    lists = {name: tuple(value) for name, value in asked.items() if isinstance(value, list)}
    site = {
        "name": written["site_name"],
        "description": written["site_description"],
        "lang": written["theme"]["language"],
        "site_url": written.get("site_url") or prepared.settings.site_url,
    }
    return PackOptions(**{**site, **asked, **lists})


def _options(named: Sequence[Any], name: str) -> dict[str, Any]:
    return next(options for each, options in _named(named) if each == name)


def _named(items: Sequence[Any]) -> list[tuple[str, dict[str, Any]]]:
    """Items of a list as in mkdocs.yml: a name, or a name with options."""
    pairs = ((item, None) if isinstance(item, str) else next(iter(item.items())) for item in items)
    return [(name, options or {}) for name, options in pairs]
