"""Which act takes which word away: a table of its own, written from spec/model.md 5.7 and I-27.

Every marked word also says its fate in itself (`planting`), and the two must agree.
"""

from typing import NamedTuple

from bench.erasure.opening import Row, Word

FATES = ("share", "circle", "person", "changed")
STAYS = "stays"
OWN = {
    "sharing_share": ["author_id"],
    "sharing_answer": ["author_id"],
    "sharing_retelling": ["writer_id"],
    "presence_ringline": ["account_id"],
    "repair_report": ["writer_id"],
    "repair_passage": ["author_id"],
    "circles_seat": ["account_id"],
    "circles_invitation": ["inviter_id"],
    "kernel_draft": ["account_id"],
    "delivery_letter": ["to_id"],
    "people_person": ["account_id"],
    "people_namenotused": ["account_id"],
    "people_block": ["by_id", "of_id"],
}
"""The columns that say whose a row is. A letter about a person is its writer's, and stays."""


class Acts(NamedTuple):
    """Who erases what."""

    share: str
    """One share: with what its writer answered under it, and what was asked about a passage in it."""
    writer: str
    circle: str
    """All that one person said at this table, and answered under others' words."""
    of: str
    person: str
    """Everything of theirs."""


type Rows = dict[str, dict[str, Row]]


def by_name(rows: dict[str, list[Row]], names: dict[str, str]) -> Rows:
    return {
        table: {row[names[table]]: row for row in rows.get(table, [])}
        for table in names
        if table in rows
    }


def fate_of(word: Word, rows: Rows, acts: Acts) -> str:
    """The act that takes this word away, or that it stays."""
    row = rows[word.table][word.row]
    if _is_of_the_share(word, row, acts):
        return "share"
    if _is_said_at_the_table(word, row, rows, acts):
        return "circle"
    if _is_of_the_person(word, row, rows, acts):
        return "person"
    return STAYS


def _is_of_the_share(word: Word, row: Row, acts: Acts) -> bool:
    if word.table == "sharing_share":
        return word.row == acts.share
    if word.table == "sharing_answer":
        return bool(row["share_id"] == acts.share and row["author_id"] == acts.writer)
    return bool(word.table == "sharing_retelling" and row["share_id"] == acts.share)


def _is_said_at_the_table(word: Word, row: Row, rows: Rows, acts: Acts) -> bool:
    if word.table == "sharing_share":
        return bool(row["author_id"] == acts.of and row["circle_id"] == acts.circle)
    if word.table == "sharing_answer":
        under = rows["sharing_share"][row["share_id"]]
        return bool(row["author_id"] == acts.of and under["circle_id"] == acts.circle)
    if word.table == "sharing_retelling":
        table = "sharing_share" if row["share_id"] else "sharing_answer"
        stands_in = row["share_id"] or row["answer_id"]
        there = Word(table, "words", stands_in, b"")
        return _is_said_at_the_table(there, rows[table][stands_in], rows, acts)
    return False


def _is_of_the_person(word: Word, row: Row, rows: Rows, acts: Acts) -> bool:
    if word.table == "circles_circle":
        return _sitting_at(word.row, rows) == {acts.person}
    return any(row[column] == acts.person for column in OWN.get(word.table, []))


def _sitting_at(circle: str, rows: Rows) -> set[str]:
    seats = rows["circles_seat"].values()
    return {seat["account_id"] for seat in seats if seat["circle_id"] == circle}
