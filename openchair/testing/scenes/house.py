"""The house itself: how it greets, who does what for it, and the lines one can call."""

from datetime import date, datetime, timedelta

from openchair.house import actions as house
from openchair.house.models import Duty
from openchair.people.models import Account
from openchair.testing.scenes.standing import Scene

ZONE = "Europe/Brussels"


def found_the_house(at: datetime) -> None:
    house.found(
        name="Elm House",
        neutral_name="Elm House",
        country="BE",
        emergency_number="112",
        zone=ZONE,
        greeting=(
            "Come in as you are. This house is a few small tables of people who keep each other "
            "company. Some of us are grieving. Some are getting well. Some are simply neighbours.\n\n"
            "Nobody performs here. You can listen for a long time, and leave whenever you like."
        ),
        greeter="Chiara, who greets people here",
        listener="Harriet",
        looked_after_by="Ralf",
        languages="en",
        run_by="Ralf and the neighbours of the stairwell, for this demo.",
        stands_where="On the computer in front of you. Nothing leaves it.",
        steward_reads="Addresses. No page here shows a steward what people say.",
        rules="Come sober or come late, both are fine. Take your shoes off.",
    )
    house.mark_done("key", on=at.date())


def give_duties(scene: Scene) -> None:
    since = scene.at.date()
    house.give_duty(scene.people["Ralf"], Duty.STEWARD, since=since)
    house.give_duty(scene.people["Harriet"], Duty.EAR, since=since)
    house.give_duty(scene.people["Chiara"], Duty.HOST, since=since)
    _enter_help_lines(scene.people["Ralf"], since)


def _enter_help_lines(steward: Account, today: date) -> None:
    """Invented, and named so: no number shipped with this project is true."""
    house.keep_help_line(
        steward,
        None,
        name="Evening Line (invented for this demo)",
        what="People who listen. They do not send anyone unless you are in danger.",
        call="0800 555 010",
        text="555 010",
        hours="At any hour, free. English, French.",
        checked_on=today - timedelta(days=12),
    )
    house.keep_help_line(
        steward,
        None,
        name="Safe at Home (invented for this demo)",
        what="For anyone afraid of a partner or family member.",
        call="0800 555 022",
        deaf="Text relay for deaf callers.",
        hours="At any hour, free.",
        may_send_help=True,
        checked_on=today - timedelta(days=40),
    )
    house.keep_help_line(
        steward,
        None,
        name="Student night line (invented for this demo)",
        what="Students who listen to students.",
        call="0555 0199",
        hours="In term time, 8 at night to 8 in the morning.",
        checked_on=today - timedelta(days=150),
        position=9,
    )
