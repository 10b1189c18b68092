"""What people say and answer, look at, offer, take back, open, close and hide."""

from openchair.journeys.company import actions as company
from openchair.kernel import drafts
from openchair.sharing import actions as sharing
from openchair.sharing import closing, erasing, hiding, retellings
from openchair.sharing.actions.changing import change
from openchair.sharing.models import (
    Answer,
    AnswerKind,
    Audience,
    HideNote,
    Need,
    Offer,
    OfferReply,
    Share,
    ShareKind,
    ShortAnswer,
)
from tests.shape.how_much.doing import MINUTE, WORDS, Act, Doing

SAID: dict[str, tuple[str, ShareKind, Need | None]] = {
    "Ama": ("Tuesday", ShareKind.NOT_OKAY, None),
    "Els": ("Tuesday", ShareKind.JOY, None),
    "Dev": ("Tuesday", ShareKind.QUESTION, None),
    "Lin": ("Tuesday", ShareKind.JUST_WORDS, Need.READ),
    "Chiara": ("Tuesday", ShareKind.ORDINARY, Need.NOTHING),
    "Noor": ("Tuesday", ShareKind.GRIEF, Need.HOLD),
    "Mara": ("Stairwell", ShareKind.LAUGH, None),
    "Tom": ("Stairwell", ShareKind.JUST_WORDS, Need.IDEAS),
    "Kim": ("Stairwell", ShareKind.CELEBRATE, None),
    "Ines": ("Pair", ShareKind.DOUBT, Need.COMPANY),
    "Yusuf": ("Pair", ShareKind.THANKS, None),
}


def say_something(do: Doing) -> None:
    for name, (table, kind, need) in SAID.items():
        do.said[name] = say_it(do, name, table, kind=kind, need=need)
        do.put(f"share {name}", do.said[name])


def say_it(
    do: Doing,
    name: str,
    table: str,
    *,
    kind: ShareKind = ShareKind.JUST_WORDS,
    need: Need | None = None,
    audience: Audience = Audience.CIRCLE,
    readers: tuple[str, ...] = (),
) -> Share:
    """As from the box on the page."""
    actor, seat = do.who(name), do.seat(name, table)
    to = [do.who(one).pk for one in readers]
    said = {"words": WORDS, "kind": kind, "need": need, "audience": audience, "readers": to}
    before = set(Share.objects.for_viewer(actor).filter(author=actor).values_list("pk", flat=True))
    company.say(actor, seat, at=do.at, **said)
    return Share.objects.for_viewer(actor).filter(author=actor).exclude(pk__in=before).get()


def say_to_fewer(do: Doing) -> None:
    do.put("share private", say_it(do, "Els", "Tuesday", audience=Audience.ONLY_ME))
    chosen = say_it(do, "Dev", "Tuesday", audience=Audience.CHOSEN, readers=("Lin", "Ama"))
    _answer(do, "Lin", chosen)
    do.put("share chosen", chosen)


def say_that_one_is_here(do: Doing) -> None:
    company.be_here(do.who("Lin"), do.seat("Lin", "Stairwell"), at=do.at)


def see(do: Doing) -> None:
    for name in ("Els", "Chiara", "Ama", "Bert"):
        for writer in {"Ama", "Els", "Dev", "Lin", "Chiara"} - {name}:
            _see(do, name, do.said[writer])
    for name in do.one_of(["Els", "Ama", "Bert", "Dev", "Lin"]):
        _see(do, name, do.read(name, "share joy"))
    _see(do, "Lin", do.said["Kim"], ShortAnswer.GLAD)
    _see(do, "Yusuf", do.said["Ines"], ShortAnswer.STAYING)


def _see(do: Doing, name: str, share: Share, short: ShortAnswer = ShortAnswer.SEE) -> None:
    sharing.witness(do.who(name), do.hears(name, share), short=short, at=do.at + MINUTE)


def answer(do: Doing) -> None:
    """Several by one person under one share; talk back and forth under one answer; one under each."""
    for name, label in (("Els", "joy"), ("Lin", "towel"), ("Kim", "soup"), ("Yusuf", "kettle")):
        row = _answer(do, name, do.read(name, f"share {label}"))
        do.put(f"answer {name} to {label}", row)
    for name in ("Els", "Ama", "Els", "Ama"):
        _answer(do, name, do.said["Ama"])
    for name, writer in (("Chiara", "Els"), ("Dev", "Els"), ("Tom", "Kim"), ("Lin", "Mara")):
        do.put(f"answer {name} to {writer}", _answer(do, name, do.said[writer]))


def _answer(do: Doing, name: str, share: Share, kind: AnswerKind = AnswerKind.WORDS) -> Answer:
    actor, at = do.who(name), do.at + 2 * MINUTE
    return sharing.answer(actor, do.hears(name, share), words=WORDS, kind=kind, at=at)


def offer(do: Doing) -> None:
    """Behind a yes of the writer: one waits, one is let be for now, one is declined, one opened."""
    for name, kind, reply in (
        ("Bert", AnswerKind.IDEA, OfferReply.NONE),
        ("Els", AnswerKind.IDEA, OfferReply.NOT_NOW),
        ("Chiara", AnswerKind.QUESTION, OfferReply.NO),
        ("Ama", AnswerKind.QUESTION, OfferReply.YES),
    ):
        row = _answer(do, name, do.said["Lin"], kind)
        offered = Offer.objects.for_viewer(do.who("Lin")).get(answer=row.pk)
        do.put(f"offer {name}", offered)
        if reply:
            sharing.reply_to_offer(do.who("Lin"), offered, reply)


def take_back(do: Doing) -> None:
    """Words, an answer, an "I see you"."""
    actor, share = do.who("Els"), say_it(do, "Els", "Tuesday")
    sharing.take_back(actor, share, at=do.at + 4 * MINUTE)
    row = _answer(do, "Ama", do.said["Els"])
    sharing.take_back_answer(do.who("Ama"), row, at=do.at + 4 * MINUTE)
    _see(do, "Bert", do.said["Noor"])
    sharing.take_back_witness(do.who("Bert"), do.hears("Bert", do.said["Noor"]))


def erase(do: Doing) -> None:
    """Words, under which another had answered: they are asked what becomes of it."""
    share = say_it(do, "Els", "Tuesday")
    _answer(do, "Ama", share)
    erasing.erase_words(do.who("Els"), share, at=do.at + 4 * MINUTE)


def open_to_more(do: Doing) -> None:
    """Said to a few first, then to the table; one answer of before goes along, and one waits."""
    share = say_it(do, "Chiara", "Tuesday", audience=Audience.CHOSEN, readers=("Els", "Ama"))
    rows = [_answer(do, name, share) for name in ("Els", "Ama")]
    at = do.at + 5 * MINUTE
    change(
        do.who("Chiara"),
        do.seat("Chiara", "Tuesday"),
        share,
        words=f"{WORDS} and nights",
        warning=WORDS,
        need=Need.COMPANY,
        audience=Audience.CIRCLE,
        readers=(),
        at=at,
    )
    sharing.carry(do.who("Els"), rows[0], at=at + MINUTE)


def put_away_and_close(do: Doing) -> None:
    at = do.at + 6 * MINUTE
    els, kim = do.who("Els"), do.who("Kim")
    sharing.put_away(els, _answer(do, "Lin", do.said["Els"]), do.said["Els"], at=at)
    sharing.close_answers(kim, do.said["Kim"], closed=True, at=at)
    closing.close_for_oneself(do.who("Ama"), do.hears("Ama", do.said["Dev"]), at=at)


def hide(do: Doing) -> None:
    """A share stays hidden, and an answer is let stand again."""
    chiara, share, at = do.who("Chiara"), do.said["Els"], do.at + 7 * MINUTE
    row, read = _answer(do, "Dev", share), do.hears("Chiara", share)
    answered = Answer.objects.for_viewer(chiara).get(pk=row.pk)
    let_stand = hiding.hide(chiara, read, answered, note=HideNote.TOGETHER, at=at)
    hiding.undo_hiding(chiara, let_stand, at=at + MINUTE)
    hidden = hiding.hide(chiara, do.hears("Chiara", do.said["Noor"]), note=HideNote.HOW, at=at)
    do.put("hidden Noor", hidden)


def point_at_a_passage(do: Doing) -> None:
    """One goes to the listener, one is taken out, one waits."""
    passages = {}
    for writer in ("Els", "Dev", "Lin"):
        said, at = do.hears("Ama", do.said[writer]), do.at + 8 * MINUTE
        passages[writer] = retellings.point(do.who("Ama"), said, "these", at=at)
    retellings.keep(do.who("Els"), passages["Els"], at=do.at + 9 * MINUTE)
    retellings.take_out(do.who("Dev"), passages["Dev"])


def begin_to_write(do: Doing) -> None:
    for name in ("Ama", "Els", "Lin"):
        place = sharing.place_under(do.said["Chiara"])
        drafts.keep(do.who(name), place, WORDS, do.at)


ACTS: tuple[Act, ...] = (
    say_something,
    say_to_fewer,
    say_that_one_is_here,
    see,
    answer,
    offer,
    take_back,
    erase,
    open_to_more,
    put_away_and_close,
    hide,
    point_at_a_passage,
    begin_to_write,
)
