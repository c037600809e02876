"""Packing takes twice the work for twice the pages, counted in pages taken apart."""

from pathlib import Path

from mkdocs_pwa import PackOptions, pack
from mkdocs_pwa.html.elements import elements
from mkdocs_pwa.html.tokens import head_tokens

PAGE = "<!doctype html><html lang=en><head><title>{0}</title></head><body>{0}</body></html>"
OPTIONS = PackOptions(name="Small site")


def times_taken_apart(folder: Path, pages: int) -> int:
    """How often packing a site of so many pages reads one tag by tag."""
    for number in range(pages):
        page = folder / (f"{number}/index.html" if number else "index.html")
        page.parent.mkdir(parents=True)
        page.write_text(PAGE.format(f"{folder.name} {number}"), "utf-8")
    readers = (elements, head_tokens)
    for reader in readers:
        reader.cache_clear()
    pack(folder, OPTIONS)
    return sum(reader.cache_info().misses for reader in readers)


def test_packing_is_linear_in_the_number_of_pages(tmp_path: Path) -> None:
    sizes = (10, 20, 40)
    ten, twenty, forty = (times_taken_apart(tmp_path / f"of-{size}", size) for size in sizes)
    assert forty - twenty == 2 * (twenty - ten)


def test_a_page_is_taken_apart_twice(tmp_path: Path) -> None:
    """Once whole and once its head, as long as the pages are few enough to be remembered."""
    ten, twenty = (times_taken_apart(tmp_path / f"of-{size}", size) for size in (10, 20))
    assert twenty - ten == 2 * 10
