class Unreadable(Exception):
    """One row cannot be read with certainty. The reason is a sentence for whoever imports."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NothingToRead(Exception):
    """The whole file cannot be read. The sentence says what it is instead, and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def quoted(said: object, longest: int = 60) -> str:
    """A value of the file as it may stand in a sentence: short, on one line, and printable."""
    text = " ".join(str(said)[: longest * 4].split())
    text = "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )
    return text if len(text) <= longest else f"{text[:longest]}…"
