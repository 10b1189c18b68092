"""What people press and write under someone's words, and what the writer does with it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from openchair.circles.models import Circle
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.visit import Visit
from openchair.sharing import actions
from openchair.sharing.models import Answer, AnswerKind, Offer, OfferReply, Share, ShortAnswer
from openchair.sharing.views.table import back_to

LONG = 400
"""A longer “me too” is offered a place of its own: spec/model.md, Response."""


@signed_in
@require_POST
@once_only
def witness(request: Visit, share_id: UUID) -> HttpResponse:
    """I see you, or another short answer that is open there."""
    share = _held(request, share_id)
    said = request.POST.get("short", "")
    short = ShortAnswer(said) if said in {*ShortAnswer} else ShortAnswer.SEE
    actions.witness(request.user, share, short=short, at=timezone.now())
    return back_to(request, share)


@signed_in
@require_POST
@once_only
def take_back_witness(request: Visit, share_id: UUID) -> HttpResponse:
    share = _held(request, share_id)
    actions.take_back_witness(request.user, share)
    return back_to(request, share)


@signed_in
@require_POST
@once_only
def answer(request: Visit, share_id: UUID) -> HttpResponse:
    share, words = _held(request, share_id), request.POST.get("words", "")
    said, where = request.POST.get("kind", ""), request.POST.get("where", "")
    kind = AnswerKind(said) if said in {*AnswerKind} else AnswerKind.WORDS
    if kind == AnswerKind.ME_TOO and len(words) > LONG and where not in ("own", "here"):
        return _ask_where(request, share, words)
    if where == "own":
        made = actions.say_as_own(request.user, share, words=words, at=timezone.now())
        return back_to(request, made)
    mark = request.POST.get("open_to")
    actions.answer(request.user, share, words=words, kind=kind, open_to=mark, at=timezone.now())
    return back_to(request, share)


def _ask_where(request: Visit, share: Share, words: str) -> HttpResponse:
    """Nothing is said yet: a long “me too” may become words of one's own (AS-11)."""
    viewer = request.user
    circle = get_object_or_404(Circle.objects.for_viewer(viewer), pk=share.circle_id)
    page = {"share": share, "circle": circle, "words": words}
    page |= {"open_to": request.POST.get("open_to", share.open_to)}
    return render(request, "sharing/long-me-too.html", page, status=422)


@signed_in
@require_POST
@once_only
def take_back(request: Visit, share_id: UUID) -> HttpResponse:
    share = _held(request, share_id)
    actions.take_back(request.user, share, at=timezone.now())
    return back_to(request, share)


@signed_in
@require_POST
@once_only
def take_back_answer(request: Visit, answer_id: UUID) -> HttpResponse:
    row = _answer(request, answer_id)
    actions.take_back_answer(request.user, row, at=timezone.now())
    return _back_from(request, row)


@signed_in
@require_POST
@once_only
def carry(request: Visit, answer_id: UUID) -> HttpResponse:
    """One's own answer goes along to all who read the words now."""
    row = _answer(request, answer_id)
    actions.carry(request.user, row, at=timezone.now())
    return _back_from(request, row)


@signed_in
@require_POST
@once_only
def put_away(request: Visit, answer_id: UUID) -> HttpResponse:
    row = _answer(request, answer_id)
    share = _held(request, row.share_id)
    actions.put_away(request.user, row, share, at=timezone.now())
    return back_to(request, share)


@signed_in
@require_POST
@once_only
def close_answers(request: Visit, share_id: UUID) -> HttpResponse:
    """No more answers under one's own words; or open again."""
    share = _held(request, share_id)
    closed = request.POST.get("answers", "") != "open"
    actions.close_answers(request.user, share, closed=closed, at=timezone.now())
    return back_to(request, share)


@signed_in
@require_POST
@once_only
def reply_to_offer(request: Visit, offer_id: UUID) -> HttpResponse:
    """Yes, not now, or no. Whoever offered is never told which."""
    viewer = request.user
    offer = get_object_or_404(Offer.objects.for_viewer(viewer), pk=offer_id)
    share = _held(request, offer.share_id)
    reply = request.POST.get("reply", "")
    if reply in {OfferReply.YES, OfferReply.NOT_NOW, OfferReply.NO}:
        actions.reply_to_offer(viewer, offer, OfferReply(reply))
    return back_to(request, share)


def _answer(request: Visit, answer_id: UUID) -> Answer:
    viewer = request.user
    return get_object_or_404(Answer.objects.for_viewer(viewer), pk=answer_id)


def _back_from(request: Visit, row: Answer) -> HttpResponse:
    viewer = request.user
    share = Share.objects.for_viewer(viewer).filter(pk=row.share_id).first()
    return back_to(request, share) if share else redirect("today")


def _held(request: Visit, share_id: UUID) -> Share:
    """For an act under these words: they are not taken back until it is done."""
    viewer = request.user
    return get_object_or_404(Share.objects.for_viewer(viewer).select_for_update(), pk=share_id)
