"""The files beside the pages that make a site an app: icons, manifest, scripts."""

import hashlib
from collections.abc import Mapping

from mkdocs_pwa import resources
from mkdocs_pwa.app import client_styles, icons, manifest, texts, worker
from mkdocs_pwa.app.sizes import own_paths
from mkdocs_pwa.copy.site import as_bytes, as_text, pages
from mkdocs_pwa.html import head
from mkdocs_pwa.html.page import read_page
from mkdocs_pwa.policy.host_files import host_files
from mkdocs_pwa.settings.options import PackOptions


def app_files(site: Mapping[str, bytes], options: PackOptions) -> dict[str, bytes]:
    """The files beside the pages that make a site an app, in the order of writing."""
    drawing = options.icon or resources.read("assets/icon.svg").encode()
    languages = {options.lang, *(read_page(as_text(site[path])).lang for path in pages(site))}
    said = texts.client_messages(language for language in languages if language)
    source = worker.for_phones(worker.source("client"))
    styles = client_styles.client_styles()
    data = {
        "messages": said,
        "styles": styles,
        "parts": parts_stamp(site),
    }
    client = worker.fill(source, "client", data)
    return {
        manifest.FILE: manifest.manifest(options),
        **icons.render(drawing, options.background_color),
        head.CLIENT_SCRIPT: client.encode(),
        **host_files(site, options),
    }


def parts_stamp(site: Mapping[str, bytes]) -> str:
    """16 hex digits that change with the styles and scripts that pages share.

    A page that did not change may still have been opened with a style sheet or a script of another
    version, and its own stamp does not tell.
    """
    parts = [path for path in own_paths(site) if path.endswith((".css", ".js", ".mjs"))]
    lines = [f"{path}\0{hashlib.sha256(site[path]).hexdigest()}\n" for path in sorted(parts)]
    return hashlib.sha256(as_bytes("".join(lines))).hexdigest()[:16]
