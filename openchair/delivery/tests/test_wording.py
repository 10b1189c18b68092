"""What a mail says, and all that it cannot say. spec/model.md 5.9, I-10, design/look.md 17."""

import re

import pytest
from django.utils import translation

from openchair.delivery import sending
from openchair.delivery.kinds import AT_ONCE, Kind
from openchair.delivery.models import Letter
from openchair.delivery.tests.conftest import NOON
from openchair.delivery.wording import SENTENCES, mail_for


def a_letter(to, kind: Kind = Kind.SOMETHING, **fields) -> Letter:
    return Letter(to=to, kind=kind, alone=kind in AT_ONCE, written_at=NOON, due_at=NOON, **fields)


def test_there_is_something_for_you(ama):
    mail = mail_for([a_letter(ama)])
    assert (mail.address, mail.sender) == ("ama@example.org", "Elm House")
    assert mail.subject == "There is something for you"
    assert mail.body == (
        "There is something for you at Elm House. It can wait.\n\n"
        "https://elm-house.example\n\n"
        "You get at most one of these a day.\n\n"
        f"Fewer, or none: {mail.fewer}\n"
    )


def test_a_code_to_sign_in(ama):
    mail = mail_for([a_letter(ama, Kind.SIGN_IN_CODE, secret="QX7-RTM")])
    assert mail.subject == "A code"
    assert mail.body == (
        "Your code is QX7-RTM. If you did not ask for it, leave this be.\n\n"
        "https://elm-house.example\n\n"
        "This kind of mail is always sent.\n"
    )


def test_a_code_for_an_address_that_is_not_yet_the_accounts_own(ama):
    letter = a_letter(ama, Kind.SIGN_IN_CODE, secret="QX7-RTM", address="new@example.org")
    assert mail_for([letter]).address == "new@example.org"


def test_several_kinds_in_one_mail_are_told_apart_inside_only(ama):
    mail = mail_for([a_letter(ama, Kind.INVITATION), a_letter(ama, Kind.HOST_ANSWER)])
    alike = mail_for([a_letter(ama)])
    assert mail.body.replace(mail.fewer, "") == alike.body.replace(alike.fewer, "")
    assert len(mail.fewer) == len(alike.fewer)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_words_without_counts_or_cheer(ama, kind):
    mail = mail_for([a_letter(ama, kind, secret="CODE")])
    body = mail.body.replace(mail.fewer or "nothing", "")
    assert not re.search(r"\d|!|should|journey|failed|inactive", body)
    assert body.count("https://") == 1


def test_the_closed_list_is_closed():
    assert set(SENTENCES) == set(Kind)
    assert len(Kind) == 16


def test_the_words_are_in_the_readers_language(ama, readers):
    sending.speak_as(lambda: f"Elm House ({translation.get_language()})")
    readers.language[ama.pk] = "de"
    assert mail_for([a_letter(ama)]).sender == "Elm House (de)"
    assert translation.get_language() != "de"


def test_who_chose_no_language_is_written_to_in_that_of_the_house(ama):
    sending.speak_as(lambda: f"Elm House ({translation.get_language()})")
    with translation.override("fr"):
        assert mail_for([a_letter(ama)]).sender == "Elm House (en)"


def test_the_name_of_the_house_is_one_line(ama):
    sending.speak_as(lambda: " Elm\r\nBcc: all@example.org\n House ")
    assert mail_for([a_letter(ama)]).sender == "Elm Bcc: all@example.org House"
