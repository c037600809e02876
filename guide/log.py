"""Where this guide tells of what needs attention.

MkDocs counts the warnings of its own loggers, and a strict build fails when there is one.
"""

from __future__ import annotations

import logging

log = logging.getLogger("mkdocs.guide")
