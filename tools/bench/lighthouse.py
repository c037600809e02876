"""Lighthouse, where it is installed: npm install --global lighthouse."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

from tools.bench.serving import serving
from tools.bench.visits import PAGES

_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_TIMES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")


def scores(site: Path, chromium: str) -> dict[str, str]:
    """The four scores and the times of each page, or how to get them."""
    program = shutil.which("lighthouse")
    if not program:
        return {"Lighthouse": "not found: npm install --global lighthouse"}
    rows = {}
    with serving(site) as (server, _):
        for path in PAGES:
            command = [
                *(program, f"{server.url}{path}", "--quiet", "--output=json"),
                f"--only-categories={','.join(_CATEGORIES)}",
                "--chrome-flags=--headless=new --no-sandbox",
            ]
            environment = {**os.environ, "CHROME_PATH": chromium}
            run = subprocess.run(command, capture_output=True, text=True, env=environment)
            if run.returncode:
                rows[f"/{path}: Lighthouse"] = f"failed: {run.stderr.strip()[-200:]}"
                continue
            found = json.loads(run.stdout)
            marks = [round(100 * found["categories"][name]["score"]) for name in _CATEGORIES]
            times = [round(found["audits"][name]["numericValue"]) for name in _TIMES]
            rows[f"/{path}: performance / accessibility / practices / SEO"] = _joined(marks)
            rows[f"/{path}: first / largest paint, blocked ms"] = _joined(times)
    return rows


def _joined(numbers: list[int]) -> str:
    return " / ".join(map(str, numbers))
