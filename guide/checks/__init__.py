"""The checks an editor meets: `make check`, or `python -m guide.checks docs/en/before/drip.md`.

Each check is a function in a file of its own: one page and the guide around it in, findings out.
What depends on the language stands in `checks.yml` beside the pages.
"""
