"""Scripts written into the one file that needs them, since requests cost more than lines.

What the page's script imports at once stands in it, and what only one tool's script imports stands
in that; what the same several tools need is one file. The sources stay plain modules, and
`make serve` runs them as they are; each is still there once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from guide.errors import PageError
from guide.lean.modules import Module, read_module, relative
from guide.lean.reach import reached


def joined(scripts: Mapping[str, str], entry: str) -> dict[str, str]:
    """Return the texts that change, by path. Nothing names the others that stand in them any more.

    Args:
        scripts: all scripts by path, as they were written.
        entry: the path of the one that each page names.

    Raises:
        PageError: a script imports or exports in a way that is not known here, two import each
            other, one is imported later that is there at once, or a worker needs what stands in
            the entry.
    """
    modules = {module.path: module for module in _in_order(scripts, entry)}
    hosts = _hosts(modules, entry)

    def name_of(path: str) -> str:
        # No name of the scripts' own has this sign, so that none is hidden.
        address = relative(path, entry).removeprefix("./").removesuffix(".js")
        return re.sub(r"\W", "_", address) + "$"

    return {
        host: _written(host, modules, hosts, name_of)
        for host in dict.fromkeys(hosts.values())
        if modules[host].is_own
    }


def _in_order(scripts: Mapping[str, str], entry: str) -> list[Module]:
    """All that the entry leads to, at once or later, each after what it imports."""
    found: dict[str, Module] = {}
    waiting = [entry]
    while waiting:
        for module in _imported(scripts, waiting.pop(0), found, ()):
            found[module.path] = module
            waiting += [path for path in module.later if path in scripts]
    return list(found.values())


def _imported(
    scripts: Mapping[str, str], path: str, found: Mapping[str, Module], importers: tuple[str, ...]
) -> Iterator[Module]:
    """A module after all that it imports, but for those that are found already."""
    if path in importers:
        raise PageError(
            f"{path}: expected modules that do not import each other, found a circle: "
            f"{' imports '.join([*importers[importers.index(path) :], path])}. "
            "Move what both need into a third one."
        )
    if path in found:
        return
    if path not in scripts:
        raise PageError(
            f"{importers[-1]}: expected imports of scripts that are there, found {path}, which is "
            "not. Correct the address."
        )
    module = read_module(path, scripts)
    for imported in module.imports:
        yield from _imported(scripts, imported, found, (*importers, path))
    yield module


def _hosts(modules: Mapping[str, Module], entry: str) -> dict[str, str]:
    """The file that each module is to stand in: another's, or its own."""

    def imported(path: str) -> Iterable[str]:
        return modules[path].imports

    at_once = set(reached([entry], imported))
    later = {path for module in modules.values() for path in module.later if path in modules}
    for path in sorted(later & at_once):
        raise PageError(
            f"{path}: expected one way to import it, found import(...) somewhere although "
            f"{entry} has it at once. Import it at once there too."
        )
    workers = {path for module in modules.values() for path in module.workers if path in modules}
    for path in sorted(workers):
        for shared in sorted(at_once & set(reached([path], imported))):
            raise PageError(
                f"{path}: expected a worker to need nothing of {entry}, which only runs in a page, "
                f"found {shared} in both. Write what the worker needs in a script of its own."
            )
    users: dict[str, set[str]] = {path: set() for path in modules}
    for tool in later:
        for path in reached([tool], imported):
            users[path].add(tool)
    hosts: dict[str, str] = {}
    together: dict[frozenset[str], str] = {}
    # Importers first: of those that the same tools need, the first leads to all others.
    for path in reversed(list(modules)):
        if path in at_once:
            hosts[path] = entry
        elif path in later or not modules[path].is_own:
            hosts[path] = path
        elif len(users[path]) == 1:
            hosts[path] = min(users[path])
        else:
            hosts[path] = together.setdefault(frozenset(users[path]), path)
    return hosts


def _written(
    host: str,
    modules: Mapping[str, Module],
    hosts: Mapping[str, str],
    name_of: Callable[[str], str],
) -> str:
    """A file with all that stands in it: what it needs of other files is named at its top, and what
    they need of it at its end.
    """
    members = [module for path, module in modules.items() if hosts[path] == host]
    needed = {path for module in members for path in module.imports if hosts[path] != host}
    lines = []
    for other in sorted({hosts[path] for path in needed}):
        address = relative(other, host)
        inside = sorted(name_of(path) for path in needed - {other} if hosts[path] == other)
        if other in needed:
            lines.append(f'import * as {name_of(other)} from "{address}";')
        if inside:
            lines.append(f'import {{ {", ".join(inside)} }} from "{address}";')
    for module in members:
        body = module.body(name_of, host).rstrip("\n")
        if module.path != host:
            names = f"{{ {', '.join(module.exports)} }}"
            body = f"const {name_of(module.path)} = (() => {{\n{body}\nreturn {names};\n}})();"
        lines.append(body)
    exported = {
        name_of(imported)
        for module in modules.values()
        for imported in module.imports
        if hosts[imported] == host not in (imported, hosts[module.path])
    }
    if exported:
        lines.append(f"export {{ {', '.join(sorted(exported))} }};")
    return "\n".join([*lines, ""])
