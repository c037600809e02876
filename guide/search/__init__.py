"""What search knows besides the words of the pages: topics, everyday words, routes, answers."""
