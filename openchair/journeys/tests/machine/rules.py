"""Everything six people may do with words at one table, in any order, as a machine for Hypothesis."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from openchair.circles import actions as circles
from openchair.circles.models import CircleKind
from openchair.journeys.tests.machine.acts import ACTS, SAID, WHO
from openchair.journeys.tests.machine.life import Life, count_transitions
from openchair.journeys.tests.machine.looking_after import KEEPER, LookingAfter
from openchair.journeys.tests.machine.surfaces import TURNS, must_hold

TO_DRAW = sorted(ACTS, key=lambda name: not name.startswith("says"))
"""What stands first is drawn most often."""
SOMEWHERE = 3
"""Two of three surfaces are read by someone who sits there."""


class WordsMachine(LookingAfter):
    """Each program runs in a transaction of its own, which is undone at its end."""

    def __init__(self) -> None:
        super().__init__()
        self.life = Life()
        self._transaction = transaction.atomic()
        self._transaction.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self._transaction.__exit__(None, None, None)

    @initialize(
        seats=st.sampled_from([2, 4, 4, 5]),
        kind=st.sampled_from(
            [CircleKind.GRIEF, CircleKind.GRIEF, CircleKind.FAITH, CircleKind.PAIR]
        ),
        keeper=st.sampled_from([True, True, True, False]),
        opened=st.booleans(),
        begun=st.lists(st.fixed_dictionaries(SAID), min_size=1, max_size=4),
    )
    def a_table(
        self,
        seats: int,
        kind: CircleKind,
        keeper: bool,
        opened: bool,
        begun: list[dict[str, Any]],
    ) -> None:
        """`opened`: whoever comes later reads it."""
        life = self.life
        life.begin(2 if kind == CircleKind.PAIR else seats, kind)
        if keeper and kind != CircleKind.PAIR:
            life.done(circles.look_after, life.people[KEEPER], life.circle, at=life.at)
        life.at += timedelta(minutes=20)
        if opened:
            self.all_let_the_time_before_be_read(KEEPER, None)
        with life.now():
            for said in begun:
                self.says(**said)

    @rule(data=st.data())
    def something_happens(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(TO_DRAW))
        drawn = {word: data.draw(one) for word, one in ACTS[name].items()}
        self.life.look = data.draw(st.sampled_from(TURNS)), data.draw(WHO)
        self.life.at += timedelta(seconds=1)
        with self.life.now():
            getattr(self, name.split()[0])(**drawn)

    @invariant()
    def what_must_hold(self) -> None:
        """Looked at after each step in which anything was done."""
        life = self.life
        if not life.moved:
            return
        count_transitions(life)
        life.step, life.moved = life.step + 1, False
        name, who = life.look
        must_hold(life, life.step, name, self.here(who) if life.step % SOMEWHERE else who)
