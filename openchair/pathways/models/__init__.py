"""The rows of this room: entries of directories, and letters to whoever greets people here."""

from openchair.pathways.models.directory import (
    FACTS,
    Resource,
    Source,
    Stage,
    State,
    What,
    due_after,
    facts_of,
    listed_for_everybody,
    read_change,
)
from openchair.pathways.models.letters import HostLetter, LetterState

__all__ = [
    "FACTS",
    "HostLetter",
    "LetterState",
    "Resource",
    "Source",
    "Stage",
    "State",
    "What",
    "due_after",
    "facts_of",
    "listed_for_everybody",
    "read_change",
]
