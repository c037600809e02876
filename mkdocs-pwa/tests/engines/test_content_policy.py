"""The content policy of every theme: it stops what is smuggled in, and nothing else."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_pwa import PackOptions, pack
from mkdocs_pwa_testing.engines import Engine
from mkdocs_pwa_testing.page import SAVED
from mkdocs_pwa_testing.server import Answer, StaticServer

THEMES = ("mkdocs", "readthedocs", "material")

HARM = "<img src=x onerror='window.harmed = 1'><script>window.harmed = 1</script>"
HOME = """---
title: "TITLE"
---
# Home

| left | right |
|:-----|------:|
| 1    | 2     |

=== "One"
    First tab

=== "Two"
    Second tab

```python
print("water")
```
"""
DEEP = "# Deep page\n\nAll about water.\n"

LISTENER = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
});
"""
SETTINGS: dict[str, dict[str, object]] = {
    "mkdocs": {"highlightjs": False},
    "readthedocs": {"highlightjs": False},
    "material": {
        "font": False,
        "features": [
            "search.suggest",
            "search.highlight",
            "content.tabs.link",
            "content.code.copy",
        ],
        "palette": [
            {"scheme": "default", "toggle": {"icon": "material/brightness-7", "name": "Dark"}},
            {"scheme": "slate", "toggle": {"icon": "material/brightness-4", "name": "Light"}},
        ],
    },
}
# Where each theme has its search, and what says that there are results.
SEARCH = {
    "mkdocs": ("", "#mkdocs-search-query", "#mkdocs-search-results article"),
    "readthedocs": ("search.html", "#mkdocs-search-query", "#mkdocs-search-results article"),
    "material": ("", ".md-search__input", ".md-search-result__item"),
}


@functools.cache
def built(theme: str, title: str) -> tuple[tempfile.TemporaryDirectory[str], Path]:
    """A site with a listener in each page, before any other script but ours."""
    folder = tempfile.TemporaryDirectory()
    root = Path(folder.name)
    (root / "docs/sub").mkdir(parents=True)
    (root / "docs/index.md").write_text(HOME.replace("TITLE", title), "utf-8")
    (root / "docs/sub/deep.md").write_text(DEEP, "utf-8")
    (root / "mkdocs.yml").write_text("site_name: Small\n", "utf-8")
    settings = {"name": theme, **SETTINGS[theme]}
    extensions = ["tables", {"pymdownx.tabbed": {"alternate_style": True}}, "pymdownx.superfences"]
    extensions = extensions if theme == "material" else ["tables"]
    config = load_config(
        str(root / "mkdocs.yml"),
        theme=settings,
        plugins=["search", "pwa"],
        markdown_extensions=extensions,
    )
    # The listener has to be in each page before it is packed, so it goes by the last plugin's way.
    config.plugins.events["post_page"].append(listening)
    config.plugins.events["post_template"].append(listening)
    (root / "docs/listener.js").write_text(LISTENER, "utf-8")
    build(config)
    return folder, root / "site"


def listening(html: str, **_: object) -> str:
    """A page with the listener before any other script but ours."""
    # The server serves the site at the root.
    return html.replace("<link", '<script src="/listener.js"></script><link', 1)


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def server(theme: str) -> Iterator[StaticServer]:
    _, site = built(theme, "Home")
    with StaticServer(site) as running:
        yield running


def found(phone: Engine) -> object:
    """The violations on a page, once all of it has run."""
    phone.until("document.readyState === 'complete'")
    return phone.js("window.violations")


def test_every_page_runs_without_a_violation(phone: Engine, server: StaticServer) -> None:
    paths = [
        page.relative_to(server.folder).as_posix().removesuffix("index.html")
        for page in sorted(server.folder.rglob("*.html"))
    ]
    assert "sub/deep/" in paths
    for path in paths:
        phone.goto(server.url + path)
        assert found(phone) == [], path
    phone.goto(server.url)
    phone.until(SAVED)
    assert found(phone) == []


def test_the_search_runs_without_a_violation_and_shows_code_as_text(
    phone: Engine, server: StaticServer, theme: str
) -> None:
    page, field, result = SEARCH[theme]
    phone.goto(server.url + page)
    phone.until("document.readyState === 'complete'")
    phone.until(f"document.querySelector({field!r}) !== null")
    if theme == "material":
        phone.js("void (document.querySelector('#__search').checked = true)")
        phone.until("getComputedStyle(document.querySelector('.md-search__inner')).opacity === '1'")
    search = (
        f"(() => {{ const field = document.querySelector({field!r}); field.value = WORDS;"
        " for (const kind of ['focus', 'input', 'keyup', 'search'])"
        " field.dispatchEvent(new Event(kind, { bubbles: true })); })()"
    )
    phone.until(
        f"({search.replace('WORDS', repr('water'))}, document.querySelector({result!r}) !== null)"
    )
    phone.js(search.replace("WORDS", repr(f"water {HARM}".replace("'", '"'))))
    phone.goto(server.url + page + "?q=water%20%3Cimg%20src=x%20onerror=window.harmed=1%3E")
    assert found(phone) == []
    assert phone.js("window.harmed ?? null") is None


def test_a_hostile_title_does_no_harm(phone: Engine, theme: str) -> None:
    _, site = built(theme, HARM)
    with StaticServer(site) as server:
        for path in ("", "sub/deep/"):
            phone.goto(server.url + path)
            phone.until("document.readyState === 'complete'")
            # It did get into the page, and was stopped there.
            assert phone.js("document.documentElement.innerHTML.includes('window.harmed')")
            assert phone.js("window.harmed ?? null") is None


SMUGGLED = {
    "document.body.insertAdjacentHTML('beforeend', HARM)": "script-src",
    (
        "document.body.append(Object.assign(document.createElement('script'),"
        " { textContent: 'window.harmed = 1' }))"
    ): "script-src",
    (
        "document.body.append(Object.assign(document.createElement('script'),"
        " { src: 'https://elsewhere.invalid/a.js' }))"
    ): "script-src",
    "void fetch('https://elsewhere.invalid/').catch(() => {})": "connect-src",
    (
        "document.body.append(Object.assign(document.createElement('img'),"
        " { src: 'https://elsewhere.invalid/pixel.png' }))"
    ): "img-src",
}


@pytest.mark.parametrize("theme", ["material"])
def test_what_is_smuggled_into_a_page_does_not_run(phone: Engine, server: StaticServer) -> None:
    for smuggle, directive in SMUGGLED.items():
        phone.goto(server.url)
        assert found(phone) == []
        phone.js(f"void ({smuggle.replace('HARM', repr(HARM))})")
        phone.until(f"window.violations.some((said) => said.startsWith('{directive}'))")
        assert phone.js("window.harmed ?? null") is None, smuggle


MakeSite = Callable[..., Path]

HAS_ITS_LOOK = (
    "(() => { const notice = document.querySelector('.mkdocs-pwa');"
    " return notice && getComputedStyle(notice).display === 'flex'; })()"
)


def test_notices_have_their_look_whatever_the_host_forbids(
    phone: Engine, make_site: MakeSite
) -> None:
    folder = make_site()
    for policy in ("", "style-src 'self'"):
        headers = {"Content-Security-Policy": policy}
        # An address of its own, or the copy would answer.
        with StaticServer(folder) as server:
            server.fault = lambda _, answer, headers=headers: Answer(
                answer.status, answer.content_type, answer.body, headers
            )
            phone.goto(server.url)
            phone.until(HAS_ITS_LOOK)


def test_a_hostile_name_of_the_app_does_no_harm(phone: Engine, make_site: MakeSite) -> None:
    folder = make_site("hostile")
    pack(folder, PackOptions(name=f"Guide {HARM}", description=f'"{HARM}', short_name=f"'{HARM}"))
    with StaticServer(folder) as server:
        phone.goto(server.url)
        phone.until(SAVED)
        assert phone.js("window.harmed ?? null") is None
