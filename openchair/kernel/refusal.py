"""What a person may see but not do."""


class Refusal(Exception):
    """Raised where someone may see a thing and not do this to it.

    `sentence` is shown to them: translated, in plain words, saying what they can do instead.
    `status` is the HTTP status of the page that shows it.
    """

    def __init__(self, sentence: str, *, status: int = 409) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status
