"""What this room holds on a person, and how it is forgotten. spec/model.md 5.7: calls are not kept, and how
someone was for thirty days."""

from typing import Any

from django.db.models import Q

from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account
from openchair.presence.models import (
    Asked,
    AskedToAnswer,
    Call,
    CheckIn,
    CheckInShown,
    KeptPage,
    Lamp,
    Readiness,
    RingLine,
    RingShown,
    Waiting,
    Worry,
)


def export(actor: Account) -> dict[str, Any]:
    ready = Readiness.objects.for_viewer(actor).filter(account=actor)
    lines = RingLine.objects.for_viewer(actor).filter(account=actor)
    calls = Call.objects.for_viewer(actor).filter(by=actor).order_by("asked_at")
    asked = Asked.objects.for_viewer(actor).filter(account=actor).order_by("asked_at")
    lamps = Lamp.objects.for_viewer(actor).filter(by=actor).order_by("left_at")
    worries = Worry.objects.for_viewer(actor).order_by("worried_at")
    said = worries.filter(by=actor)
    answered, asked_to = worries.filter(of=actor), worries.filter(also=actor, told=True)
    how = CheckIn.objects.for_viewer(actor).filter(account=actor).order_by("said_at")
    waited = Waiting.objects.for_viewer(actor).filter(by=actor).order_by("began_at")
    to_answer = AskedToAnswer.objects.for_viewer(actor).filter(account=actor).order_by("asked_at")
    pages = KeptPage.objects.for_viewer(actor).filter(account=actor)
    of_ready = ("when", "how", "wake_until", "last_asked_at", "named")
    of_asked = ("asked_at", "came_at", "left_at", "passed_at")
    of_how = ("capacity", "said_at", "replaced_at")
    return {
        "ask_me": [_fields(row, *of_ready) for row in ready],
        "ring_me": [_fields(row, "number", "hours_from", "hours_until") for row in lines],
        "company_calls": [_fields(row, "asked_at", "ended_at") for row in calls],
        "asked_for_company": [_fields(row, *of_asked) for row in asked],
        "lamps": [_fields(row, "left_at") for row in lamps],
        "worried_about": [_fields(row, "worried_at", "taken_back_at") for row in said],
        "worried_about_you": [
            _fields(row, "worried_at", "reply", "replied_at") for row in answered
        ],
        "asked_to_look_in": [_fields(row, "replied_at") for row in asked_to.exclude(by=actor)],
        "how_you_were": [_fields(row, *of_how) | {"words": row.line} for row in how],
        "words_that_waited": [_fields(row, "began_at", "told_at") for row in waited],
        "asked_to_answer": [_fields(row, "asked_at", "passed_at") for row in to_answer],
        "page_of_your_own": [_fields(row, "since") for row in pages],
    }


def _fields(row: object, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def forget(account: Account) -> None:
    with acting_for_the_house("forgetting"):
        Worry.objects.filter(Q(by=account) | Q(of=account)).delete()
        Worry.objects.filter(also=account).update(also=None, told=False)
        Asked.objects.filter(account=account).delete()
        Call.objects.filter(by=account).delete()
        Lamp.objects.filter(by=account).delete()
        Lamp.objects.filter(seen_by=account).update(seen_by=None)
        RingShown.objects.filter(to=account).delete()
        RingLine.objects.filter(account=account).delete()
        Readiness.objects.filter(account=account).delete()
        CheckInShown.objects.filter(to=account).delete()
        CheckIn.objects.filter(account=account).delete()
        KeptPage.objects.filter(account=account).delete()
        AskedToAnswer.objects.filter(account=account).delete()
        Waiting.objects.filter(by=account).delete()
