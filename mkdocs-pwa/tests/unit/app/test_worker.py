"""Filling scripts with data, and reading it back."""

import re

import pytest

from mkdocs_pwa import PackError
from mkdocs_pwa.app.worker import Kind, fill, for_phones, is_kill_switch, is_worker, read, source

SOURCE = "const { version } = {/* mkdocs-pwa:build */};\n"
AGAIN = "Install the package again: pip install --force-reinstall mkdocs-pwa"


def test_data_takes_the_place_of_the_marker() -> None:
    filled = fill(SOURCE, "build", {"version": "1", "entries": [["", "AA=", 2]]})

    assert filled == (
        'const { version } = /* mkdocs-pwa:build */{"version":"1","entries":[["","AA=",2]]};\n'
    )


def test_client_script_has_a_marker_of_its_own() -> None:
    assert fill("x({/* mkdocs-pwa:client */})", "client", {"messages": {}}) == (
        'x(/* mkdocs-pwa:client */{"messages":{}})'
    )


@pytest.mark.parametrize(("source", "count"), [("", 0), (SOURCE * 2, 2)])
def test_source_without_exactly_one_marker_is_an_error(source: str, count: int) -> None:
    with pytest.raises(PackError) as error:
        fill(source, "build", {})

    assert error.value.problems == [
        "assets/worker/build.js: expected the marker {/* mkdocs-pwa:build */} exactly once, "
        f"found it {count} times. {AGAIN}"
    ]


def test_data_cannot_end_a_script_element_or_a_line() -> None:
    filled = fill(SOURCE, "build", {"text": "</script>\u2028\u2029"})

    assert '"\\u003c/script>\\u2028\\u2029"' in filled


def test_letters_of_all_languages_stay_readable() -> None:
    assert '"Über"' in fill(SOURCE, "build", {"text": "Über"})


def test_data_with_the_marker_in_it_is_filled_once() -> None:
    data = {"text": "{/* mkdocs-pwa:build */}"}

    assert read(fill(SOURCE, "build", data), "build") == data


def test_data_is_read_back() -> None:
    data = {"version": "1", "text": "</b> é \u2028", "notFound": None}

    assert read(fill(SOURCE, "build", data), "build") == data


@pytest.mark.parametrize(
    "script", ["", SOURCE, "/* mkdocs-pwa:build */{broken", "/* mkdocs-pwa:build */[1]"]
)
def test_script_without_readable_data_reads_as_none(script: str) -> None:
    assert read(script, "build") is None


def test_filled_worker_is_known() -> None:
    assert is_worker(fill(SOURCE, "build", {}))


@pytest.mark.parametrize("script", ["", SOURCE, "/* mkdocs-pwa:kill-switch */"])
def test_other_scripts_are_no_worker_of_ours(script: str) -> None:
    assert not is_worker(script)


def test_kill_switch_is_known() -> None:
    assert is_kill_switch("// Words\n/* mkdocs-pwa:kill-switch */\n")


def test_worker_is_no_kill_switch() -> None:
    assert not is_kill_switch(fill(SOURCE, "build", {}))


@pytest.mark.parametrize("kind", ["build", "client"])
def test_scripts_reach_phones_without_comments_and_indents(kind: Kind) -> None:
    written, sent = source(kind), for_phones(source(kind))
    assert not re.search(r"^(?: |//|/\*\*)", sent, re.MULTILINE)
    # A text that goes on in the next line would have lost its indent.
    assert all(line.count("`") % 2 == 0 for line in written.splitlines())
    assert [line.strip() for line in written.splitlines() if line.endswith(";")][-1] in sent


def test_data_that_nests_without_end_is_none_that_can_be_read() -> None:
    assert read('/* mkdocs-pwa:build */{"a":' + "[" * 100_000, "build") is None
