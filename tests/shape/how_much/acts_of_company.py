"""What people do for each other's company: ask for it, come, leave a lamp on, worry, say how they are."""

from datetime import time, timedelta

from openchair.kernel.guard import acting_for_the_house
from openchair.presence import actions as presence
from openchair.presence import telling, unanswered, worrying
from openchair.presence.models import (
    Asked,
    AskedToAnswer,
    Call,
    Capacity,
    How,
    Lamp,
    When,
    WorryReply,
)
from openchair.sharing.models import ShareKind
from tests.shape.how_much.acts_of_words import say_it
from tests.shape.how_much.doing import MINUTE, WORDS, Act, Doing


def may_be_asked(do: Doing) -> None:
    for name in ("Els", "Dev", "Kim", "Chiara"):
        presence.say_when(do.who(name), when=When.BOTH, how=How.TOGETHER, named=True)


def leave_words_waiting(do: Doing) -> None:
    """In distress, so that those are asked at once who may be; one of them cannot answer just now."""
    for name, table in (("Chiara", "Tuesday"), ("Lin", "Stairwell")):
        share = say_it(do, name, table, kind=ShareKind.NEED_HELP)
        do.put(f"share of {name}, unanswered", share)
    dev = do.who("Dev")
    asked = AskedToAnswer.objects.for_viewer(dev).filter(account=dev, passed_at=None)
    unanswered.pass_on(dev, asked.order_by("asked_at")[0], at=do.at + MINUTE)


def ask_for_company(do: Doing) -> None:
    """Some come, some cannot; it ends. Whoever stayed may put aside what is offered then."""
    at = do.world.at - timedelta(hours=2) + do.nth * MINUTE
    lin = do.who("Lin")
    call = presence.call(lin, do.seat("Lin", "Tuesday"), at=at)
    do.put("company Lin", call)
    for name in ("Els", "Dev", "Chiara"):
        _is_asked(do, name, call)
        presence.come(do.who(name), _theirs(do, name, call), at=at)
    presence.step_out(do.who("Dev"), _theirs(do, "Dev", call), at=at)
    _is_asked(do, "Ama", call)
    presence.not_now(do.who("Ama"), _theirs(do, "Ama", call), at=at)
    presence.end(lin, Call.objects.for_viewer(lin).get(pk=call.pk), at=at)
    presence.put_aside(do.who("Chiara"), _theirs(do, "Chiara", call), at=at)


def _is_asked(do: Doing, name: str, call: Call) -> None:
    with acting_for_the_house("asking for company"):
        Asked.objects.get_or_create(
            call=call, account=do.who(name), defaults={"asked_at": call.asked_at}
        )


def _theirs(do: Doing, name: str, call: Call) -> Call:
    return Call.objects.for_viewer(do.who(name)).get(pk=call.pk)


def come_to_one_call(do: Doing) -> None:
    """One more is asked by Ama, whose call is open, and comes."""
    for name in do.one_of(["Chiara", "Bert", "Noor"]):
        call = do.read("Ama", "company Ama")
        _is_asked(do, name, call)
        presence.come(do.who(name), _theirs(do, name, call), at=do.world.at)


def leave_a_lamp_on(do: Doing) -> None:
    with acting_for_the_house("asking for company"):
        for name, table in (("Lin", "Tuesday"), ("Tom", "Stairwell")):
            circle = do.world.scene.tables[table].pk
            Lamp.objects.create(circle_id=circle, by=do.who(name), left_at=do.at)


def say_how_one_is(do: Doing) -> None:
    """Bert keeps a page of his own of it."""
    tuesday = do.world.scene.tables["Tuesday"].pk
    telling.keep_page(do.who("Bert"), at=do.at)
    for name in ("Bert", "Els", "Ama"):
        to = [tuesday, do.who("Lin").pk]
        telling.say_how(do.who(name), capacity=Capacity.LOW, line=WORDS, to=to, at=do.at)


def worry(do: Doing) -> None:
    """Els is asked by two people each time: to one she says yes, the other waits."""
    for name in ("Lin", "Ama"):
        share = do.hears(name, do.said["Els"])
        row = worrying.worry(do.who(name), share, also=do.who("Chiara").pk, at=do.at + MINUTE)
        do.put(f"worry {name}", row)
        if name == "Lin":
            worrying.reply(do.who("Els"), row, WorryReply.YES, at=do.at + 2 * MINUTE)
    share = do.hears("Dev", do.said["Lin"])
    worrying.worry(do.who("Dev"), share, also=None, at=do.at + MINUTE)
    worrying.take_back(do.who("Dev"), share, at=do.at + 2 * MINUTE)


def show_a_number(do: Doing) -> None:
    """To one more each time."""
    to = [do.who(name).pk for name in ("Ama", "Lin", "Bert", "Dev", "Chiara", "Noor")]
    hours = {"hours_from": time(9), "hours_until": time(21)}
    presence.show_number(do.who("Els"), number="+32 555 1", to=to[: do.nth + 1], **hours)


ACTS: tuple[Act, ...] = (
    may_be_asked,
    leave_words_waiting,
    ask_for_company,
    come_to_one_call,
    leave_a_lamp_on,
    say_how_one_is,
    worry,
    show_a_number,
)
