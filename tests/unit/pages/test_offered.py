"""Which pages a clinic has."""

from __future__ import annotations

from guide.clinic import parse_clinic
from guide.pages.offered import left_out, offered

BASE = "name: Lakeside Clinic\ncountry: US\nphone: (303) 444-0134\nhours: 8 to 6\n"


def test_pages_of_routes_that_a_clinic_does_not_offer_are_left_out() -> None:
    clinic = parse_clinic(BASE + "routes: [shot, spray]\n", "clinic.yml")
    assert left_out(clinic) == ["drip.md", "lozenge.md"]
    pages = {"index.md": 1, "after/drip.md": 2, "after/shot.md": 3, "drip.md": 4}
    assert offered(pages, clinic) == {"index.md": 1, "after/shot.md": 3}


def test_a_clinic_with_every_route_has_every_page() -> None:
    clinic = parse_clinic(BASE, "clinic.yml")
    assert left_out(clinic) == []
