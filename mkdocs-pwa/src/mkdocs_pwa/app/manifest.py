"""Options to the web app manifest."""

import json
from typing import Any

from mkdocs_pwa.app import icons
from mkdocs_pwa.settings.options import PackOptions, Shortcut

FILE = "manifest.webmanifest"


def manifest(options: PackOptions) -> bytes:
    """The manifest file: UTF-8, the same bytes for the same options."""
    return f"{json.dumps(manifest_data(options), ensure_ascii=False, indent=2)}\n".encode()


def manifest_data(options: PackOptions) -> dict[str, Any]:
    """The members of the manifest; those without a value are left out."""
    members = {
        "name": options.name,
        "short_name": options.label,
        "description": options.description,
        "lang": options.lang,
        "dir": options.dir,
        # Resolved against the origin, not against the manifest: a relative one would make every
        # site of a shared host the same app. Without one, browsers take start_url.
        "id": options.base if options.site_url else None,
        # No query: it would be part of the app's identity and miss the saved page.
        "start_url": "./",
        "scope": "./",
        "display": options.display,
        "theme_color": options.theme_color,
        "background_color": options.background_color,
        # w3c/manifest pull request 1207; browsers that do not know it pass over it.
        "color_scheme_dark": {
            "theme_color": options.theme_color_dark,
            "background_color": options.background_color_dark,
        },
        "categories": list(options.categories),
        "shortcuts": [_shortcut(shortcut) for shortcut in options.shortcuts],
        "icons": [
            _icon(icons.ANY_192, 192, "any"),
            _icon(icons.ANY_512, 512, "any"),
            # One icon for both purposes would be cut on one system and small on the other.
            _icon(icons.MASKABLE_512, 512, "maskable"),
        ],
    }
    return {key: value for key, value in members.items() if value}


def is_ours(content: bytes) -> bool:
    """Whether a manifest was written by this package."""
    return icons.MASKABLE_512.encode() in content


def _shortcut(shortcut: Shortcut) -> dict[str, str]:
    members = {
        "name": shortcut.name,
        "description": shortcut.description,
        "url": f"./{shortcut.url.removeprefix('./')}",
    }
    return {key: value for key, value in members.items() if value}


def _icon(src: str, side: int, purpose: str) -> dict[str, str]:
    return {"src": src, "sizes": f"{side}x{side}", "type": "image/png", "purpose": purpose}
