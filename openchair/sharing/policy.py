"""Why not? Each answer is the sentence the person reads; None means: go on."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from openchair.circles.models import Seat, SeatState
from openchair.kernel.text import why_too_long
from openchair.people.models import Account
from openchair.sharing.models import (
    Answer,
    AnswerKind,
    Audience,
    Hidden,
    HideNote,
    Need,
    Retelling,
    RetellingState,
    Share,
    ShortAnswer,
)
from openchair.sharing.what_is_open import open_under


def why_not_say(seat: Seat | None, words: str) -> str | None:
    """For words and for answers: also under one's own words nobody answers who no longer sits there."""
    return why_not_speak(seat) or why_not_words(words)


def why_not_speak(seat: Seat | None) -> str | None:
    """Whatever the words would be."""
    if seat is None or not seat.is_inside:
        return _("You are not at this table now. Your words are kept here for you.")
    if seat.state == SeatState.PAUSED:
        return _(
            "Saying something is paused for you for now. You were told why. Your words are kept here."
        )
    if seat.circle.is_closed:
        return _("This table has come to its end. You can read on, and keep what you wrote.")
    return None


def why_not_to(
    audience: Audience, chosen: Collection[Seat], readers: Collection[UUID]
) -> str | None:
    """`chosen`: the seats found for `readers`. Whom one does not see is as if nobody sat there."""
    if audience != Audience.CHOSEN:
        return None
    if not readers:
        return _("Choose at least one person by name, or “Only me”. Your words are here.")
    if len(chosen) < len(readers):
        return _("Someone you chose does not sit here now. Look once more whom you mean.")
    return None


def why_not_change(actor: Account, share: Share) -> str | None:
    if share.author_id != actor.pk:
        return _("Only the one who said these words can change them.")
    if share.is_taken_back:
        return _("These words were taken back. They are gone from this house.")
    return None


def why_not_carry(actor: Account, answer: Answer) -> str | None:
    """I-4: whoever wrote it says whether it goes along."""
    if answer.author_id != actor.pk:
        return _("Only the one who wrote this can let more people read it.")
    return None


def more_may_read_now() -> str:
    return _(
        "While you were writing, these words were opened to more people. Your answer is kept here. "
        "Look who may read it now, and say it if you still like."
    )


def why_not_words(words: str) -> str | None:
    if not words.strip():
        return _("There are no words in the box yet. One is enough.")
    return why_too_long(words)


def why_not_witness(
    actor: Account, share: Share, seat: Seat | None, short: ShortAnswer = ShortAnswer.SEE
) -> str | None:
    """`seat`: the actor's own, where the words were said."""
    if share.author_id == actor.pk:
        return _("These are your own words.")
    if share.is_taken_back:
        return _("These words were taken back.")
    if seat is not None and seat.state == SeatState.PAUSED:
        return _("Your place here is paused for now. You were told why. You can read on.")
    if short not in open_under(share).short:
        return _("These words ask for other answers. You can press “I see you”.")
    return None


def why_not_answer(actor: Account, share: Share, kind: AnswerKind = AnswerKind.WORDS) -> str | None:
    """What is open follows the Need (L3). spec/model.md, Response."""
    if share.is_taken_back:
        return _("These words were taken back, so answers have closed.")
    if share.are_answers_closed:
        return _("Answers are closed here. You can still press “I see you”.")
    if share.need == Need.NOTHING:
        return _(
            "What would help here is nothing: it only needed to be said. You can still press “I see you”."
        )
    if kind not in (*open_under(share).at_once, *open_under(share).behind):
        return _("These words ask for other answers. You can write a few kind words.")
    return None


def waits_for_a_yes(actor: Account, share: Share, kind: AnswerKind) -> bool:
    """I-7: not what the writer themselves says under their own words."""
    return actor.pk != share.author_id and kind in open_under(share).behind


def waits_already() -> str:
    return _("Something of yours waits here already. It opens if it is wanted.")


def not_as_own() -> str:
    return _("This was said to a few people only. Leave your words under it, or keep them here.")


def why_not_put_away(actor: Account, share: Share, row: Answer) -> str | None:
    if share.author_id != actor.pk:
        return _("Only the one whose words these stand under can put them away.")
    if row.author_id == actor.pk:
        return _("These are your own words. You can take them back.")
    return None


def why_not_close_answers(actor: Account, share: Share) -> str | None:
    if share.author_id != actor.pk:
        return _("Only the one who said these words can close the answers.")
    return None


def why_not_take_back(actor: Account, author_id: object) -> str | None:
    if author_id != actor.pk:
        return _("Only the one who said these words can take them back.")
    return None


def why_not_erase(actor: Account, author_id: object) -> str | None:
    """Everyone erases their own words, in every state of their seat (I-26); nobody else's."""
    if author_id != actor.pk:
        return _("Only the one who said these words can erase them.")
    return None


def why_not_decide(actor: Account, answer: Answer) -> str | None:
    """What becomes of an answer under erased words is its writer's to say, once they are asked."""
    if answer.author_id != actor.pk:
        return _("Only the one who wrote this can say what becomes of it.")
    return None


def why_not_point(
    actor: Account, author_id: object, words: str, passage: str, *, asked_before: bool
) -> str | None:
    """spec/model.md 5.7, free retelling: a passage stands in someone else's words as it is written."""
    if not passage.strip():
        return _("Write the passage as it stands there. A few words are enough.")
    if author_id is None or author_id == actor.pk:
        return _("These are your own words. You can erase them yourself.")
    if passage not in words:
        return _("These words do not stand there any more.")
    if asked_before:
        return _("You have asked about these words before. They are asked once.")
    return None


def why_not_settle(actor: Account, passage: Retelling) -> str | None:
    """The writer is asked first. After a no it is with whoever listens independently (I-19, I-20)."""
    if passage.state == RetellingState.ASKED and passage.writer_id == actor.pk:
        return None
    if passage.state != RetellingState.REFUSED:
        return (
            _("This has been decided.")
            if passage.words == ""
            else _("This is not yours to decide.")
        )
    if actor.pk in (passage.writer_id, passage.asker_id):
        return _(
            "You are part of this, so someone else listens. It is with the independent listener."
        )
    return None


def why_not_close_for_oneself(actor: Account, said: Share | Answer) -> str | None:
    if said.author_id == actor.pk:
        return _("These are your own words. You can take them back.")
    if said.taken_back_at is not None:
        return _("These words were taken back.")
    return None


def why_not_hide(actor: Account, said: Share | Answer, note: str) -> str | None:
    """What the actor reads. Whether they look after the table is asked before."""
    if sentence := why_not_close_for_oneself(actor, said):
        return sentence
    if note not in HideNote.values:
        return _("Choose what they read with it.")
    return None


def was_let_stand() -> str:
    return _("Someone independent looked at these words and let them stand.")


def why_not_undo_hiding(actor: Account, row: Hidden, *, listens: bool) -> str | None:
    """Whoever hid it; and who listens independently, but to words of their own (I-20)."""
    may = row.by_id == actor.pk or (listens and row.account_id != actor.pk)
    if not may:
        return _("Only whoever hid this, or someone independent, can undo it.")
    return None
