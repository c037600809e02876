"""The options in mkdocs.yml."""

from pathlib import Path
from typing import Any

import pytest

from mkdocs_pwa import PackOptions
from mkdocs_pwa.settings.mkdocs_options import PwaConfig
from mkdocs_pwa.settings.reading import KEYS


def loaded(values: dict[str, Any], folder: Path = Path()) -> PwaConfig:
    config = PwaConfig(config_file_path=str(folder / "mkdocs.yml"))
    config.load_dict(values)
    return config


def test_options_are_those_of_the_command() -> None:
    assert tuple(name for name, _ in PwaConfig._schema) == KEYS


def test_enabled_comes_first() -> None:
    assert PwaConfig._schema[0][0] == "enabled"


def test_options_that_are_not_written_are_the_defaults() -> None:
    defaults = PackOptions(name="Guide", description="About", lang="es")

    assert loaded({}).options(defaults) == (defaults, [])


def test_written_options_take_the_place_of_the_defaults() -> None:
    options, _ = loaded({"short_name": "G", "exclude": ["*.mp4"]}).options(PackOptions("Guide"))

    assert (options.name, options.short_name, options.exclude) == ("Guide", "G", ("*.mp4",))


def test_good_options_are_accepted() -> None:
    config = loaded({"short_name": "A long name for a guide", "theme_color": "#123"})

    assert config.validate() == ([], [])


def test_every_bad_option_is_filed_under_its_name() -> None:
    failed, _ = loaded({"enabled": "no", "display": 3, "icon": "no.svg"}).validate()

    assert [(option, str(error)) for option, error in failed] == [
        ("enabled", "expected true or false, found 'no'. Use one of these words."),
        (
            "icon",
            "expected the path of an SVG file in ., found 'no.svg'. "
            "Correct the path, or leave it out.",
        ),
        (
            "display",
            "expected standalone, minimal-ui, fullscreen or browser, found the number 3. "
            "Use one of these words.",
        ),
    ]


@pytest.mark.parametrize(
    ("name", "advice"),
    [("theme_colour", "Did you mean 'theme_color'?"), ("push", "Correct or remove it.")],
)
def test_unknown_option_is_an_error_that_offers_a_likely_one(name: str, advice: str) -> None:
    failed, warnings = loaded({name: "red", "display": "browser"}).validate()

    assert [(option, str(error)) for option, error in failed] == [
        (name, f"expected one of the options {', '.join(KEYS)}, found '{name}'. {advice}")
    ]
    assert warnings == []


def test_icon_path_starts_at_mkdocs_yml(tmp_path: Path) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>'
    (tmp_path / "icon.svg").write_bytes(drawing)

    options, problems = loaded({"icon": "icon.svg"}, tmp_path).options(PackOptions("Guide"))

    assert (options.icon, problems) == (drawing, [])


@pytest.mark.parametrize("name", KEYS)
def test_every_option_has_words_of_its_own(name: str) -> None:
    source = Path(__file__).parents[3] / "src" / "mkdocs_pwa" / "settings" / "mkdocs_options.py"
    _, _, rest = source.read_text("utf-8").partition(f"    {name} = Value[")

    assert rest.splitlines()[1].strip().startswith('"""')
