"""The headers of several packed sites in one folder, which hosts read at the root alone."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs_pwa.copy.outputs import write_changed
from mkdocs_pwa.policy import host_files


def write_shared_headers(folder: Path, sites: Iterable[str]) -> None:
    """Write the `_headers` of a whole folder of packed sites; none if none of them has its own.

    Two rules for all, since Cloudflare Pages reads 100 rules and no more
    (https://developers.cloudflare.com/pages/configuration/headers/).

    Args:
        folder: what is published.
        sites: the names of the packed folders in it.
    """
    sent = {
        name: value
        for site in sites
        for name, value in host_files.read_headers(_own(folder / site)).items()
    }
    if sent:
        text = host_files.netlify(sent, "/")
        rules = text.replace("/manifest.webmanifest", "/:site/manifest.webmanifest")
        write_changed(folder, {host_files.NETLIFY: rules.encode()})


def _own(site: Path) -> str:
    file = site / host_files.NETLIFY
    return file.read_text("utf-8") if file.is_file() else ""
