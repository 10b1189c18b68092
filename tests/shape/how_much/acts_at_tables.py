"""What people do about their tables: who may come, who looks after them, what everybody is asked."""

from datetime import timedelta

from openchair.circles import actions as circles
from openchair.circles.actions.calling_hosts import call_a_host, done_talking
from openchair.circles.actions.chairs import set_out_chair, take_in_chair
from openchair.circles.actions.inviting import decline, have_it, pass_on, withdraw, write_letter
from openchair.circles.actions.keeping_apart import never_seat_with
from openchair.circles.actions.naming import answer_naming, name_someone, withdraw_naming
from openchair.circles.actions.pausing import pause_for_a_day, undo_pause
from openchair.circles.actions.together import answer_together, ask_together
from openchair.circles.models import (
    CallKind,
    HostCall,
    Invitation,
    KeeperState,
    KeeperTerm,
    PassedBy,
    QuestionKind,
    TurnedAway,
    WhenAsked,
)
from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.kernel.guard import acting_for_the_house
from tests.shape.how_much.doing import MINUTE, WORDS, Act, Doing


def name_someone_for_a_table(do: Doing) -> None:
    """The others answer in private; then it is taken back."""
    els, tuesday = do.who("Els"), do.world.scene.tables["Tuesday"]
    said = {"name": do.another_name, "line": WORDS, "words": WORDS, "address": ""}
    row = name_someone(els, tuesday, at=do.at, **said)
    for name, answer in (("Lin", WhenAsked.YES), ("Ama", WhenAsked.LATER)):
        answer_naming(do.who(name), row, answer=answer, at=do.at + MINUTE)
    withdraw_naming(els, row, at=do.at + 2 * MINUTE)
    do.put("naming Els", row)


def answer_about_one(do: Doing) -> None:
    """One more of those who sit there answers about whom Bert named."""
    for name in do.one_of(["Chiara", "Els", "Lin"]):
        row = do.read(name, "naming by Bert")
        answer_naming(do.who(name), row, answer=WhenAsked.YES, at=do.at)


def send_invitations(do: Doing) -> None:
    """One waits, one is passed on by paper, one is with them, one declined, one taken back, one mailed."""
    lin = do.who("Lin")
    rows = {what: _letter(do) for what in ("waits", "paper", "seen", "declined", "back", "mailed")}
    pass_on(lin, rows["paper"], by=PassedBy.PAPER)
    have_it(rows["seen"].token, at=do.world.at)
    decline(rows["declined"].token, at=do.world.at)
    withdraw(lin, rows["back"])
    _mail(do, rows["mailed"])
    for what, row in rows.items():
        do.put(f"invitation {what}", row)


def _letter(do: Doing) -> Invitation:
    table = do.world.scene.tables["Stairwell"]
    return write_letter(do.who("Lin"), table, invitee=WORDS, words=WORDS, at=do.at)


def _mail(do: Doing, row: Invitation) -> None:
    """As `mailing` does, which stops after a few in a month."""
    row.passed_by = PassedBy.MAIL
    row.save(update_fields=["passed_by"])
    letters.write_once_to("somebody@example.net", Kind.INVITATION, about=row.pk, at=do.at)


def begin_tables(do: Doing) -> None:
    circles.start_with_one(do.who("Omar"), name=WORDS, sentence=WORDS, at=do.at)


def come_and_go(do: Doing) -> None:
    """A chair is set out and taken in again; someone rests and is back; someone comes back, and leaves."""
    els, lin = do.who("Els"), do.who("Lin")
    chair = set_out_chair(els, do.seat("Els", "Tuesday"), words=WORDS, at=do.at)
    take_in_chair(els, chair)
    circles.rest(lin, do.seat("Lin", "Tuesday"), word=WORDS)
    circles.be_back(lin, do.seat("Lin", "Tuesday"))
    sam = do.who("Sam")
    circles.come_back(sam, do.seat("Sam", "Tuesday"), at=do.at)
    circles.leave(sam, do.seat("Sam", "Tuesday"), at=do.at + MINUTE)


def walk_beside(do: Doing) -> None:
    tom, kim = do.who("Tom"), do.who("Kim")
    seat, newcomer = do.seat("Tom", "Stairwell"), do.seat_of("Kim", "Stairwell", "Tom")
    circles.walk_beside(tom, seat, newcomer, at=do.at)
    circles.walk_no_more(tom, seat, kim.pk)


def keep_distance(do: Doing) -> None:
    """From one, again and again; and from one more each time."""
    ama = do.who("Ama")
    seat, other = do.seat("Ama", "Tuesday"), do.seat_of("Bert", "Tuesday", "Ama")
    circles.keep_distance(ama, seat, other, at=do.at)
    circles.no_more_distance(ama, seat, do.who("Bert").pk)
    for name in do.one_of(["Bert", "Noor"]):
        other = do.seat_of(name, "Tuesday", "Chiara")
        circles.keep_distance(do.who("Chiara"), do.seat("Chiara", "Tuesday"), other, at=do.at)


def keep_people_away(do: Doing) -> None:
    lin, tuesday = do.who("Lin"), do.world.scene.tables["Tuesday"].pk
    never_seat_with(lin, name=do.another_name, address="", at=do.at)
    with acting_for_the_house("keeping people apart"):
        TurnedAway.objects.create(account=lin, circle_id=tuesday, at=do.at)


def look_after_it(do: Doing) -> None:
    """Terms that ended, as rows: one rests after two of them."""
    ends = do.at + timedelta(days=1)
    with acting_for_the_house("looking who looks after a table"):
        for name in ("Lin", "Ama"):
            row = KeeperTerm(circle_id=do.world.scene.tables["Tuesday"].pk, account=do.who(name))
            row.state, row.began_at, row.ends_at = KeeperState.RESTED, do.at, ends
            row.put_down_at = ends
            row.save()


def pause_somebody(do: Doing) -> None:
    chiara, at = do.who("Chiara"), do.world.at - timedelta(hours=1)
    seat, other = do.seat("Chiara", "Tuesday"), do.seat_of("Els", "Tuesday", "Chiara")
    row = pause_for_a_day(chiara, seat, other, reason=WORDS, at=at)
    undo_pause(do.who("Harriet"), row, at=at)


def ask_everyone(do: Doing) -> None:
    """One "not now" ends it each time. Of two people both say yes, and agree anew."""
    at = do.world.at - timedelta(hours=1) + do.nth * MINUTE
    ama, ines = do.who("Ama"), do.who("Ines")
    asked = ask_together(ama, do.seat("Ama", "Tuesday"), kind=QuestionKind.REST, at=at)
    answer_together(do.who("Lin"), asked, yes=True, at=at)
    answer_together(do.who("Dev"), asked, yes=False, at=at)
    agreed = ask_together(
        ines, do.seat("Ines", "Pair"), kind=QuestionKind.AGREEMENT, words=WORDS, at=at
    )
    answer_together(do.who("Yusuf"), agreed, yes=True, at=at)
    do.put("question Ama", asked)


def say_yes_with_others(do: Doing) -> None:
    """One more each time, to what Els asks the table."""
    for name in do.one_of(["Ama", "Chiara", "Dev", "Lin"]):
        row = do.read(name, "question by Els")
        answer_together(do.who(name), row, yes=True, at=do.at)


def talk_with_a_host(do: Doing) -> None:
    chiara, ama = do.who("Chiara"), do.who("Ama")
    row = call_a_host(CallKind.NAMING, ama, at=do.at)
    done_talking(chiara, HostCall.objects.for_viewer(chiara).get(pk=row.pk), at=do.at + MINUTE)
    for name in do.one_of(["Els", "Lin", "Dev", "Tom", "Kim"]):
        call_a_host(CallKind.PUT_DOWN, do.who(name), at=do.at)


ACTS: tuple[Act, ...] = (
    name_someone_for_a_table,
    answer_about_one,
    send_invitations,
    begin_tables,
    come_and_go,
    walk_beside,
    keep_distance,
    keep_people_away,
    look_after_it,
    pause_somebody,
    ask_everyone,
    say_yes_with_others,
    talk_with_a_host,
)
