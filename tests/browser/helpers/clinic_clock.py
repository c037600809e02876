"""Hours of the example clinic: open on weekdays from 8 am to 6 pm, by the clocks of Denver."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

ZONE = "America/Denver"

#: A Wednesday on which each page of the guide may be read: its text is written, its check not due.
OPEN = datetime(2026, 12, 2, 12, 0, tzinfo=ZoneInfo(ZONE))
#: The night before.
CLOSED = datetime(2026, 12, 2, 3, 10, tzinfo=ZoneInfo(ZONE))
#: What a phone shows whose battery was taken out.
LONG_AGO = datetime(2015, 1, 1, 3, 10, tzinfo=ZoneInfo(ZONE))
