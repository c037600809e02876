"""A clinic's colors and logo."""
