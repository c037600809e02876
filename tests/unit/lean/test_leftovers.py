"""Files that can go."""

from __future__ import annotations

import pytest

from guide.errors import PageError
from guide.lean.leftovers import leftovers


def test_maps_of_styles_and_lists_for_search_engines_go() -> None:
    gone = [
        "assets/stylesheets/main.css.map",
        "assets/images/favicon.png",
        "sitemap.xml",
    ]
    assert leftovers([*gone, "index.html", "assets/javascripts/main.js"], {}) == gone


def test_a_file_that_a_page_names_is_an_error() -> None:
    with pytest.raises(PageError) as error:
        leftovers(["assets/images/favicon.png"], {"a.html": '"../assets/images/favicon.png"'})
    assert str(error.value) == (
        "a.html: expected nothing that names assets/images/favicon.png, since it is not published, "
        "found its name. Take it out there, or out of guide/lean/leftovers.py."
    )
