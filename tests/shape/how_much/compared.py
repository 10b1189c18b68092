"""What came of a comparison. Without Django, so that a measurement can add up what its parts found."""

from dataclasses import dataclass, field


@dataclass
class Compared:
    pages: int = 0
    otherwise: int = 0
    """Of these pages, how many were answered with another status."""
    letters: int = 0
    """Of each kind, and to each person, all there are count as one."""
    copies: int = 0
    unlike: list[str] = field(default_factory=list)

    def add(self, more: "Compared") -> None:
        self.pages += more.pages
        self.otherwise += more.otherwise
        self.letters += more.letters
        self.copies += more.copies
        self.unlike += more.unlike
