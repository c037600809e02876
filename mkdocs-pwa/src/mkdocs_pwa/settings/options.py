"""What a site may say about its app."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

DIRECTIONS = ("ltr", "rtl", "auto")
DISPLAYS = ("standalone", "minimal-ui", "fullscreen", "browser")


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A page that a long press on the app's icon offers.

    `url` is relative to the site's root, as in `after/`.
    """

    name: str
    url: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class PackOptions:
    """All that `pack` needs to know; `validation` holds the rules.

    Colors are `#rgb` or `#rrggbb`. `icon` is the bytes of one SVG, `exclude` are patterns as in
    a .gitignore file, matched against paths from the site's root, and so are `optional`: files
    that may be missing. `urgent` says in a line why readers should take this version at once.
    `built` is its day, as in 2026-11-22. `content_policy` is False for
    none, or sources by directive that are allowed beside our own.
    """

    name: str
    short_name: str | None = None
    description: str = ""
    lang: str = "en"
    dir: str = "auto"
    site_url: str | None = None
    icon: bytes | None = None
    theme_color: str = "#ffffff"
    theme_color_dark: str = "#121212"
    background_color: str = "#ffffff"
    background_color_dark: str = "#121212"
    display: str = "standalone"
    categories: tuple[str, ...] = ()
    shortcuts: tuple[Shortcut, ...] = ()
    exclude: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    bundle: bool = True
    urgent: str | None = None
    built: str | None = None
    content_policy: bool | Mapping[str, tuple[str, ...]] = True
    host_files: bool = True

    @property
    def label(self) -> str:
        """The name under the icon on the home screen."""
        return self.short_name or self.name

    @property
    def extra_policy(self) -> Mapping[str, tuple[str, ...]]:
        """The sources that are allowed beside our own, by directive."""
        return self.content_policy if isinstance(self.content_policy, Mapping) else {}

    @property
    def base(self) -> str:
        """The absolute path that the site is built for, with a slash at both ends."""
        path = urlsplit(self.site_url or "").path
        return path if path.endswith("/") else f"{path}/"
