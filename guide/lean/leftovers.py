"""Files of a built site that no page, style or script asks for, though the theme writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fnmatch import fnmatch

from guide.errors import PageError

#: Maps of styles, the theme's own icon, lists for search engines. Its scripts are gone by now.
PATTERNS = (
    "*.map",
    "assets/images/favicon.png",
    "sitemap.xml",
    "sitemap.xml.gz",
)


def leftovers(paths: Iterable[str], texts: Mapping[str, str]) -> list[str]:
    """Return the files that can go.

    Args:
        paths: of all files, from the site's root.
        texts: pages, styles and scripts by path, in which no file that goes may be named.

    Raises:
        PageError: something still names one of the files.
    """
    found = [path for path in paths if any(fnmatch(path, pattern) for pattern in PATTERNS)]
    # Browsers ask for source maps only while somebody looks for a fault.
    asked = [path for path in found if not path.endswith(".map")]
    for reader, text in texts.items():
        for path in asked:
            if path in text and reader not in found:
                raise PageError(
                    f"{reader}: expected nothing that names {path}, since it is not published, "
                    "found its name. Take it out there, or out of guide/lean/leftovers.py."
                )
    return found
