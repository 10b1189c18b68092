"""Help lines, also for pages that must not ask the database."""

from datetime import date, datetime

from django.utils import timezone

from openchair.house.models import HelpLine
from openchair.house.queries import help_lines, the_house

_last_seen: list[HelpLine] = []


def lines_now(today: date) -> list[HelpLine]:
    _last_seen[:] = help_lines(today)
    return list(_last_seen)


def read_for_bad_times(at: datetime) -> None:
    """When the house starts and each minute after, so that a page can say it once nothing answers."""
    lines_now(timezone.localdate(at))
    the_house()


def lines_last_seen() -> list[HelpLine]:
    """What an error page shows: the lines as this process read them last."""
    return list(_last_seen)
