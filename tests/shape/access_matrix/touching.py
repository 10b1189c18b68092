"""The oracle of touching: whose rows one person's request may change (5.2, who changes and ends)."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from tests.shape.access_matrix.asking import Rows
from tests.shape.access_matrix.of_answers import may_touch_answers
from tests.shape.access_matrix.of_company import may_touch_company
from tests.shape.access_matrix.of_hidden import may_touch_hidden
from tests.shape.access_matrix.of_keeping import CHANGES_THE_TABLE
from tests.shape.access_matrix.of_waiting import may_touch_waiting
from tests.shape.access_matrix.of_words import may_erase
from tests.shape.access_matrix.of_worrying import may_touch_worry
from tests.shape.access_matrix.routes import Target
from tests.shape.access_matrix.sight import INSIDE
from tests.shape.access_matrix.world import World

OWNER = {
    "journeys_copy": "account_id",
    "journeys_erasing": "account_id",
    "sharing_retelling": "writer_id",
    "people_person": "account_id",
    "people_block": "by_id",
    "people_account": "id",
    "people_addresschange": "account_id",
    "people_mending": "account_id",
    "people_namenotused": "account_id",
    "people_passkey": "account_id",
    "people_recoverycode": "account_id",
    "account_emailaddress": "user_id",
    "kernel_draft": "account_id",
    "kernel_onceonly": "account_id",
    "sharing_share": "author_id",
    "sharing_answer": "author_id",
    "sharing_witness": "account_id",
    "circles_beside": "by_id",
    "circles_distance": "by_id",
    "circles_neverwith": "account_id",
    "circles_opening": "account_id",
    "circles_seat": "account_id",
    "circles_invitation": "inviter_id",
    "circles_keeperterm": "account_id",
    "circles_naming": "by_id",
    "circles_naminganswer": "account_id",
    "circles_standinganswer": "account_id",
    "circles_tableanswer": "account_id",
    "circles_turnedaway": "account_id",
    "circles_tablequestion": "by_id",
    "delivery_letter": "to_id",
    "house_role": "account_id",
    "house_handover": "by_id",
    "repair_passage": "author_id",
    "delivery_unwanted": "to_id",
    "delivery_unreached": "to_id",
}
OF_THE_TABLE = {
    "circles_openchair": "circle_id",
    "circles_card": "circle_id",
}  # any member, not a visitor
OF_THE_STEWARD = {"pathways_source", "pathways_resource", "house_helpline"}
OF_THE_STEWARD |= {"house_house", "house_stepdone", "house_event"}
OF_THE_HOUSE = {"house_house", "house_stepdone", "house_event", "house_handover"}
CHANGES_THE_HOUSE = {"house-greeting", "duty-letter"}
LOOKS_AFTER = {"Chiara", "Dev", "Mara"}
LETTERS = {"pathways_hostletter", "repair_report"}
ASKS_FOR_A_TALK = {"put-down-table", "done-talking"}
OUTBOX = "delivery_letter"  # an act may write to others, and change none of what lies there


def stray(world: World, person: str, target: Target, went: Rows, came: Rows) -> Iterator[str]:
    """What this request changed and may not."""
    owners = _owners(world, person, target, went, came)
    for table in sorted({*went, *came}):
        rows = {**went.get(table, {}), **came.get(table, {})}
        for pk, row in rows.items():
            new = pk not in went.get(table, {})
            rooms = _said_by_the_rooms(person, target, table, row, owners, new)
            said = next((one for one in rooms if one is not None), None)
            if not (
                _may_touch(world, person, target, table, row, owners, new) if said is None else said
            ):
                yield f"{'new ' if new else ''}{table} {pk}"


def _said_by_the_rooms(
    person: str, target: Target, table: str, row: dict[str, Any], owners: set[str], new: bool
) -> Iterator[bool | None]:
    """Whether this changes what it may: the first room that has a word in it says so."""
    route, name, label = target.route, target.name, target.label
    yield may_erase(person, route, name, table)
    yield may_touch_answers(person, route, label, table)
    yield may_touch_worry(person, route, name, table)
    yield may_touch_waiting(person, route, label, table, new=new)
    yield may_touch_hidden(route, table, row, owners, _key)
    yield may_touch_company(route, table, row, owners, new=new)


def _owners(world: World, person: str, target: Target, went: Rows, came: Rows) -> set[str]:
    """The person; or whoever arrived by this request."""
    if person in world.people:
        return {_key(world.people[person].pk)}
    arrived = {
        _key(pk) for pk in came.get("people_account", {}) if pk not in went["people_account"]
    }
    return arrived if target.route in ("arriving", "duty-letter", "first-link") else set()


def _may_touch(
    world: World,
    person: str,
    target: Target,
    table: str,
    row: dict[str, Any],
    owners: set[str],
    new: bool,
) -> bool:
    of_the_house = table in OF_THE_HOUSE and target.route in CHANGES_THE_HOUSE
    of_the_house |= table == "circles_hostcall" and target.route in ASKS_FOR_A_TALK
    if of_the_house or (table == OUTBOX and new):
        return True  # the door says who
    if table in LETTERS:
        return _may_touch_letter(world, person, target, row, owners, new)
    if table in OF_THE_STEWARD:
        return person == "Ralf"
    if table == "kernel_onceonly" and row["account_id"] is None:
        return new and person not in world.people
    if table == "circles_circle":
        return _may_change_table(world, person, target, row, new)
    if table in OF_THE_TABLE:
        return _sits_there(world, person, _key(row[OF_THE_TABLE[table]]))
    if table == "circles_invitation" and target.kind == "token":
        return _is_asked_for(world, target, row)
    return _is_theirs(target, table, row, owners)


def _is_theirs(target: Target, table: str, row: dict[str, Any], owners: set[str]) -> bool:
    """A newcomer who leaves is walked beside no more."""
    if table == "circles_beside" and target.route == "leaving":
        return bool({_key(row["by_id"]), _key(row["newcomer_id"])} & owners)
    if table == "sharing_reader":  # whoever leaves is named there no more
        return target.route == "leaving" and _key(row["account_id"]) in owners
    if target.route == "undo-pause":  # the door says who, and the oracle of sight whose
        return table in {"circles_seat", "circles_holdingpause"} or table == "kernel_onceonly"
    return table in OWNER and _key(row[OWNER[table]]) in owners


def _may_change_table(
    world: World, person: str, target: Target, row: dict[str, Any], new: bool
) -> bool:
    left_alone = target.route == "leaving" and person in LOOKS_AFTER  # nobody does any more
    begun = new and target.route in ("start-with-one", "begin-of-kind")
    theirs = target.route in CHANGES_THE_TABLE and _sits_there(world, person, _key(row["id"]))
    return left_alone or begun or theirs


def _may_touch_letter(
    world: World, person: str, target: Target, row: dict[str, Any], owners: set[str], new: bool
) -> bool:
    if "ear_id" in row:
        return _is_its_letter(person, target, row, owners)
    if target.kind == "place" and _is_asked_for(world, target, row):
        return True
    return person == "Chiara" or (new and target.route == "letter-to-host")


def _is_its_letter(person: str, target: Target, row: dict[str, Any], owners: set[str]) -> bool:
    """The writer's and the listener's; once erased it has no writer any more."""
    erased = target.route == "erase-letter" and person == target.name.removeprefix("of ")
    return erased or bool({_key(row["writer_id"]), _key(row["ear_id"])} & owners)


def _is_asked_for(world: World, target: Target, row: dict[str, Any]) -> bool:
    return target.label in world.rows and _key(row["id"]) == _key(world.id(target.label))


def _sits_there(world: World, person: str, circle: str) -> bool:
    return any(
        person in INSIDE[name] - {"Noor"} and _key(one.pk) == circle
        for name, one in world.scene.tables.items()
    )


def _key(value: Any) -> str:
    return UUID(str(value)).hex if value is not None else ""
