"""What this house holds on a person, in plain words: a part for each kind of thing, from the very same
rows that the copy is made of. spec/model.md 5.7, I-26.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.journeys.rooms import read_rooms
from openchair.people.models import Account


@dataclass(frozen=True)
class Part:
    title: str
    what: list[str]
    how_long: str
    who: str


@dataclass(frozen=True)
class Kind:
    """A part: of each section of the rooms that it is about, what it says where something is there."""

    title: Promise
    said: dict[str, Promise]
    how_long: Promise
    who: Promise

    def of(self, there: set[str]) -> Part:
        what = [str(said) for section, said in self.said.items() if section in there]
        return Part(str(self.title), what, str(self.how_long), str(self.who))


YOU_ALONE = gettext_lazy("You alone.")
KINDS = (
    Kind(
        gettext_lazy("You, and how you like things"),
        {
            "account": gettext_lazy("Your address, if you left one. It lies unsealed on the disk."),
            "person": gettext_lazy(
                "Your name and how it is said, that you said you are 18 or older and when, your "
                "night hours, your clock, your language, the light you chose, and whether unsent "
                "words are kept."
            ),
            "names_not_used": gettext_lazy("Names that are never to be used for you."),
        },
        gettext_lazy("Until you change it, or are forgotten."),
        gettext_lazy("Your name: those you sit with. All else: you alone."),
    ),
    Kind(
        gettext_lazy("How you come in"),
        {
            "signed_in_at": gettext_lazy(
                "The browsers in which you are signed in, and since when. Never from where."
            ),
            "passkeys": gettext_lazy("Your passkeys: what you called them, and since when."),
            "recovery_codes": gettext_lazy("That you made recovery codes; not the codes."),
            "address_changes": gettext_lazy("Your address of before, while it can undo a change."),
            "mendings": gettext_lazy("That a lost address is being mended for you."),
        },
        gettext_lazy(
            "A sign-in ends by itself when unused for ninety days. All else goes when you take it "
            "away or it is of no use any more."
        ),
        YOU_ALONE,
    ),
    Kind(
        gettext_lazy("Whom you keep apart"),
        {
            "blocks": gettext_lazy("Each person, the name they had, and since when."),
            "never_seated_with": gettext_lazy("Names you never want to sit with, and since when."),
            "kept_distance": gettext_lazy(
                "From whom you keep some distance at a table, and since when."
            ),
            "someone_was_turned_away": gettext_lazy(
                "When somebody you keep apart was turned away; not who."
            ),
        },
        gettext_lazy("Until you end it."),
        gettext_lazy("You alone. They are never told."),
    ),
    Kind(
        gettext_lazy("What you said, and what you saw"),
        {
            "words": gettext_lazy("Everything you said at a table, and when."),
            "answers": gettext_lazy("Everything you answered, and when."),
            "seen": gettext_lazy("That you said “I see you”, and when."),
            "retellings": gettext_lazy("Passages you asked about, and what came of it."),
            "words_hidden": gettext_lazy("That words of yours were hidden, when, and why."),
            "words_you_hid": gettext_lazy("That you hid words of another, when, and why."),
            "words_you_closed": gettext_lazy("That you closed words for yourself, and when."),
        },
        gettext_lazy("Until you erase them."),
        gettext_lazy("Those you said it to. “I see you” is read by the writer alone."),
    ),
    Kind(
        gettext_lazy("Words you have not sent"),
        {"unsent": gettext_lazy("What stands in a box where you were writing.")},
        gettext_lazy("Until you send them or empty the box."),
        YOU_ALONE,
    ),
    Kind(
        gettext_lazy("Your chairs"),
        {
            "seats": gettext_lazy(
                "At which tables you sit or sat, since when, whether you rest, and which agreement "
                "you said yes to."
            ),
            "invitations": gettext_lazy("Letters in which you asked someone to a table."),
            "looked_after": gettext_lazy("When you looked after a table."),
            "asked_of_tables": gettext_lazy("What you asked a whole table, and when."),
            "answers_to_tables": gettext_lazy("Whether you said yes to what a table was asked."),
            "pauses": gettext_lazy("When your words were paused, and why."),
            "pauses_set": gettext_lazy("When you paused the words of another, and why."),
        },
        gettext_lazy("Until you are forgotten."),
        gettext_lazy("Those who sit there with you. A letter: whoever holds its address."),
    ),
    Kind(
        gettext_lazy("Walking beside someone new"),
        {
            "walked_beside_someone": gettext_lazy("Since when you walk beside someone."),
            "someone_walked_beside": gettext_lazy("Since when someone walks beside you."),
        },
        gettext_lazy("Until the one who is new is at home, or it is put down."),
        gettext_lazy("The two of you."),
    ),
    Kind(
        gettext_lazy("Who may join your tables"),
        {
            "named": gettext_lazy("Whom you named for a table, and your line about them."),
            "answers_in_private": gettext_lazy("What you answered when somebody was named."),
            "standing_answers": gettext_lazy("What you left as an answer for such questions."),
        },
        gettext_lazy("Until you are forgotten."),
        gettext_lazy("You alone. A line: those who sit there, while they are asked."),
    ),
    Kind(
        gettext_lazy("Letters to you"),
        {
            "letters": gettext_lazy("That this house wrote to you, and when. Codes for an hour."),
            "no_mail_about": gettext_lazy("What you do not want mailed."),
            "address_not_reached": gettext_lazy("That letters to your address do not arrive."),
        },
        gettext_lazy("Letters for thirty days, what you set until you change it."),
        YOU_ALONE,
    ),
    Kind(
        gettext_lazy("Company"),
        {
            "ask_me": gettext_lazy("When you may be asked for company, and when you last were."),
            "ring_me": gettext_lazy("A telephone number, its hours, and to whom you show it."),
            "company_calls": gettext_lazy("That you asked for company, and when."),
            "asked_for_company": gettext_lazy("That you were asked, and whether you came."),
            "lamps": gettext_lazy("That you left a lamp on in the night."),
        },
        gettext_lazy("What you set until you change it. All else is gone a day after it ended."),
        gettext_lazy(
            "You alone. That you asked, or were asked, and came: those it is between. A number: whom "
            "you chose."
        ),
    ),
    Kind(
        gettext_lazy("Worry about someone"),
        {
            "worried_about": gettext_lazy("That you were worried about someone, and when."),
            "worried_about_you": gettext_lazy(
                "That someone was worried about you, and what you answered."
            ),
            "asked_to_look_in": gettext_lazy("That you were asked to look in on someone."),
        },
        gettext_lazy("Thirty days; and no longer than the words it was about."),
        gettext_lazy("The two of you; and whoever was asked to look in, after a yes."),
    ),
    Kind(
        gettext_lazy("Words that nobody had answered yet"),
        {
            "words_that_waited": gettext_lazy(
                "That words of yours waited, and when you were told."
            ),
            "asked_to_answer": gettext_lazy(
                "That you were asked to answer, and when you could not."
            ),
        },
        gettext_lazy("Until somebody answers, or the words go."),
        gettext_lazy("Their writer, who reads whose names were asked; and each who was asked."),
    ),
    Kind(
        gettext_lazy("How you are"),
        {
            "how_you_were": gettext_lazy("A word, a line if you wrote one, when, and for whom."),
            "page_of_your_own": gettext_lazy("That you keep a page of how you were."),
        },
        gettext_lazy("Thirty days. What you replace goes at once, unless you keep that page."),
        gettext_lazy("You, and those you chose, while it stands. A page of your own: you alone."),
    ),
    Kind(
        gettext_lazy("Your letters to the independent listener"),
        {
            "letters_to_the_listener": gettext_lazy("That you wrote, when, and whom it is about."),
            "written_in_letters": gettext_lazy("What you wrote in letters."),
        },
        gettext_lazy(
            "Until you erase them, and at the latest twelve months after they are closed. One that "
            "somebody’s safety needs stays that long."
        ),
        gettext_lazy("You and the one who listens."),
    ),
    Kind(
        gettext_lazy("What you do for this house"),
        {
            "duties": gettext_lazy("What you do, since when, and the name you gave for it."),
            "asked": gettext_lazy("That you asked someone to do something for this house."),
            "events": gettext_lazy("That a duty was given to you, put down or taken."),
            "entries_checked": gettext_lazy("Groups outside that you checked, and on which day."),
            "answers_as_host": gettext_lazy("What you answered to people at the door."),
        },
        gettext_lazy("What happened to the house for a year, all else until you put it down."),
        gettext_lazy("Who looks after this house; and everybody who sees that it is you."),
    ),
)
ALWAYS = {"person", "account", "signed_in_at"}
"""There is no being here without them."""
PASSING = gettext_lazy("What is there for a moment")


def held_on(viewer: Account) -> list[Part]:
    """Every kind of thing of which something lies here, and last what is always there and passes."""
    there = ALWAYS | set(_sections(viewer))
    parts = [kind.of(there) for kind in KINDS if there & kind.said.keys()]
    return [*parts, _passing()]


def _sections(viewer: Account) -> Iterator[str]:
    for _room, held in read_rooms(viewer):
        yield from (section for section, rows in held.items() if _is_there(rows))


def _is_there(rows: Any) -> bool:
    """Of many rows, the first is looked at."""
    return any(True for _row in rows) if isinstance(rows, Iterable) else bool(rows)


def _passing() -> Part:
    return Part(
        str(PASSING),
        [
            _("A random mark of each form you sent, so that pressing twice is once."),
            _("A copy of your words, if you asked for one, sealed."),
            _("While something of yours is being erased: that it is, and how far."),
        ],
        _("Marks for thirty days, a copy for three days."),
        _("You alone."),
    )
