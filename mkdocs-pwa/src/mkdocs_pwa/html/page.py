"""What a page says about itself in its head."""

from typing import NamedTuple

from mkdocs_pwa.html.tokens import head_tokens


class Page(NamedTuple):
    """Facts from the head of a page; empty where it does not say."""

    lang: str
    title: str
    description: str
    canonical: str


def read_page(html: str) -> Page:
    """The language, title, description and own address of a page."""
    facts = {"lang": "", "title": "", "description": "", "canonical": ""}
    in_title = False
    for token in head_tokens(html):
        attrs = token.attrs
        if token.kind in ("start", "end") and token.value == "title":
            in_title = token.kind == "start" and not facts["title"]
        elif token.kind == "text" and in_title:
            facts["title"] += token.value
        elif token.kind != "start":
            continue
        elif token.value == "html":
            facts["lang"] = attrs.get("lang", "")
        elif token.value == "meta" and attrs.get("name", "").lower() == "description":
            facts["description"] = attrs.get("content", "")
        elif token.value == "link" and "canonical" in attrs.get("rel", "").lower().split():
            facts["canonical"] = attrs.get("href", "")
    return Page(**{name: " ".join(value.split()) for name, value in facts.items()})
