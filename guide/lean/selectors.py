"""Whether a selector can match anything in pages of a given vocabulary.

A part that cannot be judged, such as a pseudo-class, counts as possible. So does what stands in
`:not()`: where that never occurs, the rest still matches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from guide.lean.vocabulary import Vocabulary

# Of tinycss2, which has no types.
Token = Any

_ANY_OF = {"is", "where", "has", "-webkit-any", "-moz-any"}


def possible(selector: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether one selector, without commas at its top, can match an element in any state.

    Args:
        selector: its tokens.
        vocabulary: of the pages.
    """
    rest = iter(selector)
    return all(_part_is_possible(token, rest, vocabulary) for token in rest)


def alternatives(tokens: Sequence[Token]) -> list[list[Token]]:
    """A list of selectors as single ones, split at its commas."""
    found: list[list[Token]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            found.append([])
        else:
            found[-1].append(token)
    return found


def _part_is_possible(token: Token, rest: Iterator[Token], vocabulary: Vocabulary) -> bool:
    if token.type == "literal" and token.value == ".":
        return vocabulary.has_name(next(rest).value)
    if token.type == "literal" and token.value == ":":
        return _pseudo_is_possible(next(rest), rest, vocabulary)
    if token.type == "hash":
        return vocabulary.has_name(token.value)
    if token.type == "ident":
        return token.lower_value in vocabulary.elements
    if token.type == "[] block":
        return _attribute_is_possible(token.content, vocabulary)
    return True


def _pseudo_is_possible(token: Token, rest: Iterator[Token], vocabulary: Vocabulary) -> bool:
    if token.type == "literal":
        # The second colon of a pseudo-element.
        token = next(rest)
    if token.type == "function" and token.lower_name in _ANY_OF:
        return any(possible(part, vocabulary) for part in alternatives(token.arguments))
    return True


def _attribute_is_possible(content: Sequence[Token], vocabulary: Vocabulary) -> bool:
    name, *test = [token for token in content if token.type not in ("whitespace", "comment")]
    if len(test) < 2:
        return vocabulary.has_attribute(name.lower_value)
    operator, wanted = test[0].value, test[1].value
    if operator == "=":
        return vocabulary.may_equal(name.lower_value, wanted)
    return vocabulary.may_contain(name.lower_value, wanted)
