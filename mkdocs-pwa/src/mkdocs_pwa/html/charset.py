"""A page's bytes to the text that browsers make of them.

A content policy has hashes of that text in UTF-8, whatever the page itself is stored in. Sources:
the Encoding Standard, https://encoding.spec.whatwg.org/, and "determining the character encoding"
of https://html.spec.whatwg.org/multipage/parsing.html.
"""

import codecs
import re
from typing import NamedTuple

from mkdocs_pwa.copy.site import as_bytes
from mkdocs_pwa.html.tokens import Token, head_tokens

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# What Python calls an encoding, to the codec that does what browsers do under its name.
_CODECS = {
    **{name: name for name in ("utf-8", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp866")},
    **{f"cp{number}": f"cp{number}" for number in (874, 932, 949, *range(1250, 1259))},
    **{f"iso8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254"},
    **{"iso8859-11": "cp874", "tis-620": "cp874"},
    **{"shift_jis": "cp932", "euc_jp": "euc_jp", "iso2022_jp": "iso2022_jp"},
    **{"gb2312": "gbk", "gbk": "gbk", "gb18030": "gbk"},
    **{"big5": "big5hkscs", "big5hkscs": "big5hkscs", "euc_kr": "cp949"},
    # A page that can be read so far as to say this is not in it.
    **{"utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8"},
}
# Labels of the standard that Python does not know.
_LABELS = {
    **{"x-sjis": "cp932", "windows-31j": "cp932", "x-euc-jp": "euc_jp", "windows-949": "cp949"},
    **{"x-gbk": "gbk", "x-x-big5": "big5hkscs", "iso-8859-8-i": "iso8859-8"},
    **{"windows-874": "cp874", "x-mac-cyrillic": "mac-cyrillic"},
}
_JAPANESE = str.maketrans("〜‖\u2212¢£¬", "\uff5e∥\uff0d￠￡￢")
# Where browsers read some bytes as another letter than the codec.
_READ_OTHERWISE = {
    "euc_jp": _JAPANESE,
    "iso2022_jp": _JAPANESE,
    "big5hkscs": str.maketrans("•､‾\u223c♁☉¥¢£", "‧﹑¯\uff5e⊕⊙￥￠￡"),
    "koi8-u": str.maketrans("╝╬", "ўЎ"),
}
# Letters of vendors; and letters of Big5 that Python reads from other bytes than browsers.
_DOUBTFUL = re.compile("[\ue000-\uf8ff]")
_DOUBTFUL_IN_BIG5 = re.compile(r"[\u0304\u030c\uff0f\uff3c\ue000-\uf8ff]")
# In EUC-JP the tilde of JIS X 0212 is that of JIS X 0208 to browsers, and "~" to Python.
_TILDES = (b"\x8f\xa2\xb7", b"\xa1\xc1")
_IN_CONTENT = re.compile(r"""charset\s*=\s*["']?\s*([^\s"';]+)""", re.IGNORECASE)


class Reading(NamedTuple):
    """A page as browsers read it.

    Attributes:
        text: the page.
        doubt: in words that follow "found", why browsers may read letters beyond ASCII in another
            way; "" if they will not.
    """

    text: str
    doubt: str


def read_as_browsers(html: str) -> Reading:
    """A page as browsers read it.

    Args:
        html: the page as `as_text` gives it.
    """
    content = as_bytes(html)
    mark = next((mark for mark in _MARKS if content.startswith(mark)), None)
    if mark:
        return Reading(content.decode(_MARKS[mark], "replace"), "")
    label = declared_charset(html)
    codec = _codec(label)
    if codec == "utf-8":
        return Reading(content.decode("utf-8", "replace"), "")
    text = _decoded(content, codec) if codec else None
    if text is not None:
        return Reading(text, "")
    # As most hosts say, and saved pages are answered.
    as_utf8 = content.decode("utf-8", "replace")
    if not label:
        return Reading(as_utf8, "none")
    return Reading(as_utf8, f"'{label}' and bytes of another" if codec else f"'{label}'")


def declared_charset(html: str) -> str:
    """The charset that a page says it is stored in; "" if it says none."""
    return next((label for label in map(charset_in, head_tokens(html)) if label), "")


def charset_in(token: Token) -> str:
    """The charset that a tag says the page is stored in; "" if it is no such tag."""
    if (token.kind, token.value) != ("start", "meta"):
        return ""
    if "charset" in token.attrs:
        return token.attrs["charset"].strip().lower()
    if token.attrs.get("http-equiv", "").lower() != "content-type":
        return ""
    found = _IN_CONTENT.search(token.attrs.get("content", ""))
    return found[1].lower() if found else ""


def _codec(label: str) -> str | None:
    try:
        return _LABELS.get(label) or _CODECS.get(codecs.lookup(label).name)
    except (LookupError, ValueError):
        return None


def _decoded(content: bytes, codec: str) -> str | None:
    """The text of a page; None where browsers put something in place of bytes."""
    try:
        text = (content.replace(*_TILDES) if codec == "euc_jp" else content).decode(codec)
    except UnicodeDecodeError:
        return None
    doubtful = _DOUBTFUL_IN_BIG5 if codec == "big5hkscs" else _DOUBTFUL
    return None if doubtful.search(text) else text.translate(_READ_OTHERWISE.get(codec, {}))
