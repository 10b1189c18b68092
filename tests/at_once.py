"""Several acts at the same instant, each on a thread and a connection of its own."""

from collections.abc import Callable
from threading import Barrier, Thread

from django.db import connection

from openchair.kernel.refusal import Refusal


def at_once(*acts: Callable[[], object]) -> list[str]:
    """What each was answered: nothing, or the sentence of its refusal."""
    barrier, answers = Barrier(len(acts)), list[str]()

    def one(act: Callable[[], object]) -> None:
        barrier.wait()
        try:
            act()
            answers.append("")
        except Refusal as refusal:
            answers.append(refusal.sentence)
        finally:
            connection.close()

    threads = [Thread(target=one, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
