"""What every emergency card says, from one list, so that no page leaves a sign out."""

from __future__ import annotations

from html import escape
from typing import Any, Literal

from guide.clinic import Numbers

Reader = Literal["you", "they", "anyone"]


def signs_card(words: dict[str, Any], reader: Reader, numbers: Numbers) -> str:
    """Return the signs of an emergency as Markdown, in the order in which they are looked for.

    Args:
        words: `list` of signs, each in the words for the reader (`you`), for whoever is with them
            (`they`) and for both (`anyone`); `pressure` and `not_sure` stand below, with
            `{emergency}`.
        reader: who reads the card.
        numbers: of the clinic's country.
    """
    lines = [f"- {sign[reader]}" for sign in words["list"]]
    below = [words[name].format(emergency=numbers.emergency) for name in ("pressure", "not_sure")]
    return "\n".join([*lines, "", *below])


def not_breathing(words: dict[str, Any], numbers: Numbers) -> str:
    """Return what to do for somebody who does not breathe, as one line of Markdown.

    Args:
        words: `not_breathing`, with `{emergency}`.
        numbers: of the clinic's country.
    """
    return str(words["not_breathing"].format(emergency=numbers.emergency))


def other_doubt(words: dict[str, Any], reader: Reader, numbers: Numbers) -> str:
    """Return the rule for a doubt that is not about one of the signs, as one line of Markdown.

    Args:
        words: `other_doubt`, in the words for the reader and for whoever is with them, with
            `{urgent}`.
        reader: who reads it.
        numbers: of the clinic's country.
    """
    return str(words["other_doubt"][reader].format(urgent=urgent_line(numbers)))


def urgent_line(numbers: Numbers) -> str:
    """Return whom to call when it cannot wait and the clinic does not answer, as HTML.

    A country without a line for urgent advice has its emergency number only.
    """
    if not numbers.urgent or not numbers.urgent_name:
        return escape(numbers.emergency)
    is_in_name = numbers.urgent in numbers.urgent_name
    line = numbers.urgent_name if is_in_name else f"{numbers.urgent_name}, {numbers.urgent}"
    return escape(line, quote=False)


def poison_rule(words: dict[str, str], numbers: Numbers) -> str:
    """Return what to do when someone took too much, or a child took any, as lines of Markdown.

    Args:
        words: `on_purpose`, `drowsy` and `awake`, with `{emergency}` and `{poison}`.
        numbers: of the clinic's country.
    """
    name, _ = poison_line(numbers)
    values = {"emergency": numbers.emergency, "poison": escape(name, quote=False)}
    return "\n".join(
        f"- {words[key].format(**values)}" for key in ("on_purpose", "drowsy", "awake")
    )


def poison_line(numbers: Numbers) -> tuple[str, str]:
    """Return the name and the number to call when someone awake has swallowed too much.

    A country without a poison line for the public sends them to its emergency number: never to
    another country's poison line, nor to a line for urgent advice that may not take such calls.
    """
    if numbers.poison and numbers.poison_name:
        return numbers.poison_name, numbers.poison
    return numbers.emergency, numbers.emergency
