"""Modules in the file that needs them, of which they need not know."""

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
    "js/plan.js": """import { read } from "./storage.js";
import { clock } from "./clock.js";
import { days } from "./lib/days.js";
import { code } from "./vendor/code.js";
new Worker(new URL("./worker.js", import.meta.url));
export const start = () => clock(read(days, code));
""",
    "js/clock.js": "export const clock = 1;\n",
    "js/lib/days.js": 'import { zone } from "../zone.js";\nexport const days = zone;\n',
    "js/frame/line.js": 'import { zone } from "../zone.js";\nexport const words = zone;\n',
    "js/zone.js": "export const zone = 7;\n",
    "js/worker.js": 'import { sums } from "./sums.js";\nsums();\n',
    "js/sums.js": "export const sums = 8;\n",
    "js/vendor/code.js": "const a=1;export{a as code};export default a;\n",
    "js/theme.js": "export { a };\n",
}


def test_what_the_entry_imports_at_once_stands_in_it_in_order() -> None:
    script = joined(SITE, ENTRY)[ENTRY]
    assert script.index("const storage$ =") < script.index("const frame_menu$ =")
    assert script.index("const frame_menu$ =") < script.index("menu.start();")
    assert "from " not in script


def test_what_one_tool_imports_stands_in_that_tool() -> None:
    script = joined(SITE, ENTRY)["js/plan.js"]
    assert "const clock$ = (() => {\nconst clock = 1;\nreturn { clock };\n})();" in script
    assert script.index("const clock$ =") < script.index("const { clock } = clock$;")
    assert "export const start = () =>" in script
    assert "const sums$ = " in joined(SITE, ENTRY)["js/worker.js"]


def test_what_several_tools_import_stays_a_file() -> None:
    texts = joined(SITE, ENTRY)
    assert texts["js/zone.js"] == SITE["js/zone.js"]
    for tool, address in [("js/plan.js", "./zone.js"), ("js/frame/line.js", "../zone.js")]:
        assert f'import * as zone$ from "{address}";' in texts[tool]
        assert "const { zone } = zone$;" in texts[tool]


def test_imported_names_are_those_of_the_module() -> None:
    script = joined(SITE, ENTRY)[ENTRY]
    assert "const { read, write: keep } = storage$;" in script
    assert "const menu = frame_menu$;" in script
    assert "return { start, SIZE };" in script


def test_a_tool_gets_from_the_entry_what_stands_in_it() -> None:
    texts = joined(SITE, ENTRY)
    assert texts["js/plan.js"].startswith('import { storage$ } from "./main.js";\n')
    assert texts[ENTRY].endswith("export { storage$ };\n")


def test_what_others_have_written_stays_as_it_is() -> None:
    texts = joined(SITE, ENTRY)
    assert 'import * as vendor_code$ from "./vendor/code.js";' in texts["js/plan.js"]
    assert texts.keys() == {
        ENTRY,
        "js/plan.js",
        "js/frame/line.js",
        "js/zone.js",
        "js/worker.js",
    }


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


def test_a_script_that_is_there_at_once_and_asked_for_later_is_named() -> None:
    site = {"main.js": 'import { a } from "./a.js";\nimport("./a.js");\n', "a.js": ""}
    with pytest.raises(PageError) as error:
        joined(site, "main.js")
    assert str(error.value) == (
        "a.js: expected one way to import it, found import(...) somewhere although main.js has it "
        "at once. Import it at once there too."
    )


def test_a_script_that_is_not_there_is_named() -> None:
    with pytest.raises(PageError) as error:
        joined({"main.js": 'import { a } from "./a.js";\n'}, "main.js")
    assert str(error.value) == (
        "main.js: expected imports of scripts that are there, found a.js, which is not. "
        "Correct the address."
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


def test_what_the_same_tools_need_is_one_file() -> None:
    site = {
        "main.js": 'import("./a.js");\nimport("./b.js");\nimport("./c.js");\n',
        "a.js": 'import { days } from "./days.js";\n',
        "b.js": 'import { days } from "./days.js";\nimport { zone } from "./zone.js";\n',
        "c.js": "export const c = 1;\n",
        "days.js": 'import { zone } from "./zone.js";\nexport const days = zone;\n',
        "zone.js": "export const zone = 1;\n",
    }
    texts = joined(site, "main.js")
    assert "zone.js" not in texts
    assert "const zone$ = (() => {" in texts["days.js"]
    assert texts["days.js"].endswith("export { zone$ };\n")
    assert texts["b.js"].startswith(
        'import * as days$ from "./days.js";\nimport { zone$ } from "./days.js";\n'
    )


def test_a_worker_that_needs_what_the_page_has_is_named() -> None:
    site = {
        "main.js": 'import { a } from "./a.js";\nimport("./box.js");\n',
        "a.js": "export const a = document;\n",
        "box.js": 'const worker = new URL("./worker.js", import.meta.url);\n',
        "worker.js": 'import { b } from "./b.js";\n',
        "b.js": 'import { a } from "./a.js";\nexport const b = a;\n',
    }
    with pytest.raises(PageError) as error:
        joined(site, "main.js")
    assert str(error.value) == (
        "worker.js: expected a worker to need nothing of main.js, which only runs in a page, found "
        "a.js in both. Write what the worker needs in a script of its own."
    )
