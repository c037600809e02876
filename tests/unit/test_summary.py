"""The last lines of a build."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from guide.clinic import Clinic, parse_clinic
from guide.clinic.countries import NUMBERS_DUE
from guide.clinic.opening import DAYS
from guide.pages.front_matter import PageText, read_page_text
from guide.summary import Size, calls_in_one_line, due_soon, measure, summary

SIZE = Size(pages=58, files=158, bytes=3_319_000)
BASE = "name: Lakeside Clinic\ncountry: US\nphone: (303) 444-0134\nhours: 8 to 6\n"
READY = BASE + (
    "guide_address: https://guide.riverclinic.com/\n"
    "reviewer:\n  name: Dr. Ana Rivers\n  licence: 204816\n  date: 2026-11-02\n"
)
TODAY = date(2026, 11, 22)
THEME = (Path(__file__).parents[2] / "docs/en/assets/stylesheets/theme.css").read_text("utf-8")


def clinic(text: str) -> Clinic:
    return parse_clinic(text, "clinic.yml")


def pages(**due: str) -> dict[str, PageText]:
    text = "---\ntitle: Words\nreviewed: 2026-01-01\ndue: {}\n---\n\n# Words\n"
    return {f"{name}.md": read_page_text(text.format(day)) for name, day in due.items()}


def test_a_finished_guide_needs_no_attention() -> None:
    assert summary(clinic(READY), "clinic.yml", SIZE, [], THEME, TODAY, []) == [
        "Built: 58 pages for Lakeside Clinic (clinic.yml)",
        "Signed by: Dr. Ana Rivers, license 204816, on 2026-11-02; no page has changed since",
        "Patients are told to call:",
        "  - in an emergency: 911",
        "  - in a crisis: 988 (the 988 Suicide and Crisis Lifeline)",
        "  - the clinic: (303) 444-0134",
        "  - the clinic when it is closed: no number of its own",
        "  - for urgent advice: 911, as for an emergency",
        "  - for a poison: 1-800-222-1222 (Poison Help)",
        "Size on a phone: 3.3 MB in 158 files",
        "Needs attention: nothing",
    ]


def test_a_color_that_words_cannot_have_is_told() -> None:
    text = READY + 'colors:\n  main: "#ffee00"\n  on_main: "#000000"\n'
    lines = summary(clinic(text), "clinic.yml", SIZE, [], THEME, TODAY, [])
    assert lines[10].startswith("Your main color #ffee00 is too light for words and lines")


def test_what_is_missing_is_said_with_the_line_to_write() -> None:
    lines = summary(
        clinic("sample: true\n" + BASE), "clinics/river.yml", SIZE, [], THEME, TODAY, []
    )
    assert lines[1] == "Signed by: nobody yet"
    assert lines[10:] == [
        "Needs attention:",
        '  - Every page says "Sample clinic". When all values are your own, write "sample: false" '
        "in clinics/river.yml.",
        '  - Every page says "Not yet reviewed by a clinician". When one has checked the guide, '
        'fill in "reviewer:" in clinics/river.yml.',
        "  - The poster has no code. When you know the address of your guide, write it after "
        '"guide_address:" in clinics/river.yml.',
    ]


NIGHT = "phone_after_hours: (303) 444-0135\n"
OPENING = "opening:\n" + "".join(f"  {day}: 8 am to 6 pm\n" for day in DAYS)
ZONE = "time_zone: America/Denver\n"


def last_line(*parts: str) -> str:
    return summary(clinic("".join([READY, *parts])), "clinic.yml", SIZE, [], THEME, TODAY, [])[-1]


def test_what_keeps_phones_from_telling_the_number_that_is_answered_is_said() -> None:
    assert last_line(NIGHT) == (
        "  - Every page shows your number for the day and the one for when you are closed. Fill in "
        '"opening:" and "time_zone:" in clinic.yml, and buttons dial the one that is answered.'
    )
    assert last_line(OPENING) == (
        '  - Phones cannot tell if you are open: fill in "time_zone:" in clinic.yml.'
    )


def test_holidays_that_are_all_over_are_said() -> None:
    over = last_line(OPENING, ZONE, "closed_on: [2026-07-04, 2026-11-20 to 2026-11-21]\n")
    assert over == last_line(OPENING, ZONE)
    assert over == (
        "  - No holiday is ahead, so on the next one patients are told that you are open. Add your "
        'days to "closed_on:" in clinic.yml.'
    )
    ahead = last_line(OPENING, ZONE, "closed_on: [2026-11-20 to 2026-11-22]\n")
    assert ahead == "Needs attention: nothing"


def test_all_numbers_that_patients_are_told_to_call_are_named_in_full() -> None:
    text = (
        "name: Lakeside Clinic\ncountry: UK\nphone: 020 8366 0018\n"
        "phone_after_hours: 020 8366 0019\nhours: 8 to 6\n"
    )
    lines = summary(clinic(text), "clinic.yml", SIZE, [], THEME, TODAY, [])
    assert lines[2:9] == [
        "Patients are told to call:",
        "  - in an emergency: 999",
        "  - in a crisis: 116 123 (Samaritans)",
        "  - the clinic: 020 8366 0018",
        "  - the clinic when it is closed: 020 8366 0019",
        "  - for urgent advice: 111 (NHS 111)",
        "  - for a poison: 111 (NHS 111)",
    ]


def test_a_build_of_many_clinics_names_the_numbers_of_each_in_one_line() -> None:
    assert calls_in_one_line(clinic(BASE + NIGHT)) == (
        "emergency 911, crisis 988 (the 988 Suicide and Crisis Lifeline), "
        "clinic (303) 444-0134, closed (303) 444-0135"
    )


def test_numbers_of_countries_are_to_be_read_again_from_a_month_before_their_day() -> None:
    day = NUMBERS_DUE - timedelta(days=30)
    lines = summary(clinic(READY), "clinic.yml", SIZE, [], THEME, day, [])
    assert lines[-1] == (
        "  - The sources of the emergency and crisis numbers must be read again by "
        f"{NUMBERS_DUE}: see guide/clinic/countries.yml."
    )
    before = summary(clinic(READY), "clinic.yml", SIZE, [], THEME, day - timedelta(days=1), [])
    assert before[-1] == "Needs attention: nothing"


def test_pages_that_have_changed_since_the_signature_are_named_a_few_at_most() -> None:
    changed = [f"learn/{name}.md" for name in "abcde"]
    assert summary(clinic(READY), "clinic.yml", SIZE, [], THEME, TODAY, changed)[1] == (
        "Signed by: Dr. Ana Rivers, license 204816, on 2026-11-02; changed since: learn/a.md, "
        "learn/b.md, learn/c.md and 2 more"
    )


def test_pages_that_are_due_soon_are_named_a_few_at_most() -> None:
    due = [(f"learn/{name}.md", date(2026, 12, 1)) for name in "abcde"]
    assert summary(clinic(READY), "clinic.yml", SIZE, due, THEME, TODAY, [])[-1] == (
        "  - 5 pages must be checked again soon, the first by 2026-12-01: learn/a.md, learn/b.md, "
        "learn/c.md and 2 more. After that day the guide is not built."
    )


def test_one_page_is_one_page() -> None:
    line = summary(
        clinic(READY), "clinic.yml", SIZE, [("a.md", date(2026, 12, 1))], THEME, TODAY, []
    )[-1]
    assert line.startswith("  - 1 page must be checked again soon, the first by 2026-12-01: a.md.")


def test_a_page_is_due_soon_from_a_month_before_its_day() -> None:
    found = pages(later="2026-12-23", soon="2026-12-22", sooner="2026-11-23")
    assert due_soon(found, clinic(BASE), TODAY) == [
        ("sooner.md", date(2026, 11, 23)),
        ("soon.md", date(2026, 12, 22)),
    ]


def test_the_clinics_own_day_counts_if_it_is_earlier() -> None:
    text = READY + "next_review: 2026-12-01\n"
    assert due_soon(pages(page="2027-05-22"), clinic(text), TODAY) == [
        ("page.md", date(2026, 12, 1))
    ]


def test_the_size_is_that_of_the_files_that_phones_save(tmp_path: Path) -> None:
    entries = '[["","x",10],["help/","x",20],["style.css","x",1000000]]'
    data = f'{{"version":"1a","built":"2026-11-22","bundle":null,"entries":{entries}}}'
    (tmp_path / "sw.js").write_text(f"const {{}} = /* mkdocs-pwa:build */{data};", "utf-8")
    assert measure(tmp_path) == Size(pages=2, files=3, bytes=1_000_030)
    assert str(measure(tmp_path)) == "1.0 MB in 3 files"
