"""The clinic's own colors, refused where words on them would be hard to read."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)

from guide.clinic.file.problems import refuse
from guide.clinic.look.contrast import LEAST_CONTRAST, contrast, readable


def _color(text: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise refuse(
            "a color", 'Write # and six digits or letters from a to f, in quotes: "#0b5555".'
        )
    return text.lower()


Color = Annotated[
    str,
    AfterValidator(_color),
    WithJsonSchema({"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"}),
]


class ColorPair(BaseModel):
    """A color and the words on it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    main: Color = Field(
        title="main color",
        description="Color of buttons and links, in quotes.",
        examples=['"#0b5555"'],
    )
    on_main: Color = Field(
        title="color of words on it",
        description="Color of the words on a button, in quotes.",
        examples=['"#ffffff"'],
    )

    @field_validator("on_main")
    @classmethod
    def _can_be_read(cls, on_main: str, info: ValidationInfo) -> str:
        main = info.data.get("main")
        ratio = contrast(main, on_main) if main else LEAST_CONTRAST
        if ratio < LEAST_CONTRAST:
            raise refuse(
                f"a contrast of 7 to 1 or more with {main}",
                f"People with weak sight cannot read less. {_advice(str(main), on_main)}",
                f'"{on_main}", which has {ratio:.1f} to 1',
            )
        return on_main


class Colors(ColorPair):
    """The clinic's colors in daylight and, if it likes, at night."""

    dark: ColorPair | None = Field(
        default=None,
        title="colors on a dark screen",
        description="The two colors where the phone shows dark pages.",
    )


def _advice(main: str, on_main: str) -> str:
    advice = "Make one of the two lighter or darker"
    try:
        return f'{advice}: with main: "{readable(main, [on_main])}" these words can be read.'
    except ValueError:
        return f'{advice}, and the words "#000000" or "#ffffff".'
