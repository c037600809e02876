"""The app's name, where nobody wrote one down."""

import pytest

from mkdocs_pwa.app.naming import site_name


@pytest.mark.parametrize(
    ("home", "others", "name"),
    [
        ("Small guide", ["Before - Small guide"], "Small guide"),
        ("Small guide - Small guide", ["Before - Small guide"], "Small guide"),
        ("Small guide - Small guide", [], "Small guide"),
        ("Welcome | Small guide", ["Before | Small guide", "Redirecting"], "Welcome | Small guide"),
        ("Welcome | Small guide", ["Before | Small guide", "After | Small guide"], "Small guide"),
        ("Small guide: welcome", ["Before"], "Small guide: welcome"),
        ("Welcome - Small guide", [], "Welcome - Small guide"),
        ("Ear-nose-throat", ["Nose"], "Ear-nose-throat"),
        ("", ["Before"], ""),
    ],
)
def test_name_is_what_the_titles_share(home: str, others: list[str], name: str) -> None:
    assert site_name(home, others) == name
