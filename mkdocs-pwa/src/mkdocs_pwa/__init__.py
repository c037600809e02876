"""Makes a finished static site an app that is saved on the phone and works with no signal."""

from mkdocs_pwa.checking.folder import check
from mkdocs_pwa.errors import PackError
from mkdocs_pwa.findings import Finding
from mkdocs_pwa.pack import PackReport, pack
from mkdocs_pwa.remove import write_kill_switch
from mkdocs_pwa.settings.options import PackOptions, Shortcut

__all__ = [
    "Finding",
    "PackError",
    "PackOptions",
    "PackReport",
    "Shortcut",
    "__version__",
    "check",
    "pack",
    "write_kill_switch",
]
__version__ = "0.1.0"
