"""The clinic file: one YAML file that a clinic edits, read into checked values.

`reading` goes from bytes to values or to one message for each mistake; `model` and its
neighbors say what the file may hold; `floors` holds the least that the product labels ask for.
"""

from guide.clinic.countries import Numbers, numbers_for
from guide.clinic.file.reading import parse_clinic, read_clinic
from guide.clinic.look.colors import Colors
from guide.clinic.model import Clinic
from guide.clinic.phones import dialable
from guide.clinic.review import Reviewer
from guide.clinic.rules.floors import FLOORS, ROUTES, Floor, floor_for
from guide.clinic.rules.routes import Rules

__all__ = [
    "FLOORS",
    "ROUTES",
    "Clinic",
    "Colors",
    "Floor",
    "Numbers",
    "Reviewer",
    "Rules",
    "dialable",
    "floor_for",
    "numbers_for",
    "parse_clinic",
    "read_clinic",
]
