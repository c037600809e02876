"""Packing takes twice the work for twice the pages, counted in pages taken apart."""

from pathlib import Path

import pytest

from mkdocs_pwa import PackOptions, html_tokens, pack

PAGE = "<!doctype html><html lang=en><head><title>{0}</title></head><body>{0}</body></html>"
OPTIONS = PackOptions(name="Small site")


def times_taken_apart(folder: Path, pages: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often packing a site of so many pages reads one tag by tag."""
    for number in range(pages):
        page = folder / (f"{number}/index.html" if number else "index.html")
        page.parent.mkdir(parents=True)
        page.write_text(PAGE.format(f"{folder.name} {number}"), "utf-8")
    html_tokens.tokens.cache_clear()
    html_tokens.head_tokens.cache_clear()
    counted = []

    class Counting(html_tokens._Tokenizer):
        def run(self) -> list[html_tokens.Token]:
            counted.append(1)
            return super().run()

    with monkeypatch.context() as patch:
        patch.setattr(html_tokens, "_Tokenizer", Counting)
        pack(folder, OPTIONS)
    return len(counted)


def test_packing_is_linear_in_the_number_of_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = (10, 20, 40)
    ten, twenty, forty = (
        times_taken_apart(tmp_path / f"of-{size}", size, monkeypatch) for size in sizes
    )
    assert forty - twenty == 2 * (twenty - ten)


def test_a_page_is_taken_apart_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once whole and once its head, as long as the pages are few enough to be remembered."""
    ten, twenty = (
        times_taken_apart(tmp_path / f"of-{size}", size, monkeypatch) for size in (10, 20)
    )
    assert twenty - ten == 2 * 10
