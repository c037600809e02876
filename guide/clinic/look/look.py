"""How the guide looks as this clinic's own."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from guide.clinic.file.problems import refuse
from guide.clinic.look.colors import Colors
from guide.clinic.values import AppName, IconName, Picture


class Look(BaseModel):
    """Names on the phone, logo and colors."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    app_name: AppName | None = Field(
        default=None,
        title="name of the app",
        description="Name of the guide, at most 45 letters. No medicine or illness in it.",
        examples=["River Treatment Guide"],
    )
    short_name: IconName | None = Field(
        default=None,
        title="name under the icon",
        description="Name under the icon on the phone, at most 12 letters. "
        "No medicine or illness in it.",
        examples=["River Guide"],
    )
    logo: Picture | None = Field(
        default=None,
        title="logo",
        description="Your logo: an SVG or PNG file beside the clinic file.",
        examples=["logo.svg"],
    )
    colors: Colors | None = Field(
        default=None, title="colors", description="Your colors in place of the guide's."
    )

    @field_validator("logo")
    @classmethod
    def _is_there(cls, logo: str, info: ValidationInfo) -> str:
        folder: Path | None = info.context
        if folder and not (folder / logo).is_file():
            raise refuse(
                "a picture beside the clinic file",
                "Put it there, or correct its name: capitals count.",
                f'no file "{logo}"',
            )
        return logo
