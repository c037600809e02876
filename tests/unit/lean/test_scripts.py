"""Short scripts do the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.lean.scripts import short_script

from ...conftest import PROJECT

OWN = sorted((PROJECT / "docs/en/assets/javascripts").rglob("*.js"))
# A template literal that holds another one: rjsmin takes the inner sign for its end.
_NESTED = re.compile(r"`(?:[^`$]|\$(?!\{))*\$\{[^}`]*`")


def test_comments_and_space_go() -> None:
    script = "/** Says it. */\nexport function say(words) {\n  // why\n  return words;\n}\n"
    assert short_script(script) == "export function say(words){return words;}"


def test_what_looks_like_a_comment_in_words_stays() -> None:
    for words in ('"a // b"', "'a /* b */'", "`a // ${b}  c`", "/[/*]  x/.test(a)"):
        assert words in short_script(f"const a = {words};\n")


def test_a_line_without_a_semicolon_still_ends() -> None:
    assert short_script("const a = b\nstart()") == "const a=b\nstart()"


def test_a_license_stays() -> None:
    assert short_script("/*! MIT */\na();").startswith("/*! MIT */")


@pytest.mark.parametrize("script", OWN, ids=lambda path: path.name)
def test_no_script_has_a_template_within_a_template(script: Path) -> None:
    assert _NESTED.findall(script.read_text("utf-8")) == []
