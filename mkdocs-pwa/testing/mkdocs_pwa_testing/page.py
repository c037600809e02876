"""Waiting for what a page and its service worker do."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page

#: The registration of this page, or undefined. WebKit may say that there is none for as long as its
#: process lives, also to pages that the worker answers; those are told of it as "ready".
REGISTRATION = (
    "navigator.serviceWorker.getRegistration().then((found) => found ?? Promise.race(["
    "navigator.serviceWorker.ready, new Promise((resolve) => setTimeout(resolve, 1000))]))"
)

#: True when the page is controlled by a worker that holds every file of its version. A page that
#: was still loading when the worker took over stays outside of it until it is opened again, which
#: is done here in the reader's place. False, and nobody is asked, while a later version is on its
#: way: Chromium ends the worker in use for it, and a message that arrives in that moment starts the
#: old one again. The later one then waits until nobody has asked for 30 s, and with DevTools
#: attached, as Playwright does, for five minutes (seen in Chromium 156; in its sources
#: `ServiceWorkerVersion::OnStoppedInternal`, which starts it again in place of `OnNoWork`).
SAVED = f"""
(async () => {{
  const registration = await {REGISTRATION};
  if (registration?.installing || registration?.waiting) return false;
  if (registration?.active?.state !== "activated") {{
    // WebKit may keep this state for a page that it opened in that moment. The next one knows.
    const isStale = registration?.active?.state === "activating" && performance.now() > 5000;
    if (isStale) setTimeout(() => location.reload());
    return false;
  }}
  const {{ port1, port2 }} = new MessageChannel();
  const answer = new Promise((resolve) => {{ port1.onmessage = ({{ data }}) => resolve(data); }});
  registration.active.postMessage({{ type: "status" }}, [port2]);
  // Another tool's worker, which ours replaces, never answers.
  const silence = new Promise((resolve) => {{ setTimeout(resolve, 2000, {{ total: 0 }}); }});
  const status = await Promise.race([answer, silence]);
  const isSaved = status.total > 0 && status.held === status.total;
  // After the answer: a page that is left answers no more.
  if (isSaved && !navigator.serviceWorker.controller) setTimeout(() => location.reload());
  return isSaved && Boolean(navigator.serviceWorker.controller);
}})()
"""

#: True when a later version is stored whole and waits for its turn.
UPDATE_WAITS = f"{REGISTRATION}.then((found) => Boolean(found?.waiting))"

#: Looks for a later version now; gives the name of the error, or null.
LOOK_FOR_UPDATE = f"""
{REGISTRATION}
  .then((registration) => registration.update())
  .then(() => null, (error) => error.name)
"""


def until(page: Page, expression: str, limit: float = 60.0) -> Any:
    """Return the value of a script as soon as it is true.

    Playwright's `wait_for_function` does not await a promise, so a wait for a worker written
    with it would pass at once.

    Args:
        page: where to run it.
        expression: JavaScript; a promise is awaited.
        limit: seconds.

    Raises:
        AssertionError: naming the expression, when the time is up.
    """
    end = time.monotonic() + limit
    while not (value := _value(page, expression)):
        assert time.monotonic() < end, f"never true within {limit:g} s: {expression}"
        page.wait_for_timeout(50)
    return value


def _value(page: Page, expression: str) -> Any:
    try:
        return page.evaluate(expression)
    except Error as error:
        # The page is being replaced, by a worker that takes over for one: ask the next one.
        if "Execution context was destroyed" in error.message:
            return None
        raise


def wait_until_saved(page: Page) -> None:
    """Wait until the whole site is stored on this device and the page is answered from it."""
    until(page, SAVED)


#: "gone" once the page's folder has no worker, "waits" while another worker waits for its turn.
_REMOVAL = """
navigator.serviceWorker.getRegistration()
  .then((found) => !found ? "gone" : found.waiting ? "waits" : "")
"""


def wait_until_removed(page: Page, limit: float = 60.0) -> None:
    """Wait until the worker of this page has been replaced by one that removes itself.

    A page that opens asks its worker, and may start it again in the moment in which it gives way
    (see `SAVED`). Browsers end it after 30 s without a question, unless DevTools are attached; here
    it is ended in their place.

    Args:
        page: in the folder of that worker, in Chromium.
        limit: seconds.

    Raises:
        AssertionError: when the time is up.
    """
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    end = time.monotonic() + limit
    while until(page, _REMOVAL, limit) == "waits":
        assert time.monotonic() < end, f"the worker was not removed within {limit:g} s"
        session.send("ServiceWorker.stopAllWorkers")
        page.wait_for_timeout(500)
    session.detach()


def open_and_save(context: BrowserContext, url: str) -> Page:
    """Open the site once, as a reader does on good Wi-Fi, and wait until it is saved."""
    page = context.pages[0]
    page.goto(url)
    wait_until_saved(page)
    return page
