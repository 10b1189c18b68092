"""Nobody gets in by forgetting: every address has a door, and the one that is written down for it."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.shape.access_matrix.routes import ROUTES

DOORS = {"open_to_all", "signed_in", "seated", "once_seated", "hosts", "stewards", "ears"}
DOORS |= {"setting_up", "stewards_and_hosts", "stewards_and_ears", "with_a_duty"}


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for found in resolver.url_patterns:
        if isinstance(found, URLResolver):
            yield from patterns(found)
        else:
            yield found


def wrong_doors() -> list[str]:
    """Every address without the door that the oracle names for it."""
    there = list(patterns(get_resolver()))
    said = {p.name: getattr(p.callback, "door", "no door") for p in there}
    wrong = [f"{p.name or p.pattern}: no door" for p in there if _door(p) not in DOORS]
    wrong += [f"{name}: not in the access matrix" for name in said if name not in ROUTES]
    wrong += [f"{name}: there is no such address" for name in ROUTES if name not in said]
    return wrong + [
        f"{p.name}: {_door(p)} and not {ROUTES[str(p.name)].door}"
        for p in there
        if p.name in ROUTES and _door(p) != ROUTES[p.name].door
    ]


def _door(pattern: URLPattern) -> str:
    return getattr(pattern.callback, "door", "no door")


def test_every_address_has_its_door() -> None:
    assert wrong_doors() == []


def test_nothing_of_the_demo_is_there_outside_it() -> None:
    assert not [p for p in patterns(get_resolver()) if str(p.name).startswith("demo")]


@pytest.mark.parametrize("door", ["no door", "open_to_all"])
def test_a_view_with_another_door_is_found(monkeypatch: pytest.MonkeyPatch, door: str) -> None:
    circle = next(p for p in patterns(get_resolver()) if p.name == "circle")

    def view() -> None:
        """As someone would write it who forgot the door."""

    vars(view)["door"] = door
    monkeypatch.setattr(circle, "callback", view)
    assert any(said.startswith("circle: ") for said in wrong_doors())
