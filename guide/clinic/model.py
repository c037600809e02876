"""What a clinic file may hold."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, field_validator

from guide.clinic.contact import Contact
from guide.clinic.file.problems import refuse
from guide.clinic.look.look import Look
from guide.clinic.review import Review
from guide.clinic.rules.floors import ROUTES, Route
from guide.clinic.rules.routes import Rules
from guide.clinic.values import Text


def _route(text: object) -> object:
    if text not in ROUTES:
        raise refuse("a route", "Write drip, shot, spray or lozenge.")
    return text


# The last base comes first in the file.
class Clinic(Look, Review, Contact):
    """What a clinic says about itself."""

    routes: list[Annotated[Route, BeforeValidator(_route)]] = Field(
        default=list(ROUTES),
        min_length=1,
        title="routes you offer",
        description="The routes you offer: drip, shot, spray, lozenge. All of them if left out.",
        examples=["[drip, spray]"],
    )
    rules: Rules = Field(
        default_factory=Rules, title="rules", description="Your rules, route by route."
    )
    notices: list[Text] = Field(
        default=[],
        title="notices",
        description="Texts that your clinic must show to its patients.",
        examples=["[We are a teaching clinic.]"],
    )

    def offers(self, route: Route) -> bool:
        """Return whether patients of the clinic can have this route."""
        return route in self.routes

    @field_validator("routes")
    @classmethod
    def _once_each(cls, routes: list[Route]) -> list[Route]:
        twice = [route for route in ROUTES if routes.count(route) > 1]
        if twice:
            raise refuse("each route once", "Take out the second.", f"{twice[0]} twice")
        return routes
