"""Rules for options: the whole text of every message."""

import re
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_pwa import PackOptions, Shortcut
from mkdocs_pwa.settings import reading
from mkdocs_pwa.settings.validation import problems

apply_settings = partial(
    reading.apply_settings, defaults=PackOptions(name="A guide"), folder=Path()
)

HEX = "Write it as # with three or six digits 0-9, a-f."
SHORTCUT = "Write each as `- {name: After, url: after/}`."
PATH = "Write its path from the site's root, without a slash in front."

POLICY = (
    "expected true, false, or sources by directive such as {img-src: https://maps.example}, found "
    "names with values. Use directives of a content policy and addresses of hosts. "
    "'unsafe-inline' and 'unsafe-eval' are refused: put code into script files, or write false "
    "for no policy."
)

GOOD = [
    {"name": "A guide"},
    {"short_name": None},
    {"short_name": "Guide"},
    {"description": ""},
    {"lang": "en"},
    {"lang": "pt-BR"},
    {"lang": "zh-Hant-TW"},
    {"dir": "rtl"},
    {"site_url": None},
    {"site_url": "https://example.org"},
    {"site_url": "http://127.0.0.1:8000/guide/"},
    {"theme_color": "#abc"},
    {"background_color_dark": "#A1b2C3"},
    {"display": "minimal-ui"},
    {"categories": ("health",)},
    {"exclude": ("*.mp4", "!how.mp4")},
    {"optional": ("*.mp3",)},
    {"urgent": "The fasting time was wrong"},
    {"built": "2026-11-22"},
    {"shortcuts": (Shortcut("After", "after/"), Shortcut("Call", "./help.html#call"))},
]

BAD: list[tuple[dict[str, Any], str]] = [
    (
        {"name": ""},
        "name: expected one line of text, found nothing. "
        "Write the name as it should read when the app is installed.",
    ),
    (
        {"name": 7},
        "name: expected one line of text, found the number 7. "
        "Write the name as it should read when the app is installed.",
    ),
    (
        {"short_name": "Two\nlines"},
        "short_name: expected one line of text, found 'Two\nlines'. "
        "Write a name of about 12 letters for the home screen, or leave it out.",
    ),
    (
        {"description": ["a"]},
        "description: expected text, found a list. "
        "Write a sentence about the site, or leave it out.",
    ),
    (
        {"lang": "English"},
        "lang: expected a language tag such as en or pt-BR, found 'English'. "
        "Set the language of the theme, or `lang` in the options file.",
    ),
    (
        {"dir": "left"},
        "dir: expected ltr, rtl or auto, found 'left'. Use one of these words.",
    ),
    (
        {"site_url": "example.org/guide"},
        "site_url: expected an address such as https://example.org/guide/, found "
        "'example.org/guide'. Write the whole address that readers use, or leave it out.",
    ),
    (
        {"theme_color": "blue"},
        f"theme_color: expected a color such as #ffffff, found 'blue'. {HEX}",
    ),
    (
        {"theme_color_dark": "#12345"},
        f"theme_color_dark: expected a color such as #121212, found '#12345'. {HEX}",
    ),
    (
        {"background_color": "#1234567"},
        f"background_color: expected a color such as #ffffff, found '#1234567'. {HEX}",
    ),
    (
        {"background_color_dark": True},
        f"background_color_dark: expected a color such as #121212, found true. {HEX}",
    ),
    (
        {"display": "window"},
        "display: expected standalone, minimal-ui, fullscreen or browser, found 'window'. "
        "Use one of these words.",
    ),
    (
        {"categories": "health"},
        "categories: expected a list of words such as [health, education], found 'health'. "
        "Write one word or phrase an item.",
    ),
    (
        {"optional": "*.mp3"},
        "optional: expected a list of patterns such as ['*.mp3', 'films/'], found '*.mp3'. "
        "Write one pattern an item, as in a .gitignore file.",
    ),
    (
        {"urgent": True},
        "urgent: expected one line of text, found true. "
        "Write why readers should take this version at once, or leave it out.",
    ),
    (
        {"built": "22.11.2026"},
        "built: expected a day such as 2026-11-22, found '22.11.2026'. "
        "Write year, month and day, or leave it out.",
    ),
    (
        {"exclude": {"a": "b"}},
        "exclude: expected a list of patterns such as ['*.mp4', 'archive/'], found names with "
        "values. Write one pattern an item, as in a .gitignore file.",
    ),
    *(
        (
            {"site_url": address},
            "site_url: expected an address such as https://example.org/guide/, found "
            f"'{address}'. Write the whole address that readers use, or leave it out.",
        )
        for address in ("https://[x", "https://a:b/", "https://:80/")
    ),
    (
        {"optional": ("a", "[z-a]")},
        "optional: expected a list of patterns such as ['*.mp3', 'films/'], found '[z-a]'. "
        "Write one pattern an item, as in a .gitignore file.",
    ),
    (
        {"exclude": ("!",)},
        "exclude: expected a list of patterns such as ['*.mp4', 'archive/'], found '!'. "
        "Write one pattern an item, as in a .gitignore file.",
    ),
    (
        {"content_policy": {"img-src": ("https://a.example; script-src *",)}},
        f"content_policy: {POLICY}",
    ),
    (
        {"content_policy": {"script-src": ("'unsafe-inline'",)}},
        f"content_policy: {POLICY}",
    ),
    (
        {"content_policy": {"scripts": ("https://a.example",)}},
        f"content_policy: {POLICY}",
    ),
    (
        {"bundle": "no"},
        "bundle: expected true or false, found 'no'. Use one of these words.",
    ),
    (
        {"host_files": "no"},
        "host_files: expected true or false, found 'no'. Use one of these words.",
    ),
    (
        {"shortcuts": "after/"},
        f"shortcuts: expected a list of items with name and url, found 'after/'. {SHORTCUT}",
    ),
    (
        {"shortcuts": (Shortcut("", "after/"),)},
        "shortcuts: item 1, name: expected one line of text, found nothing. "
        "Write what the menu should say.",
    ),
    (
        {"shortcuts": (Shortcut("A", "a/"), Shortcut("B", "/b/"))},
        f"shortcuts: item 2, url: expected a page of this site such as after/, found '/b/'. {PATH}",
    ),
    (
        {"shortcuts": (Shortcut("A", "../a/"),)},
        "shortcuts: item 1, url: expected a page of this site such as after/, found '../a/'. "
        f"{PATH}",
    ),
    (
        {"shortcuts": (Shortcut("A", "https://example.org/"),)},
        "shortcuts: item 1, url: expected a page of this site such as after/, found "
        f"'https://example.org/'. {PATH}",
    ),
]


def made(**values: Any) -> PackOptions:
    return PackOptions(**{"name": "Guide", **values})


@pytest.mark.parametrize("values", GOOD, ids=str)
def test_good_values_have_no_problem(values: dict[str, Any]) -> None:
    assert problems(made(**values)) == []


@pytest.mark.parametrize(("values", "text"), BAD, ids=lambda value: str(value)[:40])
def test_bad_values_are_named_with_what_to_do(values: dict[str, Any], text: str) -> None:
    assert list(map(str, problems(made(**values)))) == [text]


def test_all_problems_are_found_in_one_run() -> None:
    found = problems(made(name="", lang="?", theme_color="red", display=None))

    assert [problem.option for problem in found] == ["name", "lang", "theme_color", "display"]


@pytest.mark.parametrize(
    ("site_url", "base"),
    [
        (None, "/"),
        ("https://example.org", "/"),
        ("https://example.org/", "/"),
        ("https://example.org/guide", "/guide/"),
        ("https://example.org/guide/", "/guide/"),
    ],
)
def test_base_is_the_path_of_the_site_url(site_url: str | None, base: str) -> None:
    assert made(site_url=site_url).base == base


def advised(message: str) -> list[object]:
    """What the message of a broken rule says to write, as it comes from a file of options."""
    expected = message.partition(", found ")[0].partition("expected ")[2]
    _, such_as, examples = expected.partition("such as ")
    if such_as:
        listed = [examples] if examples[0] in "[{" else examples.split(" or ")
    else:
        listed = re.split(", | or ", expected) if "Use one of these words." in message else []
    listed += re.findall("`(- .+?)`", message)
    return [text if text.startswith("#") else yaml.safe_load(text) for text in listed]


ADVICE = [
    (option, value)
    for values, message in BAD
    for option in values
    for value in advised(message)
    if ", url: expected" not in message
]


@pytest.mark.parametrize(("option", "value"), ADVICE, ids=str)
def test_what_a_message_says_to_write_is_taken(option: str, value: object) -> None:
    assert apply_settings({option: str(value) if isinstance(value, date) else value})[1] == []


def test_every_option_whose_message_has_an_example_is_tried() -> None:
    assert {option for option, _ in ADVICE} >= {
        "lang",
        "dir",
        "site_url",
        "theme_color",
        "display",
        "categories",
        "exclude",
        "optional",
        "bundle",
        "built",
        "content_policy",
        "host_files",
        "shortcuts",
    }
