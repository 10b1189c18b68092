"""What whoever comes to the door can read before anything else."""

from django.test import Client

from openchair.house.actions import found
from openchair.testing.scenes import Scene


def test_the_rules_are_in_the_houses_own_words(scene: Scene, client: Client) -> None:
    found(rules="Take your shoes off.", languages="en es")
    page = client.get("/rules/").content.decode()
    assert "Take your shoes off." in page
    assert "The pages speak: English, Spanish." in page


def test_a_house_without_rules_says_so(scene: Scene, client: Client) -> None:
    found(rules="", languages="")
    page = client.get("/rules/").content.decode()
    assert "no rules of its own" in page
    assert "The pages speak" not in page
