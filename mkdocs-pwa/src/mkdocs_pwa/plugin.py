"""The MkDocs plugin: hands a built site to `pack`, and its words to MkDocs' log."""

from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from mkdocs_pwa.errors import PackError, file_error
from mkdocs_pwa.pack import pack
from mkdocs_pwa.policy.authorship import MarkingLoader, Trust
from mkdocs_pwa.remove import write_kill_switch
from mkdocs_pwa.report import PackReport
from mkdocs_pwa.settings.mkdocs_options import PwaConfig
from mkdocs_pwa.settings.options import DIRECTIONS, PackOptions

log = get_plugin_logger("pwa")


class PwaPlugin(BasePlugin[PwaConfig]):
    """Makes the built site installable and able to work offline."""

    _serving = False
    _trust: Trust | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what MkDocs was started for."""
        self._serving = command == "serve"

    # Before any template is read: those that are read already would be without marks.
    @event_priority(100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Have the theme's own scripts marked, so that others are known as such."""
        if self._serving or not self.config.enabled or env.loader is None:
            return env
        # Material prints `polyfills` itself; its offline plugin puts one of another host there.
        shims = config.extra.get("polyfills") or []
        self._trust = Trust(map(str, [*config.extra_javascript, *shims]))
        env.loader = MarkingLoader(env.loader, self._trust)
        if env.cache is not None:
            env.cache.clear()
        return env

    # After the plugins that change pages, as a script's hash is of its last bytes.
    @event_priority(-110)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Learn the theme's scripts, and take the marks out."""
        return self._trust.learn(output) if self._trust else output

    @event_priority(-110)
    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """The same for pages of the theme alone, as the 404 page."""
        return self._trust.learn(output_content) if self._trust else output_content

    # Material's offline plugin rewrites the search index at -100, and each file has to have its
    # last bytes before it is hashed.
    @event_priority(-110)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Pack the finished folder, or take an earlier worker away."""
        site_dir = Path(config.site_dir)
        try:
            # A saved copy would hide each edit from the writer, and the page would reload for
            # ever; a copy from an earlier build on the same port has to go as well.
            if self._serving or not self.config.enabled:
                write_kill_switch(site_dir)
                return
            options, _ = self.config.options(_defaults(config))
            report = pack(site_dir, options, trust=self._trust)
        except PackError as error:
            raise PluginError(str(error)) from error
        except OSError as error:
            raise PluginError(str(file_error(error))) from error
        _log(report)


def _defaults(config: MkDocsConfig) -> PackOptions:
    return PackOptions(
        name=config.site_name,
        description=config.site_description or "",
        lang=_language(config.theme),
        dir=_direction(config.theme),
        site_url=config.site_url or None,
    )


def _language(theme: Theme) -> str:
    # Material calls it `language`; the other themes have MkDocs' own `locale`.
    return str(theme.get("language") or theme.locale).replace("_", "-")


def _direction(theme: Theme) -> str:
    direction = theme.get("direction")
    return direction if direction in DIRECTIONS else "auto"


def _log(report: PackReport) -> None:
    for warning in report.warnings:
        log.warning(warning)
    for note in report.notes:
        log.debug(note)
    log.info(str(report))
