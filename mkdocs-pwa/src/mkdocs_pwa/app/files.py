"""The files beside the pages that make a site an app: icons, manifest, scripts."""

from collections.abc import Mapping

from mkdocs_pwa import resources
from mkdocs_pwa.app import client_styles, icons, manifest, texts, worker
from mkdocs_pwa.copy.site import as_text, pages
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
    }
    client = worker.fill(source, "client", data)
    return {
        manifest.FILE: manifest.manifest(options),
        **icons.render(drawing, options.background_color),
        head.CLIENT_SCRIPT: client.encode(),
        **host_files(site, options),
    }
