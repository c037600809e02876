"""What the built guide weighs. Only measures."""
