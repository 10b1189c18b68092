"""Some distance from someone at one table: set and ended by one press, and known to nobody else."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from openchair.circles import actions, keeping, policy
from openchair.circles.actions.sitting import ends_of
from openchair.circles.distances import is_distance_between
from openchair.circles.models import Beside, Circle, CircleKind, Distance, Seat
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.testing.scenes import Scene
from tests.guest import Guest

DAY = timedelta(days=1)
FOLD, UNDO = "Keep some distance from {}", "No more distance from {}"


def table(scene: Scene, name: str = "Tuesday") -> str:
    return f"/tables/{scene.tables[name].pk}/"


def page(scene: Scene, where: str = "Tuesday") -> str:
    return f"{table(scene, where)}distance/"


def of(scene: Scene, name: str, where: str = "Tuesday") -> str:
    return f"{page(scene, where)}{scene.people[name].pk}/"


def seat_of(scene: Scene, reader: str, name: str, where: str = "Tuesday") -> Seat:
    seats = Seat.objects.for_viewer(scene.people[reader])
    return seats.get(account=scene.people[name], circle=scene.tables[where].pk)


def keep(scene: Scene, by: str, other: str, where: str = "Tuesday") -> Distance:
    mine, theirs = scene.seat(by, where), seat_of(scene, by, other, where)
    return actions.keep_distance(scene.people[by], mine, theirs, at=scene.at)


def kept(scene: Scene, by: str) -> set[str]:
    called = {account.pk: name for name, account in scene.people.items()}
    with acting_for_the_house("laying a scene"):
        return {called[row.of_id] for row in Distance.objects.filter(by=scene.people[by])}


def test_one_press_sets_it_and_one_press_ends_it(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    assert f'href="{page(scene)}"' in ama.get(table(scene)).text
    assert FOLD.format("Dev") in ama.get(page(scene)).text
    assert ama.press(page(scene), of(scene, "Dev"))["Location"] == page(scene)
    said = ama.get(page(scene)).text
    assert UNDO.format("Dev") in said
    assert FOLD.format("Dev") not in said
    assert FOLD.format("Els") in said
    assert ama.press(page(scene), f"{of(scene, 'Dev')}no-more/")["Location"] == page(scene)
    assert FOLD.format("Dev") in ama.get(page(scene)).text
    assert kept(scene, "Ama") == set()


def test_everyone_else_at_the_table_stands_there_by_name(scene: Scene) -> None:
    """Who visits and who rests too; not oneself, and nobody kept apart by a block."""
    said = Guest(scene.people["Ama"]).get(page(scene)).text
    for name in ("Bert", "Chiara", "Dev", "Els", "Lin", "Noor"):
        assert FOLD.format(name) in said
    assert FOLD.format("Ama") not in said
    assert FOLD.format("Tom") not in Guest(scene.people["Mara"]).get(page(scene, "Stairwell")).text


def test_twice_is_once(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    form = ama.form(page(scene), of(scene, "Dev"))
    assert {ama.send(form)["Location"] for _press in range(2)} == {page(scene)}
    assert keep(scene, "Ama", "Dev") == keep(scene, "Ama", "Dev")
    with acting_for_the_house("laying a scene"):
        assert Distance.objects.filter(by=scene.people["Ama"]).count() == 1


def test_ending_what_never_was_tells_nothing(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    for name in ("Dev", "Omar"):
        once = ama.form("/tables/start/").fields["once"]
        assert ama.post(f"{of(scene, name)}no-more/", once=once).status_code == 302


@pytest.mark.parametrize(
    ("who", "whom", "where"),
    [
        ("Omar", "Dev", "Tuesday"),  # sits elsewhere
        ("Sam", "Dev", "Tuesday"),  # left
        ("Ama", "Omar", "Tuesday"),  # does not sit there
        ("Mara", "Tom", "Stairwell"),  # a block stands between them
        ("Tom", "Mara", "Stairwell"),
    ],
)
def test_who_is_not_there_is_not_there(scene: Scene, who: str, whom: str, where: str) -> None:
    guest = Guest(scene.people[who])
    once = guest.form("/tables/start/").fields["once"]
    assert guest.post(of(scene, whom, where), once=once).status_code == 404
    assert kept(scene, who) == set()


def test_a_stranger_and_someone_unseated_find_no_page(scene: Scene) -> None:
    assert Guest(scene.people["Omar"]).get(page(scene)).status_code == 404
    assert Guest(scene.people["Sam"]).get(page(scene)).status_code == 404
    assert Guest().get(page(scene)).status_code == 302


def test_at_a_table_for_two_the_page_says_so_and_shows_the_doors(scene: Scene) -> None:
    ines = Guest(scene.people["Ines"])
    assert page(scene, "Pair") not in ines.get(table(scene, "Pair")).text
    said = ines.get(page(scene, "Pair")).text
    assert "At a table for two there is one other person" in said
    assert FOLD.format("Yusuf") not in said
    for door in ("/listener/", "/mine/apart/", f"{table(scene, 'Pair')}leaving/"):
        assert f'href="{door}"' in said
    once = ines.form("/tables/start/").fields["once"]
    assert ines.post(of(scene, "Yusuf", "Pair"), once=once).status_code == 409


def test_the_honest_limit_and_the_doors_stand_there(scene: Scene) -> None:
    said = Guest(scene.people["Ama"]).get(page(scene)).text
    assert "Where few people sit together, someone may still guess." in said
    for door in ("/listener/", "/mine/apart/", f"{table(scene)}leaving/"):
        assert f'href="{door}"' in said


def test_nobody_else_reads_the_row(scene: Scene) -> None:
    row = keep(scene, "Ama", "Dev")
    for name, account in scene.people.items():
        read = Distance.objects.for_viewer(account).filter(pk=row.pk).exists()
        assert read == (name == "Ama")


def test_it_is_of_this_table_alone(scene: Scene) -> None:
    """Lin sits at both: from Lin at one table, and not at the other."""
    tom = scene.people["Tom"]
    actions.take_seat(tom, scene.tables["Tuesday"].pk, at=scene.at)
    keep(scene, "Tom", "Lin", "Stairwell")
    assert UNDO.format("Lin") in Guest(tom).get(page(scene, "Stairwell")).text
    assert FOLD.format("Lin") in Guest(tom).get(page(scene)).text


def test_the_house_asks_and_either_way_is_one_answer(scene: Scene) -> None:
    keep(scene, "Ama", "Dev")
    here, there = scene.tables["Tuesday"].pk, scene.tables["Stairwell"].pk
    ama, dev, els = (scene.people[name].pk for name in ("Ama", "Dev", "Els"))
    assert is_distance_between(here, ama, dev)
    assert is_distance_between(here, dev, ama)
    assert not is_distance_between(here, ama, els)
    assert not is_distance_between(there, ama, dev)


def test_the_database_keeps_it_too(scene: Scene) -> None:
    ama = scene.people["Ama"]
    keep(scene, "Ama", "Dev")
    table_id, at = scene.tables["Tuesday"].pk, scene.at
    with acting_for_the_house("laying a scene"):
        for other in (ama, scene.people["Dev"]):
            with pytest.raises(IntegrityError), transaction.atomic():
                Distance.objects.create(circle_id=table_id, by=ama, of=other, since=at)


@pytest.mark.parametrize("who", ["Ama", "Dev"])
def test_it_waits_while_a_door_is_open(scene: Scene, who: str) -> None:
    keep(scene, "Ama", "Dev")
    actions.leave(scene.people[who], scene.seat(who, "Tuesday"), at=scene.at)
    actions.close_doors(scene.at + 89 * DAY)
    assert kept(scene, "Ama") == {"Dev"}
    if who == "Dev":  # and can be ended meanwhile
        assert UNDO.format("Dev") in Guest(scene.people["Ama"]).get(page(scene)).text
    actions.come_back(scene.people[who], scene.seat(who, "Tuesday"), at=scene.at + 80 * DAY)
    assert UNDO.format("Dev") in Guest(scene.people["Ama"]).get(page(scene)).text


@pytest.mark.parametrize("who", ["Ama", "Dev"])
def test_it_goes_when_the_door_closes(scene: Scene, who: str) -> None:
    keep(scene, "Ama", "Dev")
    keep(scene, "Ama", "Els")
    actions.leave(scene.people[who], scene.seat(who, "Tuesday"), at=scene.at)
    actions.close_doors(scene.at + 90 * DAY)
    assert kept(scene, "Ama") == ({"Els"} if who == "Dev" else set())
    assert kept(scene, "Bert") == (set() if who == "Dev" else {"Dev"})


def test_it_goes_with_the_table(scene: Scene) -> None:
    keep(scene, "Ama", "Dev")
    ends_of(scene.tables["Tuesday"])
    assert kept(scene, "Ama") == set()


@pytest.mark.parametrize("who", ["Ama", "Dev"])
def test_it_is_forgotten_with_either(scene: Scene, who: str) -> None:
    keep(scene, "Ama", "Dev")
    keeping.forget(scene.people[who])
    assert kept(scene, "Ama") == set()


def test_a_copy_holds_since_when_and_the_other_s_nothing(scene: Scene) -> None:
    keep(scene, "Ama", "Els")
    assert keeping.export(scene.people["Ama"])["kept_distance"] == [scene.at]
    assert keeping.export(scene.people["Els"])["kept_distance"] == []
    actions.leave(scene.people["Ama"], scene.seat("Ama", "Tuesday"), at=scene.at)
    assert keeping.export(scene.people["Ama"])["kept_distance"] == [scene.at]


def walk(scene: Scene, by: str, newcomer: str) -> Beside:
    seat, other = scene.seat(by, "Stairwell"), seat_of(scene, by, newcomer, "Stairwell")
    return actions.walk_beside(scene.people[by], seat, other, at=scene.at)


def test_walking_beside_them_is_put_down_and_not_offered(scene: Scene) -> None:
    walk(scene, "Lin", "Kim")
    keep(scene, "Lin", "Kim", "Stairwell")
    kim, lin = Guest(scene.people["Kim"]), Guest(scene.people["Lin"])
    assert "walks beside you" not in kim.get(table(scene, "Stairwell")).text
    assert "beside Kim" not in lin.get(table(scene, "Stairwell")).text
    with pytest.raises(Refusal, match="not possible here just now"):
        walk(scene, "Lin", "Kim")
    assert "I walk beside Kim" in Guest(scene.people["Tom"]).get(table(scene, "Stairwell")).text


def test_someone_new_reads_nothing_of_one_who_would_walk_beside_them(scene: Scene) -> None:
    """And the other nothing of the distance: neither before nor after they offer it."""
    kim, tom = Guest(scene.people["Kim"]), Guest(scene.people["Tom"])
    keep(scene, "Kim", "Tom", "Stairwell")
    assert "I walk beside Kim" in tom.get(table(scene, "Stairwell")).text
    answer = tom.press(
        table(scene, "Stairwell"), f"{table(scene, 'Stairwell')}beside/{kim_id(scene)}/"
    )
    assert answer.status_code == 302
    assert "You walk beside Kim." in tom.get(table(scene, "Stairwell")).text
    for where in (table(scene, "Stairwell"), "/today/"):
        assert "beside you" not in kim.get(where).text
    actions.no_more_distance(
        scene.people["Kim"], scene.seat("Kim", "Stairwell"), scene.people["Tom"].pk
    )
    assert "Tom walks beside you." in kim.get(table(scene, "Stairwell")).text


def kim_id(scene: Scene) -> str:
    return str(scene.people["Kim"].pk)


def test_why_not_keep_distance() -> None:
    def seat(kind: CircleKind) -> Seat:
        made = Seat(circle=Circle(kind=kind))
        made.account_id = made.pk
        return made

    mine = seat(CircleKind.GRIEF)
    assert policy.why_not_keep_distance(mine, seat(CircleKind.GRIEF)) is None
    assert "your own place" in str(policy.why_not_keep_distance(mine, mine))
    pair = seat(CircleKind.PAIR)
    assert "table for two" in str(policy.why_not_keep_distance(pair, seat(CircleKind.PAIR)))
