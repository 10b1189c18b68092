"""Tables, who sits at them, and what it takes to make room."""

from openchair.circles.models.beside import Beside
from openchair.circles.models.card import About, Card, ShownTo
from openchair.circles.models.chair import OpenChair
from openchair.circles.models.distance import Distance
from openchair.circles.models.host_call import CallKind, HostCall
from openchair.circles.models.letter import (
    WAITING,
    Invitation,
    InvitationState,
    PassedBy,
    hashed,
)
from openchair.circles.models.looking_after import KeeperState, KeeperTerm
from openchair.circles.models.naming import (
    Naming,
    NamingAnswer,
    NamingState,
    WhenAsked,
)
from openchair.circles.models.never_with import NeverWith
from openchair.circles.models.pause import HoldingPause
from openchair.circles.models.standing_answer import StandingAnswer, WhileResting
from openchair.circles.models.table import (
    INSIDE,
    MOST_SEATS,
    STANDING,
    Circle,
    CircleKind,
    CircleState,
    Openness,
    Seat,
    SeatState,
    circles_of,
    members,
    people_at_my_tables,
    tables_of_member,
)
from openchair.circles.models.together import (
    QuestionKind,
    QuestionState,
    TableAnswer,
    TableQuestion,
)
from openchair.circles.models.turned_away import Opening, TurnedAway

__all__ = [
    "INSIDE",
    "MOST_SEATS",
    "STANDING",
    "WAITING",
    "About",
    "Beside",
    "CallKind",
    "Card",
    "Circle",
    "CircleKind",
    "CircleState",
    "Distance",
    "HoldingPause",
    "HostCall",
    "Invitation",
    "InvitationState",
    "KeeperState",
    "KeeperTerm",
    "Naming",
    "NamingAnswer",
    "NamingState",
    "NeverWith",
    "OpenChair",
    "Opening",
    "Openness",
    "PassedBy",
    "QuestionKind",
    "QuestionState",
    "Seat",
    "SeatState",
    "ShownTo",
    "StandingAnswer",
    "TableAnswer",
    "TableQuestion",
    "TurnedAway",
    "WhenAsked",
    "WhileResting",
    "circles_of",
    "hashed",
    "members",
    "people_at_my_tables",
    "tables_of_member",
]
