"""What browsers without a speaker or a screen lack, played by scripts."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent
#: A voice whose words a test can count and end.
SPEECH = (_HERE / "speech.js").read_text("utf-8")
#: A screen that can be kept on, and that goes to sleep.
SCREEN = (_HERE / "wake-lock.js").read_text("utf-8")
