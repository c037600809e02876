"""Script sources with one marker to scripts with their data, and back."""

import json
import re
from typing import Any, Literal

from mkdocs_pwa import resources
from mkdocs_pwa.errors import PackError

FILE = "sw.js"

Kind = Literal["build", "client"]
_KILL_SWITCH = "/* mkdocs-pwa:kill-switch */"
# One file each for browsers, since a changed import is not always found; several for people. The
# first has the marker.
_PARTS: dict[Kind, tuple[str, ...]] = {
    "build": (
        *("build", "versions", "headers", "storing", "spending", "downloading"),
        *("bundle", "relocating", "answering", "events"),
    ),
    "client": (
        *("build", "identity", "notice", "typed", "saved", "consent", "updates", "checking"),
        *("state", "freshness", "installing", "start"),
    ),
}
# Only where a line begins with one: within a line it may be part of a text.
_COMMENTS = re.compile(r"^\s*(?:/\*\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^ +", re.MULTILINE)
_FOLDERS: dict[Kind, str] = {"build": "assets/worker", "client": "assets/client"}


def source(kind: Kind) -> str:
    """A script as it is before `fill`: its parts, joined in their order.

    Raises:
        PackError: a part is not there, so the installation is broken.
    """
    return "\n".join(resources.read(part) for part in parts(kind))


def parts(kind: Kind) -> list[str]:
    """The files that a script is joined from, in their order and from the package's folder."""
    return [f"{_FOLDERS[kind]}/{part}.js" for part in _PARTS[kind]]


def for_phones(source: str) -> str:
    """A script without comments and indents, which are a quarter of what each update fetches.

    No text of these scripts goes on in another line, where an indent would belong to it.
    """
    return _INDENT.sub("", _COMMENTS.sub("", source))


def fill(source: str, kind: Kind, data: dict[str, Any]) -> str:
    """A script with its data in place of the marker `{/* mkdocs-pwa:KIND */}`.

    The marker is an empty object, so the source runs and can be linted as it stands.

    Raises:
        PackError: the source does not have exactly one marker.
    """
    marker = f"{{{_label(kind)}}}"
    count = source.count(marker)
    if count != 1:
        text = (
            f"{_FOLDERS[kind]}/build.js: expected the marker {marker} exactly once, "
            f"found it {count} times. "
            "Install the package again: pip install --force-reinstall mkdocs-pwa"
        )
        raise PackError([text])
    return source.replace(marker, _label(kind) + _json(data))


def read(script: str, kind: Kind) -> dict[str, Any] | None:
    """The data that `fill` put into a script; None if there is none that can be read."""
    _, label, rest = script.partition(_label(kind))
    try:
        data, _ = json.JSONDecoder().raw_decode(rest) if label else (None, 0)
    # Other people's scripts may hold anything, and nests without end.
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def is_worker(script: str) -> bool:
    """Whether a script is a worker that this package filled."""
    return f"{_label('build')}{{" in script


def is_kill_switch(script: str) -> bool:
    """Whether a script is the worker that takes the saved copy away."""
    return _KILL_SWITCH in script


def _label(kind: Kind) -> str:
    return f"/* mkdocs-pwa:{kind} */"


def _json(data: dict[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # The data may be looked at as part of a page, or by an engine older than ES2019.
    for character in "<\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
