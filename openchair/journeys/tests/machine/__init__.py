"""A table whose words live through whatever a program of Hypothesis does with them, and who may read each."""
