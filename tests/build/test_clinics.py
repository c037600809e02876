"""Another clinic's file makes another guide: its name, routes, notices, colors and dates."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest

from ..conftest import build_guide, copy_sources
from ..search.data import pages_of

# So that no other process builds the same guide again.
in_one_process = pytest.mark.xdist_group("a clinic's own")

ROUTES = ("drip", "shot", "spray", "lozenge")


def build(project: Path, clinic: str) -> tuple[Path, subprocess.CompletedProcess[str]]:
    (project / "clinic.yml").write_text(clinic, "utf-8")
    return project / "site", build_guide(project, project / "site")


def edited(project: Path, old: str, new: str) -> str:
    text = (project / "clinic.yml").read_text("utf-8")
    assert old in text
    return text.replace(old, new)


def search_text(site: Path) -> dict[str, str]:
    """What search shows of each section, by its address."""
    return {
        f"{page}#{section['id']}" if "id" in section else page: section["text"]
        for page, sections in pages_of(site).items()
        for section in sections
    }


def test_the_example_clinics_differ_where_they_should(cedar_hill: Path, harbour: Path) -> None:
    pages = {}
    for country, site in (("us", cedar_hill), ("uk", harbour)):
        pages[country] = {
            file.relative_to(site).as_posix(): file.read_text("utf-8")
            for file in site.rglob("*.html")
        }
        manifest = json.loads((site / "manifest.webmanifest").read_text("utf-8"))
        assert manifest["short_name"] == {"us": "Cedar Hill", "uk": "Harbour"}[country]
    us, uk = pages["us"], pages["uk"]

    assert set(us) - set(uk) == {
        "before/shot/index.html",
        "before/lozenge/index.html",
        "after/shot/index.html",
        "after/lozenge/index.html",
    }
    assert set(uk) < set(us)
    names = {"us": "Cedar Hill", "uk": "Harbour Clinic"}
    numbers = {"us": 'href="tel:911"', "uk": 'href="tel:999"'}
    for country, other in (("us", "uk"), ("uk", "us")):
        assert names[country] in pages[country]["help/index.html"]
        for name, page in pages[country].items():
            assert numbers[country] in page, name
            assert numbers[other] not in page, name
            assert names[other] not in page, name
    assert "Not yet reviewed by a clinician" in uk["index.html"]
    assert "Not yet reviewed by a clinician" not in us["index.html"]
    assert "Checked by Dr. A. Example (license MT-000000) on 2026-11-24." in us["index.html"]
    assert "Students may be in the room" in us["index.html"]
    assert "8 hours before" in us["before/drip/index.html"]
    assert "6 hours before" in uk["before/drip/index.html"]
    assert "NHS 111" in uk["help/index.html"]
    assert "NHS 111" not in us["help/index.html"]


@pytest.mark.parametrize("route", ROUTES)
def test_routes_that_are_not_offered_leave_pages_navigation_and_search(
    project: Path, route: str
) -> None:
    clinic = edited(project, "routes: [drip, shot, spray, lozenge]", f"routes: [{route}]")
    site, result = build(project, clinic)
    assert result.returncode == 0, result.stderr
    others = [name for name in ROUTES if name != route]
    found = search_text(site)
    for folder in ("before", "after"):
        assert (site / folder / route / "index.html").is_file()
        menu = (site / folder / "index.html").read_text("utf-8")
        assert f'href="{route}/"' in menu
        for other in others:
            assert not (site / folder / other).exists()
            assert f"{folder}/{other}/" not in found
            assert f'href="{other}/"' not in menu
            assert f'href="../{folder}/{other}/"' not in menu
    during = (site / "during/index.html").read_text("utf-8")
    assert f'id="{route}"' in during
    assert not any(f'id="{other}"' in during for other in others)
    advice = {
        location: text
        for location, text in found.items()
        if location.startswith(("before/", "after/driving", "with-you/", "help/"))
    }
    assert len(advice) > 20
    names = {"drip": "drip", "shot": "or shot", "spray": "nasal spray", "lozenge": "lozenge"}
    for other in others:
        named = [at for at, text in advice.items() if re.search(rf"\b{names[other]}\b", text, re.I)]
        assert not named, (other, named)


#: Before the checks of all pages are due.
SOON = date.today() + timedelta(days=9)


@pytest.fixture(scope="module")
def own_guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide of a clinic with a name, colors, logo, notice and date of its own."""
    project = copy_sources(tmp_path_factory.mktemp("own") / "project")
    (project / "our logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    clinic = (project / "clinic.yml").read_text("utf-8") + (
        "\napp_name: River Care Guide\nshort_name: River Guide\nlogo: our logo.svg\n"
        'colors:\n  main: "#3a2a6d"\n  on_main: "#ffffff"\n'
        "notices:\n  - We are a <b>teaching</b> clinic.\n"
        f"next_review: {SOON}\n"
    )
    site, result = build(project, clinic)
    assert result.returncode == 0, result.stderr
    return site


@in_one_process
def test_a_clinics_own_name_colors_logo_and_notice_are_shown(own_guide: Path) -> None:
    site = own_guide
    manifest = json.loads((site / "manifest.webmanifest").read_text("utf-8"))
    assert manifest["name"] == "River Care Guide"
    assert manifest["short_name"] == "River Guide"
    home = (site / "index.html").read_text("utf-8")
    assert "<title>Where are you now? - River Care Guide</title>" in home
    assert 'src="assets/images/clinic-logo.svg"' in home
    assert "We are a &lt;b>teaching&lt;/b> clinic." in home
    (sheet,) = site.glob("assets/stylesheets/guide.*.css")
    colors = re.findall(r"--guide-main:([^;}]+)", sheet.read_text("utf-8"))
    assert "#0b5555" not in colors[colors.index("#3a2a6d") :]


@in_one_process
def test_a_clinic_may_set_an_earlier_check_than_the_pages(own_guide: Path) -> None:
    for page in ("index.html", "learn/pain/index.html"):
        text = (own_guide / page).read_text("utf-8")
        assert f"Next check due {SOON}." in text
        assert f'data-due="{SOON}"' in text


def test_html_in_a_clinic_file_is_only_text(project: Path) -> None:
    bad = "<script>alert(1)</script>"
    clinic = (project / "clinic.yml").read_text("utf-8")
    clinic = clinic.replace("name: River Clinic", f"name: River {bad}")
    clinic = re.sub(r"^hours: .*", f"hours: 8 to 6 {bad}", clinic, flags=re.MULTILINE)
    clinic = re.sub(r"^address: .*", f'address: "1 Road {bad}"', clinic, flags=re.MULTILINE)
    clinic = re.sub(r"^after_hours_plan: .*", f"after_hours_plan: Wait {bad}", clinic, flags=re.M)
    clinic += f"\nreviewer:\n  name: Dr. A {bad}\n  licence: 1 {bad}\n  date: 2026-11-02\n"
    clinic += f"notices:\n  - Read this {bad}\napp_name: Guide {bad}\n"
    site, result = build(project, clinic)
    assert result.returncode == 0, result.stderr
    for page in site.rglob("*.html"):
        assert bad not in page.read_text("utf-8"), page
