"""Take the picture in mkdocs-pwa/README.md from a really built site: make screenshot."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, UPDATE_WAITS, until, wait_until_saved
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer
from tools.screenshot import PHONE, frame

PICTURE = Path("mkdocs-pwa/pictures/phones.png")
CONFIG = """site_name: Hut handbook
theme: {name: material, font: false}
plugins: [search, pwa]
"""
PAGES = {
    "index.md": "# Hut handbook\n\nWater, stove, first aid and the way down.\n\n"
    "- [Water](water.md)\n- [Stove](stove.md)\n- [First aid](aid.md)\n\n"
    "![The hut below a ridge](hut.svg)\n",
    "water.md": "# Water\n\nThe spring is behind the hut. Boil the water for three minutes.\n\n"
    "1. Fill the large pot.\n2. Light the stove.\n3. Wait until it boils.\n4. Count to 180.\n",
    "stove.md": "# Stove\n\nOpen the flap before you light it.\n",
    "aid.md": "# First aid\n\nThe box hangs beside the door.\n",
}
HUT = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 150">
<rect width="320" height="150" fill="#cfe3ee"/>
<path d="M0 150 90 40 150 100 220 20 320 150z" fill="#8aa3b0"/>
<path d="M120 150v-40
l40-30 40 30v40z" fill="#8a4b2d"/><path d="M110 112l50-38 50 38" fill="none" stroke="#4e2a18"
stroke-width="8"/><rect x="150" y="118" width="20" height="32" fill="#f4d58d"/></svg>"""


def build(project: Path, name: str) -> Path:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", name]
    subprocess.run(command, cwd=project, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return project / name


def shots(page: Page, first: Path, second: Path) -> list[bytes]:
    """The first visit, a page with the server gone, and a new version."""
    with StaticServer(first) as server:
        page.goto(server.url)
        expect(page.get_by_text("Saved on this phone.")).to_be_visible()
        taken = [page.screenshot()]
        wait_until_saved(page)
        server.stop()
        page.goto(f"{server.url}water/")
        expect(page.get_by_role("heading", name="Water")).to_be_visible()
        taken.append(page.screenshot())
        server.folder = second
        server.start()
        page.goto(f"{server.url}stove/")
        assert page.evaluate(LOOK_FOR_UPDATE) is None
        until(page, UPDATE_WAITS)
        expect(page.get_by_role("button", name="Use it now")).to_be_visible()
        taken.append(page.screenshot())
    return taken


def main() -> None:
    """Build a small site twice, and write the picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = Path(folder)
        (project / "docs").mkdir()
        (project / "mkdocs.yml").write_text(CONFIG, "utf-8")
        (project / "docs/hut.svg").write_text(HUT, "utf-8")
        for name, text in PAGES.items():
            (project / "docs" / name).write_text(text, "utf-8")
        first = build(project, "first")
        (project / "docs/stove.md").write_text("# Stove\n\nIt is new since June.\n", "utf-8")
        second = build(project, "second")
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"])
        context = browser.new_context(**phone(**PHONE), reduced_motion="reduce")
        taken = shots(context.new_page(), first, second)
        picture = frame(context.new_page(), taken)
        browser.close()
    # A few colors are enough, and a third of the bytes.
    PICTURE.parent.mkdir(exist_ok=True)
    Image.open(io.BytesIO(picture)).quantize(64).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
