"""What needs a human at a table today, for whoever looks after it. Never a count, never anyone's silence."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.circles import policy
from openchair.circles.asked import unanswered
from openchair.circles.keepers import terms_at
from openchair.circles.models import CircleState, Naming, NamingState, Seat
from openchair.kernel.guard import Viewer

FIVE = 5
NEWLY = timedelta(days=7)
COMES_NEAR = timedelta(days=14)


class Line(NamedTuple):
    """A sentence, and where one can do something about it."""

    sentence: str
    label: str = ""
    href: str = ""


def what_needs_someone(
    viewer: Viewer, seat: Seat, names: Mapping[UUID, str], *, at: datetime
) -> list[Line]:
    lines = [
        *_newcomers(seat, names, at),
        *_questions(viewer, seat),
        *_namings(viewer, seat, at),
        *_ends(viewer, seat, at),
    ]
    return lines[:FIVE]


def _newcomers(seat: Seat, names: Mapping[UUID, str], at: datetime) -> Iterator[Line]:
    """Until the reader walks beside them: whether another does is for those two alone."""
    for one in sorted(seat.around, key=lambda one: one.arrived_at):
        is_new = at - one.arrived_at < NEWLY and not policy.why_not_walk_beside(seat, one)
        if is_new and not one.i_walk_beside and one.account_id in names:
            sentence = _("%(name)s is new here. Somebody to walk beside them would be good.")
            yield Line(sentence % {"name": names[one.account_id]})


def _questions(viewer: Viewer, seat: Seat) -> Iterator[Line]:
    for question in unanswered(viewer, seat.circle):
        label, href = _("Answer it"), reverse("question", args=[question.pk])
        yield Line(question.get_kind_display(), label, href)


def _namings(viewer: Viewer, seat: Seat, at: datetime) -> Iterator[Line]:
    named = Naming.objects.for_viewer(viewer).filter(circle=seat.circle_id)
    waiting = named.filter(state=NamingState.ASKING, ask_around_at__lte=at, due_at=None)
    for naming in waiting.order_by("asked_at"):
        sentence = _("Not everyone has answered about %(name)s yet. You may ask around.")
        label, href = _("How it stands"), reverse("naming", args=[naming.pk])
        yield Line(sentence % {"name": naming.name}, label, href)


def _ends(viewer: Viewer, seat: Seat, at: datetime) -> Iterator[Line]:
    circle = seat.circle
    if circle.state == CircleState.CLOSING:
        yield Line(_("This table comes to its end soon. There may be something left to say."))
    for term in terms_at(viewer, circle, at=at):
        if term.account_id == seat.account_id and term.ends_at - at < COMES_NEAR:
            yield Line(_("Your time of looking after this table ends soon. Who could be next?"))
