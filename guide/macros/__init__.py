"""Values and blocks that pages may ask for by name."""
