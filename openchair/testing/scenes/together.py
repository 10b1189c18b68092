"""What several people of the demo did: everyone at a table said yes; someone was in the house since."""

from datetime import datetime

from openchair.circles import actions as circles
from openchair.circles.models import QuestionKind
from openchair.delivery.actions import mark_read
from openchair.delivery.queries import inside
from openchair.testing.scenes.standing import Scene
from openchair.testing.scenes.talking import A_WHILE


def all_say_yes(
    scene: Scene,
    table: str,
    *names: str,
    kind: QuestionKind,
    at: datetime,
    words: str = "",
    days: int | None = None,
) -> None:
    """The first of them asks, the others say yes."""
    first, *others = names
    asker = scene.people[first]
    question = circles.ask_together(
        asker, scene.seat(first, table), kind=kind, words=words, days=days, at=at
    )
    for number, name in enumerate(others, start=1):
        later = at + number * A_WHILE
        circles.answer_together(scene.people[name], question, yes=True, at=later)


def all_have_read(scene: Scene, *names: str, at: datetime) -> None:
    """They were in the house since, and have seen what waited for them."""
    for name in names:
        actor = scene.people[name]
        mark_read(actor, *inside(actor), at=at)
