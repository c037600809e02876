"""Places in a page that scripts fill. Without scripts they are empty and take no room."""

from __future__ import annotations

#: By the name that a page writes in `{{ }}`.
PLACES = {
    "session_clock": '<div class="guide-session" data-session></div>',
    "my_note": '<div class="guide-note" data-my-note></div>',
    "read_aloud": "<div data-read-aloud></div>",
    # A link from the page for the hours after leads to the name.
    "usual_picker": '<div class="guide-usual" id="usual-now" data-usual-picker></div>',
    "companion_code": '<div class="guide-companion" data-companion-code></div>',
}
