"""Who looks after a table, until when, and who rests from it."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from openchair.circles.models import Circle, KeeperState, KeeperTerm, circles_of
from openchair.kernel.guard import Viewer, acting_for_the_house

LATELY = timedelta(days=30)
"""For so long the table reads that someone rests from looking after it."""


def terms_at(viewer: Viewer, circle: Circle, *, at: datetime) -> list[KeeperTerm]:
    """Of those who look after the table now, as far as the reader may see them."""
    terms = KeeperTerm.objects.for_viewer(viewer).filter(circle=circle.pk)
    serving = terms.filter(put_down_at=None, ends_at__gt=at).exclude(state=KeeperState.ASKED)
    return list(serving.order_by("began_at"))


def asked_to_look_after(viewer: Viewer, circle: Circle) -> KeeperTerm | None:
    """The reader's own, as long as they have not answered."""
    terms = KeeperTerm.objects.for_viewer(viewer).filter(circle=circle.pk, account=viewer.pk)
    return terms.filter(state=KeeperState.ASKED, put_down_at=None).first()


def serving_and_resting(
    circle: Circle, seen: Collection[UUID], *, at: datetime
) -> tuple[list[UUID], list[UUID]]:
    """Who looks after the table, and who put it down lately (AS-42): of those whom the reader sees."""
    with acting_for_the_house("looking who looks after a table"):
        terms = KeeperTerm.objects.filter(circle=circle.pk, account__in=list(seen))
        said = list(terms.exclude(state=KeeperState.ASKED).order_by("began_at"))
    serving = [term.account_id for term in said if term.is_serving(at)]
    ended = [term.account_id for term in said if _ended_lately(term, at)]
    resting = [one for one in dict.fromkeys(ended) if one not in serving]
    return serving, resting


def _ended_lately(term: KeeperTerm, at: datetime) -> bool:
    return term.put_down_at is not None and at - term.put_down_at < LATELY


def put_down_by_others(viewer: Viewer, terms: Collection[UUID]) -> list[KeeperTerm]:
    """Of these, what somebody else at the reader's tables put down: for whoever was told of it."""
    with acting_for_the_house("looking who looks after a table"):
        rows = KeeperTerm.objects.filter(pk__in=terms, put_down_at__isnull=False)
        theirs = rows.exclude(account=viewer.pk).filter(circle__in=circles_of(viewer))
        return list(theirs.order_by("put_down_at"))
