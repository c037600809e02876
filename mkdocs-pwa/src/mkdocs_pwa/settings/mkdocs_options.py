"""The plugin's options in mkdocs.yml."""

from pathlib import Path
from typing import Any, Generic, TypeVar

from mkdocs.config.base import BaseConfigOption, Config, ConfigErrors, ConfigWarnings
from mkdocs.config.base import ValidationError as ConfigError

from mkdocs_pwa.settings.options import PackOptions
from mkdocs_pwa.settings.reading import KEYS, apply_settings, unknown_options

T = TypeVar("T")

_DEFAULTS = PackOptions(name="Site")


class Value(BaseConfigOption[T], Generic[T]):
    """An option that `PwaConfig.validate` checks together with the others.

    MkDocs' own kinds of options stop at the first bad one.
    """

    def __init__(self, default: T) -> None:
        super().__init__()
        self.default = default


class PwaConfig(Config):
    """What may stand under `pwa` in the list of plugins."""

    enabled = Value[bool](True)
    """Pack the site. When false, the worker that removes saved copies is written instead."""

    # What the app is called

    name = Value[str | None](None)
    """The app's name; by default `site_name`."""

    short_name = Value[str | None](None)
    """The name under the icon, about 12 letters; by default `name`."""

    description = Value[str | None](None)
    """What the site is about; by default `site_description`."""

    # How it looks

    icon = Value[str | None](None)
    """One SVG drawing, its path relative to mkdocs.yml; by default an open book."""

    theme_color = Value[str](_DEFAULTS.theme_color)
    """The color of the browser's bars."""

    theme_color_dark = Value[str](_DEFAULTS.theme_color_dark)
    """The same where the reader has chosen dark colors."""

    background_color = Value[str](_DEFAULTS.background_color)
    """The color behind the icon, and of the screen while the app starts."""

    background_color_dark = Value[str](_DEFAULTS.background_color_dark)
    """The same where the reader has chosen dark colors."""

    # What the system does with it

    display = Value[str](_DEFAULTS.display)
    """How much of the browser is seen: standalone, minimal-ui, fullscreen or browser."""

    categories = Value[list[str]]([])
    """Words that app lists sort by."""

    shortcuts = Value[list[dict[str, str]]]([])
    """Pages that a long press on the icon offers: name, url and perhaps description."""

    # What is saved

    exclude = Value[list[str]]([])
    """Files that are not saved: patterns as in a .gitignore file."""

    optional = Value[list[str]]([])
    """Files that are saved if they can be had: patterns as in a .gitignore file."""

    bundle = Value[bool](True)
    """Write all files into one as well, for the first copy."""

    urgent = Value[str | None](None)
    """Why readers should take this version at once, in a line."""

    # What browsers and hosts are told

    content_policy = Value[bool | dict[str, Any]](True)
    """What pages may run and load: true, false, or more sources by directive."""

    host_files = Value[bool](True)
    """Write `_headers` and `.htaccess`, which tell the host what to send."""

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Check all options and the rules between them; each error is filed under its option."""
        failed, warnings = super().validate()
        # A misspelled option would do nothing, and MkDocs' warning of it names none that does.
        unknown = unknown_options(map(str, self), KEYS)
        warnings = [warning for warning in warnings if warning[0] in KEYS]
        _, problems = self.options(_DEFAULTS)
        failed.extend(
            (problem.option, ConfigError(problem.text)) for problem in [*unknown, *problems]
        )
        return failed, warnings

    def options(self, defaults: PackOptions) -> tuple[PackOptions, list[Any]]:
        """The options that are written here, in place of the defaults; and broken rules."""
        raw = {key: self[key] for key in KEYS}
        return apply_settings(raw, defaults, Path(self.config_file_path).parent)
