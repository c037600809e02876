"""What a built page tells search."""

from __future__ import annotations

from guide.search.sections import Section, read_sections


def section(content: str) -> Section:
    return read_sections(f'<article><h1>Page</h1><h2 id="a">A</h2>{content}</article>')["a"]


def test_a_section_has_the_topics_of_its_heading() -> None:
    page = '<article><h2 id="a" data-topics="driving ride">A</h2><p>One.</p></article>'
    assert read_sections(page)["a"].topics == ["driving", "ride"]


def test_a_section_within_a_block_for_one_route_is_for_that_route() -> None:
    page = (
        '<article><div class="guide-route" data-route="drip shot"><h2 id="a">A</h2></div>'
        '<h2 id="b">B</h2></article>'
    )
    assert read_sections(page)["a"].routes == ["drip", "shot"]
    assert read_sections(page)["b"].routes == []


def test_the_answer_is_the_first_sentence() -> None:
    assert section("<p>Do not drive today. Ask again.</p><p>More.</p>").answer == (
        "Do not drive today."
    )


def test_a_sentence_does_not_end_within_a_number() -> None:
    assert section("<p>Wait 1.5 hours after it. Then rest.</p>").answer == (
        "Wait 1.5 hours after it."
    )


def test_a_line_that_ends_with_a_colon_goes_on_with_the_first_item() -> None:
    card = '<div class="guide-card"><h3 class="guide-card__title">Call 911 if:</h3>'
    assert section(f"{card}<ul><li>it is hard to breathe</li></ul></div>").answer == (
        "Call 911 if: it is hard to breathe"
    )


def test_the_title_of_a_list_is_no_answer() -> None:
    assert section("<h3>Do not</h3><ul><li>Do not drive.</li></ul>").answer == "Do not drive."


def test_a_cell_of_a_table_is_no_answer() -> None:
    assert section("<table><tr><th>When</th><td>Now.</td></tr></table>").answer == ""


def test_a_long_sentence_is_cut_at_a_word() -> None:
    answer = section(f"<p>{'word ' * 60}end.</p>").answer
    assert len(answer) <= 162
    assert answer.endswith("word …")


def test_numbers_of_sources_and_scripts_are_not_read() -> None:
    assert section("<p>Sip water<sup>1</sup>.</p><script>No.</script>").answer == "Sip water."


def test_what_stands_outside_of_the_article_is_not_read() -> None:
    assert read_sections("<p>Menu.</p><article><p>Text.</p></article><p>Foot.</p>")[""] == (
        Section(blocks=["Text."], text=" Text. ")
    )


def test_a_section_is_found_by_the_words_of_cells_and_lists_too() -> None:
    assert section("<table><tr><td>Now.</td></tr></table><ul><li>a</li><li>b</li></ul>").text == (
        "Now.  a  b  "
    )


def test_a_section_is_not_found_by_what_is_kept_out_of_search() -> None:
    assert section("<p>Sip<sup data-unsearched><a>1</a></sup>.</p>").text.split() == ["Sip."]


def test_the_way_back_above_the_text_is_not_searched() -> None:
    page = '<article><nav class="guide-back"><a>Start</a></nav><h1 id="page">Page</h1></article>'
    assert read_sections(page)[""] == Section(title="Page")


def test_after_a_block_with_a_heading_the_text_goes_on_where_it_was() -> None:
    page = '<article><h2 id="a">A</h2><div><h3 id="b">B</h3><p>In.</p></div><p>Out.</p></article>'
    sections = read_sections(page)
    assert (sections["b"].title, sections["b"].text.strip()) == ("B", "In.")
    assert sections["a"].text.strip() == "Out."
