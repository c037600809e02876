"""Page by page, readers get the same guide, whether MkDocs or Zensical has laid it out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ..pages import ADDRESSES
from .conftest import build_with_zensical
from .reading import Reading, read

pytestmark = pytest.mark.xdist_group("zensical")

PAGES = [*(f"{address}index.html" for address in ADDRESSES), "404.html"]
_HASH = re.compile(r"[.-][0-9a-f]{8,16}\.(css|bin)$")


@pytest.fixture(scope="session")
def both(cedar_hill: Path, zensical_site: Path) -> dict[str, tuple[Reading, Reading]]:
    return {page: (read(cedar_hill, page), read(zensical_site, page)) for page in PAGES}


@pytest.mark.parametrize("part", ["words", "blocks", "links", "numbers", "scripts", "head"])
def test_each_page_has_the_same(part: str, both: dict[str, tuple[Reading, Reading]]) -> None:
    for page, (mkdocs, zensical) in both.items():
        assert getattr(zensical, part) == getattr(mkdocs, part), page
        assert getattr(mkdocs, part), f"{page}: nothing compared"


def test_search_knows_the_same(cedar_hill: Path, zensical_site: Path) -> None:
    assert contents(zensical_site / "search") == contents(cedar_hill / "search")


def test_the_app_is_the_same(cedar_hill: Path, zensical_site: Path) -> None:
    manifest = "manifest.webmanifest"
    assert (zensical_site / manifest).read_bytes() == (cedar_hill / manifest).read_bytes()


def test_the_same_files_are_there(cedar_hill: Path, zensical_site: Path) -> None:
    assert names(zensical_site) == names(cedar_hill)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def names(site: Path) -> list[str]:
    files = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return sorted(_HASH.sub(r".\1", name) for name in files)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("docs/en/learn/pain.md", "due: 20", "due: 2020-01-01 #", "expected a check by 2020-01-01"),
        ("docs/en/strings.yml", "bar_crisis:", "bar_krisis:", 'a line "bar_crisis:", found none'),
        ("docs/en/before/drip.md", "](../after/drip.md)", "](../after/dripp.md)", "dripp.md"),
        ("docs/en/index.md", "{{ saved_here }}", "{{ saved_her }}", "saved_her"),
        ("docs/en/before/drip.md", "[^askp-tips]", "[^askp-tip]", "Did you mean [^askp-tips]?"),
    ],
)
def test_a_mistake_is_named_and_the_last_good_guide_stays(
    project: Path, file: str, old: str, new: str, message: str
) -> None:
    (project / "site-zensical").mkdir()
    source = project / file
    text = source.read_text("utf-8")
    assert old in text
    source.write_text(re.sub(r"reviewed: \S+", "reviewed: 2019-01-01", text.replace(old, new)))

    result = build_with_zensical(project)

    assert result.returncode != 0
    assert message in result.stdout + result.stderr
    assert "The last good site-zensical/ is unchanged." in result.stderr
    assert "Traceback" not in result.stdout + result.stderr
