"""A built site made lean: one purged stylesheet, small pages, no file that nothing uses."""
