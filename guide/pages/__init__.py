"""A page as a file: its first lines, blocks, dates, who has checked it, and what nothing uses."""
