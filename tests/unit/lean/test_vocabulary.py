"""What may occur in pages."""

from __future__ import annotations

from guide.lean.vocabulary import Vocabulary

from .vocabularies import read_vocabulary


def of_page(html: str) -> Vocabulary:
    return read_vocabulary([html], [])


def of_script(text: str) -> Vocabulary:
    return read_vocabulary([], [text])


def test_a_page_gives_its_elements_classes_ids_and_attributes() -> None:
    found = of_page('<ul id="a" class="b c"><LI hidden data-kind=\'x > y\'></ul>')
    assert {"ul", "li"} <= found.elements
    assert all(map(found.has_name, ("a", "b", "c")))
    assert found.has_attribute("hidden")
    assert found.may_equal("data-kind", "x > y")
    assert not found.may_equal("data-kind", "z")


def test_attributes_without_quotes_are_read() -> None:
    found = of_page("<p class=note id=first data-a=b>text</p>")
    assert found.has_name("note")
    assert found.may_equal("data-a", "b")


def test_a_name_that_nothing_has_is_not_known() -> None:
    found = read_vocabulary(["<p class='a'>class words</p>"], ["start()"])
    assert not found.has_name("words")
    assert not found.has_attribute("open")
    assert "table" not in found.elements


def test_a_script_gives_the_names_in_its_text() -> None:
    found = of_script('element("dl", "guide-plan__list hidden");\nrow.dataset.planPart = "early";')
    assert "dl" in found.elements
    assert all(map(found.has_name, ("guide-plan__list", "hidden")))
    assert found.has_attribute("data-plan-part")
    assert found.may_equal("data-plan-part", "early")


def test_a_template_over_several_lines_is_read() -> None:
    assert of_script("x = `<p>\n  <b class=strong>\n`;").has_name("strong")


def test_the_beginning_of_a_name_stands_for_all_that_begin_so() -> None:
    found = of_script("row.className = `guide-row--${kind}`;")
    assert found.has_name("guide-row--late")
    assert not found.has_name("guide-table")


def test_the_beginning_of_an_attribute_stands_for_all_that_begin_so() -> None:
    found = of_script('root.setAttribute("data-guide-" + name, "large");')
    assert found.may_equal("data-guide-size", "large")
    assert found.may_contain("data-guide-size", "anything")
    assert not found.has_attribute("data-other")


def test_comments_and_variables_give_no_names() -> None:
    found = of_script("// a table of every-thing\nconst ms = count;")
    assert "table" not in found.elements
    assert not any(map(found.has_name, ("every-thing", "ms", "count")))


def test_what_comes_later_is_named_by_its_beginning() -> None:
    assert read_vocabulary([], [], ["some-plugin"]).has_name("some-plugin__button")


def test_a_condition_may_be_true_or_false() -> None:
    found = of_script('button.setAttribute("aria-pressed", String(isOn));')
    assert found.may_equal("aria-pressed", "true")
    assert not found.may_equal("aria-pressed", "mixed")


def test_a_script_within_a_page_counts_and_data_does_not() -> None:
    found = of_page(
        "<script>root.className = 'js';</script>"
        '<script type="application/json">{"words": "late-one"}</script>'
    )
    assert found.has_name("js")
    assert not found.has_name("late-one")
