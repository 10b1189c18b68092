from dataclasses import dataclass

from django.utils.functional import Promise as Sentence

from openchair.circles.models.table import Openness


@dataclass(frozen=True)
class Defaults:
    """What a table of this kind begins with. People there can change each of them."""

    seats_most: int = 12
    openness: Openness = Openness.INVITATION
    is_life: bool = False
    """Besides what is hard: neighbours, music, walking, food (`models.About`)."""


@dataclass(frozen=True)
class Brought:
    """What a kind of table brings along, so that nobody begins before an empty page.

    `starters` are lines to choose from for what the table is for; `agreement` are lines beside those
    that every table is offered; `arrival` is told to whoever comes; `prompts` are for a first evening.
    """

    starters: tuple[Sentence, ...]
    agreement: tuple[Sentence, ...]
    arrival: Sentence
    prompts: tuple[Sentence, ...]
    defaults: Defaults = Defaults()
