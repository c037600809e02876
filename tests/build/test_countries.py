"""Whom to call, report to and pay, and the law: of the clinic's country or not on the pages."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from ..conftest import PROJECT, build_guide
from ..once import once

PHONES = {
    "US": ("(303) 444-0134", "America/Denver"),
    "UK": ("020 8366 0018", "Europe/London"),
    "IE": ("01 496 0134", "Europe/Dublin"),
    "DE": ("030 4960134", "Europe/Berlin"),
}
# All that a page may dial, beside the clinic.
DIALED = {
    "US": {"911", "988", "18002221222"},
    "UK": {"999", "116123", "111"},
    "IE": {"112", "116123"},
    "DE": {"112", "08001110111", "116117"},
}
# What is said or done in one country alone. Which drug an agency has approved is no such thing:
# pages name the agency's country with it, and are as true elsewhere.
OF_COUNTRY = {
    "US": (
        *("911", "988", "MedWatch", "Poison Help", "1-800-222-1222"),
        *("sign up to the safety plan", "is this place certified", "Schedule III", "who pays"),
        *("tracks pregnancies", "1-844-405-6185", "1-800-332-1088", "ASL Now", "mail-back"),
        *("while a drug impairs you", "Medicare", "lets a doctor prescribe it from afar"),
    ),
    "UK": (
        *("999", "NHS 111", "SHOUT", "Yellow Card", "0800 731 6789"),
        *("carry proof", "England, Wales and Scotland", "Class B drug", "few NHS places"),
    ),
    "IE": (),
    "DE": ("TelefonSeelsorge", "the medical on-call service"),
}
# The list of sources names hospitals and web pages of all countries.
SOURCES = re.compile(r'(?s)<details class="?guide-sources.*?</details>|<script.*?</script>')


@pytest.fixture(scope="module", params=PHONES)
def guide(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    country: str = request.param
    return country, once(tmp_path_factory, country, lambda folder: build(folder, country)) / "site"


def build(folder: Path, country: str) -> None:
    """The guide of a clinic that differs from another only in what its country asks for."""
    phone, zone = PHONES[country]
    folder.mkdir()
    text = (PROJECT / "clinics/example-us.yml").read_text("utf-8")
    for name, value in (("country", country), ("phone", phone), ("time_zone", zone)):
        text = re.sub(rf"(?m)^{name}: .*", f"{name}: {value}", text)
    text = re.sub(r"(?m)^(phone_after_hours|text_number): .*\n", "", text)
    (folder / "clinic.yml").write_text(text, "utf-8")
    result = build_guide(PROJECT, folder / "site", str(folder / "clinic.yml"))
    assert result.returncode == 0, result.stderr


def texts(site: Path) -> dict[str, str]:
    pages = {}
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        if name != "about/sources/index.html":
            html = SOURCES.sub("", file.read_text("utf-8"))
            pages[name] = " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
    return pages


def test_nothing_of_another_country_stands_on_any_page(guide: tuple[str, Path]) -> None:
    country, site = guide
    foreign = {word for other, words in OF_COUNTRY.items() if other != country for word in words}
    found = [
        (page, word)
        for page, text in texts(site).items()
        for word in foreign
        if re.search(rf"(?<![\w.]){re.escape(word)}(?!\w)", text)
    ]
    assert found == []


def test_what_is_the_countrys_own_is_there(guide: tuple[str, Path]) -> None:
    country, site = guide
    whole = "\n".join(texts(site).values())
    assert [word for word in OF_COUNTRY[country] if word not in whole] == []


def test_no_page_dials_a_number_of_another_country(guide: tuple[str, Path]) -> None:
    country, site = guide
    dialed = {
        number
        for file in site.rglob("*.html")
        for number in re.findall(r'href="?tel:([^" >]+)', file.read_text("utf-8"))
    }
    clinic = re.sub(r"\D", "", PHONES[country][0])
    assert dialed - {clinic} == DIALED[country]


def test_search_finds_nothing_of_another_country(guide: tuple[str, Path]) -> None:
    country, site = guide
    parts = "".join(file.read_text("utf-8") for file in (site / "search").glob("*.json"))
    foreign = {word for other, words in OF_COUNTRY.items() if other != country for word in words}
    # An emergency number is also a word that people type, whose answer is the country's own.
    words = {word for word in foreign if not word.isdigit()}
    assert [word for word in words if word in parts] == []
