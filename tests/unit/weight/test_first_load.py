"""What the home page loads, read from the files."""

from __future__ import annotations

from guide.lean.scripts import short_script
from guide.weight.first_load import first_load

HOME = """<!doctype html><link rel=icon href=icon.svg><link rel="apple-touch-icon" href="big.png">
<link rel=stylesheet href="css/a.css"><link rel=next href=before/>
<script src=https://x.example/x.js></script>
<script src="js/main.js" type=module></script><body><article class=note data-next>"""
MAIN = """import * as menu from "./menu.js";
const features = {
  ":root": async () => menu,
  "[data-next]": () => import("./next.js"),
  "[data-plan]": () => import("./plan.js"),
  "article .note, table": () => import("./note.js"),
};
if (wide) import("./wide.js");
"""
SITE = {
    "index.html": HOME,
    "icon.svg": "",
    "big.png": "",
    "css/a.css": "",
    "js/main.js": MAIN,
    "js/menu.js": 'import { a,\n  b } from "./lib/shared.js";',
    "js/next.js": 'export { a } from "./lib/shared.js";',
    "js/note.js": "",
    "js/plan.js": "",
    "js/wide.js": "",
    "js/lib/shared.js": "",
}


def test_the_page_its_head_its_modules_and_what_it_starts_are_loaded_once() -> None:
    assert first_load(SITE) == [
        "index.html",
        "icon.svg",
        "css/a.css",
        "js/main.js",
        "js/menu.js",
        "js/next.js",
        "js/note.js",
        "js/lib/shared.js",
    ]


def test_short_scripts_are_read_alike() -> None:
    short = {
        path: short_script(text) if path.endswith(".js") else text for path, text in SITE.items()
    }
    assert first_load(short) == first_load(SITE)
