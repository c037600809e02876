"""Taking the theme's scripts out of a built site."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.errors import PageError
from guide.lean.theme_scripts import references_to_theme_scripts, remove_theme_scripts

SCRIPTS = "assets/javascripts"


def built(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def test_only_the_themes_scripts_are_removed(tmp_path: Path) -> None:
    site = built(
        tmp_path,
        {
            f"{SCRIPTS}/bundle.a5f9.min.js": "",
            f"{SCRIPTS}/bundle.a5f9.min.js.map": "",
            f"{SCRIPTS}/workers/search.a7.min.js": "",
            f"{SCRIPTS}/lunr/min/lunr.de.min.js": "",
            f"{SCRIPTS}/main.js": 'import "./search/opener.js"',
            f"{SCRIPTS}/search/worker.js": "",
            "index.html": f'<script type="module" src="{SCRIPTS}/main.js"></script>',
        },
    )
    remove_theme_scripts(site)
    left = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert left == {f"{SCRIPTS}/main.js", f"{SCRIPTS}/search/worker.js", "index.html"}


def test_a_site_without_them_is_left_as_it_is(tmp_path: Path) -> None:
    remove_theme_scripts(built(tmp_path, {"index.html": "<p>Rest.</p>"}))
    assert (tmp_path / "index.html").read_text("utf-8") == "<p>Rest.</p>"


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        (
            "a/index.html",
            '<script src="../assets/javascripts/bundle.a5.min.js">',
            "bundle.a5.min.js",
        ),
        (
            "index.html",
            '{"search": "assets/javascripts/workers/search.a7.min.js"}',
            "workers/search.a7.min.js",
        ),
        (f"{SCRIPTS}/main.js", 'import("./lunr/tinyseg.js")', "lunr/tinyseg.js"),
    ],
)
def test_who_still_asks_for_one_is_named(tmp_path: Path, path: str, text: str, found: str) -> None:
    message = (
        f"{path}: expected only the guide's own scripts, found {found} of the theme, which the "
        "build removes. Leave it out of overrides/ and docs/en/assets/, and put what it does into "
        "docs/en/assets/javascripts/."
    )
    assert references_to_theme_scripts({path: text}) == [message]
    with pytest.raises(PageError) as error:
        remove_theme_scripts(built(tmp_path, {path: text}))
    assert str(error.value) == message


def test_words_in_the_text_are_no_reference() -> None:
    page = "<p>Aid workers/helpers carry a bundle. See learn/workers/.</p>"
    assert references_to_theme_scripts({"index.html": page}) == []
