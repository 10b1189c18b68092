"""The demo's groups outside the house, brought in by the real importer and listed by its steward."""

from datetime import date, timedelta

from openchair.pathways.actions import Copy, bring_in, list_source
from openchair.pathways.models import Source
from openchair.pathways.reading.reader import read
from openchair.people.models import Account
from openchair.testing import meetings

LONG = timedelta(days=400)


def bring_in_meetings(steward: Account, *, today: date) -> None:
    _bring_in(steward, meetings.NAME, meetings.MEETINGS, today)
    _bring_in(steward, meetings.LONG_AGO_NAME, meetings.LONG_AGO, today - LONG)


def _bring_in(actor: Account, name: str, groups: list[dict[str, object]], day: date) -> None:
    reading = read(meetings.feed(groups), zone=meetings.ZONE)
    bring_in(reading, Copy(name=name, digest=name, today=day, copied_on=day, zone=meetings.ZONE))
    source = Source.objects.for_viewer(actor).get(name=name)
    list_source(actor, source, on=day)
