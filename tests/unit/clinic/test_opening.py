"""Opening times as practice managers write them; tests/cases/clinic has what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from guide.clinic import parse_clinic
from guide.clinic.opening import DAYS, closed_days, day_hours

WEEK = "opening:\n" + "".join(f"  {day}: 8 am to 6 pm\n" for day in DAYS)
CLINIC = "name: Lakeside Clinic\ncountry: US\nphone: (303) 444-0134\nhours: 8 to 6\n" + WEEK


@pytest.mark.parametrize(
    ("written", "spans"),
    [
        ("8 am to 6 pm", [(480, 1080)]),
        ("8am-6pm", [(480, 1080)]),
        ("8 AM – 6 PM", [(480, 1080)]),
        ("8:30 a.m. to 5:30 p.m.", [(510, 1050)]),
        ("8.30am until 5.30pm", [(510, 1050)]),
        ("08:00 to 17:00", [(480, 1020)]),
        ("8:00 to 17:00", [(480, 1020)]),
        ("09:00-12:30, 13:30-17:00", [(540, 750), (810, 1020)]),
        ("8 am to 12 noon, 1 pm to 4 pm", [(480, 720), (780, 960)]),
        ("8 am to noon and 1 pm to 4 pm", [(480, 720), (780, 960)]),
        ("8 am to 12 pm; 1 pm to 4 pm", [(480, 720), (780, 960)]),
        ("10 pm to 6 am", [(1320, 1800)]),
        ("22:00 to 06:00", [(1320, 1800)]),
        ("8 am to 12 noon, 8 pm to 2 am", [(480, 720), (1200, 1560)]),
        ("6 pm to midnight", [(1080, 1440)]),
        ("7 am to 12 am", [(420, 1440)]),
        ("12 am to 8 am", [(0, 480)]),
        ("24 hours", [(0, 1440)]),
        ("closed", []),
        ("Closed", []),
    ],
)
def test_a_day_is_read_as_people_write_it(written: str, spans: list[tuple[int, int]]) -> None:
    assert [tuple(span) for span in day_hours(written)] == spans


def test_a_holiday_is_one_day_or_several() -> None:
    assert closed_days("2026-12-25") == (date(2026, 12, 25), date(2026, 12, 25))
    assert closed_days("2026-12-24 to 2027-01-02") == (date(2026, 12, 24), date(2027, 1, 2))


def test_the_week_begins_on_monday() -> None:
    text = CLINIC.replace("monday: 8 am to 6 pm", "monday: 9 am to 10 am", 1)
    opening = parse_clinic(text, "clinic.yml").opening
    assert opening
    assert opening.week[0] == ((540, 600),)
    assert opening.week[1:] == [((480, 1080),)] * 6
