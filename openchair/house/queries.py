import hashlib
from collections import Counter
from datetime import date, datetime

from django.core.cache import cache
from django.db.models import QuerySet

from openchair.house.models import Duty, Event, HandOver, HelpLine, House, Role, StepDone
from openchair.kernel.guard import Viewer, acting_for_the_house
from openchair.people.models import Account

SECONDS = 30
_last_seen: dict[str, House] = {}


def the_house() -> House | None:
    """The one house, or None before set-up. Read again after half a minute, or when it is changed."""
    house: House | None = cache.get("house")
    if house is None and (house := House.objects.first()):
        cache.set("house", house, SECONDS)
        _last_seen["house"] = house
    return house


def neutral_name() -> str:
    """What the house is called where others may look: in mails, and in the title of a page."""
    house = the_house()
    return house.neutral_name if house and house.neutral_name else "Openchair"


def help_lines(today: date) -> list[HelpLine]:
    """All checked lines, the emergency one first; each knows whether it is stale today."""
    return _aged(HelpLine.objects.exclude(checked_on=None), today)


def lines_to_tend(today: date) -> list[HelpLine]:
    """The same with those nobody has checked yet, for the steward."""
    return _aged(HelpLine.objects.all(), today)


def _aged(found: QuerySet[HelpLine], today: date) -> list[HelpLine]:
    lines = list(found)
    for line in lines:
        line.stale = line.is_stale(today)  # type: ignore[attr-defined]  # for the page
    return lines


def last_seen_house() -> House | None:
    """What an error page can still say of the house when the database does not answer."""
    return _last_seen.get("house")


def has_duty(viewer: Viewer, duty: Duty) -> bool:
    return Role.objects.for_viewer(viewer).filter(account=viewer.pk, duty=duty).exists()


def holders(duty: Duty) -> list[Account]:
    """The accounts of those who do this for the house, longest first. For letters to them."""
    with acting_for_the_house("finding who has a duty"):
        roles = list(Role.objects.filter(duty=duty).order_by("since", "account"))
    accounts = Account.objects.in_bulk([role.account_id for role in roles])
    return [accounts[role.account_id] for role in roles]


def duties_of(viewer: Viewer) -> set[Duty]:
    roles = Role.objects.for_viewer(viewer).filter(account=viewer.pk)
    return {Duty(duty) for duty in roles.values_list("duty", flat=True)}


def held() -> Counter[Duty]:
    """Which duties someone has: for what must never be left to nobody, and shown to nobody."""
    with acting_for_the_house("finding who has a duty"):
        return Counter(Duty(duty) for duty in Role.objects.values_list("duty", flat=True))


def other_stewards(viewer: Viewer) -> list[Role]:
    roles = Role.objects.for_viewer(viewer).filter(duty=Duty.STEWARD)
    return list(roles.exclude(account=viewer.pk).order_by("since", "pk"))


def open_letters(viewer: Viewer, at: datetime, duty: Duty | None = None) -> list[HandOver]:
    """What this steward asked and nobody has answered yet."""
    mine = HandOver.objects.for_viewer(viewer).filter(lapses_at__gt=at).order_by("asked_at")
    return list(mine.filter(duty=duty) if duty else mine)


def events(viewer: Viewer, at_most: int = 50) -> list[Event]:
    return list(Event.objects.for_viewer(viewer).order_by("-at", "pk")[:at_most])


def hashed(secret: str) -> str:
    """What of a secret address lies in its row: enough to find it, not enough to open it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def step_done_on(step: str) -> date | None:
    """The day a step of the set-up was last done."""
    return StepDone.objects.filter(step=step).values_list("done_on", flat=True).first()
