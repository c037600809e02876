"""What a phone saves: which files, as what type, in what form."""
