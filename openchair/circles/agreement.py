"""What a table agreed: the four lines a new one begins with, or its own (spec/model.md, Agreement)."""

from django.utils.translation import gettext as _

from openchair.circles.models import Circle

STARTER = "starter-1"
OWN = "own-"


def lines(version: str) -> list[str]:
    """The four lines in the reader's language. Raises KeyError for what is a table's own."""
    if version != STARTER:
        raise KeyError(version)
    return [
        _("What is said here stays here."),
        _("Ideas only when they are wanted."),
        _("Passing is always fine."),
        _("We can each stop at any time."),
    ]


def in_force(circle: Circle) -> str:
    """The name of what holds at this table now; a seat keeps the name of what it said yes to."""
    return f"{OWN}{circle.agreement_version}" if circle.agreement_version else STARTER


def without_number(version: str) -> str:
    """Whether it is the four lines or a table's own: how often a table agreed anew is told nobody (I-2)."""
    return OWN.rstrip("-") if version.startswith(OWN) else version


def lines_of(circle: Circle) -> list[str]:
    """What this table agreed, a line each: its own words, or the four lines."""
    if not circle.agreement_version:
        return lines(STARTER)
    return [line for line in circle.agreement.splitlines() if line.strip()]
