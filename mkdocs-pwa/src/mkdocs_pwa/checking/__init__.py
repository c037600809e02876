"""Whether a packed or published site is as it was packed."""
