"""The name of the bundle, which changes with what is in it."""

import hashlib
import re

# Not `.gz`: some hosts say of such a file that it is a compressed page, and browsers unpack it.
_NAME = re.compile(r"pwa/bundle-[0-9a-f]{16}\.bin")


def bundle_name(written: bytes) -> str:
    """The path of a bundle in the site.

    Args:
        written: its content before it is compressed, which no version of zlib changes.
    """
    return f"pwa/bundle-{hashlib.sha256(written).hexdigest()[:16]}.bin"


def is_bundle(path: str) -> bool:
    """Whether a file of the site is a bundle, of this run or of an earlier one."""
    return _NAME.fullmatch(path) is not None
