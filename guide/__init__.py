"""The guide under MkDocs: `prepare` before its pages are rendered, `finish` on the built folder.

`mkdocs-macros` calls `define_env` once a build and `on_post_build` at its end, and the plugin of
mkdocs-pwa packs. The Markdown extensions of this package are named in `mkdocs.yml`. Other builders
drop such hooks without a word, so nothing of the guide is worked out here: see `guide/zensical/`.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pathspec import GitIgnoreSpec

from guide.clinic.site import Settings, nav_without
from guide.finish import Built, finish
from guide.inputs import files_beside_pages, read_inputs
from guide.prepare import prepare
from guide.preview import VARIABLE, take_away_outdated

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs_macros.plugin import MacrosPlugin


def define_env(env: MacrosPlugin) -> None:
    """Give pages and templates the clinic's values.

    Raises:
        ClinicError: before anything is written, so that the last good site stays in place.
        PageError: the same for pages, words and sources.
    """
    config, project = env.conf, Path(env.project_dir)
    site, docs = Path(config.site_dir), Path(config.docs_dir)
    beside = files_beside_pages(project)
    # A preview shows a change of these too.
    config["watch"] += map(str, beside)
    inputs = read_inputs(project, docs, config.theme["language"], date.today())
    prepared = prepare(inputs)
    is_preview = os.environ.get(VARIABLE) == "1"
    if is_preview:
        take_away_outdated(site, docs, [*beside, project / "mkdocs.yml", *docs.glob("*.yml")])
    _apply(config, prepared.settings)
    env.variables.update(prepared.variables)
    # Templates see only the configuration.
    config.extra.update(prepared.extra)
    lean = None if is_preview else config.extra.get("lean")
    env.variables["built"] = Built(site, inputs, prepared, lean)


def on_post_build(env: MacrosPlugin) -> None:
    """Finish the built folder; the plugin of mkdocs-pwa packs it after this."""
    finish(env.variables["built"])


def _apply(config: MkDocsConfig, settings: Settings) -> None:
    if settings.left_out:
        ignored = GitIgnoreSpec.from_lines(settings.left_out)
        config.exclude_docs = (config.exclude_docs or GitIgnoreSpec([])) + ignored
        config.nav = nav_without(config.nav or [], settings.left_out)
    config.mdx_configs.update({name: dict(own) for name, own in settings.markdown.items()})
    config.site_url = config.site_url or settings.site_url
    config.site_name = settings.site_name or config.site_name
    config.theme["logo"] = settings.logo or config.theme.get("logo")
    config.plugins["pwa"].config.update(settings.app)
