"""Take the picture in the README from the really built guide: make screenshot."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from mkdocs_pwa_testing.page import wait_until_saved
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

SITE = Path("site")
PICTURE = Path("docs/screenshot.png")
PHONE = {"width": 360, "height": 640}


def start_page(page: Page, url: str) -> None:
    page.goto(url)
    wait_until_saved(page)


def checklist(page: Page, url: str) -> None:
    page.goto(f"{url}before/drip/")
    page.get_by_role("checkbox").nth(0).check()
    page.get_by_role("checkbox").nth(1).check()
    page.locator("[data-checklist]").first.evaluate(
        "block => scrollBy(0, block.getBoundingClientRect().top - 130)"
    )


def main() -> None:
    """Put two screens side by side, with the server gone for the second."""
    if not SITE.exists():
        raise SystemExit("Screenshot: expected the built guide in site/. Run make site first.")
    with (
        StaticServer(SITE) as server,
        sync_playwright() as playwright,
        tempfile.TemporaryDirectory() as profile,
    ):
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=os.environ["CHROMIUM"],
            **phone(**PHONE),
            color_scheme="light",
            reduced_motion="reduce",
        )
        page = context.pages[0]
        shots = []
        for show in (start_page, checklist):
            show(page, server.url)
            shots.append(page.screenshot())
            if show is start_page:
                server.stop()
        PICTURE.write_bytes(frame(context.new_page(), shots))
        context.close()


def frame(page: Page, shots: list[bytes]) -> bytes:
    """Screens side by side, as one picture."""
    page.set_viewport_size({"width": 420 + 380 * (len(shots) - 1), "height": 700})
    page.set_content(
        "<style>body{margin:0;padding:30px;display:flex;gap:20px;background:#dfe5e3;"
        "justify-content:center}img{width:360px;border-radius:18px}</style>" + "<img>" * len(shots)
    )
    for index, shot in enumerate(shots):
        page.evaluate(
            """([index, bytes]) => {
                const blob = new Blob([new Uint8Array(bytes)], { type: "image/png" });
                const image = document.images[index];
                image.src = URL.createObjectURL(blob);
                return image.decode();
            }""",
            [index, list(shot)],
        )
    return page.screenshot()


if __name__ == "__main__":
    main()
