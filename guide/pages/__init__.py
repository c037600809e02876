"""What a page says of itself, and who has checked it."""
