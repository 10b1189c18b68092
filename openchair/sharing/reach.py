"""How far the box on a table's page goes before anything is chosen: as it was used last."""

from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter
from uuid import UUID

from openchair.circles.models import Seat
from openchair.circles.places import names_in_words
from openchair.people.models import Account
from openchair.sharing.models import Audience
from openchair.sharing.readers import chosen_last, may_be_chosen


@dataclass(frozen=True)
class Reach:
    """`people`: whom one can choose, by name. `chosen_last`: those of them who were."""

    audience: Audience
    people: list[tuple[UUID, str]]
    chosen_last: set[UUID]
    chosen_in_words: str
    by_link: bool = False
    """They are chosen by the link that led here, and not by what was used last."""


def usual_reach(viewer: Account, seat: Seat, names: Mapping[UUID, str], *, to: str = "") -> Reach:
    """Where everyone chosen last has gone, nobody but the writer. `to`: the one person that a link to
    this page names, where they can be chosen; nothing is said by it, and nothing remembered."""
    usual, last = Audience(seat.usual_audience or Audience.CIRCLE), set[UUID]()
    can_be = [one.account_id for one in may_be_chosen(viewer, seat)]
    people = sorted(((key, names[key]) for key in can_be if key in names), key=itemgetter(1))
    named = {key for key, _name in people if str(key) == to}
    if named:
        usual, last = Audience.CHOSEN, named
    elif usual == Audience.CHOSEN:
        last = chosen_last(viewer, seat) & dict(people).keys()
        usual = usual if last else Audience.ONLY_ME
    words = names_in_words([name for key, name in people if key in last])
    return Reach(usual, people, last, words, by_link=bool(named))
