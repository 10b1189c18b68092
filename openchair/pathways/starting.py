"""Five questions for someone who does not know where to start, and the one small step they end in.

Nothing here reads or keeps anything: the same answers in the same house end in the same step. The
table of rules is read from the top; the first that fits, and whose step is there, is taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LOW, SKIPPED, NOW = "low", "skip", "now"
ENOUGH = {LOW, NOW}
"""Whoever says one of these is asked nothing more."""
VERY_LITTLE = _("I have very little energy")


class Question(NamedTuple):
    """`answers`: what travels, and what the button says, which is also how it is told back."""

    name: str
    words: Promise
    answers: tuple[tuple[str, Promise], ...]


QUESTIONS = (
    Question(
        "when",
        _("Is it about this very moment?"),
        ((NOW, _("I need someone now")), ("later", _("It can wait a little"))),
    ),
    Question(
        "about",
        _("What would company be about?"),
        (
            ("hard", _("Something hard")),
            ("life", _("Life besides: neighbours, food, music")),
            ("both", _("Both, or I don’t know yet")),
        ),
    ),
    Question(
        "way",
        _("What is easiest for you?"),
        (
            ("look", _("I would sooner look first")),
            ("write", _("I would sooner write than talk")),
            ("meet", _("I would like to be in a room with people")),
        ),
    ),
    Question(
        "people",
        _("How is it to be near people?"),
        (("hurt", _("Hard, because people have hurt me")), ("fine", _("As it always is"))),
    ),
    Question(
        "today",
        _("How much is enough for today?"),
        (("step", _("One small thing today")), ("rest", _("Nothing more today"))),
    ),
)


class Step(StrEnum):
    SOMEONE = "someone"
    GROUP = "group"
    LINE = "line"
    CARD = "card"
    REST = "rest"


@dataclass(frozen=True)
class Told:
    """What someone has told these pages, in the order of the questions, as far as they came."""

    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_low(self) -> bool:
        return LOW in self.answers.values()

    @property
    def next_question(self) -> Question | None:
        """None when enough is told."""
        if ENOUGH & set(self.answers.values()):
            return None
        return next((one for one in QUESTIONS if one.name not in self.answers), None)

    @property
    def before(self) -> "Told":
        """One question back."""
        return Told(dict(list(self.answers.items())[:-1]))

    @property
    def sentences(self) -> list[Promise]:
        """What was told, as the buttons said it. What was skipped is left out."""
        said = {(q.name, value): words for q in QUESTIONS for value, words in q.answers}
        said |= {(q.name, LOW): VERY_LITTLE for q in QUESTIONS}
        return [said[answer] for answer in self.answers.items() if answer in said]


def told_in(said: Mapping[str, str]) -> Told:
    """Up to the first question that has no answer, or one that is none."""
    answers: dict[str, str] = {}
    for question in QUESTIONS:
        answer = said.get(question.name, "")
        if answer not in (LOW, SKIPPED, *dict(question.answers)):
            break
        answers[question.name] = answer
        if answer in ENOUGH:
            break
    return Told(answers)


@dataclass(frozen=True)
class There:
    """What there is in this house to begin with. Someone to call and a rest are always there."""

    card: bool = False
    host: bool = False
    group: bool = False

    def holds(self, step: Step) -> bool:
        return {Step.CARD: self.card, Step.LINE: self.host, Step.GROUP: self.group}.get(step, True)


class Rule(NamedTuple):
    """Where these answers lead, and why. `low` is very little energy, at whichever question."""

    step: Step
    why: Promise
    when: str = ""
    way: str = ""
    people: str = ""
    today: str = ""
    low: bool = False

    def fits(self, told: Told) -> bool:
        wanted = {name: getattr(self, name) for name in ("when", "way", "people", "today")}
        said = all(told.answers.get(name) == value for name, value in wanted.items() if value)
        return said and (told.is_low or not self.low)


RULES = (
    Rule(Step.SOMEONE, _("You need someone now, and this house cannot promise that."), when=NOW),
    Rule(Step.REST, _("You said nothing more today. That is an answer too."), today="rest"),
    Rule(Step.CARD, _("Reading takes the least of you, and nobody waits for you."), low=True),
    Rule(Step.LINE, _("One line is enough, and it is written already."), low=True),
    Rule(Step.REST, _("With very little energy, resting is the step."), low=True),
    Rule(
        Step.LINE,
        _("You would like to be with people, and people have hurt you. One person is a beginning."),
        way="meet",
        people="hurt",
    ),
    Rule(Step.LINE, _("You would sooner write than talk."), way="write"),
    Rule(
        Step.CARD,
        _("People have hurt you. You can look from where you are, for as long as you like."),
        people="hurt",
    ),
    Rule(Step.GROUP, _("You would like to be in a room with people."), way="meet"),
    Rule(Step.CARD, _("You can see what one table is like before anybody sees you.")),
    Rule(Step.LINE, _("One person who answers is a beginning.")),
    Rule(Step.GROUP, _("There are groups that meet outside this house.")),
    Rule(Step.REST, _("There is nothing to join here today, and you can come back.")),
)

LADDER = (Step.GROUP, Step.LINE, Step.CARD, Step.REST)
"""From more to less. Needing someone now has no smaller step."""


def choose(told: Told, there: There) -> Rule:
    return next(rule for rule in RULES if rule.fits(told) and there.holds(rule.step))


def smaller(step: Step, there: There) -> Step | None:
    below = LADDER[LADDER.index(step) + 1 :] if step in LADDER else ()
    return next((one for one in below if there.holds(one)), None)
