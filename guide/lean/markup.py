"""Pages as short as HTML allows, with every tag and every word that others read kept."""

from __future__ import annotations

import re
from functools import lru_cache

import minify_html

# The library writes "<" itself where a browser sees no tag, as in titles and attributes. Others do
# see one there, and a clinic's name that looks like a script has to stay harmless for all. So it
# never meets the sign: a character for private use, which no page has, stands for it.
_STAND_IN = "\ue000"
# The library also takes quotes away, which is right for browsers and wins next to nothing in a
# compressed page. But many who look something up in a page expect `id="…"`.
_TAG = re.compile(r"""<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""")
_VALUE = re.compile(r"""("[^"]*"|'[^']*')|=([^\s"'=<>`]+)""")
_SCRIPT = re.compile(
    r"""(<script\b(?:[^>"']|"[^"]*"|'[^']*')*>)(.*?)(</script\b[^>]*>)""", re.DOTALL | re.IGNORECASE
)
# A comment, or an element in whose text none can stand.
_COMMENT = re.compile(
    r"<!--(?:-?>|.*?--!?>)|<(script|style|textarea|title)\b.*?</\1\b", re.DOTALL | re.IGNORECASE
)


def without_comments(html: str) -> str:
    """Return a page without its comments, so that nothing in them is taken for a part of it."""
    return _COMMENT.sub(lambda found: found[0] if found[1] else "", html)


def short_html(html: str) -> str:
    """Return a page without the spaces, quotes and comments that browsers pass over.

    Scripts are left as they are: the content policy knows the theme's by their hashes. Closing
    tags stay, since a saved page is known as whole by its last one. A page whose scripts are not
    found again after the library has read it is returned as it was.
    """
    kept = html.replace("&lt;", _STAND_IN)
    short = minify_html.minify(
        kept,
        keep_closing_tags=True,
        keep_html_and_head_opening_tags=True,
        keep_input_type_text_attr=True,
        minify_css=False,
        minify_js=False,
    )
    quoted = _TAG.sub(lambda tag: _quoted(tag[0]), str(short))
    # The library takes the space around a script away, and the script would have another hash.
    before = [text for _, text, _ in _SCRIPT.findall(kept)]
    after = [text for _, text, _ in _SCRIPT.findall(quoted)]
    if list(map(str.strip, before)) != list(map(str.strip, after)):
        return html
    scripts = iter(before)
    exact = _SCRIPT.sub(lambda found: found[1] + next(scripts) + found[3], quoted)
    return exact.replace(_STAND_IN, "&lt;")


# Pages share most of their tags.
@lru_cache(maxsize=1 << 16)
def _quoted(tag: str) -> str:
    return _VALUE.sub(_in_quotes, tag)


def _in_quotes(value: re.Match[str]) -> str:
    return value[1] or f'="{value[2]}"'
