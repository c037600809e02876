"""What a site may say about its app."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

DIRECTIONS = ("ltr", "rtl", "auto")
DISPLAYS = ("standalone", "minimal-ui", "fullscreen", "browser")


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A page that a long press on the app's icon offers.

    Attributes:
        name: as it is shown, short.
        url: relative to the site's root, as in `after/`.
        description: one sentence, for those to whom it is read aloud.
    """

    name: str
    url: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class PackOptions:
    """All that `pack` needs to know; `validation` holds the rules.

    Colors are `#rgb` or `#rrggbb`; patterns are those of a .gitignore file, matched against paths
    from the site's root.

    Attributes:
        name: of the site, as readers know it.
        short_name: under the icon, where about 12 letters have room; without it the name.
        description: one sentence, for app lists.
        lang: of the site, as in `en` or `pt-BR`; the words of a page follow its own `lang`.
        dir: direction of its writing, one of `DIRECTIONS`.
        site_url: where it is published, with https://; without it the folder works at any address.
        icon: the bytes of one square SVG; without it one that comes with this package.
        theme_color: of the frame that the phone draws, by day.
        theme_color_dark: the same in the dark.
        background_color: behind the icon while the app opens, by day.
        background_color_dark: the same in the dark.
        display: how much of the browser is seen, one of `DISPLAYS`.
        categories: names of shops' shelves, as in `health`.
        shortcuts: pages that a long press on the icon offers.
        exclude: patterns of files that are not saved.
        optional: patterns of files without which a copy still counts as whole.
        bundle: whether phones may fetch all files as one.
        urgent: in a line, why readers should take this version at once.
        built: the day of this version, as in 2026-11-22; without it today.
        content_policy: False for none; or sources by directive that are allowed beside our own.
        host_files: whether to write what Netlify, Cloudflare Pages and Apache read.
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
