"""What is new in a file and what it repeats, written and read back."""

import random

import pytest

from mkdocs_pwa.copy import resemblance

FRAME = "".join(
    f'<li><a href="../page-{number}/">Page {number}</a></li>\n' for number in range(400)
)


def page(words: str) -> bytes:
    return f"<html><nav>{FRAME}</nav><p>{words}</p></html>".encode()


def written(*contents: bytes) -> bytes:
    return b"".join(resemblance.write(enumerate(contents)))


@pytest.mark.parametrize(
    "contents",
    [
        [],
        [b""],
        [b"", b"one\n", b""],
        [b"<", b"<<", b"<p>\n<p>", b"[1,2,3]\n"],
        [page("one"), page("two"), page("one"), page("two" * 99)],
        [b"\x00\xff<\xfe" * 99, page("one"), b"\x00\xff<\xfe" * 98],
        [page("one"), page("one")[: len(FRAME)], page("one")[len(FRAME) // 2 :]],
    ],
)
def test_files_are_read_back_byte_for_byte(contents: list[bytes]) -> None:
    assert resemblance.read(written(*contents)) == dict(enumerate(contents))


@pytest.mark.parametrize("seed", range(30))
def test_any_pieces_in_any_order_are_read_back(seed: int) -> None:
    chance = random.Random(seed)
    pieces = [chance.randbytes(chance.randrange(1, 90)) for _ in range(20)] + [b"<li>", b"</li>\n"]
    contents = [b"<".join(chance.choices(pieces, k=chance.randrange(60))) for _ in range(12)]

    assert resemblance.read(written(*contents)) == dict(enumerate(contents))


def test_a_frame_far_larger_than_the_window_of_gzip_is_written_once() -> None:
    frame = FRAME * 10
    one, two = (f"<nav>{frame}</nav><p>{words}</p>".encode() for words in ("First", "Second"))

    assert len(written(one, two)) < len(one) + 200


def test_words_of_a_page_are_not_written_again_in_a_search_index() -> None:
    said = [f"<p>{name} {'is said at some length. ' * 9}</p>" for name in ("One", "Two", "Three")]
    pages = [page(text) for text in said]
    index = "".join(said).encode()

    assert len(written(*pages, index)) < len(written(*pages)) + 150


def test_what_is_new_is_remembered_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resemblance, "MEMORY", 500)
    texts = [f"<p>{number} {'is said at some length. ' * 9}</p>".encode() for number in range(9)]
    contents = [*texts, b"".join(texts)]

    assert resemblance.read(written(*contents)) == dict(enumerate(contents))


@pytest.mark.parametrize("part", [b"", b"<html>", b"[0,5,0,0]\nab", b"[0,0,0,9]\n", b"[0,1]\na"])
def test_what_is_not_whole_is_refused(part: bytes) -> None:
    with pytest.raises(ValueError):
        resemblance.read(written(b"<p>one</p>") + part + b"[")
