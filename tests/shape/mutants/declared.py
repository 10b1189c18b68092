"""Mutants that do the same as the house does, each with its reason. As few as there can be."""

ALIKE: dict[str, str] = {}
