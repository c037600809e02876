"""What a site loads from other hosts."""

from collections.abc import Collection, Iterator, Mapping
from urllib.parse import SplitResult, urljoin, urlsplit

from mkdocs_pwa.copy.precache import url_of
from mkdocs_pwa.copy.site import as_text
from mkdocs_pwa.html.base import base_address, joined
from mkdocs_pwa.html.page import read_page
from mkdocs_pwa.html.references import css_addresses, page_references


def foreign_addresses(
    site: Mapping[str, bytes], saved: Collection[str]
) -> Iterator[tuple[str, str]]:
    """A path and a warning for each address of another host that saved files load.

    Args:
        site: the packed files.
        saved: the URLs of those that are saved.
    """
    own = _parts(read_page(as_text(site["index.html"])).canonical)
    users: dict[str, list[str]] = {}
    for path in site:
        if url_of(path) not in saved:
            continue
        for address in dict.fromkeys(_loaded_by(path, site)):
            if _host(address, own.scheme or "https") not in ("", own.netloc):
                users.setdefault(address, []).append(path)
    for address, paths in users.items():
        more = f" (and on {len(paths) - 1} more)" if len(paths) > 1 else ""
        text = (
            f"expected nothing from other hosts, found {address}{more}. It cannot be saved, and "
            "its host learns who reads the page. Put a copy into the site, or remove it."
        )
        yield paths[0], text


def _parts(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _host(address: str, scheme: str) -> str:
    """The host of an address with one; "" for one within the site or for data in place."""
    try:
        target = urlsplit(urljoin(f"{scheme}:", address.strip()))
    except ValueError:
        return address
    return target.netloc if target.scheme in ("http", "https") else ""


def _loaded_by(path: str, site: Mapping[str, bytes]) -> Iterator[str]:
    if path.endswith(".html"):
        html = as_text(site[path])
        start = base_address(html)
        yield from (joined(start, found.address) for found in page_references(html))
    elif path.endswith(".css"):
        yield from css_addresses(as_text(site[path]))
