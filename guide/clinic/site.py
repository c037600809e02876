"""What one clinic's file changes in the site: its name, its pages, its colors, its logo."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from guide.clinic import Clinic, Colors
from guide.clinic.look.shades import Shades, shades_of
from guide.pages.offered import left_out

_LOGO = "assets/images/clinic-logo"
_STYLES = "assets/stylesheets/theme.css"

_IN_DAYLIGHT = ':root, [data-md-color-scheme="default"]'
_AT_NIGHT = '[data-md-color-scheme="slate"]'
# The same where scripts are off, as in theme.css.
_AT_NIGHT_WITHOUT_SCRIPTS = '.no-js [data-md-color-scheme="default"]'


@dataclass(frozen=True)
class Settings:
    """What a clinic changes in the settings of a builder and of the app, whatever builder it is.

    Attributes:
        left_out: file names of the pages that are not built, such as `lozenge.md`.
        markdown: options of Markdown extensions, by the names of the extensions.
        site_name: of the guide, as HTML; nothing if the clinic has none of its own.
        site_url: where the guide will be, for the page of a wrong address alone: that can be shown
            anywhere, so its links are whole.
        logo: its address within the site.
        app: options of mkdocs-pwa, by their names.
    """

    left_out: tuple[str, ...]
    markdown: Mapping[str, Mapping[str, Any]]
    site_name: str | None
    site_url: str | None
    logo: str | None
    app: Mapping[str, str]


def settings_of(clinic: Clinic, route_names: Mapping[str, str]) -> Settings:
    """Return what a clinic changes in the settings.

    Args:
        clinic: the checked clinic file.
        route_names: what readers call each route.
    """
    app = {"name": clinic.app_name, "short_name": clinic.short_name}
    return Settings(
        left_out=tuple(left_out(clinic)),
        markdown={"guide.markup.routes": {"offered": clinic.routes, "names": dict(route_names)}},
        # Themes print it as it is; the manifest is no HTML.
        site_name=escape(clinic.app_name, quote=False) if clinic.app_name else None,
        site_url=clinic.guide_address,
        logo=_logo_address(clinic.logo) if clinic.logo else None,
        app={name: value for name, value in app.items() if value},
    )


def nav_without(nav: list[Any], names: Collection[str]) -> list[Any]:
    """Return a navigation without the pages of some file names.

    Args:
        nav: as in mkdocs.yml: paths, `{title: path}` and `{title: nav}`.
        names: file names, such as `lozenge.md`.
    """
    return [item for item in (_without(item, names) for item in nav) if item]


def _without(item: Any, names: Collection[str]) -> Any:
    if isinstance(item, dict):
        kept = {title: _without(inner, names) for title, inner in item.items()}
        return {title: inner for title, inner in kept.items() if inner}
    if isinstance(item, list):
        return nav_without(item, names)
    return None if Path(item).name in names else item


def add_files_of_clinic(site: Path, clinic: Clinic, folder: Path) -> None:
    """Add the clinic's colors and logo to a built site.

    Args:
        site: the built folder.
        clinic: the checked clinic file.
        folder: where the clinic file is, and its logo beside it.
    """
    if clinic.logo:
        shutil.copyfile(folder / clinic.logo, site / _logo_address(clinic.logo))
    if clinic.colors:
        styles = site / _STYLES
        # At its end, not in a file of its own: one request less for every reader.
        theme = styles.read_text(encoding="utf-8")
        rules = colors_css(clinic.colors, shades_of(clinic.colors, theme))
        # A preview leaves files that were not edited as the last build wrote them.
        if not theme.endswith(rules):
            styles.write_text(theme + rules, encoding="utf-8")


def colors_css(colors: Colors, shades: Shades) -> str:
    """Return the rules that put a clinic's colors in place of the guide's.

    Args:
        colors: the clinic's, for fills and the words on them.
        shades: of these colors, for words and lines on the page.
    """
    css = _rule(_IN_DAYLIGHT, colors.main, shades.day, colors.on_main)
    if colors.dark and shades.night:
        dark = (colors.dark.main, shades.night, colors.dark.on_main)
        night = _rule(_AT_NIGHT_WITHOUT_SCRIPTS, *dark)
        css += f"{_rule(_AT_NIGHT, *dark)}@media (prefers-color-scheme: dark) {{\n{night}}}\n"
    return css


def _rule(selector: str, main: str, link: str, on_main: str) -> str:
    values = {"main": main, "link": link, "on-main": on_main}
    lines = "".join(f"  --guide-{name}: {color};\n" for name, color in values.items())
    return f"{selector} {{\n{lines}}}\n"


def _logo_address(logo: str) -> str:
    return _LOGO + Path(logo).suffix.lower()
