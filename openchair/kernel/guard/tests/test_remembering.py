"""A row remembers whom it was read for, and what it leads to is read for them too."""

import copy
import pickle
from typing import Any

import pytest
from django.db.models import Prefetch, prefetch_related_objects
from django.db.models.fetch_modes import FETCH_RAISE

from openchair.kernel.guard import NotScoped, acting_for_the_house
from openchair.kernel.guard.sight import viewer_of
from openchair.kernel.guard.tests.guarded_world.models import (
    Answer,
    Cover,
    Draft,
    Leaf,
    Place,
    Poster,
    Reader,
    Somebody,
)
from openchair.kernel.guard.tests.guarded_world.people import World


def seen(model: Any, viewer: Any, **which: Any) -> Any:
    return model.objects.for_viewer(viewer).get(**which)


def test_a_forward_key_loads_for_all_peers_at_once(
    world: World, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(2):
        leaves = list(Leaf.objects.for_viewer(world.ama).order_by("number"))
        assert [leaf.author.name for leaf in leaves] == ["Ama", "Bert"]
    assert viewer_of(leaves[0].author) is world.ama


def test_a_reverse_relation_answers_for_the_same_viewer(world: World) -> None:
    poster = seen(Poster, world.ama, place=world.there)
    here = seen(Place, world.ama)
    assert here.leaves.count() == 2
    assert here.leaves.spoken().get(number=1).answers.first().leaf.place.pk == here.pk
    assert viewer_of(here.leaves.first()) is world.ama
    assert poster.place_id == world.there.pk
    with pytest.raises(Place.DoesNotExist):
        _ = poster.place


def test_a_hidden_row_behind_a_key_raises_among_peers_as_alone(world: World) -> None:
    with acting_for_the_house("test"):
        Answer.objects.filter(leaf=world.leaf).update(author_id=world.eve.pk)
    for _ in range(2):
        answers = list(Answer.objects.for_viewer(world.ama))
        assert len(answers) == 2
        for answer in answers * 2:
            with pytest.raises(Reader.DoesNotExist):
                _ = answer.author


def test_a_peer_that_went_away_is_no_trouble(world: World) -> None:
    leaves = list(Leaf.objects.for_viewer(world.ama).order_by("number"))
    del leaves[1]
    assert leaves[0].author.name == "Ama"


def test_an_empty_key_is_none(world: World) -> None:
    answers = Answer.objects.for_viewer(world.ama).filter(after=None)
    assert [answer.after for answer in answers] == [None]


def test_one_to_one_in_both_directions(world: World) -> None:
    leaves = list(Leaf.objects.for_viewer(world.ama).order_by("number"))
    assert leaves[0].cover.leaf.words == "first"
    with pytest.raises(Cover.DoesNotExist):
        _ = leaves[1].cover


def test_a_hidden_one_to_one_is_as_if_there_were_none(world: World) -> None:
    somebody = seen(Reader, world.ama, pk=world.bert.pk).somebody
    assert viewer_of(somebody) == world.ama
    assert somebody.reader.name == "Bert"
    assert somebody.drafts.count() == 0
    assert seen(Reader, world.ama, pk=world.ama.pk).somebody.drafts.get().words == "mine"


def test_an_account_that_nobody_read_leads_nowhere(world: World) -> None:
    somebody = Somebody.objects.get(pk=world.ama.pk)
    assert viewer_of(somebody) is None
    with pytest.raises(NotScoped):
        _ = somebody.reader
    with pytest.raises(NotScoped):
        somebody.drafts.count()


def test_prefetches_are_scoped(world: World, django_assert_num_queries: Any) -> None:
    places = Poster.objects.for_viewer(world.ama).prefetch_related("place__leaves__answers")
    found = {poster.place_id: poster for poster in places}
    assert found[world.here.pk].place.leaves.count() == 2
    with django_assert_num_queries(0):
        leaves = found[world.here.pk].place.leaves.all()
        assert sum(len(leaf.answers.all()) for leaf in leaves) == 2
    with pytest.raises(Place.DoesNotExist):
        _ = found[world.there.pk].place


def test_a_prefetch_with_a_queryset_of_its_own_is_scoped(world: World) -> None:
    asked = Answer.objects.order_by("words")
    leaves = Leaf.objects.for_viewer(world.ama).prefetch_related(
        Prefetch("answers", asked, to_attr="some"), Prefetch("answers", asked[:1], to_attr="one")
    )
    first = leaves.get(number=1)
    assert [len(first.some), len(first.one)] == [2, 1]
    assert viewer_of(first.one[0]) is world.ama


def test_a_prefetch_from_a_row_read_for_nobody_raises(world: World) -> None:
    with pytest.raises(NotScoped):
        prefetch_related_objects([world.leaf], "answers")


def test_a_deferred_field_is_read_for_the_same_viewer(world: World) -> None:
    leaves = list(Leaf.objects.for_viewer(world.ama).only("number"))
    assert sorted(leaf.words for leaf in leaves) == ["first", "second"]


def test_a_lost_seat_hides_deferred_fields_relations_and_the_row_itself(world: World) -> None:
    (leaf,) = Leaf.objects.for_viewer(world.ama).only("number").filter(number=1)
    with acting_for_the_house("test"):
        world.here.sittings.filter(reader_id=world.ama.pk).delete()
    assert leaf.answers.count() == 0
    for look in (leaf.refresh_from_db, lambda: leaf.words, lambda: leaf.cover, lambda: leaf.place):
        with pytest.raises((Leaf.DoesNotExist, Cover.DoesNotExist, Place.DoesNotExist)):
            look()


def test_what_the_house_read_leads_nowhere_outside(world: World) -> None:
    leaf = world.second
    for look in (
        leaf.refresh_from_db,
        leaf.save,
        leaf.delete,
        leaf.answers.count,
        leaf.full_clean,
        lambda: leaf.author,
        lambda: leaf.cover,
        lambda: leaf.answers.create(author_id=world.ama.pk, words=""),
    ):
        with pytest.raises(NotScoped):
            look()


def test_the_house_follows_relations_inside(world: World) -> None:
    with acting_for_the_house("test"):
        leaf = Leaf.objects.get(pk=world.leaf.pk)
        assert (leaf.author.name, leaf.place.leaves.count()) == ("Ama", 2)
        assert seen(Place, world.ama).leaves.count() == 2


def test_a_copied_or_pickled_row_keeps_no_more_than_it_had(world: World) -> None:
    leaf = seen(Leaf, world.ama, number=1)
    assert viewer_of(copy.copy(leaf)) is world.ama
    for twin in (pickle.loads(pickle.dumps(leaf)), copy.deepcopy(leaf)):
        assert viewer_of(twin) is None
        with pytest.raises(NotScoped):
            twin.answers.count()


def test_a_copied_or_pickled_query_carries_its_scope(world: World) -> None:
    mine = Leaf.objects.for_viewer(world.ama)
    again = Leaf.objects.all()
    again.query = copy.deepcopy(mine.query)
    assert [again.count(), copy.deepcopy(mine).count()] == [2, 2]
    again.query = pickle.loads(pickle.dumps(mine.query))
    assert again.count() == 2
    again.query = pickle.loads(pickle.dumps(Leaf.objects.all().query))
    with pytest.raises(NotScoped):
        again.count()


def test_another_fetch_mode_forgets_the_viewer(world: World) -> None:
    (leaf,) = Leaf.objects.for_viewer(world.ama).filter(number=1).fetch_mode(FETCH_RAISE)
    with pytest.raises(NotScoped):
        leaf.answers.count()


def test_a_row_read_for_two_viewers_is_seen_by_both_or_not_at_all(world: World) -> None:
    both = Leaf.objects.for_viewer(world.ama).for_viewer(world.bert)
    assert both.count() == 2
    assert Draft.objects.for_viewer(world.ama).for_viewer(world.eve).count() == 0
    assert viewer_of(both.first()) is world.bert
