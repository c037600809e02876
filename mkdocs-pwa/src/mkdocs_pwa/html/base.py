"""Pages whose `<base>` gives their addresses another start.

Source: "the base element", https://html.spec.whatwg.org/multipage/semantics.html#the-base-element.
"""

from urllib.parse import urljoin, urlsplit

from mkdocs_pwa.copy.site import NOT_FOUND
from mkdocs_pwa.html.tokens import head_tokens
from mkdocs_pwa.settings.options import PackOptions

_ORIGIN = "https://site.invalid"


def base_address(html: str) -> str:
    """Where the addresses of a page start, as written; "" if it says nothing of it."""
    # Few pages have one, and reading heads takes time.
    if "<base" not in html.lower():
        return ""
    return next(
        (
            token.attrs["href"].strip()
            for token in head_tokens(html)
            if (token.kind, token.value) == ("start", "base") and "href" in token.attrs
        ),
        "",
    )


def joined(start: str, address: str) -> str:
    """An address of a page, from where its addresses start; as it is if it cannot be read."""
    try:
        return urljoin(start, address)
    except ValueError:
        return address


def root_prefix(html: str, path: str, options: PackOptions) -> str:
    """What leads from a page to the site's root.

    Args:
        html: the page.
        path: of its file, from the site's root.
        options: checked options.
    """
    root = options.base
    # A host shows this page at any depth, so no relative path is right.
    if path.rpartition("/")[2] == NOT_FOUND:
        return root
    written = base_address(html)
    if not written or _is_elsewhere(written, options.site_url):
        return "../" * path.count("/")
    start = urlsplit(urljoin(f"{_ORIGIN}{root}{path}", written)).path
    if not start.startswith(root):
        return root
    return "../" * start.removeprefix(root).count("/")


def base_fault(html: str, path: str, site_url: str | None) -> str:
    """What is wrong with the `<base>` of a page, in words that follow its path; "" if nothing."""
    written = base_address(html)
    if not written or path.rpartition("/")[2] == NOT_FOUND:
        return ""
    if _is_elsewhere(written, site_url):
        return (
            f"expected a <base> within this site, found {written}. Its addresses lead to another "
            "host, from which nothing can be saved. Take it out, or correct site_url."
        )
    if written.startswith("/") and not site_url:
        return (
            f'expected site_url, since the page has <base href="{written}">, found none. Where '
            "the site is not at /, the app is looked for at a wrong address, and nothing is "
            "saved. Set site_url to the address that readers use."
        )
    return ""


def _is_elsewhere(written: str, site_url: str | None) -> bool:
    try:
        host = urlsplit(written).netloc
    except ValueError:
        return True
    return host != "" and host != urlsplit(site_url or "").netloc
