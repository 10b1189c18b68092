"""What a person typed into a form, to be given back when the form itself cannot be."""

from collections.abc import Mapping

TYPED = (
    "words",
    "about_words",
    "warning",
    "name",
    "line",
    "purpose",
    "sentence",
    "invitee",
    "opening_words",
    "closing_words",
    "email",
    "area",
    "rhythm",
    "language",
    "what",
    "call",
    "text",
    "deaf",
    "hours",
    "night_from",
    "night_until",
    "zone",
    "name_said",
    "never",
    "lost",
    "neutral_name",
    "country",
    "emergency_number",
    "greeting",
    "greeter",
    "provider",
    "run_by",
    "stands_where",
    "steward_reads",
    "rules",
    "shown_as",
    "number",
    "hours_from",
    "hours_until",
)
"""Every field of this house that people type into; a test holds this to the forms."""


def typed_in(said: Mapping[str, str]) -> str:
    """The words, or, of a form with several fields, what stood in each, one under another."""
    return "\n\n".join(said[name] for name in TYPED if said.get(name))
