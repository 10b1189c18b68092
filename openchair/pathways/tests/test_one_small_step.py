"""Every way of answering, in every kind of house, ends in one step that is there."""

from collections.abc import Iterator
from itertools import product

from openchair.pathways.starting import (
    LADDER,
    LOW,
    NOW,
    QUESTIONS,
    RULES,
    SKIPPED,
    Rule,
    Step,
    There,
    Told,
    choose,
    smaller,
    told_in,
)

HOUSES = [There(*said) for said in product([False, True], repeat=3)]
FULL = There(card=True, host=True, group=True)
EMPTY = There()


def every_telling() -> Iterator[Told]:
    """All five answered or skipped; someone needed now; and very little energy at each question."""
    choices = [[*dict(question.answers), SKIPPED] for question in QUESTIONS]
    names = [question.name for question in QUESTIONS]
    yield Told({"when": NOW})
    choices[0].remove(NOW)
    for said in product(*choices):
        yield Told(dict(zip(names, said, strict=True)))
    for length, name in enumerate(names):
        for said in product(*choices[:length]):
            yield Told(dict(zip(names, said, strict=False)) | {name: LOW})


TELLINGS = list(every_telling())


def test_there_are_as_many_ways_as_we_think() -> None:
    assert len(TELLINGS) == 1 + 2 * 4 * 4 * 3 * 3 + (1 + 2 + 8 + 32 + 96)
    assert all(told.next_question is None for told in TELLINGS)


def test_every_way_ends_in_one_step_that_is_there() -> None:
    for told, there in product(TELLINGS, HOUSES):
        rule = choose(told, there)
        assert there.holds(rule.step), (told, there)
        assert str(rule.why)


def test_no_cards_no_card_no_host_no_letter_no_groups_no_group() -> None:
    for told in TELLINGS:
        assert choose(told, There(host=True, group=True)).step != Step.CARD
        assert choose(told, There(card=True, group=True)).step != Step.LINE
        assert choose(told, There(card=True, host=True)).step != Step.GROUP
        assert choose(told, EMPTY).step in {Step.SOMEONE, Step.REST}


def test_every_rule_is_somebody_s() -> None:
    taken = {id(choose(told, there)) for told, there in product(TELLINGS, HOUSES)}
    assert [rule for rule in RULES if id(rule) not in taken] == []


def test_the_same_answers_end_in_the_same_step() -> None:
    for told, there in product(TELLINGS, HOUSES):
        assert choose(told, there) is choose(Told(dict(told.answers)), there)


def test_whoever_needs_someone_now_is_led_to_someone() -> None:
    for told, there in product(TELLINGS, HOUSES):
        is_now = told.answers.get("when") == NOW
        assert (choose(told, there).step == Step.SOMEONE) == is_now


def test_with_very_little_energy_nobody_is_sent_anywhere() -> None:
    low = [told for told in TELLINGS if told.is_low]
    assert {choose(told, FULL).step for told in low} == {Step.CARD}
    assert {choose(told, There(host=True)).step for told in low} == {Step.LINE}


def test_nobody_whom_people_hurt_is_sent_into_a_room() -> None:
    for told in TELLINGS:
        if told.answers.get("people") == "hurt":
            assert choose(told, FULL).step != Step.GROUP


def test_something_smaller_is_smaller_and_there() -> None:
    for step, there in product(LADDER, HOUSES):
        if below := smaller(step, there):
            assert LADDER.index(below) > LADDER.index(step)
            assert there.holds(below)
    assert smaller(Step.REST, FULL) is None
    assert smaller(Step.SOMEONE, FULL) is None


def test_what_is_no_answer_is_asked_again() -> None:
    assert told_in({"when": "whenever"}).answers == {}
    assert told_in({"when": "later", "way": "write"}).answers == {"when": "later"}
    assert told_in({"when": LOW, "about": "hard"}).answers == {"when": LOW}
    assert told_in({}).next_question is QUESTIONS[0]


def test_one_question_back_takes_one_answer_away() -> None:
    told = told_in({"when": "later", "about": SKIPPED})
    assert told.before.answers == {"when": "later"}
    assert Told().before.answers == {}


def test_what_was_skipped_is_not_told_back() -> None:
    told = told_in({"when": SKIPPED, "about": "hard", "way": LOW})
    assert list(map(str, told.sentences)) == ["Something hard", "I have very little energy"]


def test_the_table_reads_from_the_top() -> None:
    """As a person would read it: see docs/decisions/0046."""

    def steps(**answers: str) -> Step:
        skipped = {question.name: SKIPPED for question in QUESTIONS}
        return choose(Told(skipped | answers), FULL).step

    assert steps() == Step.CARD
    assert steps(when=NOW, today="rest") == Step.SOMEONE
    assert steps(today="rest") == Step.REST
    assert steps(way="meet") == Step.GROUP
    assert steps(way="meet", people="hurt") == Step.LINE
    assert steps(way="write") == Step.LINE
    assert steps(way="write", people="hurt") == Step.LINE
    assert steps(people="hurt") == Step.CARD
    assert isinstance(RULES[0], Rule)
