"""What Markdown is turned into, beyond Markdown itself."""
