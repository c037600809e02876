"""What a page may run and load, and what a host has to send."""
