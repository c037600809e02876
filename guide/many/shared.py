"""What the clinics of one host share: what it has to send beside the files."""

from __future__ import annotations

from pathlib import Path

from mkdocs_pwa.policy import host_files


def write_shared(sites: Path, names: list[str]) -> None:
    """Write the `_headers` of the whole folder, which hosts read at the root alone.

    Two rules for all, since Cloudflare Pages reads 100 rules and no more
    (https://developers.cloudflare.com/pages/configuration/headers/).

    Args:
        sites: the folder with the folders of clinics.
        names: the clinics with a good site.
    """
    sent = {
        name: value
        for folder in names
        for name, value in host_files.read_headers(_own(sites / folder)).items()
    }
    if sent:
        text = host_files.netlify(sent, "/")
        rules = text.replace("/manifest.webmanifest", "/:clinic/manifest.webmanifest")
        (sites / host_files.NETLIFY).write_text(rules, "utf-8")


def _own(site: Path) -> str:
    file = site / host_files.NETLIFY
    return file.read_text("utf-8") if file.is_file() else ""
