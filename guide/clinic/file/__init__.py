"""The clinic file as text: read it, and say what is wrong where."""
