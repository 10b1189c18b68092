"""The kinds of table there are, and what each brings along. Plain data; nothing here asks a database."""

from openchair.circles.kinds.activity import ACTIVITY
from openchair.circles.kinds.affected import AFFECTED
from openchair.circles.kinds.brought import Brought, Defaults
from openchair.circles.kinds.change import CHANGE
from openchair.circles.kinds.faith import FAITH
from openchair.circles.kinds.family import FAMILY
from openchair.circles.kinds.friends import FRIENDS
from openchair.circles.kinds.grief import GRIEF
from openchair.circles.kinds.illness import ILLNESS
from openchair.circles.kinds.neighbours import NEIGHBOURS
from openchair.circles.kinds.pair import PAIR
from openchair.circles.kinds.peers import PEERS
from openchair.circles.kinds.play import PLAY
from openchair.circles.kinds.recovery import RECOVERY
from openchair.circles.kinds.template import TEMPLATE
from openchair.circles.models.table import CircleKind

__all__ = ["KINDS", "Brought", "Defaults", "agreement_template", "brought_by"]

KINDS: dict[CircleKind, Brought] = {
    CircleKind.GRIEF: GRIEF,
    CircleKind.RECOVERY: RECOVERY,
    CircleKind.AFFECTED: AFFECTED,
    CircleKind.PEERS: PEERS,
    CircleKind.ILLNESS: ILLNESS,
    CircleKind.CHANGE: CHANGE,
    CircleKind.PAIR: PAIR,
    CircleKind.FAITH: FAITH,
    CircleKind.ACTIVITY: ACTIVITY,
    CircleKind.NEIGHBOURS: NEIGHBOURS,
    CircleKind.FRIENDS: FRIENDS,
    CircleKind.FAMILY: FAMILY,
    CircleKind.PLAY: PLAY,
}


def brought_by(kind: str) -> Brought:
    return KINDS[CircleKind(kind)]


def agreement_template(kind: str) -> list[str]:
    """Lines a table of six or more may start its own agreement from (spec/model.md, Agreement)."""
    return [str(line) for line in (*brought_by(kind).agreement, *TEMPLATE)]
