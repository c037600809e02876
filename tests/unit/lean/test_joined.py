"""The modules of every page in one file, for which they need not know it."""

from __future__ import annotations

import pytest

from guide.errors import PageError
from guide.lean.joined import joined

ENTRY = "js/main.js"
SITE = {
    "js/main.js": 'import * as menu from "./frame/menu.js";\nmenu.start();\nimport("./plan.js");\n',
    "js/frame/menu.js": """import { read, write as keep } from "../storage.js";
const line = () => import("./line.js");
export async function start() {
  keep(await line());
}
export const SIZE = 3;
""",
    "js/storage.js": """const site = new URL("../", import.meta.url);
export function read() {}
export function write() {}
""",
    "js/plan.js": 'import { read } from "./storage.js";\nread();\n',
    "js/frame/line.js": "export const words = 7;\n",
}


def test_what_the_entry_imports_at_once_stands_in_it_in_order() -> None:
    script = joined(SITE, ENTRY)[ENTRY]
    assert script.index("const storage$ =") < script.index("const frame_menu$ =")
    assert script.index("const frame_menu$ =") < script.index("menu.start();")
    assert "from " not in script


def test_imported_names_are_those_of_the_module() -> None:
    script = joined(SITE, ENTRY)[ENTRY]
    assert "const { read, write: keep } = storage$;" in script
    assert "const menu = frame_menu$;" in script
    assert "return { start, SIZE };" in script


def test_a_joined_module_is_still_there_for_others() -> None:
    assert joined(SITE, ENTRY)["js/frame/menu.js"] == (
        'import { frame_menu$ } from "../main.js";\nexport const { start, SIZE } = frame_menu$;\n'
    )


def test_a_module_that_is_imported_later_stays_as_it_is() -> None:
    assert joined(SITE, ENTRY).keys() == {ENTRY, "js/frame/menu.js", "js/storage.js"}


def test_addresses_in_a_module_of_another_folder_lead_where_they_led() -> None:
    script = joined(SITE, ENTRY)[ENTRY]
    assert 'import("./frame/line.js")' in script
    assert 'new URL("../", import.meta.url)' in script
    away = {**SITE, "js/frame/menu.js": "const own = new URL('x', import.meta.url);\n"}
    assert (
        "new URL('x', new URL(\"./frame/menu.js\", import.meta.url).href)"
        in (joined(away, ENTRY)[ENTRY])
    )


def test_modules_that_import_each_other_are_named() -> None:
    site = {
        "main.js": 'import { a } from "./a.js";\n',
        "a.js": 'import { b } from "./b.js";\nexport const a = 1;\n',
        "b.js": 'import { a } from "./a.js";\nexport const b = 1;\n',
    }
    with pytest.raises(PageError) as error:
        joined(site, "main.js")
    assert str(error.value) == (
        "a.js: expected modules that do not import each other, found a circle: "
        "a.js imports b.js imports a.js. Move what both need into a third one."
    )


@pytest.mark.parametrize(
    "line",
    [
        'import "./a.js";',
        "export default 1;",
        "export let a = 1;",
        "export { a };",
        'import a from "x";',
    ],
)
def test_another_way_to_import_or_export_is_named(line: str) -> None:
    with pytest.raises(PageError) as error:
        joined({"main.js": f"{line}\n"}, "main.js")
    assert str(error.value) == (
        "main.js: expected 'import { a } from \"./b.js\";', 'import * as b from \"./b.js\";' or an "
        f"export of a function, const or class, found {line!r}. Write it in one of these ways."
    )
