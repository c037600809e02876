"""The command `mkdocs-pwa`, for sites of any generator."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import yaml

from mkdocs_pwa import __version__
from mkdocs_pwa.app import worker
from mkdocs_pwa.app.naming import site_name
from mkdocs_pwa.checking.address import check_url
from mkdocs_pwa.checking.folder import check
from mkdocs_pwa.checking.target import is_address, seems_an_address
from mkdocs_pwa.copy.site import as_text, open_site, pages
from mkdocs_pwa.errors import PackError, file_error
from mkdocs_pwa.html.charset import read_as_browsers
from mkdocs_pwa.html.page import Page, read_page
from mkdocs_pwa.pack import pack
from mkdocs_pwa.policy import host_files
from mkdocs_pwa.remove import write_kill_switch
from mkdocs_pwa.settings.options import PackOptions
from mkdocs_pwa.settings.reading import KEYS, SITE_KEYS, apply_settings, unknown_options

# argparse itself ends with 2 for a command that it does not understand.
OK, FAULTY = 0, 1

_EPILOG = "exit codes: 0 all is well, 1 errors or findings, 2 the command was not understood"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if asked.command == "check" and asked.against and not is_address(asked.target):
        parser.error(
            f"--against: expected an address to check, found the folder {asked.target}. Give "
            "the address of the home page, or leave --against out"
        )
    try:
        if asked.command == "pack":
            return _pack(asked.dir, asked.options, strict=asked.strict, verbose=asked.verbose)
        if asked.command == "check":
            return _check(asked.target, asked.against)
        if asked.command == "headers":
            print(host_settings(asked.dir, asked.host), end="")
            return OK
        write_kill_switch(asked.dir)
    except (PackError, OSError) as error:
        print(error if isinstance(error, PackError) else file_error(error), file=sys.stderr)
        return FAULTY
    print(f"{asked.dir}: sw.js now removes saved copies. Keep it online as long as there are any.")
    return OK


def read_options(site_dir: Path, options_file: Path | None) -> tuple[PackOptions, bool]:
    """The options for a folder, and whether packing is enabled.

    What no file says is taken from the pages: the name from their titles; description, language
    and address from the home page.

    Raises:
        PackError: the folder or the file cannot be used, or an option breaks a rule.
    """
    site = open_site(site_dir)
    home = _page(site["index.html"])
    others = [_page(site[path]).title for path in pages(site) if path != "index.html"]
    defaults = PackOptions(
        name=site_name(home.title, others),
        description=home.description,
        lang=home.lang or "en",
        site_url=_folder_of(home.canonical),
    )
    raw = _read_mapping(options_file) if options_file else {}
    known = (*KEYS, *SITE_KEYS)
    found = [f"{options_file}: {problem.text}" for problem in unknown_options(raw, known)]
    raw = {key: value for key, value in raw.items() if key in known}
    folder = options_file.parent if options_file else Path()
    options, problems = apply_settings(raw, defaults, folder)
    if found or problems:
        raise PackError([*found, *map(str, problems)])
    return options, raw.get("enabled") is not False


def host_settings(site_dir: Path, host: str) -> str:
    """What to put into a host's settings for the packed site in a folder.

    Args:
        site_dir: the packed site.
        host: a key of `host_files.WRITERS`.

    Raises:
        PackError: there is no packed site with the file `_headers`.
    """
    site = open_site(site_dir)
    text = as_text(site.get(host_files.NETLIFY, b""))
    sent = host_files.read_headers(text)
    if not sent:
        problem = (
            f"{host_files.NETLIFY}: expected the headers that packing wrote, found none. Run "
            "`mkdocs-pwa pack` on the folder, without `host_files: false`."
        )
        raise PackError([problem])
    data = worker.read(as_text(site.get(worker.FILE, b"")), "build") or {}
    return host_files.WRITERS[host](sent, str(data.get("base", "/")))


def _page(content: bytes) -> Page:
    return read_page(read_as_browsers(as_text(content)).text)


def _folder_of(canonical: str) -> str | None:
    """The address of the site, from that of its home page; None if that is no whole address."""
    try:
        return urljoin(canonical, "./") if urlsplit(canonical).netloc else None
    except ValueError:
        return None


def _pack(site_dir: Path, options_file: Path | None, *, strict: bool, verbose: bool) -> int:
    options, enabled = read_options(site_dir, options_file)
    if not enabled:
        write_kill_switch(site_dir)
        print(f"{site_dir}: enabled is false, so sw.js now removes saved copies.")
        return OK
    report = pack(site_dir, options, strict=strict)
    for warning in report.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    for note in report.notes if verbose else ():
        print(note, file=sys.stderr)
    print(f"{site_dir}: {report}")
    return OK


def _check(target: str, against: Path | None) -> int:
    asks_host = is_address(target)
    if not asks_host and not Path(target).exists() and seems_an_address(target):
        text = (
            f"{target}: expected a folder, or an address that begins with https://, found neither. "
            f"Did you mean https://{target} ?"
        )
        raise PackError([text])
    findings = check_url(target, against) if asks_host else check(Path(target))
    for finding in findings:
        print(finding, file=sys.stderr)
    if findings:
        return FAULTY
    if asks_host:
        print(f"{target}: every file arrives as it was packed, and as browsers need it")
    else:
        print(f"{target}: every file is listed and verified, and nothing comes from other hosts")
    return OK


def _read_mapping(path: Path) -> dict[str, object]:
    try:
        loaded = yaml.safe_load(path.read_text("utf-8"))
    except OSError:
        text = f"{path}: expected a file of options, found none that can be read. Correct the path."
        raise PackError([text]) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        place = getattr(error, "problem_mark", None)
        where = f" at line {place.line + 1}" if place else ""
        text = f"{path}: expected YAML, found something else{where}. Write `option: value` lines."
        raise PackError([text]) from None
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        text = f"{path}: expected options with values, found none. Write `option: value` lines."
        raise PackError([text])
    return {str(key): value for key, value in loaded.items()}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mkdocs-pwa",
        description="Make a built static site an app that works with no signal.",
        epilog=_EPILOG,
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text, epilog=_EPILOG)
        added.add_argument("dir", type=Path, metavar="DIR", help="folder of the built site")
        return added

    packing = command("pack", "Make the site in DIR installable and able to work offline.")
    packing.add_argument(
        "--options",
        type=Path,
        metavar="FILE.yml",
        help="options as under the MkDocs plugin, and site_url, lang, dir; "
        "what it does not say is taken from the home page",
    )
    packing.add_argument(
        "--strict", action="store_true", help="treat warnings as errors and write nothing"
    )
    packing.add_argument(
        "--verbose", action="store_true", help="name every file left out and all that is warned of"
    )
    text = "Check a packed folder, or what readers get from the host it was uploaded to."
    checking = commands.add_parser("check", help=text, description=text, epilog=_EPILOG)
    checking.add_argument("target", metavar="DIR|URL", help="folder, or address of the home page")
    checking.add_argument(
        "--against",
        type=Path,
        metavar="DIR",
        help="with a URL: the folder that was uploaded, to name the first byte that differs",
    )
    heading = command("headers", "Print what the host's settings need for the site in DIR.")
    heading.add_argument(
        "--for", dest="host", required=True, choices=sorted(host_files.WRITERS), help="the host"
    )
    command("remove", "Undo packing in DIR, and remove the copies that phones have saved.")
    return parser


if __name__ == "__main__":
    sys.exit(main())
