"""Writing stays within the writer's sight: what is made, changed and changed back."""

import uuid
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F

from openchair.kernel.guard import NotScoped, acting_for_the_house
from openchair.kernel.guard.sight import SeenBy
from openchair.kernel.guard.tests.guarded_world.models import (
    Answer,
    Draft,
    Leaf,
    Mark,
    Place,
    Poster,
    Sitting,
)
from openchair.kernel.guard.tests.guarded_world.people import World


def seen(model: Any, viewer: Any, **which: Any) -> Any:
    return model.objects.for_viewer(viewer).get(**which)


def by_the_house(model: Any, **which: Any) -> Any:
    with acting_for_the_house("test"):
        return list(model.objects.filter(**which))


def lose_seat(world: World, somebody: Any) -> None:
    with acting_for_the_house("test"):
        Sitting.objects.filter(reader_id=somebody.pk).delete()


class Refused:
    """The block raises this, and what it wrote is undone."""

    def __init__(self, error: type[Exception] = NotScoped) -> None:
        self.raises, self.atomic = pytest.raises(error), transaction.atomic()

    def __enter__(self) -> None:
        self.raises.__enter__()
        self.atomic.__enter__()

    def __exit__(self, *failure: Any) -> bool:
        self.atomic.__exit__(*failure)
        return bool(self.raises.__exit__(*failure))


def test_a_row_is_made_through_a_relation(world: World) -> None:
    answer = seen(Leaf, world.ama, number=1).answers.create(author_id=world.ama.pk, words="c")
    answer.words = "d"
    answer.save()
    answer.refresh_from_db()
    assert (answer.words, answer.author.name, answer.leaf.number) == ("d", "Ama", 1)
    assert answer.later.create(leaf=answer.leaf, author_id=world.ama.pk, words="e").after == answer


def test_making_costs_one_look(world: World, django_assert_num_queries: Any) -> None:
    here = seen(Place, world.ama)
    with django_assert_num_queries(2):
        here.leaves.create(author_id=world.ama.pk, words="third")
    with django_assert_num_queries(2):
        Leaf.objects.for_viewer(world.ama).bulk_create([Leaf(place=here), Leaf(place=here)])
    leaf = here.leaves.first()
    with django_assert_num_queries(1):
        leaf.save()


def test_a_row_is_not_made_for_nobody(world: World) -> None:
    for make in (
        lambda: Leaf.objects.create(place=world.here, words="x"),
        lambda: Leaf.objects.bulk_create([Leaf(place=world.here)]),
        lambda: Leaf(place=world.here).save(),
        lambda: Leaf.objects.filter(number=1).get_or_create(words="first"),
        lambda: Leaf.objects.update_or_create(words="first"),
        lambda: Leaf.objects.bulk_update([world.leaf], ["words"]),
    ):
        with Refused():
            make()


def test_a_row_is_not_made_where_its_writer_cannot_look(world: World) -> None:
    mine = Leaf.objects.for_viewer(world.ama)
    for make in (
        lambda: mine.create(place_id=world.there.pk, words="x"),
        lambda: mine.get_or_create(place_id=world.there.pk, words="x"),
        lambda: mine.update_or_create(place_id=world.there.pk, words="x"),
        lambda: mine.bulk_create([Leaf(place_id=world.there.pk)]),
        lambda: mine.bulk_create([Leaf(place_id=world.here.pk), Leaf(place_id=world.there.pk)]),
        lambda: Draft.objects.for_viewer(world.ama).create(owner_id=world.eve.pk, words="x"),
    ):
        with Refused():
            make()
    assert len(by_the_house(Leaf)) == 3


@pytest.mark.django_db(transaction=True)
def test_what_was_refused_is_undone_without_a_transaction_around(world: World) -> None:
    mine = Leaf.objects.for_viewer(world.ama)
    with pytest.raises(NotScoped):
        mine.create(place_id=world.there.pk)
    with pytest.raises(NotScoped):
        mine.bulk_create([Leaf(place_id=world.there.pk)])
    assert len(by_the_house(Leaf, place=world.there)) == 1


def test_every_row_of_many_carries_a_viewer(world: World) -> None:
    """`_insert` is what stands below `bulk_create`: one row without a viewer among others."""
    stamped, plain = Leaf(place_id=world.here.pk), Leaf(place_id=world.here.pk)
    stamped._state.fetch_mode = SeenBy(world.ama)
    fields = Leaf._meta.concrete_fields
    for rows in ([stamped, plain], [plain, stamped], [plain]):
        with Refused():
            Leaf.objects.for_viewer(world.ama)._insert(rows, fields=fields)
    assert len(by_the_house(Leaf)) == 3


def test_many_rows_at_once(world: World) -> None:
    mine = Leaf.objects.for_viewer(world.ama)
    made = mine.bulk_create((Leaf(place_id=world.here.pk, words=word) for word in "xy"), 1)
    assert [leaf.place.name for leaf in made] == ["here", "here"]
    made[0].words = made[1].words = "z"
    assert mine.bulk_update(made, ["words"]) == 2
    assert mine.filter(words="z").count() == 2
    assert mine.bulk_create([]) == Leaf.objects.bulk_create([]) == []


def test_an_upsert_is_refused(world: World) -> None:
    with acting_for_the_house("test"):
        hidden = Mark.objects.create(leaf=world.leaf, reader_id=world.ama.pk, shape="moon")
    how: Any = {"update_fields": ["shape"], "unique_fields": ["leaf", "reader"]}
    mark = Mark(leaf_id=hidden.leaf_id, reader_id=hidden.reader_id, shape="sun")
    with Refused():
        Mark.objects.for_viewer(world.ama).bulk_create([mark], update_conflicts=True, **how)
    assert by_the_house(Mark, pk=hidden.pk)[0].shape == "moon"
    with acting_for_the_house("test"):
        Mark.objects.bulk_create([mark], update_conflicts=True, **how)
    assert by_the_house(Mark, pk=hidden.pk)[0].shape == "sun"


def test_an_upsert_does_not_pull_a_hidden_row_into_sight(world: World) -> None:
    pulled = Leaf(pk=world.hidden.pk, place_id=world.here.pk)
    how: Any = {"update_fields": ["place"], "unique_fields": ["pk"]}
    with Refused():
        Leaf.objects.for_viewer(world.ama).bulk_create([pulled], update_conflicts=True, **how)
    assert by_the_house(Leaf, pk=world.hidden.pk)[0].place_id == world.there.pk


def test_a_conflict_may_be_passed_over(world: World) -> None:
    marks = Mark.objects.for_viewer(world.ama)
    for count in (1, 1):
        mark = Mark(leaf_id=world.leaf.pk, reader_id=world.ama.pk)
        marks.bulk_create([mark], ignore_conflicts=True)
        assert marks.count() == count
    with Refused():
        unseen = [Mark(leaf_id=world.second.pk, reader_id=world.bert.pk)]
        marks.bulk_create(unseen, ignore_conflicts=True)


def test_get_or_create_and_update_or_create(world: World) -> None:
    marks = Mark.objects.for_viewer(world.ama)
    mark, made = marks.get_or_create(leaf_id=world.leaf.pk, reader_id=world.ama.pk)
    assert made
    again, made = marks.update_or_create(
        {"shape": "sun"}, leaf_id=world.leaf.pk, reader_id=world.ama.pk
    )
    assert (again.pk, again.shape, made) == (mark.pk, "sun", False)


def test_a_change_to_many_rows_stops_at_what_is_seen(world: World) -> None:
    assert Leaf.objects.for_viewer(world.ama).update(words="same", number=F("number") + 1) == 2
    assert by_the_house(Leaf, place=world.there)[0].words == "canary"
    with Refused():
        Leaf.objects.filter(pk=world.leaf.pk).update(words="same")
    with Refused():
        Leaf.objects.for_viewer(world.ama).filter(place__name="here").update(words="joined")


def test_after_a_lost_seat_nothing_is_written(world: World) -> None:
    leaf, here = seen(Leaf, world.ama, number=1), seen(Place, world.ama)
    lose_seat(world, world.ama)
    leaf.words = "too late"
    for write in (
        leaf.save,
        lambda: leaf.save(update_fields=["words"]),
        lambda: leaf.save(force_update=True),
        lambda: Leaf.objects.for_viewer(world.ama).get(pk=leaf.pk),
    ):
        with Refused(Leaf.DoesNotExist):
            write()
    with Refused():
        here.leaves.create(author_id=world.ama.pk, words="too late")
    with Refused():
        leaf.answers.create(author_id=world.ama.pk, words="too late")
    assert here.leaves.update(words="too late") == 0
    assert by_the_house(Leaf, pk=leaf.pk)[0].words == "first"


def test_the_house_saves_what_its_reader_sees_no_more(world: World) -> None:
    leaf = seen(Leaf, world.ama, number=1)
    lose_seat(world, world.ama)
    with acting_for_the_house("test"):
        leaf.words = "saved"
        leaf.save()
    assert by_the_house(Leaf, pk=leaf.pk)[0].words == "saved"


def test_a_swapped_key_reaches_no_hidden_row_and_makes_no_copy(world: World) -> None:
    leaf = seen(Leaf, world.ama, number=1)
    for key in (world.hidden.pk, uuid.uuid4()):
        leaf.pk = key
        for write in (leaf.save, leaf.refresh_from_db, leaf.delete):
            with Refused(Leaf.DoesNotExist):
                write()
    leaf.pk = world.hidden.pk
    with Refused(IntegrityError):
        leaf.save(force_insert=True)
    assert len(by_the_house(Leaf)) == 3
    assert by_the_house(Leaf, pk=world.hidden.pk)[0].words == "canary"


def test_a_seen_row_may_not_be_copied_out_of_sight(world: World) -> None:
    leaf = seen(Leaf, world.ama, number=1)
    leaf.pk, leaf.place_id = uuid.uuid4(), world.there.pk
    with Refused():
        leaf.save(force_insert=True)
    assert len(by_the_house(Leaf)) == 3


def test_a_forged_row_is_read_for_nobody(world: World) -> None:
    forged = Leaf(pk=world.leaf.pk, place_id=world.here.pk, words="forged")
    forged._state.adding = False
    for write in (forged.save, forged.delete, forged.refresh_from_db):
        with Refused():
            write()


def test_a_row_of_nothing_but_its_key_is_looked_for(world: World) -> None:
    """Where no value is to be written, Django asks whether the row is there."""
    reader = seen(Sitting, world.ama, reader_id=world.ama.pk)
    assert reader._do_update(Sitting.objects.all(), None, reader.pk, [], None, False, []) == [()]
    lose_seat(world, world.ama)
    with pytest.raises(Sitting.DoesNotExist):
        reader._do_update(Sitting.objects.all(), None, reader.pk, [], None, False, [])


def test_constraints_that_ask_for_no_rows_are_validated(world: World) -> None:
    draft = seen(Draft, world.ama)
    draft.validate_constraints()
    draft.words = "!"
    with pytest.raises(ValidationError):
        draft.validate_constraints()


def test_relations_are_added_and_taken_away_within_sight(world: World) -> None:
    first = Answer.objects.for_viewer(world.ama).get(after=None)
    (second,) = first.later.all()
    first.later.remove(second)
    assert first.later.count() == 0
    with Refused():
        first.later.add(second)  # Django asks for it without saying for whom
    first.later.add(second, bulk=False)
    first.later.clear()
    first.later.set([second], bulk=False)
    assert first.later.count() == 1


def test_the_house_writes_anywhere(world: World) -> None:
    with acting_for_the_house("test"):
        made = Leaf.objects.create(place=world.there, words="x")
        made.words = "y"
        made.save()
        Leaf.objects.bulk_create([Leaf(place=world.there)])
        assert Leaf.objects.filter(place=world.there).update(number=9) == 3
        Poster.objects.for_viewer(world.ama).create(place_id=world.there.pk, words="")
        assert Leaf.objects.for_viewer(world.ama).create(place=world.there).pk
    assert len(by_the_house(Leaf, number=9)) == 3
