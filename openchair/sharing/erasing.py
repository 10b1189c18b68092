"""Erasing one's own words: the text goes with its key, and the name with it. spec/model.md 5.7, I-27.

Taking back leaves the name standing; erasing does not. Answers of others under erased words stay
with their writers, who are asked once what shall become of them.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.ledger import note_erased
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account
from openchair.sharing import policy
from openchair.sharing.models import (
    Answer,
    Audience,
    ClosedWords,
    Hidden,
    Need,
    Offer,
    Reader,
    Retelling,
    Share,
    ShareKind,
    Witness,
)

AT_ONCE = 100
TIME_TO_ANSWER = timedelta(days=14)


@transaction.atomic
def erase_words(actor: Account, share: Share, *, at: datetime) -> None:
    """One share, with what its writer answered under it. Raises Refusal where it is not theirs."""
    if reason := policy.why_not_erase(actor, share.author_id):
        raise Refusal(reason)
    with acting_for_the_house("erasing words"):
        _erase_answers(Answer.objects.filter(author=actor, share=share.pk), at)
        _erase_shares([share], at)


@transaction.atomic
def erase_answer(actor: Account, answer: Answer, *, at: datetime) -> None:
    if reason := policy.why_not_erase(actor, answer.author_id):
        raise Refusal(reason)
    with acting_for_the_house("erasing words"):
        _erase_answers([answer], at)


@transaction.atomic
def hide_words(actor: Account, *, circle_id: UUID | None = None, at: datetime) -> None:
    """At once gone from every page, before each is erased: all there is, or all at one table."""
    with acting_for_the_house("erasing words"):
        for rows in (_shares_of(actor, circle_id), _answers_of(actor, circle_id)):
            rows.filter(said_at__lte=at, taken_back_at__isnull=True).update(taken_back_at=at)


@transaction.atomic
def erase_some(
    actor: Account,
    *,
    circle_id: UUID | None = None,
    until: datetime | None = None,
    at: datetime | None,
) -> int:
    """The next hundred of one's words said until then. Answers with how many: none were left at 0.

    What is erased has no writer any more, so that doing it again goes on where it was left. Without
    `at` it is done over again after a restore: nobody is asked a second time, and those who answered
    keep theirs.
    """
    with acting_for_the_house("erasing words"):
        answers = _until(_answers_of(actor, circle_id), until)
        shares = [] if answers else _until(_shares_of(actor, circle_id), until)
        _erase_answers(answers, at)
        _erase_shares(shares, at)
    return len(answers) + len(shares)


@transaction.atomic
def erase_again(label: str, keys: Sequence[UUID]) -> None:
    """What was erased since the copy that was put back. Others keep what they answered, and nobody is
    asked a second time."""
    with acting_for_the_house("erasing words"):
        if label == Answer._meta.label:
            _erase_answers(Answer.objects.filter(pk__in=keys), None)
        elif label == Share._meta.label:
            _erase_shares(list(Share.objects.filter(pk__in=keys)), None)


def words_left(actor: Account, *, circle_id: UUID | None = None) -> int:
    """How much is still to be done. For the bar of a long erasing; never shown as a number."""
    with acting_for_the_house("erasing words"):
        return _shares_of(actor, circle_id).count() + _answers_of(actor, circle_id).count()


def _shares_of(actor: Account, circle_id: UUID | None) -> "QuerySet[Share]":
    shares = Share.objects.filter(author=actor.pk)
    return shares.filter(circle=circle_id) if circle_id else shares


def _answers_of(actor: Account, circle_id: UUID | None) -> "QuerySet[Answer]":
    answers = Answer.objects.filter(author=actor.pk)
    if circle_id is None:
        return answers
    return answers.filter(share__in=Share.objects.filter(circle=circle_id).values("pk"))


def _until[Row: (Share, Answer)](rows: "QuerySet[Row]", until: datetime | None) -> Sequence[Row]:
    rows = rows.filter(said_at__lte=until) if until else rows
    return list(rows.order_by("said_at")[:AT_ONCE])


def _erase_answers(rows: "Sequence[Answer] | QuerySet[Answer]", at: datetime | None) -> None:
    keys = [row.pk for row in rows]
    if keys:
        _note("sharing.Answer", keys, at)
        Hidden.objects.filter(answer__in=keys).delete()
        Answer.objects.filter(pk__in=keys).delete()


def _erase_shares(shares: Sequence[Share], at: datetime | None) -> None:
    keys = [share.pk for share in shares]
    if not keys:
        return
    if at:
        _ask_those_who_answered(keys, at)
    _note("sharing.Share", keys, at)
    Witness.objects.filter(share__in=keys).delete()
    Retelling.objects.filter(share__in=keys).delete()
    Offer.objects.filter(share__in=keys).delete()
    Reader.objects.filter(share__in=keys).delete()
    ClosedWords.objects.filter(share__in=keys).delete()
    Hidden.objects.filter(share__in=keys, answer=None).delete()
    answered = set(Answer.objects.filter(share__in=keys).values_list("share", flat=True))
    for share in shares:
        if share.audience == Audience.ONLY_ME and share.pk not in answered:
            Share.objects.filter(pk=share.pk).delete()
        else:
            _empty(share, at or share.said_at)


def _note(label: str, keys: Sequence[UUID], at: datetime | None) -> None:
    """So that an older copy of this house cannot bring them back."""
    if at:
        for key in keys:
            note_erased(label, key, at=at)


def _empty(share: Share, at: datetime) -> None:
    """The place stays, and says "Words taken back". What was said there, by whom and why is gone."""
    share.words, share.author, share.kind, share.need = "", None, ShareKind.JUST_WORDS, Need.READ
    share.warning = ""
    share.taken_back_at = share.taken_back_at or at
    share.save()


def _ask_those_who_answered(shares: Sequence[UUID], at: datetime) -> None:
    """Once, and one letter for each writer, however many answers of theirs stood there."""
    rows = Answer.objects.filter(share__in=shares, taken_back_at__isnull=True)
    waiting = list(rows.filter(asked_at__isnull=True))
    first = {row.author_id: row.pk for row in reversed(waiting)}
    Answer.objects.filter(pk__in=[row.pk for row in waiting]).update(asked_at=at)
    for account, about in first.items():
        letters.write(Account(pk=account), Kind.SOMETHING, about=about, at=at)


@transaction.atomic
def keep_answer(actor: Account, answer: Answer, *, at: datetime) -> None:
    """On their private page, for them alone. The other reply they may give is `erase_answer`."""
    if reason := policy.why_not_decide(actor, answer):
        raise Refusal(reason)
    if answer.kept_at is None:
        answer.kept_at = at
        answer.save(update_fields=["kept_at"])


def keep_unanswered(at: datetime) -> None:
    """Whoever was asked two weeks ago and said nothing keeps theirs."""
    with acting_for_the_house("keeping answers whose writers were silent"):
        asked = Answer.objects.filter(asked_at__lte=at - TIME_TO_ANSWER, kept_at__isnull=True)
        asked.update(kept_at=at)
