"""Options, from mkdocs.yml or the command line, checked."""
