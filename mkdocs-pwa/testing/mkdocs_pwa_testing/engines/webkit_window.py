"""A window of WebKitGTK alone, which WebKitWebDriver starts and drives.

Runs under Debian's own Python, which has the bindings (python3-gi, gir1.2-webkit2-4.1), so it
imports nothing of this package.
"""

# mypy: ignore-errors

import os

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

LIFETIME_S = 3600
# Off by default, but there in Safari.
WANTED = {"StorageAPI", "StorageAPIEstimate"}
# What is missing where a reader has refused site data; WebKitGTK has no switch for that itself.
REFUSED = {"ServiceWorkers", "CacheAPI", "LocalStorage", "SessionStorage", "IndexedDBAPI"}
# Runs before the scripts of every page. See `WebKit.goto`.
COUNT_JOBS = """
(() => {
  const jobs = { open: 0, isLeaving: false };
  Object.defineProperty(window, "mkdocsPwaJobs", { value: jobs });
  addEventListener("pageshow", () => { jobs.isLeaving = false; });
  const count = (prototype, name) => {
    const method = prototype?.[name];
    if (!method) return;
    prototype[name] = function (...values) {
      if (jobs.isLeaving) return new Promise(() => {});
      jobs.open += 1;
      return method.apply(this, values).finally(() => { jobs.open -= 1; });
    };
  };
  count(window.ServiceWorkerContainer?.prototype, "register");
  count(window.ServiceWorkerRegistration?.prototype, "update");
})();
"""


def settings() -> WebKit2.Settings:
    found = WebKit2.Settings()
    features = WebKit2.Settings.get_all_features()
    for number in range(features.get_length()):
        feature = features.get(number)
        name = feature.get_identifier()
        if name in WANTED:
            found.set_feature_enabled(feature, True)
        if name in REFUSED and os.environ["MKDOCS_PWA_BLOCKED"]:
            found.set_feature_enabled(feature, False)
    return found


def context() -> WebKit2.WebContext:
    profile = os.environ["MKDOCS_PWA_PROFILE"]
    if os.environ["MKDOCS_PWA_PRIVATE"]:
        manager = WebKit2.WebsiteDataManager.new_ephemeral()
    else:
        manager = WebKit2.WebsiteDataManager(
            base_data_directory=f"{profile}/data", base_cache_directory=f"{profile}/cache"
        )
    made = WebKit2.WebContext(website_data_manager=manager)
    made.set_automation_allowed(True)
    return made


def scripts() -> WebKit2.UserContentManager:
    made = WebKit2.UserContentManager()
    frames = WebKit2.UserContentInjectedFrames.TOP_FRAME
    made.add_script(
        WebKit2.UserScript(COUNT_JOBS, frames, WebKit2.UserScriptInjectionTime.START, None, None)
    )
    return made


def main() -> None:
    width, height = map(int, os.environ["MKDOCS_PWA_SIZE"].split("x"))
    web, shared, counted = context(), settings(), scripts()

    def open_window(*_: object) -> WebKit2.WebView:
        view = WebKit2.WebView(
            web_context=web,
            settings=shared,
            user_content_manager=counted,
            is_controlled_by_automation=True,
        )
        window = Gtk.Window(default_width=width, default_height=height, decorated=False)
        window.add(view)
        window.show_all()
        view.connect("close", lambda *_: window.destroy())
        return view

    def started(_: object, session: WebKit2.AutomationSession) -> None:
        about = WebKit2.ApplicationInfo()
        about.set_name("mkdocs-pwa")
        session.set_application_info(about)
        session.connect("create-web-view", open_window)

    web.connect("automation-started", started)
    # So that nothing is left over if the driver is killed.
    GLib.timeout_add_seconds(LIFETIME_S, Gtk.main_quit)
    Gtk.main()


main()
