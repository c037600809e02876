"""Makes a finished static site an app that is saved on the phone and works with no signal."""

from mkdocs_pwa.checking.folder import check
from mkdocs_pwa.errors import PackError
from mkdocs_pwa.findings import Finding
from mkdocs_pwa.pack import pack
from mkdocs_pwa.policy.shared_headers import write_shared_headers
from mkdocs_pwa.remove import write_kill_switch
from mkdocs_pwa.report import PackReport, SavedFile, read_report
from mkdocs_pwa.settings.options import PackOptions, Shortcut

__all__ = [
    "Finding",
    "PackError",
    "PackOptions",
    "PackReport",
    "SavedFile",
    "Shortcut",
    "__version__",
    "check",
    "pack",
    "read_report",
    "write_kill_switch",
    "write_shared_headers",
]
__version__ = "0.1.0"
