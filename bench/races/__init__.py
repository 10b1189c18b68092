"""Two people take the last chair in the same instant, again and again, on both databases."""
