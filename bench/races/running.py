"""The races themselves, in a house of their own: `python -m bench.races.running '{"races": 10}'`."""

import json
import sys
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import django

MINUTE = timedelta(minutes=1)
type Act = Callable[[], Any]


def main() -> None:
    asked = json.loads(sys.argv[1])
    django.setup()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    if asked["unlocked"]:
        without_the_lock()
    begun = time.perf_counter()
    told: dict[str, Any] = {"races": asked["races"], "ends": [], "faults": []}
    people = three_people()
    for number in range(asked["races"]):
        how, ends, fault = one_race(number, people)
        told["ends"].append((how, ends))
        if fault:
            told["faults"].append(f"race {number}, {how}: {fault}")
    told["seconds"] = time.perf_counter() - begun
    print(json.dumps(told))


def without_the_lock() -> None:
    """What the house must not do, to see that this measurement notices: nobody waits for anybody."""
    from django.db import connections

    from openchair.circles.actions import chairs, holding, inviting, sitting
    from openchair.circles.models import Circle
    from openchair.kernel.guard import acting_for_the_house

    def unheld(circle_id: Any) -> Circle:
        with acting_for_the_house("counting chairs"):
            circle = Circle.objects.get(pk=circle_id)
        time.sleep(0.002)
        return circle

    for module in (chairs, holding, inviting, sitting):
        vars(module)["hold_the_table"] = unheld
    options = connections.settings["default"].get("OPTIONS", {})
    if options.get("transaction_mode"):
        options["transaction_mode"] = "DEFERRED"


def three_people() -> list[Any]:
    from openchair.people.models import Account, Person

    made = []
    for name in ("Ama", "Bert", "Chiara"):
        account, now = Account.objects.create(), datetime.now().astimezone()
        Person.objects.for_viewer(account).create(account=account, name=name, adult_said_at=now)
        made.append(account)
    return made


def one_race(number: int, people: list[Any]) -> tuple[str, str, str]:
    """How it was run, how it ended, and what was wrong with that, if anything was."""
    how, acts, circle = LAYINGS[number % len(LAYINGS)](people)
    gate = threading.Barrier(len(acts))
    ends: list[str] = [""] * len(acts)
    threads = [
        threading.Thread(target=go, args=(act, gate, ends, place)) for place, act in enumerate(acts)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return how, ", ".join(sorted(ends)), judge(circle, ends)


def go(act: Act, gate: threading.Barrier, ends: list[str], place: int) -> None:
    from django.db import connection

    from openchair.kernel.refusal import Refusal

    try:
        connection.ensure_connection()
        gate.wait()
        act()
        ends[place] = "got it"
    except Refusal:
        ends[place] = "read why not"
    except Exception as error:  # noqa: BLE001  # whatever it is, it is counted
        ends[place] = type(error).__name__
    finally:
        connection.close()


def judge(circle: Any, ends: list[str]) -> str:
    from openchair.circles.actions.holding import seats_and_chairs
    from openchair.circles.models import Circle
    from openchair.kernel.guard import acting_for_the_house

    with acting_for_the_house("counting chairs"):
        now = Circle.objects.get(pk=circle.pk)
    taken = seats_and_chairs(now)
    if taken != now.seats_most:
        return f"{taken} of {now.seats_most} chairs are taken"
    return "" if sorted(ends) == ["got it", "read why not"] else f"it ended {ends}"


def a_table(people: list[Any], seats: int) -> Any:
    """A table of Ama's with this many chairs in all."""
    from openchair.circles import actions
    from openchair.circles.cloths import Cloth
    from openchair.circles.models import Circle, CircleKind
    from openchair.kernel.guard import acting_for_the_house

    at = datetime.now().astimezone()
    circle = actions.gather(
        people[0], name="t", purpose="p", kind=CircleKind.GRIEF, cloth=Cloth.PLUM, at=at
    )
    with acting_for_the_house("founding a table"):
        Circle.objects.filter(pk=circle.pk).update(seats_most=seats)
        return Circle.objects.get(pk=circle.pk)


def a_letter(people: list[Any], circle: Any) -> str:
    from django.db import transaction

    from openchair.circles.actions.inviting import write_letter

    with transaction.atomic():
        at = datetime.now().astimezone()
        return write_letter(people[0], circle, invitee="", words="w", at=at).token


def two_letters(people: list[Any]) -> tuple[str, list[Act], Any]:
    circle = a_table(people, 2)
    tokens = [a_letter(people, circle) for _each in range(2)]
    return "two letters, one chair", [accepts(people[n + 1], tokens[n]) for n in range(2)], circle


def one_letter(people: list[Any]) -> tuple[str, list[Act], Any]:
    circle = a_table(people, 2)
    token = a_letter(people, circle)
    return "one letter, two people", [accepts(people[n], token) for n in (1, 2)], circle


def a_letter_and_coming_back(people: list[Any]) -> tuple[str, list[Act], Any]:
    from django.db import transaction

    from openchair.circles import actions
    from openchair.circles.models import Seat

    circle = a_table(people, 2)
    at, actor = datetime.now().astimezone(), people[1]
    with transaction.atomic():
        seat = actions.take_seat(actor, circle.pk, at=at)
    actions.leave(actor, seat, at=at)
    left = Seat.objects.for_viewer(actor).get(pk=seat.pk)
    token = a_letter(people, circle)
    back = lambda: actions.come_back(actor, left, at=at)  # noqa: E731  # as short as the others
    return "a letter, and coming back", [accepts(people[2], token), back], circle


def a_letter_and_a_chair(people: list[Any]) -> tuple[str, list[Act], Any]:
    from openchair.circles import actions

    circle = a_table(people, 2)
    seat, at = actions.seat_of(people[0], circle.pk), datetime.now().astimezone()
    assert seat is not None
    chair = lambda: actions.set_out_chair(people[0], seat, words="w", at=at)  # noqa: E731
    return "two chairs set out, one place", [chair, chair], circle


def accepts(who: Any, token: str) -> Act:
    from openchair.circles import actions

    return lambda: actions.accept(who, token, at=datetime.now().astimezone())


LAYINGS = [two_letters, one_letter, a_letter_and_coming_back, a_letter_and_a_chair]


if __name__ == "__main__":
    main()
