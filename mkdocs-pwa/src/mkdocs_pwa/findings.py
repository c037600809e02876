"""One fault of a packed or published site."""

from typing import Literal, NamedTuple


class Finding(NamedTuple):
    """One fault, with the file it is about."""

    level: Literal["error", "warning"]
    where: str
    text: str

    def __str__(self) -> str:
        return f"{self.level}: {self.where}: {self.text}"
