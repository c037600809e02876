"""The floors: the least that a clinic's rule may be, by route, each with its source.

A clinic may ask for more. Fact numbers are those of the evidence file that the pages name too.
Food and drink have no floor but for the spray: no other label gives hours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from guide.clinic.file.problems import refuse
from guide.clinic.rules.durations import Duration

Route = Literal["drip", "shot", "spray", "lozenge"]
ROUTES: tuple[Route, ...] = ("drip", "shot", "spray", "lozenge")


class Basis(Enum):
    """Who asks for a floor, as a sentence of a message."""

    LABEL = "The product label asks for it"
    NEXT_DAY_LABEL = "The product label asks for the next day, after a full night's sleep"
    INJECTION_LABEL = "Lozenges have no label of their own, so that of ketamine injection counts"
    HEALTH_SERVICE = "Health services ask for it"


@dataclass(frozen=True)
class Floor:
    """The least that one rule of one route may be: a length of time, or True for a must."""

    route: Route
    field: str
    least: Duration | Literal[True]
    fact: str
    source: str
    basis: Basis = Basis.LABEL

    def check(self, value: object) -> None:
        """Refuse a value that is less cautious."""
        why = f"{self.basis.value} (source {self.source}, fact {self.fact})."
        if isinstance(value, Duration) and isinstance(self.least, Duration):
            if value.minutes < self.least.minutes:
                raise refuse(f"{self.least} or more", f"{why} Write {self.least} or more.")
        elif value is False:
            raise refuse("true", f"{why} Write true, or leave the line out.")


_DAY = Duration(24, "hour")

FLOORS = (
    Floor("spray", "stop_food", Duration(2, "hour"), "F092", "spravato-eu-pil"),
    Floor("spray", "stop_clear_drinks", Duration(30, "minute"), "F092", "spravato-eu-pil"),
    Floor("spray", "nasal_products", Duration(1, "hour"), "F131", "spravato-eu-pil"),
    Floor("spray", "observation", Duration(2, "hour"), "F169", "spravato-jnj-howtake-2025"),
    # The label names no hours. Twelve reach past the night that follows an afternoon session;
    # pages add the sleep whatever the clinic writes (`RouteRules.sleep_before_driving`).
    Floor(
        "spray", "no_driving", Duration(12, "hour"), "F189", "spravato-eu-pil", Basis.NEXT_DAY_LABEL
    ),
    Floor("drip", "no_driving", _DAY, "F190", "ketamine-ch-driving"),
    Floor("shot", "no_driving", _DAY, "F190", "ketamine-ch-driving"),
    Floor("lozenge", "no_driving", _DAY, "F190", "ketamine-ch-driving", Basis.INJECTION_LABEL),
    Floor("drip", "companion_required", True, "F154", "ketamine-uspi-old"),
    Floor("shot", "companion_required", True, "F154", "ketamine-uspi-old"),
    Floor("spray", "companion_required", True, "F153", "spravato-uspi-2019-copy"),
    Floor("drip", "alcohol_before", _DAY, "F137", "oxford-limits", Basis.HEALTH_SERVICE),
    Floor("shot", "alcohol_before", _DAY, "F137", "oxford-limits", Basis.HEALTH_SERVICE),
    Floor("spray", "alcohol_before", _DAY, "F137", "oxford-limits", Basis.HEALTH_SERVICE),
    Floor("lozenge", "alcohol_before", _DAY, "F137", "oxford-limits", Basis.HEALTH_SERVICE),
    Floor("drip", "alcohol_after", _DAY, "F201", "gstt-sedation", Basis.HEALTH_SERVICE),
    Floor("shot", "alcohol_after", _DAY, "F201", "gstt-sedation", Basis.HEALTH_SERVICE),
    Floor("spray", "alcohol_after", _DAY, "F201", "gstt-sedation", Basis.HEALTH_SERVICE),
    Floor("lozenge", "alcohol_after", _DAY, "F201", "gstt-sedation", Basis.HEALTH_SERVICE),
)

_BY_RULE = {(floor.route, floor.field): floor for floor in FLOORS}


def floor_for(route: Route, field: str | None) -> Floor | None:
    """Return the floor of a rule, if it has one."""
    return _BY_RULE.get((route, field or ""))
