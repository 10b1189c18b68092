"""The oracle of addresses: every route, its door, its methods, and what each person is answered.

Written by hand from spec/model.md 5.2 ("who may see and do what"). A route that is not listed here
fails the tests.
"""

from dataclasses import dataclass, field

from tests.shape.access_matrix.listening import HEARD, NOBODY_READS, OF_THE_LISTENER
from tests.shape.access_matrix.of_coming_in import OF_COMING_IN, WITHOUT_A_DEVICE
from tests.shape.access_matrix.of_company import call_is_there
from tests.shape.access_matrix.of_hidden import still_knows_the_table
from tests.shape.access_matrix.of_keeping import why_not_ask
from tests.shape.access_matrix.of_letters import letter_answers, letter_is_there
from tests.shape.access_matrix.of_naming import naming_is_there
from tests.shape.access_matrix.of_rooms import OF_ROOMS, REFUSED_IN_ROOMS
from tests.shape.access_matrix.of_sitting import table_of
from tests.shape.access_matrix.of_the_house import BY_DUTY, HELD_BY
from tests.shape.access_matrix.of_waiting import waiting_is_there
from tests.shape.access_matrix.of_words import OF_WORDS, words_are_there
from tests.shape.access_matrix.saying import newcomer_is_there, sits_where_said, wrote
from tests.shape.access_matrix.sight import EVERYBODY, INSIDE, STANDING, sees

READ, WRITE, BOTH = (
    frozenset({"GET", "HEAD"}),
    frozenset({"POST"}),
    frozenset({"GET", "HEAD", "POST"}),
)


@dataclass(frozen=True)
class Route:
    door: str
    methods: frozenset[str]
    about: str = ""
    """The kind of thing in its address."""
    answers: tuple[int, ...] = (200, 302)
    """What whoever may come in is answered, in a method it takes."""


ROUTES = {
    "front": Route("open_to_all", READ),
    "today": Route("signed_in", READ, answers=(200,)),
    "now": Route("open_to_all", READ, answers=(200,)),
    "safety": Route("open_to_all", READ, answers=(200,)),
    "leave": Route("open_to_all", READ, answers=(302,)),
    "elsewhere": Route("open_to_all", READ, answers=(200,)),
    "drafts": Route("signed_in", WRITE, answers=(204,)),
    "sign-in": Route("open_to_all", BOTH),
    "account_login": Route("open_to_all", BOTH),
    "account_request_login_code": Route("open_to_all", BOTH),
    "sign-in-code": Route("open_to_all", BOTH),
    "account_confirm_login_code": Route("open_to_all", BOTH),
    "sign-out": Route("open_to_all", WRITE, answers=(302,)),
    "mine": Route("signed_in", BOTH),
    "come-back": Route("signed_in", BOTH),
    "come-back-code": Route("signed_in", BOTH),
    "undo-address": Route("open_to_all", BOTH, "signed", (200,)),
    "call-off-mending": Route("open_to_all", BOTH, "signed", (200,)),
    "prove-mended": Route("open_to_all", BOTH, "signed", (200,)),
    "letter-done": Route("open_to_all", READ, "done", (200,)),
    "mend-address": Route("hosts", BOTH),
    "mend-address-said": Route("hosts", READ, answers=(200,)),
    "call-off-my-mending": Route("signed_in", WRITE, answers=(302,)),
    "sign-in-passkey": Route("open_to_all", BOTH, answers=(200, 422)),
    "sign-in-recovery": Route("open_to_all", BOTH, answers=(200, 422)),
    "no-code": Route("open_to_all", READ, answers=(200,)),
    **{name: Route(*said) for name, said in OF_COMING_IN.items()},
    "fewer-letters": Route("open_to_all", BOTH, "foot", (200,)),
    "mine-letters": Route("signed_in", BOTH, answers=(200, 302)),
    "try-address-again": Route("signed_in", WRITE, answers=(302,)),
    "help-lines": Route("stewards", BOTH),
    "check-help-line": Route("stewards", WRITE, "line"),
    "take-off-help-line": Route("stewards", WRITE, "line"),
    "start-with-one": Route("signed_in", BOTH),
    "agreement": Route("seated", READ, "circle", (200,)),
    "invite-again": Route("seated", WRITE, "circle"),
    "withdraw": Route("signed_in", WRITE, "invitation", (302,)),
    "card": Route("seated", BOTH, "circle"),
    "rest": Route("seated", BOTH, "circle"),
    "be-back": Route("seated", WRITE, "circle", (302,)),
    "set-out-chair": Route("seated", BOTH, "circle"),
    "take-in-chair": Route("seated", WRITE, "chair"),
    "come-back-in": Route("once_seated", BOTH, "circle"),
    "circle": Route("seated", BOTH, "circle"),
    "day": Route("seated", READ, "circle", (200,)),
    "earlier": Route("seated", READ, "circle"),
    "look-for": Route("seated", BOTH, "circle", (200,)),
    "words": Route("signed_in", READ, "share", (302,)),
    "witness": Route("signed_in", WRITE, "share"),
    "take-back-witness": Route("signed_in", WRITE, "share", (302,)),
    "answer": Route("signed_in", WRITE, "share"),
    "take-back": Route("signed_in", WRITE, "share"),
    "take-back-answer": Route("signed_in", WRITE, "answer"),
    **{name: Route(*said) for name, said in OF_THE_LISTENER.items()},
    "meetings": Route("open_to_all", READ, answers=(200,)),
    "meeting-places": Route("open_to_all", READ, answers=(200,)),
    "meeting": Route("open_to_all", READ, "entry", (200,)),
    "start": Route("open_to_all", BOTH, answers=(200,)),
    "letter-to-host": Route("open_to_all", BOTH),
    "letter-place": Route("open_to_all", READ, "place", (200,)),
    "take-letter-back": Route("open_to_all", WRITE, "place", (302,)),
    "first-link": Route("open_to_all", BOTH, "place"),
    "host-letters": Route("hosts", READ, answers=(200,)),
    "host-letter": Route("hosts", BOTH, "hostletter"),
    "put-letter-away": Route("hosts", WRITE, "hostletter", (302,)),
    "directory": Route("stewards", READ, answers=(200,)),
    "directory-source": Route("stewards", READ, "source", (200,)),
    "list-source": Route("stewards", WRITE, "source"),
    "rename-source": Route("stewards", WRITE, "source"),
    "withdraw-source": Route("stewards", WRITE, "source"),
    "directory-entry": Route("stewards", READ, "entry", (200,)),
    "list-entry": Route("stewards", WRITE, "entry", (302, 409)),
    "check-entry": Route("stewards", WRITE, "entry"),
    "withdraw-entry": Route("stewards", WRITE, "entry"),
    "take-change": Route("stewards", WRITE, "entry"),
    "keep-entry": Route("stewards", WRITE, "entry"),
    "not-now-said": Route("open_to_all", READ, answers=(200,)),
    "invitation": Route("open_to_all", READ, "token"),
    "arriving": Route("open_to_all", BOTH, "token"),
    "not-now": Route("open_to_all", WRITE, "token", (302,)),
    "leaving": Route("seated", BOTH, "circle"),
    "apart": Route("signed_in", READ, answers=(200,)),
    "block": Route("signed_in", WRITE, "person"),
    "end-block": Route("signed_in", WRITE, "person", (302,)),
}
ROUTES |= {name: Route(*said) for name, said in OF_ROOMS.items()}

MISSING = "missing"
FULL_PAIRS = {"Pair", "Alone"}
KEEPERS = {"Chiara", "Dev"}
NEED_NOTHING = {"rain", "silent"}
TAKEN_BACK = {"regret", "hidden and taken back"}


@dataclass(frozen=True)
class Target:
    """One address: a route, and the label of the thing in it ("share rain"), or MISSING."""

    route: str
    label: str = ""
    more: str = field(default="", compare=True)
    """A second label, or the name of a day."""

    @property
    def kind(self) -> str:
        return ROUTES[self.route].about

    @property
    def name(self) -> str:
        return self.label.partition(" ")[2]


def expected(person: str, target: Target, method: str) -> tuple[int, ...]:
    """The statuses this person may be answered with. More than one only where data decide."""
    route = ROUTES[target.route]
    known = person in STANDING
    if route.door != "open_to_all" and not known:
        return (302,) if method in READ else (401,)
    if not _let_in(person, target, route.door):
        led = (person, target.name) == ("Sam", "Tuesday") and target.route == "circle"
        return (302,) if led and method in READ else (404,)
    if method not in route.methods:
        return (405, 200, 302) if target.route in ALLAUTH else (405,)
    if not _there(person, target, method):
        return (404,)
    return _answered(person, target, method)


ALLAUTH = {name for name in ROUTES if name.startswith("account_")} | {"sign-in", "sign-in-code"}


def _let_in(person: str, target: Target, door: str) -> bool:
    table = target.more if target.kind == "chair" else table_of(target.name)
    if door in BY_DUTY:
        return person in BY_DUTY[door]
    if door == "seated":
        return person in INSIDE.get(table, ())
    if door == "once_seated":
        return person in INSIDE.get(table, ()) or (person, table) == ("Sam", "Tuesday")
    return True


def _there(person: str, target: Target, method: str) -> bool:
    """Whether the thing in the address is there for this person."""
    if target.kind in LETTERS:
        return LETTERS[target.kind](person, target)
    there = words_are_there if target.route in OF_WORDS else still_knows_the_table
    if not there(person, target.route, target.name):
        return False
    if target.route in ("end-block", "use-name-again") or target.kind in ("", "line", "circle"):
        return True  # ending what never was tells nothing
    if target.kind == "duty" or target.route == "duty-letter":
        return _duty_is_there(person, target)
    if target.kind == "chair":
        return target.label == f"chair {target.more}"
    if target.route == "term":
        return target.name == person  # whoever is asked, or was
    if target.route == "meeting":
        return target.label != MISSING and sees(target.label) == EVERYBODY
    return target.label != MISSING and person in sees(target.label)


def _invitation_is_there(person: str, target: Target) -> bool:
    missing = target.label == MISSING
    return letter_is_there(person, target.route, target.name, missing=missing)


def _place_is_there(_person: str, target: Target) -> bool:
    if target.route == "first-link":
        return target.name == "answered"
    return target.label != MISSING or target.route == "take-letter-back"


def _report_is_there(person: str, target: Target) -> bool:
    heard = ROUTES[target.route].door == "ears"
    return target.name in (HEARD if heard else {f"of {person}"})


def _retelling_is_there(person: str, target: Target) -> bool:
    """Who asked is told what came of it on another page."""
    return target.label != MISSING and person in sees(target.label) - {target.name.split()[0]}


LETTERS = {
    "token": _invitation_is_there,
    "place": _place_is_there,
    "report": _report_is_there,
    "retelling": _retelling_is_there,
    "naming": lambda person, target: naming_is_there(person, target.route, target.label),
    "seat": newcomer_is_there,
    "company": call_is_there,
    "words-waiting": waiting_is_there,
    "asked-to-answer": waiting_is_there,
}


def _duty_is_there(person: str, target: Target) -> bool:
    held = target.route != "put-down-duty" or HELD_BY.get(target.name) == person
    return target.label != MISSING and held


def _answered(person: str, target: Target, method: str) -> tuple[int, ...]:
    asks = method == "POST" or target.route == "change-words"
    if asks and (status := _refused(person, target)):
        return (status,)
    if method == "POST" and target.route in WITHOUT_A_DEVICE:
        return (422,)
    if target.route == "invitation":
        return letter_answers(person, target.name)
    if target.route == "term" and person == "Lin":
        return (200,) if method != "POST" else (302,)
    if target.route in ("start", "passages", "look-for"):
        return (200,)  # it changes nothing, so there is nothing to be led on to
    if method == "POST" and target.route not in ALLAUTH:
        return tuple(s for s in ROUTES[target.route].answers if s != 200) or (302,)
    return ROUTES[target.route].answers


def _refused(person: str, target: Target) -> int | None:
    """What one may see and yet not do is answered with a sentence."""
    if target.route in REFUSALS and REFUSALS[target.route](person, target.name):
        return 409
    if target.route == "ask-together" and why_not_ask(person, target.name, target.more):
        return 409
    if target.route == "circle" and person == "Vera":
        return 422  # paused: the words stand in the box
    if (target.route, target.name) in NOBODY_READS:
        return 422  # the words stand in the box
    if target.route == "be-back" and person == "Vera":
        return 409  # a pause ends by itself, not by saying that one is back
    if target.route == "check-help-line" and target.label == MISSING:
        return 409
    return None


REFUSALS = {
    "end-duty": lambda _who, _role: True,  # his own: he can put it down
    "put-down-duty": lambda _who, _duty: True,  # each is the only one
    "duty-letter": lambda who, _key: who in ("Chiara", "Harriet"),  # greets already; listens
    "witness": lambda who, key: wrote("share", who, key) or key in TAKEN_BACK or who == "Vera",
    "answer": lambda who, key: (
        key in TAKEN_BACK | NEED_NOTHING or not sits_where_said(who, key) or who == "Vera"
    ),
    "take-back": lambda who, key: not wrote("share", who, key),
    "take-back-answer": lambda who, key: not wrote("answer", who, key),
    "invite-again": lambda _who, _table: True,  # others sit there, or a letter is out
    "set-out-chair": lambda who, table: table in FULL_PAIRS or who == "Noor",
    "take-in-chair": lambda who, _chair: who == "Noor",
    "host-letter": lambda _who, key: key == "answered",
    "card": lambda who, table: (
        table in FULL_PAIRS or who == "Noor" or (table == "Tuesday" and who not in KEEPERS)
    ),
    "rest": lambda who, _table: who == "Vera",  # a pause is not lifted by resting
    "block": lambda who, other: who == other,
    "set-letter-down": lambda _who, key: key == "of Omar",  # kept for Omar alone
    **REFUSED_IN_ROOMS,
}
