"""Who is always there, and how a scene is told: who sits where, and who says what when."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from openchair.circles import actions as circles
from openchair.circles.actions.inviting import write_letter
from openchair.circles.models import Circle, Invitation, Seat, SeatState
from openchair.people.models import Account
from openchair.sharing import actions as sharing
from openchair.sharing.models import Audience, Need, Share, ShareKind

STANDING = {
    "Ama": "sits at the Tuesday table, and misses someone",
    "Bert": "sits at the Tuesday table, and is resting",
    "Chiara": "looks after the Tuesday table, with Dev",
    "Dev": "looks after the Tuesday table, with Chiara",
    "Els": "sits at the Tuesday table",
    "Lin": "sits at the Tuesday table, and cooks too much soup",
    "Noor": "only visits the Tuesday table",
    "Sam": "left the Tuesday table with the door open",
    "Ines": "keeps a small table with Yusuf",
    "Yusuf": "keeps a small table with Ines",
    "Mara": "sits on the stairwell, and never wants to meet Tom",
    "Tom": "sits on the stairwell",
    "Kim": "came to the stairwell this week",
    "Omar": "has an account, and sits at no table yet",
    "Harriet": "listens independently",
    "Ralf": "looks after the machine this house runs on",
}


@dataclass
class Scene:
    """The people by name, and what a test wants to get hold of."""

    at: datetime
    people: dict[str, Account] = field(default_factory=dict)
    tables: dict[str, Circle] = field(default_factory=dict)
    words: dict[str, Share] = field(default_factory=dict)
    letter: Invitation | None = None

    def seat(self, name: str, table: str) -> Seat:
        actor = self.people[name]
        return Seat.objects.for_viewer(actor).get(account=actor, circle=self.tables[table].pk)

    def sit(
        self, table: str, name: str, days_ago: int, state: SeatState = SeatState.SEATED
    ) -> None:
        at = self.at - timedelta(days=days_ago)
        circles.take_seat(self.people[name], self.tables[table].pk, at=at, state=state)

    def letter_of(self, name: str, table: str, words: str = "Come and sit with us.") -> Invitation:
        """A letter by this person that can be used, as if everyone had said yes when they were asked."""
        actor, circle = self.people[name], self.tables[table]
        return write_letter(actor, circle, invitee="", words=words, at=self.at)

    def say(
        self,
        key: str,
        name: str,
        table: str,
        words: str,
        *,
        ago: timedelta,
        kind: ShareKind = ShareKind.JUST_WORDS,
        need: Need | None = None,
        audience: Audience = Audience.CIRCLE,
    ) -> None:
        self.words[key] = sharing.say(
            self.people[name],
            self.seat(name, table),
            words=words,
            kind=kind,
            need=need,
            audience=audience,
            at=self.at - ago,
        )


def as_read_by(actor: Account, share: Share) -> Share:
    """The same words, as this person reads them."""
    return Share.objects.for_viewer(actor).get(pk=share.pk)
