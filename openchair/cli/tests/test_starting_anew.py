"""What the terminal says of a house that is not open, and the key typed in from paper."""

import base64
import binascii
import secrets

import pytest

from openchair.cli.starting import House
from openchair.config import KeyLost, key_as_written, key_in_groups, read_config


def house(secret: str) -> House:
    return House(read_config(), secret)


def test_the_one_address_leads_to_the_set_up() -> None:
    said = house("s3cret").greeting()
    assert "not open yet" in said
    assert said.count("%(address)s") == 1
    assert "/set-up/%(secret)s/" in said


def test_an_open_house_says_where_it_is() -> None:
    assert "set-up" not in house("").greeting()


@pytest.mark.parametrize("between", ["", " ", "-", "\n"])
def test_the_key_from_the_sheet_is_the_key(between: str) -> None:
    key = secrets.token_bytes(32)
    assert key_as_written(between.join(key_in_groups(key)).lower() + "\n") == key


def test_the_key_as_the_house_writes_it_is_the_key() -> None:
    key = secrets.token_bytes(32)
    assert key_as_written(base64.urlsafe_b64encode(key).decode() + "\n") == key


def test_a_slip_of_the_pen_is_noticed() -> None:
    groups = key_in_groups(secrets.token_bytes(32))
    for number in range(13):
        wrong = groups.copy()
        wrong[number] = ("B" if wrong[number][0] == "A" else "A") + wrong[number][1:]
        with pytest.raises(KeyLost, match="check sum"):
            key_as_written(" ".join(wrong))


def test_two_groups_in_the_wrong_order_are_noticed() -> None:
    groups = key_in_groups(bytes(range(32)))
    groups[0], groups[1] = groups[1], groups[0]
    with pytest.raises(KeyLost):
        key_as_written(" ".join(groups))


@pytest.mark.parametrize("text", ["", "my shopping list", "AAAA", "0" * 56])
def test_what_is_no_key_is_none(text: str) -> None:
    with pytest.raises(binascii.Error):
        key_as_written(text)
