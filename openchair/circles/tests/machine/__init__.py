"""A table that lives through whatever a program of Hypothesis does to it, and what must hold throughout."""
