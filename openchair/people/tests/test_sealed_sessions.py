"""A session lies sealed, and what was altered is no session."""

import pytest
from django.conf import settings
from django.core import signing
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.sealed.envelope import seal
from openchair.people.models import Session
from openchair.people.session_store import SessionStore, key_of
from openchair.people.sessions import PLACE, SealedSerializer

CODE = "483920"
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.text(), json_values, max_size=5))
def test_what_goes_in_comes_out(session: dict[str, object]) -> None:
    serializer = SealedSerializer()
    assert serializer.loads(serializer.dumps(session)) == session


@given(st.binary())
def test_made_up_bytes_are_an_empty_session(made_up: bytes) -> None:
    assert SealedSerializer().loads(made_up) == {}


@given(st.integers(min_value=0))
def test_altered_bytes_are_an_empty_session(at: int) -> None:
    sealed = bytearray(SealedSerializer().dumps({"code": CODE}))
    sealed[at % len(sealed)] ^= 1
    assert SealedSerializer().loads(bytes(sealed)) == {}


@pytest.mark.parametrize("plain", [b'{"code": "483920"}', b"[1]", b"", b"null"])
def test_plain_bytes_are_an_empty_session(plain: bytes) -> None:
    assert SealedSerializer().loads(plain) == {}


def test_sealed_bytes_that_hold_no_session_are_empty() -> None:
    serializer = SealedSerializer()
    assert serializer.loads(seal(b"[1]", settings.SESSION_KEY, PLACE)) == {}


def test_another_key_opens_nothing() -> None:
    sealed = SealedSerializer().dumps({"code": CODE})
    with override_settings(SESSION_KEY=b"o" * 32):
        assert SealedSerializer().loads(sealed) == {}


@pytest.mark.django_db
def test_nothing_plain_lies_in_the_session_table() -> None:
    session = SessionStore()
    session["code"], session["held_words"] = CODE, {"circle": "I have not slept " * 40}
    session.save()
    with acting_for_the_house("looking at what lies there"):
        row = Session.objects.get(key=key_of(session.session_key))
    lying = signing.b64_decode(row.data.lstrip(".").partition(":")[0].encode())
    for plain in (CODE, "slept", "held_words"):
        assert plain.encode() not in lying
        assert plain not in row.data
    again = SessionStore(session.session_key)
    assert again["code"] == CODE
    assert again["held_words"] == {"circle": "I have not slept " * 40}


@pytest.mark.django_db
def test_a_session_somebody_wrote_into_the_database_is_empty() -> None:
    session = SessionStore()
    session["account"] = "mine"
    session.save()
    forged = signing.dumps({"account": "yours"}, salt=session.key_salt)
    with acting_for_the_house("writing into the database"):
        Session.objects.filter(key=key_of(session.session_key)).update(data=forged)
    assert SessionStore(session.session_key).load() == {}
