"""The checkers of scripts miss none, and name the place in the file that somebody wrote."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from mkdocs_pwa.app import worker
from tools.scripts.coverage import left_out, scripts
from tools.scripts.inline import inline_scripts, parts_in
from tools.scripts.joined import Part, joined, led_back

WHOLE = ".build/scripts/client.js"
PARTS = [
    Part("client/build.js", "const one = 1;\nconst two = 2;\n"),
    Part("client/start.js", "one();\n"),
]


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (f"{WHOLE}(2,7): error TS1: No.", "client/build.js:2:7: error TS1: No."),
        (f"{WHOLE}(4,1): error TS1: No.", "client/start.js:1:1: error TS1: No."),
        (f"{WHOLE}:4:1: No. [Error/eslint(x)]", "client/start.js:1:1: No. [Error/eslint(x)]"),
        ("docs/a.js(3,2): error TS1: No.", "docs/a.js:3:2: error TS1: No."),
        ("error TS5023: Unknown option 'x'.", "error TS5023: Unknown option 'x'."),
    ],
)
def test_a_finding_is_shown_where_an_editor_can_open_it(found: str, shown: str) -> None:
    assert led_back(f"{found}\n  Why.", {WHOLE: PARTS}) == f"{shown}\n  Why."


@pytest.mark.parametrize("kind", ["build", "client"])
def test_the_parts_are_checked_in_the_shape_in_which_they_run(kind: worker.Kind) -> None:
    package = Path(worker.__file__).parents[1]
    parts = [Part(path, (package / path).read_text("utf-8")) for path in worker.parts(kind)]
    assert joined(parts) == worker.source(kind)


def test_a_script_that_no_list_has_is_a_finding() -> None:
    assert left_out(["docs/a.js", "docs/new/b.js"], ["docs/a.js", "lib.d.ts"]) == [
        "docs/new/b.js:1:1: expected the types of every script to be checked, found this one in "
        'no list. Add its folder to "include" in tsconfig.json; in tools/scripts/workers.json or '
        "service-workers.json, if it runs in such a worker."
    ]


def test_a_script_is_found_in_any_folder_and_before_it_is_in_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "--quiet"], check=True)
    vendor = "docs/en/assets/javascripts/vendor/theirs.js"
    for name in ["old.js", "new/deep/script.mjs", "node_modules/x/theirs.js", vendor, "gone.js"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / ".gitignore").write_text("node_modules/\n")
    subprocess.run(["git", "add", "old.js", "gone.js"], check=True)
    (tmp_path / "gone.js").unlink()
    assert scripts() == ["new/deep/script.mjs", "old.js"]


TEMPLATE = """\
<p>{{ words }}</p>
<script type="application/json">{{ data | tojson }}</script>
<script data-site="{{ base_url }}">
  one();
</script>
<script>two();</script>
<script src="main.js"></script>
"""


def test_a_script_in_a_template_keeps_the_lines_on_which_it_stands() -> None:
    assert [text.rstrip() for text in inline_scripts(TEMPLATE)] == [
        "\n\n\n  one();",
        "\n\n\n\n\ntwo();",
    ]


def test_every_script_of_a_template_is_checked() -> None:
    parts = parts_in(Path("overrides"))
    assert parts["settings-1.js"][0].path == "overrides/partials/settings.html"
    assert "localStorage" in parts["settings-1.js"][0].text
    shown = led_back(
        ".build/scripts/inline/settings-1.js(5,3): error TS1: No.",
        {f".build/scripts/inline/{name}": part for name, part in parts.items()},
    )
    assert shown == "overrides/partials/settings.html:5:3: error TS1: No."
