"""What a static host has to send beside the files, in the words of each kind of host.

The content policy's hashes are not in it but in each page, so these settings stay the same from
version to version: they may be copied into a host's configuration once.
"""

from collections.abc import Callable, Mapping

from mkdocs_pwa.copy.site import as_bytes, as_text
from mkdocs_pwa.policy.content_policy import header_policy
from mkdocs_pwa.settings.options import PackOptions

NETLIFY = "_headers"
APACHE = ".htaccess"

_OPEN = "# mkdocs-pwa: written anew by each packing"
_CLOSE = "# /mkdocs-pwa"

_PERMISSIONS = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
_MANIFEST = "application/manifest+json"
_COMPRESSED = (
    f"text/css text/javascript application/javascript application/json {_MANIFEST} image/svg+xml"
)


def headers(extra_policy: Mapping[str, tuple[str, ...]] | None = None) -> dict[str, str]:
    """The headers that every file should be sent with.

    Args:
        extra_policy: further sources by directive; those that pages say themselves are not used.
    """
    return {
        "Content-Security-Policy": header_policy(extra_policy),
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _PERMISSIONS),
        "X-Content-Type-Options": "nosniff",
        # Asked for again each time, but sent only if changed. A copy that a browser or a CDN
        # keeps for long would hide a new version.
        "Cache-Control": "no-cache",
    }


def netlify(sent: Mapping[str, str], base: str) -> str:
    """The file `_headers` of Netlify and Cloudflare Pages.

    Here and below, `base` is the absolute path of the site, or "" if it is not known.
    """
    base = base or "/"
    lines = [f"{base}*", *(f"  {name}: {value}" for name, value in sent.items())]
    return _lines([*lines, f"{base}manifest.webmanifest", f"  Content-Type: {_MANIFEST}"])


def apache(sent: Mapping[str, str], base: str) -> str:
    """The file `.htaccess` of Apache; what its host does not allow is passed over."""
    return _lines(
        [
            "<IfModule mod_headers.c>",
            *(f'  Header always set {name} "{value}"' for name, value in sent.items()),
            "</IfModule>",
            "<IfModule mod_mime.c>",
            f"  AddType {_MANIFEST} .webmanifest",
            "  AddType text/javascript .js .mjs",
            "</IfModule>",
            "<IfModule mod_deflate.c>",
            f"  AddOutputFilterByType DEFLATE text/html {_COMPRESSED}",
            "</IfModule>",
            *([f"ErrorDocument 404 {base}404.html"] if base else []),
        ]
    )


def nginx(sent: Mapping[str, str], base: str) -> str:
    """Lines for the `server` of the site in nginx."""
    return _lines(
        [
            *(f'add_header {name} "{value}" always;' for name, value in sent.items()),
            "gzip on;",
            f"gzip_types {_COMPRESSED};",
            f"error_page 404 {base or '/'}404.html;",
            # A location with headers of its own would lose those above, so it has none.
            f"location ~ \\.webmanifest$ {{ default_type {_MANIFEST}; }}",
        ]
    )


def caddy(sent: Mapping[str, str], base: str) -> str:
    """Lines for the site's block of a Caddyfile."""
    return _lines(
        [
            "header {",
            *(f'\t{name} "{value}"' for name, value in sent.items()),
            "}",
            "@manifest path *.webmanifest",
            "header @manifest {",
            f"\tContent-Type {_MANIFEST}",
            # Else the type that Caddy guesses comes after it.
            "\tdefer",
            "}",
            "encode gzip",
            "handle_errors {",
            f"\trewrite * {base or '/'}404.html",
            "\tfile_server",
            "}",
        ]
    )


WRITERS: Mapping[str, Callable[[Mapping[str, str], str], str]] = {
    "apache": apache,
    "caddy": caddy,
    "netlify": netlify,
    "nginx": nginx,
}
FILES = {NETLIFY: netlify, APACHE: apache}


def with_block(text: str, block: str) -> str:
    """A host's file with our block at its end, in place of an earlier one."""
    bare = without_block(text)
    if bare and not bare.endswith("\n"):
        bare += "\n"
    return f"{bare}{_OPEN}\n{block}{_CLOSE}\n"


def without_block(text: str) -> str:
    """A host's file as its writer left it."""
    before, opened, rest = text.partition(f"{_OPEN}\n")
    _, closed, after = rest.partition(f"{_CLOSE}\n")
    return before + after if opened and closed else text


def host_files(site: Mapping[str, bytes], options: PackOptions) -> dict[str, bytes]:
    """The files for hosts, with the rest of what their writer put into them."""
    if not options.host_files:
        return {
            path: as_bytes(without_block(as_text(site[path]))) for path in FILES if path in site
        }
    sent = headers(options.extra_policy)
    base = options.base if options.site_url else ""
    return {
        path: as_bytes(with_block(as_text(site.get(path, b"")), write(sent, base)))
        for path, write in FILES.items()
    }


def read_headers(text: str) -> dict[str, str]:
    """The headers for every file, from our block of a `_headers` file; none without it."""
    _, _, rest = text.partition(f"{_OPEN}\n")
    block, _, _ = rest.partition(_CLOSE)
    found: dict[str, str] = {}
    for line in block.splitlines()[1:]:
        name, colon, value = line.partition(": ")
        if not line.startswith("  ") or not colon:
            break
        found[name.strip()] = value
    return found


def _lines(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
