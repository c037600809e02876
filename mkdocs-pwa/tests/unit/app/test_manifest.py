"""The web app manifest."""

import json
from typing import Any

from mkdocs_pwa import PackOptions, Shortcut
from mkdocs_pwa.app.manifest import manifest


def members(**values: Any) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(manifest(PackOptions(**{"name": "Guide", **values})))
    return loaded


def test_manifest_has_all_members_in_a_fixed_order() -> None:
    options = PackOptions(
        name="Sample guide",
        short_name="Sample",
        description="Über alles",
        lang="de",
        dir="ltr",
        site_url="https://example.org/guide/",
        categories=("health",),
        shortcuts=(Shortcut("Danach", "after/", "Was jetzt"),),
    )

    assert (
        manifest(options).decode()
        == """\
{
  "name": "Sample guide",
  "short_name": "Sample",
  "description": "Über alles",
  "lang": "de",
  "dir": "ltr",
  "id": "/guide/",
  "start_url": "./",
  "scope": "./",
  "display": "standalone",
  "theme_color": "#ffffff",
  "background_color": "#ffffff",
  "color_scheme_dark": {
    "theme_color": "#121212",
    "background_color": "#121212"
  },
  "categories": [
    "health"
  ],
  "shortcuts": [
    {
      "name": "Danach",
      "description": "Was jetzt",
      "url": "./after/"
    }
  ],
  "icons": [
    {
      "src": "pwa/icon-192.png",
      "sizes": "192x192",
      "type": "image/png",
      "purpose": "any"
    },
    {
      "src": "pwa/icon-512.png",
      "sizes": "512x512",
      "type": "image/png",
      "purpose": "any"
    },
    {
      "src": "pwa/icon-maskable-512.png",
      "sizes": "512x512",
      "type": "image/png",
      "purpose": "maskable"
    }
  ]
}
"""
    )


def test_members_without_a_value_are_left_out() -> None:
    assert not {"id", "description", "categories", "shortcuts"} & members().keys()


def test_without_a_short_name_the_name_is_used() -> None:
    assert members()["short_name"] == "Guide"


def test_id_of_a_site_at_the_root_of_its_host_is_a_slash() -> None:
    assert members(site_url="https://example.org")["id"] == "/"


def test_start_url_has_no_query() -> None:
    assert members(site_url="https://example.org/guide/")["start_url"] == "./"


def test_shortcut_that_is_written_with_a_dot_keeps_one() -> None:
    assert members(shortcuts=(Shortcut("A", "./a/"),))["shortcuts"] == [
        {"name": "A", "url": "./a/"}
    ]
