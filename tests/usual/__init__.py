"""Words that readers type into "Is this usual?"."""
