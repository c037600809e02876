"""`make zip`: the built guide as one archive; the same files give the same bytes everywhere."""

from __future__ import annotations

import hashlib
import sys
import zipfile
from pathlib import Path

from guide.build import SITE

ARCHIVE = Path("site.zip")

# The first moment that a zip archive can name.
_TIME = (1980, 1, 1, 0, 0, 0)
# A file that all may read and its owner may write, in the upper half, where Unix looks for it.
_MODE = 0o100644 << 16
_UNIX = 3


def write_archive(site: Path, archive: Path) -> str:
    """Write all files of a folder into an archive, and its checksum into a file beside it.

    Nothing is compressed: other versions of zlib write other bytes, and hosts compress anyway.

    Args:
        site: the built guide. Its files stand at the top of the archive.
        archive: the file to write; the checksum gets its name and `.sha256`.

    Returns:
        The SHA-256 of the archive, in hexadecimal digits.
    """
    files = [file for file in site.rglob("*") if file.is_file()]
    part = archive.with_name(f"{archive.name}.part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as target:
        for name, file in sorted((file.relative_to(site).as_posix(), file) for file in files):
            entry = zipfile.ZipInfo(name, _TIME)
            entry.external_attr = _MODE
            entry.create_system = _UNIX
            target.writestr(entry, file.read_bytes())
    digest = hashlib.sha256(part.read_bytes()).hexdigest()
    part.replace(archive)
    # As `sha256sum --check` reads it.
    archive.with_name(f"{archive.name}.sha256").write_text(f"{digest}  {archive.name}\n", "utf-8")
    return digest


def main() -> int:
    """Write the archive of `site/`; return the exit code."""
    if not SITE.is_dir():
        print(f"{SITE}: expected the built guide, found nothing. Run: make site", file=sys.stderr)
        return 1
    digest = write_archive(SITE, ARCHIVE)
    print(f"The same is in {ARCHIVE}, SHA-256 {digest} (in {ARCHIVE}.sha256)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
