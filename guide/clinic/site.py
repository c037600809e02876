"""What one clinic's file changes in the site: its name, its pages, its colors, its logo."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pathspec import GitIgnoreSpec

from guide.clinic import Clinic, Colors
from guide.clinic.look.shades import Shades, shades_of
from guide.pages.offered import left_out

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_LOGO = "assets/images/clinic-logo"
_STYLES = "assets/stylesheets/theme.css"

_IN_DAYLIGHT = ':root, [data-md-color-scheme="default"]'
_AT_NIGHT = '[data-md-color-scheme="slate"]'
# The same where scripts are off, as in theme.css.
_AT_NIGHT_WITHOUT_SCRIPTS = '.no-js [data-md-color-scheme="default"]'


def apply_clinic(config: MkDocsConfig, clinic: Clinic, route_names: dict[str, str]) -> None:
    """Make the configuration this clinic's own; `config` is changed in place.

    Args:
        config: of MkDocs, before pages are looked for.
        clinic: the checked clinic file.
        route_names: what readers call each route.
    """
    names = left_out(clinic)
    if names:
        config.exclude_docs = (config.exclude_docs or GitIgnoreSpec([])) + _ignoring(names)
        config.nav = nav_without(config.nav or [], names)
    config.mdx_configs["guide.markup.routes"] = {"offered": clinic.routes, "names": route_names}
    if clinic.guide_address and not config.site_url:
        # For the page of a wrong address alone: it can be shown anywhere, so its links are whole.
        config.site_url = clinic.guide_address
    if clinic.app_name:
        # Themes print it as it is; the manifest is no HTML.
        config.site_name = escape(clinic.app_name, quote=False)
        config.plugins["pwa"].config["name"] = clinic.app_name
    if clinic.short_name:
        config.plugins["pwa"].config["short_name"] = clinic.short_name
    if clinic.logo:
        config.theme["logo"] = _logo_address(clinic.logo)


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


def _ignoring(names: list[str]) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines(names)


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
