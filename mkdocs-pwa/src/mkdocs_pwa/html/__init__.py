"""Pages as text: read them, and write the tags of the app into them."""
