"""Take the pictures in EDITING.md from a guide in which all its edits are made: make screenshot."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from mkdocs_pwa_testing import screens
from mkdocs_pwa_testing.server import StaticServer
from tests.conftest import build_guide, copy_sources
from tests.editing import EDITING, carry_out

PICTURES = Path("docs/pictures")
LAPTOP = {"width": 760, "height": 420}

# What a browser's window looks like around a page; a real one cannot be photographed without a
# screen.
WINDOW = """
<style>
  body { margin: 0; padding: 16px; background: #dfe5e3; font: 15px system-ui; }
  div { border: 1px solid #71807f; border-radius: 10px; overflow: hidden; background: #eef1f0; }
  p { margin: 8px 12px; padding: 5px 14px; border-radius: 14px; background: #fff; }
  img { display: block; width: 100%; }
</style>
<div><p>127.0.0.1:8000</p><img></div>
"""


def banner(page: Page, url: str) -> bytes:
    page.goto(url)
    return page.screenshot(clip={"x": 0, "y": 0, "width": 360, "height": 200})


def phone(page: Page, url: str) -> bytes:
    page.goto(f"{url}before/what-to-bring/")
    # Whatever the hour, the picture shows the number that was changed.
    page.evaluate("document.documentElement.setAttribute('data-clinic', 'open')")
    bar = page.get_by_role("navigation", name="Help").bounding_box()
    assert bar
    return page.screenshot(clip={**bar, "y": bar["y"] - 120, "height": bar["height"] + 120})


def question(page: Page, url: str) -> bytes:
    page.goto(f"{url}questions/before/")
    heading = page.get_by_role("heading", name="Can I have my own music?")
    heading.evaluate("heading => scrollBy(0, heading.getBoundingClientRect().top - 70)")
    return page.screenshot(clip={"x": 0, "y": 0, "width": 360, "height": 330})


def preview(page: Page, url: str) -> bytes:
    page.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
    page.goto(url)
    shot = page.screenshot(scale="css")
    page.set_viewport_size({"width": LAPTOP["width"] + 34, "height": LAPTOP["height"] + 80})
    page.set_content(WINDOW)
    page.evaluate(
        """bytes => {
            const image = document.images[0];
            image.src = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
            return image.decode();
        }""",
        list(shot),
    )
    return page.screenshot(full_page=True, scale="css")


SHOTS: dict[str, Callable[[Page, str], bytes]] = {
    "editing-banner": banner,
    "editing-phone": phone,
    "editing-question": question,
    "editing-preview": preview,
}


def take(browser: Browser, url: str) -> None:
    """Write every picture; each page starts afresh, without a saved copy."""
    PICTURES.mkdir(exist_ok=True)
    for name, shot in SHOTS.items():
        context = browser.new_context(
            **screens.phone(scale=1.5),
            color_scheme="light",
            reduced_motion="reduce",
            service_workers="block",
        )
        (PICTURES / f"{name}.png").write_bytes(shot(context.new_page(), url))
        context.close()


def main() -> None:
    """Make the edits in a copy of the project, build it and take the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        project = copy_sources(Path(folder) / "project")
        carry_out(project, EDITING.read_text("utf-8"))
        result = build_guide(project, project / "site")
        if result.returncode:
            raise SystemExit(result.stdout + result.stderr)
        with StaticServer(project / "site") as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"])
            take(browser, server.url)
            browser.close()


if __name__ == "__main__":
    main()
