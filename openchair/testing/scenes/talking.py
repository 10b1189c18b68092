"""How the talks of the demo are told: who said something, and who answered."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from openchair.journeys.company import actions as company
from openchair.sharing import actions as sharing
from openchair.sharing.models import AnswerKind, Audience, Need, Share, ShareKind, ShortAnswer
from openchair.testing.scenes.standing import Scene, as_read_by

A_WHILE = timedelta(minutes=4)
"""Between what is said and the next one who answers."""


@dataclass
class Talk:
    """Words at a table, and what was answered to them, one after another."""

    scene: Scene
    share: Share
    at: datetime

    def answer(self, name: str, words: str, kind: AnswerKind = AnswerKind.WORDS) -> "Talk":
        actor = self.scene.people[name]
        read = as_read_by(actor, self.share)
        sharing.answer(actor, read, words=words, kind=kind, at=self._next())
        return self

    def press(self, short: ShortAnswer, *names: str) -> "Talk":
        for name in names:
            actor = self.scene.people[name]
            sharing.witness(actor, as_read_by(actor, self.share), short=short, at=self._next())
        return self

    def _next(self) -> datetime:
        self.at += A_WHILE
        return self.at


def say(
    scene: Scene,
    name: str,
    table: str,
    words: str,
    *,
    at: datetime,
    kind: ShareKind = ShareKind.JUST_WORDS,
    need: Need | None = None,
) -> Talk:
    """As from the box on the page: nothing that is said here is left lying either."""
    actor, seat = scene.people[name], scene.seat(name, table)
    company.say(actor, seat, at=at, words=words, kind=kind, need=need, audience=Audience.CIRCLE)
    mine = Share.objects.for_viewer(actor).filter(author=actor, circle=seat.circle_id)
    return Talk(scene, mine.order_by("-said_at")[0], at)
