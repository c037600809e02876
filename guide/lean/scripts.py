"""A script as phones get it: without comments and space, and every name as it was."""

from __future__ import annotations

import rjsmin


def short_script(script: str) -> str:
    """Return a script that does the same in fewer bytes.

    Names stay, so that what a phone says of an error can be found in the source. The library does
    not read a template literal within another; a test finds such a one in the guide's scripts.

    Args:
        script: JavaScript, as a module or not. Comments that begin with `/*!` are kept: licenses.
    """
    return str(rjsmin.jsmin(script, keep_bang_comments=True))
