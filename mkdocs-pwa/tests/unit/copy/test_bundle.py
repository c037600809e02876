"""Which files are in the bundle, and what the worker is told of them."""

import gzip
import random

import pytest

from mkdocs_pwa.copy.bundle import Bundle, bundle, in_most_pages, unpack
from mkdocs_pwa.copy.bundle_name import is_bundle
from mkdocs_pwa.copy.precache import Entry, precache

PAGE = '<html><link rel="stylesheet" href="style.css"><body>{}</body></html>'
NOISE = random.Random(1).randbytes(60_000)
SITE = {
    "index.html": PAGE.format("Home " * 99).encode(),
    "one/index.html": PAGE.format("One " * 99).encode(),
    "two/index.html": PAGE.format("Two " * 99).encode(),
    "style.css": b"body { margin: 1em }",
    "search/index.json": b'{"docs": ["Home", "One", "Two"]}',
    "logo.png": b"small",
}


def entries(site: dict[str, bytes]) -> list[Entry]:
    return precache(site).entries


def made(site: dict[str, bytes], *left_out: str) -> Bundle:
    found = bundle(site, entries(site), left_out)
    assert found
    return found


def in_it(site: dict[str, bytes], *left_out: str) -> list[str]:
    sent = made(site, *left_out).sent
    return [entry.url for entry, size in zip(entries(site), sent, strict=True) if size]


def test_all_but_what_most_pages_load_is_in_the_bundle() -> None:
    assert in_it(SITE) == ["", "logo.png", "one/", "search/index.json", "two/"]


def test_files_that_are_fetched_one_by_one_are_not_in_it() -> None:
    assert in_it(SITE, "one/", "logo.png") == ["", "search/index.json", "two/"]


def test_a_large_picture_is_not_in_it_as_a_lost_connection_would_cost_too_much() -> None:
    assert "large.png" not in in_it({**SITE, "large.png": NOISE})


@pytest.mark.parametrize(
    ("path", "content"),
    [
        pytest.param("map.data", b"text", id="an unknown kind"),
        pytest.param("old.txt", "Für".encode("latin-1"), id="a text in another encoding"),
    ],
)
def test_a_file_is_in_it_whatever_a_host_would_say_of_it(path: str, content: bytes) -> None:
    assert path in in_it({**SITE, path: content})


def test_a_large_text_is_in_it() -> None:
    assert "long.txt" in in_it({**SITE, "long.txt": NOISE.hex().encode()})


def test_what_is_in_it_is_unpacked_byte_for_byte() -> None:
    found = unpack(made(SITE).content)

    path_of = {"": "index.html", "one/": "one/index.html", "two/": "two/index.html"}
    urls = [entry.url for entry in entries(SITE)]
    assert {path_of.get(urls[number], urls[number]): found[number] for number in found} == {
        path: content for path, content in SITE.items() if path != "style.css"
    }


def test_the_worker_is_told_the_size_and_what_single_files_would_cost() -> None:
    found = made(SITE)

    assert found.data == {
        "url": found.path,
        "size": len(found.content),
        "sent": [-(-size // 100) * 100 for size in found.sent],
    }
    assert 0 < found.sent[0] < len(SITE["index.html"])


def test_the_same_files_give_the_same_bytes_at_the_same_address() -> None:
    backwards = dict(reversed(SITE.items()))

    assert made(SITE) == made(backwards)
    # Neither a time nor a name nor a system is in the header of gzip.
    assert made(SITE).content[:10] == b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
    assert gzip.decompress(made(SITE).content)


def test_another_byte_gives_another_address() -> None:
    other = {**SITE, "one/index.html": PAGE.format("Other").encode()}

    assert made(SITE).path != made(other).path
    assert is_bundle(made(SITE).path)


def test_one_file_alone_is_not_bundled() -> None:
    site = {"index.html": SITE["index.html"], "style.css": SITE["style.css"]}

    assert bundle(site, entries(site)) is None


def test_pages_come_before_what_repeats_them(monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[int] = []

    def write(files: list[tuple[int, bytes]]) -> list[bytes]:
        order.extend(number for number, _ in files)
        return []

    monkeypatch.setattr(
        "mkdocs_pwa.copy.bundle.resemblance.write", lambda files: write(list(files))
    )
    deep = {**SITE, "a/b/c/index.html": SITE["index.html"]}
    made(deep)

    urls = [entry.url for entry in entries(deep)]
    assert [urls[number] for number in order] == [
        *("", "one/", "two/", "a/b/c/"),
        *("search/index.json", "logo.png"),
    ]


def test_a_file_is_in_most_pages_if_more_than_half_of_them_name_it() -> None:
    pages = {"index.html": b"main.css", "a/index.html": b"../main.css?2", "b.html": b"none"}
    site = {**pages, "main.css": b"", "rest.css": b""}

    assert in_most_pages(site, list(site)) == ["main.css"]
    site["c.html"] = b"none"
    assert in_most_pages(site, list(site)) == []


def test_a_site_without_pages_has_nothing_in_most_pages() -> None:
    assert in_most_pages({"a.css": b""}, ["a.css"]) == []


def test_a_large_site_is_not_read_page_by_page() -> None:
    read: list[str] = []

    class Counted(dict[str, bytes]):
        def __getitem__(self, path: str) -> bytes:
            read.append(path)
            return super().__getitem__(path)

    site = Counted({f"{number}.html": b"main.css" for number in range(999)}, **{"main.css": b""})
    assert in_most_pages(site, list(site)) == ["main.css"]
    assert len(read) < 40


@pytest.mark.parametrize(
    "content",
    [b"<h1>Sign in</h1>", gzip.compress(b"x"), b"\x1f\x8bcut"],
    ids=["sign-in", "other", "cut"],
)
def test_what_is_no_bundle_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):
        unpack(content)


def test_half_a_bundle_is_refused() -> None:
    content = made(SITE).content

    with pytest.raises(ValueError):
        unpack(content[: len(content) // 2])


def test_a_bundle_that_a_host_has_unpacked_is_read() -> None:
    content = made(SITE).content

    assert unpack(gzip.decompress(content)) == unpack(content)
