"""What the package offers."""

import importlib.metadata
import subprocess
import sys

import mkdocs_pwa


def test_public_names_are_pinned() -> None:
    assert mkdocs_pwa.__all__ == [
        "Finding",
        "PackError",
        "PackOptions",
        "PackReport",
        "SavedFile",
        "Shortcut",
        "__version__",
        "check",
        "pack",
        "read_report",
        "write_kill_switch",
        "write_shared_headers",
    ]


def test_every_public_name_is_there() -> None:
    assert [name for name in mkdocs_pwa.__all__ if not hasattr(mkdocs_pwa, name)] == []


def test_version_is_that_of_the_distribution() -> None:
    assert importlib.metadata.version("mkdocs-pwa") == mkdocs_pwa.__version__


def test_only_the_plugin_needs_mkdocs() -> None:
    code = (
        "import sys, mkdocs_pwa.cli; "
        "print([name for name in sys.modules if name.split('.')[0] == 'mkdocs'])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"
