"""What the guide's code tells an editor to write, read from the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from .asking import PROJECT

# How a message begins what an editor may copy.
_COPIED = re.compile(
    r"such as|for example[:,]|Write(?: instead)?: |Write (?:it as |a list as )?[`\"“#{\[…]"
    r"|Begin it with |Did you mean|Add, in the same"
    r"|[Aa]dd \{|Put \[|Use one of: "
)


def messages() -> Iterator[tuple[str, str]]:
    """Yield each text of the guide's code that says what to write, with its file."""
    for file in sorted((PROJECT / "guide").rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        told = [node for node in ast.walk(tree) if isinstance(node, ast.Constant | ast.JoinedStr)]
        parts = {
            id(part) for node in told if isinstance(node, ast.JoinedStr) for part in node.values
        }
        about = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in told:
            text = _text(node)
            if id(node) not in parts | about and " " in text and _COPIED.search(text):
                yield file.relative_to(PROJECT).as_posix(), text


def _text(node: ast.expr) -> str:
    """A text of the code, with … for what is filled in."""
    if isinstance(node, ast.JoinedStr):
        return "".join(map(_text, node.values))
    value = getattr(node, "value", None)
    return value if isinstance(value, str) else "…"
