"""What the guide costs a reader, measured with public tools."""
