"""Everything that happens in this house without a human, on one page.

Each is done when the house starts and then again and again, in the worker's thread. Each looks only
at what is due, and doing it twice is doing it once. Letters are not here: the worker sends those
that are due at every turn.
"""

from datetime import datetime, timedelta

from django.utils import timezone

from openchair.circles import actions as circles
from openchair.delivery import keeping as letters
from openchair.delivery.worker import Appointment, Worker
from openchair.house.actions import forget_old as forget_old_events
from openchair.journeys import copying, erasing, leaving
from openchair.kernel import ledger, once, sealed
from openchair.pathways.actions import forget_old_letters
from openchair.people.actions import (
    forget_old_addresses,
    forget_old_mendings,
    write_to_new_addresses,
)
from openchair.people.session_store import SessionStore
from openchair.presence import actions as company
from openchair.presence import telling, unanswered, worrying
from openchair.repair import keeping as repair
from openchair.repair.actions import ask_again
from openchair.sharing.erasing import keep_unanswered
from openchair.web.help import read_for_bad_times

A_MOMENT = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
TEN_MINUTES = timedelta(minutes=10)
DAY = timedelta(days=1)


def finish_destroying(_at: datetime) -> None:
    sealed.finish_destroying()


def forget_ended_sessions(_at: datetime) -> None:
    SessionStore.clear_expired()


APPOINTMENTS = {
    "ask a host to help a table nobody looks after": Appointment(DAY, circles.ask_for_help),
    "close the doors of those who left long ago": Appointment(TEN_MINUTES, leaving.close_doors),
    "close the tables whose end has come": Appointment(TEN_MINUTES, circles.end_tables),
    "end terms of looking after a table": Appointment(TEN_MINUTES, circles.end_terms),
    "end what was paused for a day": Appointment(MINUTE, circles.end_pauses),
    "forget talks that hosts have had": Appointment(DAY, circles.forget_old_calls),
    "let newcomers be at home after six weeks": Appointment(DAY, circles.let_newcomers_settle),
    "see whether all have said yes": Appointment(TEN_MINUTES, circles.look_at_questions),
    "say how it went with someone who was named": Appointment(MINUTE, circles.settle_namings),
    "tell who keeps someone away that they tried": Appointment(MINUTE, circles.look_at_openings),
    "destroy the keys of erased words": Appointment(MINUTE, finish_destroying),
    "erase what someone asked to be erased": Appointment(A_MOMENT, erasing.go_on),
    "know who answers, also without the database": Appointment(MINUTE, read_for_bad_times),
    "make the copies that were asked for": Appointment(A_MOMENT, copying.go_on),
    "keep answers whose writers were silent": Appointment(DAY, keep_unanswered),
    "forget copies after three days": Appointment(TEN_MINUTES, copying.forget_old),
    "forget erasings that are done": Appointment(DAY, erasing.forget_old),
    "forget codes and old letters": Appointment(TEN_MINUTES, letters.forget_old),
    "forget what was erased long ago": Appointment(DAY, ledger.forget_old),
    "forget old letters to the host": Appointment(DAY, forget_old_letters),
    "forget the marks of answered forms": Appointment(DAY, once.forget_old),
    "ask one more where nobody came": Appointment(MINUTE, company.go_on),
    "ask someone to answer words that wait": Appointment(MINUTE, unanswered.go_on),
    "forget which words waited": Appointment(TEN_MINUTES, unanswered.forget_answered),
    "forget how people were thirty days ago": Appointment(TEN_MINUTES, telling.fade),
    "forget company a day after it ended": Appointment(TEN_MINUTES, company.forget_old),
    "forget a worry with the words it was about": Appointment(TEN_MINUTES, worrying.forget_old),
    "ask the listener whether a letter is still needed": Appointment(DAY, ask_again),
    "forget letters to the listener that ended long ago": Appointment(DAY, repair.forget_old),
    "forget what happened to the house a year ago": Appointment(DAY, forget_old_events),
    "sweep up keys without words": Appointment(DAY, sealed.sweep),
    "write to addresses that mend a lost mailbox": Appointment(TEN_MINUTES, write_to_new_addresses),
    "forget addresses of before": Appointment(TEN_MINUTES, forget_old_addresses),
    "forget mendings nobody proved": Appointment(DAY, forget_old_mendings),
    "forget sessions that have ended": Appointment(DAY, forget_ended_sessions),
}


def start() -> Worker:
    """The worker at work, until its `stop()`."""
    worker = Worker(APPOINTMENTS, timezone.now)
    worker.start()
    return worker
