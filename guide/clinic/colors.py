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

from guide.clinic.problems import refuse

# WCAG 2.2 level AAA for text; the whole guide keeps to it.
_LEAST_CONTRAST = 7.0


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
        ratio = contrast(main, on_main) if main else _LEAST_CONTRAST
        if ratio < _LEAST_CONTRAST:
            raise refuse(
                f"a contrast of 7 to 1 or more with {main}",
                "People with weak sight cannot read less. Make one of the two lighter or darker.",
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


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors as WCAG reckons it, from 1 to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
