"""Each reason why not with a letter, alone: with it there is a sentence, without it there is none."""

from datetime import UTC, date, datetime
from uuid import UUID

from openchair.people.models import Account
from openchair.repair import policy
from openchair.repair.models import Report, ReportState

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
MARA, EAR, OTHER = Account(), Account(), Account()


def a_letter(state: ReportState = ReportState.WRITTEN, **more: object) -> Report:
    return Report(state=state, writer_id=MARA.pk, ear_id=EAR.pk, **more)


def why_not(reader: UUID | None, *, about: UUID | None = None, has_read: bool = False) -> str:
    meant, may_read = {about} - {None}, {EAR.pk}
    return str(
        policy.why_not_reader(reader, about=meant, may_read=may_read, has_read=has_read)  # type: ignore[arg-type]
    )


def test_a_letter_goes_to_who_may_read_it_and_is_not_meant() -> None:
    assert why_not(EAR.pk) == why_not(EAR.pk, about=OTHER.pk) == "None"
    assert "does not go to the one it is about" in why_not(EAR.pk, about=EAR.pk)
    assert "cannot take this letter now" in why_not(OTHER.pk)


def test_a_letter_without_a_reader_waits_until_the_page_was_read() -> None:
    assert "Please read this page first." in why_not(None)
    assert why_not(None, has_read=True) == "None"


def test_a_letter_is_about_someone_known() -> None:
    assert "Choose someone from the list" in str(policy.why_not_about(False))
    assert policy.why_not_about(True) is None


def test_the_writer_goes_on_while_someone_reads_it() -> None:
    assert policy.why_not_go_on(a_letter(), "words", is_read=True) is None
    assert "Nobody but you" in str(policy.why_not_go_on(a_letter(), "words", is_read=False))
    assert "no words" in str(policy.why_not_go_on(a_letter(), " ", is_read=True))
    kept = a_letter(ReportState.KEPT)
    assert policy.why_not_go_on(kept, "words", is_read=False) is None
    for state in (ReportState.CLOSED, ReportState.SET_DOWN):
        assert policy.why_not_go_on(a_letter(state), "words", is_read=True) == policy.ended()


def test_the_listener_answers_while_the_writer_is_there() -> None:
    assert policy.why_not_answer(a_letter(), "words") is None
    assert "no words" in str(policy.why_not_answer(a_letter(), " "))
    assert "nobody would read" in str(policy.why_not_answer(Report(state="written"), "words"))
    for state in (ReportState.CLOSED, ReportState.SET_DOWN):
        assert policy.why_not_answer(a_letter(state), "words") == policy.ended()


def test_a_letter_is_set_down_for_a_listener_and_before_its_end() -> None:
    assert policy.why_not_set_down(a_letter()) is None
    assert policy.why_not_set_down(a_letter(ReportState.SET_DOWN)) is None
    assert "kept for you alone" in str(policy.why_not_set_down(a_letter(ReportState.KEPT)))
    assert policy.why_not_set_down(a_letter(ReportState.CLOSED)) == policy.ended()


def test_a_needed_letter_is_not_erased() -> None:
    assert policy.why_not_erase(a_letter()) is None
    needed = a_letter(needed_until=date(2026, 6, 1))
    assert policy.why_not_erase(needed) == policy.ground()


def test_a_letter_is_kept_for_twelve_months_from_now_or_from_its_end() -> None:
    year, later = date(2027, 3, 3), date(2027, 3, 4)
    assert policy.why_not_keep(a_letter(), year, at=NOW) is None
    assert "twelve months" in str(policy.why_not_keep(a_letter(), later, at=NOW))
    ended = a_letter(ReportState.CLOSED, ended_at=NOW.replace(month=2))
    assert policy.why_not_keep(ended, date(2027, 2, 3), at=NOW) is None
    assert "twelve months" in str(policy.why_not_keep(ended, year, at=NOW))
