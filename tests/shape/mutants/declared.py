"""Mutants that do the same as the house does, each with its reason. As few as there can be."""

ALIKE = {
    "Letter.visible_to: always Q(to=viewer.pk)": "`to` is never empty, so that nobody has no letters",
}
