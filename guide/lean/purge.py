"""A style sheet without the rules that no page can use.

Two libraries do the work: lightningcss, compiled, drops most by their class names in milliseconds
and writes what stays as short as it can; tinycss2 reads the rest selector by selector.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import lightningcss
import tinycss2

from guide.lean.selectors import Token, alternatives, possible
from guide.lean.vocabulary import Vocabulary

_NAME = re.compile(r"[.#](-?[A-Za-z_][\w-]*)")
# A custom property with its value, in which a semicolon may stand in quotes.
_DECLARATION = re.compile(r'(?<=[{;])(--[\w-]+):((?:"[^"]*"|[^;}"])*);?')
_TRANSITION = re.compile(r"(?<=[{;])(?:-webkit-)?transition(?:-[a-z]+)?:[^;}]*;?")
_PROPERTY = re.compile(r"--[\w-]+")
_KEYFRAMES = re.compile(r"@(?:-webkit-)?keyframes ([\w-]+)")
_ANIMATION = re.compile(r"animation(?:-name)?:([^;}]*)")
# The oldest browsers that read all of the guide's scripts: an iPhone 6s ends at iOS 15.8. Without a
# list the library writes widths in a way that iOS 16.3 and older pass over.
_BROWSERS = ["ios_saf >= 15.4", "safari >= 15.4", "chrome >= 98", "firefox >= 104"]
_HOLDS_RULES = {"media", "supports", "layer", "container"}


def purged(css: str, vocabulary: Vocabulary, kept: tuple[str, ...] = ()) -> str:
    """Return a style sheet as short as it gets without a change to any page at rest.

    Transitions go too: `theme.css` turns them off for all readers, since a dizzy one must not see
    things slide, and a color that fades from light to dark cannot be read meanwhile.

    Args:
        css: the whole style sheet.
        vocabulary: of the pages.
        kept: beginnings of custom properties that others read, such as `--a-plugin`.

    Raises:
        ValueError: the style sheet cannot be read.
    """
    short = _short(css)
    unused = {name for name in _NAME.findall(short) if not vocabulary.has_name(name)}
    short = _short(_TRANSITION.sub("", short), unused)
    rules = tinycss2.parse_stylesheet(short, skip_comments=True, skip_whitespace=True)
    short = _short("".join(_possible_rules(rules, vocabulary)))
    short = without_unread(short, lambda name: name in vocabulary.words or name.startswith(kept))
    return _short(short)


def without_unread(css: str, is_read_elsewhere: Callable[[str], bool]) -> str:
    """Return a style sheet without custom properties and keyframes that nothing in it names.

    Args:
        css: as lightningcss writes it, where text stands in double quotes only.
        is_read_elsewhere: of a custom property, whether a script or another sheet asks for it.
    """
    values: dict[str, str] = {}
    for name, value in _DECLARATION.findall(css):
        values[name] = values.get(name, "") + value
    waiting = set(_PROPERTY.findall(_DECLARATION.sub("", css)))
    waiting |= {name for name in values if is_read_elsewhere(name)}
    read: set[str] = set()
    while waiting:
        name = waiting.pop()
        read.add(name)
        waiting |= set(_PROPERTY.findall(values.get(name, ""))) - read
    css = _DECLARATION.sub(lambda found: found[0] if found[1] in read else "", css)
    named = set(re.findall(r"[\w-]+", " ".join(_ANIMATION.findall(css))))
    unused = set(_KEYFRAMES.findall(css)) - named
    return _short(css, unused)


def _short(css: str, unused: Iterable[str] = ()) -> str:
    """As the library writes it, without the classes, ids and keyframes of these names."""
    return str(
        lightningcss.process_stylesheet(css, unused_symbols=set(unused), browsers_list=_BROWSERS)
    )


def _possible_rules(rules: Iterable[Token], vocabulary: Vocabulary) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            chosen = [part for part in alternatives(rule.prelude) if possible(part, vocabulary)]
            if chosen:
                selectors = ",".join(map(tinycss2.serialize, chosen))
                yield f"{selectors}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in _HOLDS_RULES and rule.content:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            condition = tinycss2.serialize(rule.prelude)
            yield f"@{rule.at_keyword}{condition}{{{''.join(_possible_rules(inner, vocabulary))}}}"
        else:
            yield rule.serialize()
