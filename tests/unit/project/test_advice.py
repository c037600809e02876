"""What a message tells an editor to write is taken when it is written."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from markdown import Markdown

from guide.checks import front_matter, links
from guide.checks.front_matter import NEEDED
from guide.checks.wording import claims, do_not, medicines
from guide.clinic import parse_clinic
from guide.errors import ClinicError, PageError
from guide.many.listing import find_jobs, part_of
from guide.pages.front_matter import read_page_text
from guide.pages.review import date_faults
from guide.pages.shape import shape_problems
from guide.search.topics import topic_problems
from guide.search.words import read_words
from guide.texts import read_yaml

from ..checks.pages import HEAD, found, rules

PROJECT = Path(__file__).parents[3]
CLINIC_CASES = sorted((PROJECT / "tests/cases/clinic").glob("*.yml"))
NAMES = {"drip": "drip"}
PAGE = "---\ntitle: Words\nreviewed: 2026-11-22\ndue: 2027-05-22\n---\n\n# Words\n"

HARM = "/// call | Call your clinic if\n- It burns when you pee.\n///"

# How a message begins what an editor may copy.
_COPIED = re.compile(
    r"such as|for example[:,]|Write(?: instead)?: |Write (?:it as |a list as )?[`\"“#{\[…]"
    r"|Begin it with |Did you mean|Add, in the same"
    r"|[Aa]dd \{|Put \[|Use one of: "
)
# Texts that no editor sees: help of commands, and scripts of this project, whose advice is code.
_OTHERS = ("which part of how many", "import { a } from")


def messages() -> Iterator[tuple[str, str]]:
    """Yield each text of the guide's code that says what to write, with its file."""
    for file in sorted((PROJECT / "guide").rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        told = [node for node in ast.walk(tree) if isinstance(node, ast.Constant | ast.JoinedStr)]
        parts = {
            id(part) for node in told if isinstance(node, ast.JoinedStr) for part in node.values
        }
        about = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in told:
            text = _text(node)
            if id(node) not in parts | about and " " in text and _COPIED.search(text):
                yield file.relative_to(PROJECT).as_posix(), text


def _text(node: ast.expr) -> str:
    """A text of the code, with … for what is filled in."""
    if isinstance(node, ast.JoinedStr):
        return "".join(map(_text, node.values))
    value = getattr(node, "value", None)
    return value if isinstance(value, str) else "…"


def rendered(text: str) -> str:
    try:
        Markdown(
            extensions=["attr_list", "guide.markup.routes", "guide.markup.blocks"],
            extension_configs={"guide.markup.routes": {"offered": ["drip"], "names": NAMES}},
        ).convert(text)
    except PageError as error:
        return str(error)
    return ""


def searched(words: str) -> str:
    rest = "help_first: [driving]\nskip: the\nendings: [s]\n"
    try:
        read_words(f"{rest}topics:\n  driving: drive\n{words}\n")
    except PageError as error:
        return str(error)
    return ""


def listed(text: str) -> str:
    with TemporaryDirectory() as folder:
        (Path(folder) / "strings.yml").write_text(text, "utf-8")
        try:
            read_yaml(Path(folder) / "strings.yml")
        except PageError as error:
            return str(error)
    return ""


def topics(body: str) -> str:
    page = read_page_text(f"{PAGE}\n{body}\n")
    return "\n".join(topic_problems({"a.md": page}, ["driving"], ["itch"]))


def read(text: str) -> str:
    try:
        return "\n".join(map(str, date_faults(read_page_text(text))))
    except PageError as error:
        return str(error)


def shaped(text: str) -> str:
    return "\n".join(shape_problems(read_page_text(text), ["note"]))


def top_of_page(head: str) -> str:
    return "\n".join(found(front_matter.check, "Text.", head=head))


def linked(body: str, path: str = "before/page.md") -> str:
    others = {"help/index.md": "# Help", "sources.yml": ""}
    return "\n".join(found(links.check, body, path=path, others=others))


def linked_from_the_first_page(body: str) -> str:
    return linked(body, "index.md")


def claimed(body: str) -> str:
    return "\n".join(found(claims.check, body))


def kept(body: str) -> str:
    return "\n".join(found(do_not.check, body))


def sourced(text: str) -> str:
    sources = {"file": str(PROJECT / "sources.yml")}
    try:
        Markdown(
            extensions=["footnotes", "guide.markup.sources"],
            extension_configs={"guide.markup.sources": sources},
        ).convert(text)
    except PageError as error:
        return str(error)
    return ""


def spelled(body: str) -> str:
    return "\n".join(found(medicines.check, body))


def parted(part: str) -> str:
    try:
        part_of([], part)
    except ClinicError as error:
        return str(error)
    return ""


@dataclass(frozen=True)
class Trial:
    """A mistake, and what its message says to write.

    Attributes:
        ask: returns the messages about a text; none if it is taken.
        wrong: a text with a mistake.
        advice: a pattern; its group 1 is what the message says to write.
        right: the text with the advice followed: `@` is what group 1 matched.
    """

    ask: Callable[[str], str]
    wrong: str
    advice: str
    right: str = "@"


TRIALS = [
    Trial(
        rendered,
        "/// checklist | No!\n- [ ] A {#a}\n///",
        r'such as "(.+)"\.',
        "@\n- [ ] A {#a}\n///",
    ),
    Trial(
        rendered,
        "/// checklist | a\n- [ ] A\n///",
        r"such as (\S+)",
        "/// checklist | a\n- [ ] A @\n///",
    ),
    Trial(
        rendered,
        "/// checklist | a\n- [ ] A {.drip} {#a}\n///",
        r'Write: "(.+)"\.',
        "/// checklist | a\n@\n///",
    ),
    Trial(
        rendered,
        "/// picture | nothing\nA\n///",
        r"Use one of: ([\w-]+)",
        "/// picture | @\nA\n///",
    ),
    Trial(rendered, "/// day\n- A\n///", r'such as "(.+?)", found', "/// day\n@\n///"),
    Trial(
        rendered, "/// day\n- A\n///", r"The drawings are: ([\w-]+)", "/// day\n- A: B. {.@}\n///"
    ),
    Trial(searched, "  Bad_Name: b", r"such as “(.+?)”", "  @: b"),
    Trial(searched, "  bike:", r"with commas: “(.+?)”", "  @"),
    Trial(searched, "  a: b: c", r"such as “(.+?)”", "  @"),
    Trial(
        topics,
        '{data-topics="itch"}',
        r"Write (\{.+?\}) after the heading",
        '## A @\n\n- b\n  {data-topics="itch"}',
    ),
    Trial(
        topics,
        '## A {data-topics="driving"}',
        r"Write (\{.+?\}) at the end",
        '## A {data-topics="driving"}\n\n| B @ | C |',
    ),
    Trial(
        read,
        PAGE.replace("title: Words", "title: [Words"),
        'such as "(.+?)"',
        PAGE.replace("title: Words", "@"),
    ),
    Trial(
        read,
        PAGE.replace("title: Words", "topics: driving"),
        r"such as (\[.+?\])",
        PAGE.replace("title: Words", "topics: @"),
    ),
    Trial(
        read, PAGE.replace("2026-11-22", "soon"), r"such as (\S+),", PAGE.replace("2026-11-22", "@")
    ),
    Trial(shaped, f"{PAGE}\n//// note | A\nB\n", 'Write "(/+)"', f"{PAGE}\n//// note | A\nB\n@\n"),
    Trial(
        top_of_page,
        HEAD.replace("[F001]", "F1"),
        r"for example: (.+)",
        HEAD.replace("facts: [F001]", "@"),
    ),
    Trial(
        top_of_page,
        HEAD.replace("[F001]", "[F002, F001]"),
        r"Write: (.+)",
        HEAD.replace("[F001]", "@"),
    ),
    *(
        Trial(
            top_of_page,
            re.sub(f"(?m)^{name}:.*\n", "", HEAD),
            r"Write, for example: (.+)",
            re.sub(f"(?m)^{name}:.*", "@", HEAD),
        )
        for name in NEEDED
        if name not in ("reviewed", "due")
    ),
    Trial(
        top_of_page,
        HEAD.replace("A page", "Spravato"),
        r'such as "(.+?)" or',
        HEAD.replace("A page", "@"),
    ),
    Trial(linked, "See [help](/help/).", r"such as (\S+)\.$", "See [help](@)."),
    Trial(linked_from_the_first_page, "See [help](/help/).", r"such as (\S+)\.$", "See [help](@)."),
    Trial(
        linked,
        "## A\n\nSee [b](#there).",
        r"Add (\S+) to the heading",
        "## A @\n\nSee [b](#there).",
    ),
    Trial(linked, "See https://example.org.", r"refer to it as (\S+),", "See.@"),
    Trial(linked, "See https://example.org.", r"such as (\{\{.+?\}\})", "Call @."),
    Trial(
        kept,
        "/// do-not | Do not\n- sign\n///",
        'with "(.+?)"',
        "/// do-not | Do not\n- @ sign\n///",
    ),
    Trial(kept, "Ask about opioids.", 'section: "(.+?)"$', "Ask about opioids. @"),
    Trial(kept, HARM, 'Add, in the same section: "(.+)"$', f"{HARM}\n\n@"),
    Trial(
        kept,
        f"{HARM}\n\n{rules().do_not.pause} {rules().do_not.sentence}",
        'Write instead: "(.+)"$',
        f"{HARM}\n\n@",
    ),
    Trial(
        shaped,
        f"{PAGE}\n/// notes | A\nB\n///\n",
        'Did you mean "(.+?)"',
        f"{PAGE}\n/// @ | A\nB\n///\n",
    ),
    Trial(sourced, "Rest.[^askp-tip]", r"Did you mean (\S+)\?", "Rest.@"),
    Trial(linked, "See [a](../help/indx.md).", r"Did you mean (\S+)\?", "See [a](@)."),
    Trial(
        linked,
        "## There {#there}\n\nSee [b](#thera).",
        r"Did you mean (\S+)\?",
        "## There {#there}\n\nSee [b](@).",
    ),
    Trial(
        topics,
        '## A {data-topics="drivin"}',
        "Did you mean “(.+?)”",
        '## A {data-topics="@"}\n\n- b\n  {data-topics="itch"}',
    ),
    Trial(claimed, "Do not drive.", r"Put (\S+) after", "Do not drive.@"),
    Trial(claimed, "Do not drive for 2 hours.", 'write "(.+?)"', "@ when you can drive."),
    Trial(spelled, "Take spravatto.", r"Write: (\w+)", "Take @."),
    Trial(listed, "help: a: b", r'such as "(.+?)"'),
    Trial(parted, "5/4", r'such as "(.+?)"'),
    Trial(parted, "5/4", r'to "(.+?)"'),
]


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: f"{trial.ask.__name__}-{trial.advice}")
def test_what_a_message_says_to_write_is_taken(trial: Trial) -> None:
    message = trial.ask(trial.wrong)
    advice = re.search(trial.advice, message, re.MULTILINE)
    assert advice, message
    assert trial.ask(trial.right.replace("@", advice[1])) == ""


def name_of_file(name: str, folder: Path) -> str:
    (folder / name).touch()
    try:
        find_jobs(folder)
    except ClinicError as error:
        return str(error)
    finally:
        (folder / name).unlink()
    return ""


def test_the_names_that_are_advised_for_files_of_clinics_are_taken(tmp_path: Path) -> None:
    message = name_of_file("River Clinic.yml", tmp_path)
    assert name_of_file(message.partition("such as ")[2].removesuffix("."), tmp_path) == ""
    message = name_of_file("notes.txt", tmp_path)
    assert name_of_file(message.rpartition("/")[2].removesuffix("."), tmp_path) == ""


def of_clinic(text: str) -> list[str]:
    try:
        parse_clinic(f"{text.rstrip()}\nsample: true\n", "clinic.yml", today=date(2026, 11, 24))
    except ClinicError as error:
        return str(error).splitlines()
    return []


def advised(text: str, message: str) -> Iterator[str]:
    """Yield a clinic file with each thing in it that a message about it says to write."""
    number, said = re.match(r"clinic\.yml, line (\d+): (.+)", message).groups()  # type: ignore[union-attr]
    lines = text.splitlines() or [""]
    index = min(int(number), len(lines)) - 1
    indent = re.match(r" *", lines[index])[0]  # type: ignore[index]
    advice = re.split(r"found .+?[^.]\. (?=[A-Z0-9\"])", said)[-1]

    def with_line(line: str) -> str:
        return "\n".join([*lines[:index], line, *lines[index + 1 :]])

    if whole := re.search(r"such as: (.+)", advice):
        if advice.startswith("Add one below"):
            yield "\n".join([*lines[: index + 1], f"{indent}  {whole[1]}", *lines[index + 1 :]])
        elif advice.startswith("Add one"):
            yield f"{text.rstrip()}\n{whole[1]}\n"
        else:
            yield with_line(indent + whole[1])
        return
    key = re.match(r"\s*(?:- )?[\w-]+: ?", lines[index])
    if "Put the whole value in quotes" in advice:
        value = lines[index][len(key[0]) :] if key else ""
        value = value[1:-1] if value[:1] in "\"'" and value[:1] == value[-1:] else value
        # If it has quote marks inside, use the other kind around it.
        quote = "'" if '"' in value else '"'
        yield with_line(f"{key[0] if key else ''}{quote}{value}{quote}")
        return
    if whole := re.search(r'(?:lines|a value,) such as "(.+?)"', said):
        yield with_line(whole[1])
        return
    if below := re.search(r'lines below it, such as "(\w+:)"', said):
        yield with_line(
            f"{indent}{lines[index].split(':')[0].strip()}:\n{indent}  {below[1]} words"
        )
        return
    if "It belongs below" in advice:
        names = re.findall(r'"(\w+:)"', advice)
        place = [f"{'  ' * depth}{name}" for depth, name in enumerate(names)]
        rest = with_line("").splitlines()
        # What is below "rules:" already stays there.
        at = rest.index(place[0]) + 1 if place[0] in rest else len(rest)
        new = [*([] if place[0] in rest else place[:1]), *place[1:]]
        new.append("  " * len(names) + lines[index].strip())
        yield "\n".join(line for line in [*rest[:at], *new, *rest[at:]] if line.strip())
        return
    values = re.findall(r'(?:as|or|write|Write|in quotes:|colon such as) ("[^"]+"|\[.+?\])', advice)
    values += re.findall(r"Write (true|\d+ \w+)(?:,| or more)", advice)
    for value in values:
        yield with_line(f"{key[0] if key else ''}{value}")
    if meant := re.search(r'Did you mean "(.+?)"', said):
        wrong = re.findall(r"found “?\"?(.+?):?[\"”]", said)[-1]
        yield with_line(lines[index].replace(wrong, meant[1]))


FOLLOWED = [
    (path.stem, text, message, followed)
    for path in CLINIC_CASES
    for text, told in [yaml.safe_load(path.read_text("utf-8")).values()]
    for message in told.splitlines()
    for followed in advised(text, message)
]


@pytest.mark.parametrize(
    ("message", "followed"), [each[2:] for each in FOLLOWED], ids=[each[0] for each in FOLLOWED]
)
def test_what_a_message_about_the_clinic_file_says_to_write_is_taken(
    message: str, followed: str
) -> None:
    subject, _, expected = message.partition("expected")
    whole = re.fullmatch(r"\S+ line \d+: ", subject) or "lines below it" in expected
    about = message.partition(", found")[0] if whole else subject
    assert not [told for told in of_clinic(followed) if told.startswith(about)], followed


def test_there_is_a_trial_for_all_that_messages_say_to_write(tmp_path: Path) -> None:
    told = [trial.ask(trial.wrong) for trial in TRIALS]
    told += [message for _, _, message, _ in FOLLOWED]
    told += [name_of_file(name, tmp_path) for name in ("River Clinic.yml", "notes.txt")]
    untried = []
    for file, text in messages():
        parts = map(re.escape, text.replace("{}", "…").split("…"))
        pattern = re.compile(".*".join(parts), re.DOTALL)
        if not text.startswith(_OTHERS) and not any(map(pattern.search, told)):
            untried.append((file, text))
    assert untried == []
