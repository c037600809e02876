"""Which scripts of a built page are the theme's own, and which came in with the words.

A page that is finished does not say it: a title with a script in it looks like the theme's work,
since themes print titles as they are. So while MkDocs renders, each script in a template is marked
with a secret of this build, which no text can know. What is found marked is trusted, and the marks
are taken out again before the page is written.
"""

import re
import secrets
from collections.abc import Callable, Iterable

from jinja2 import BaseLoader, Environment

from mkdocs_pwa.html.elements import Element, elements
from mkdocs_pwa.html.inline_code import bodies, foreign_scripts, hash_source

_ATTRIBUTE = "data-mkdocs-pwa-theme"


class Trust:
    """What may run in pages: scripts that were seen marked, and files at some addresses."""

    def __init__(self, addresses: Iterable[str] = ()) -> None:
        self._addresses = set(addresses)
        self._hashes: set[str] = set()
        self._secret = secrets.token_hex(16)
        # Marked scripts as they stand in pages, from tag to tag, of which all has been learned.
        self._known: set[str] = set()

    def mark(self, template: str) -> str:
        """A template with a mark in each script."""
        mark = f'{_ATTRIBUTE}="{self._secret}"'
        return re.sub(r"<script(?=[\s>])", f"<script {mark}", template, flags=re.IGNORECASE)

    def learn(self, html: str) -> str:
        """Trust the marked scripts of a page, and give the page without marks."""
        bare = self._bare(html)
        if bare == html or self._knows_all(html):
            return bare
        self._addresses |= {
            script.attrs["src"] for script in foreign_scripts(html) if self._is_marked(script)
        }
        # The text may hold marks too, if a script writes scripts.
        self._hashes |= {
            hash_source(self._bare(text))
            for script, text in bodies(html)
            if self._is_marked(script)
        }
        texts = self._marked_texts(html)
        if sum(map(self._is_marked, elements(html))) == len(texts) == html.count(self._secret):
            self._known.update(texts)
        return bare

    def covers(self, script: Element, text: str = "") -> bool:
        """Whether a script may run, by its address or by its text."""
        address = script.attrs.get("src")
        return address in self._addresses if address else hash_source(text) in self._hashes

    def _is_marked(self, script: Element) -> bool:
        return script.attrs.get(_ATTRIBUTE) == self._secret

    def _knows_all(self, html: str) -> bool:
        """Whether a page's marked scripts all stood in pages before, word for word.

        Pages of one theme share them, and reading a page tag by tag takes longer than rendering it.
        """
        found = self._marked_texts(html)
        return len(found) == html.count(self._secret) and self._known.issuperset(found)

    def _marked_texts(self, html: str) -> list[str]:
        pattern = rf"<script\b[^>]*{self._secret}.*?</script"
        return re.findall(pattern, html, re.DOTALL | re.IGNORECASE)

    def _bare(self, html: str) -> str:
        # Some plugins take the quotes away.
        return re.sub(rf' {_ATTRIBUTE}="?{self._secret}"?', "", html)


class MarkingLoader(BaseLoader):
    """Gives out another loader's templates with marked scripts."""

    def __init__(self, inner: BaseLoader, trust: Trust) -> None:
        self._inner = inner
        self._trust = trust

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The source of a template, as the other loader has it but for the marks."""
        source, filename, uptodate = self._inner.get_source(environment, template)
        return self._trust.mark(source), filename, uptodate

    def list_templates(self) -> list[str]:
        """The names that the other loader knows."""
        return self._inner.list_templates()
