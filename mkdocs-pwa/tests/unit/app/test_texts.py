"""The words for readers, in every language."""

import re
from pathlib import Path

import pytest

from mkdocs_pwa.app import texts, worker

FOLDER = Path(texts.__file__).parents[1] / "messages"


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w+\}", text))


def all_texts(language: str) -> dict[str, str]:
    client = texts.client_messages([language])[language]
    worker = texts.worker_messages(language)
    return {f"client.{key}": text for key, text in client.items()} | {
        f"worker.{key}": text for key, text in worker.items()
    }


def test_every_file_is_a_known_language() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.json")) == sorted(texts.LANGUAGES)


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_language_has_the_same_keys_in_the_same_order(language: str) -> None:
    assert list(all_texts(language)) == list(all_texts("en"))


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_language_has_the_same_placeholders(language: str) -> None:
    found = {key: placeholders(text) for key, text in all_texts(language).items()}

    assert found == {key: placeholders(text) for key, text in all_texts("en").items()}


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_no_text_is_empty(language: str) -> None:
    assert all(text.strip() for text in all_texts(language).values())


def test_client_script_and_its_messages_have_the_same_keys() -> None:
    script = worker.source("client")
    known = set(texts.client_messages(["en"])["en"])
    words = set(re.findall(r'"(\w+)"', script))

    assert known <= words
    assert set(re.findall(r'fill\("(\w+)"', script)) <= known
    assert set(re.findall(r'fill\([^;{]*?\? "(\w+)" : "(\w+)"', script)) == {
        ("full", "updateFull"),
        ("offline", "offlineUnsaved"),
    }


def test_worker_script_and_its_messages_have_the_same_keys() -> None:
    script = worker.source("build")
    kinds = set(re.findall(r'builtInPage\(url, "(\w+)"', script))
    parts = set(re.findall(r"messages\[`\$\{kind\}(\w+)`\]", script))
    used = {kind + part for kind in kinds for part in parts}
    used |= set(re.findall(r"messages\.(\w+)", script))

    assert used == set(texts.worker_messages("en"))


@pytest.mark.parametrize(
    ("tag", "language"),
    [("en", "en"), ("en-GB", "en"), ("DE", "de"), ("fr_CA", "fr"), ("pt-BR", "en"), ("", "en")],
)
def test_language_for_a_tag(tag: str, language: str) -> None:
    assert texts.language_for(tag) == language


def test_client_gets_each_language_of_the_site_once() -> None:
    assert list(texts.client_messages(["es-MX", "en", "es", "pt"])) == ["en", "es"]
