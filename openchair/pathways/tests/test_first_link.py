"""A host's first link lets the writer of a letter come in, once."""

from openchair.pathways.tests.at_the_door import (
    place,
    reply,
)
from openchair.people.models import Account
from openchair.testing.scenes import Scene
from tests.guest import Guest


def test_the_host_makes_a_first_link_and_the_writer_comes_in(scene: Scene) -> None:
    noor = Guest(csrf=True)
    private = place(noor, name="Noor")
    assert noor.get(f"{private}in/").status_code == 404
    reply(scene, first_link="on")
    assert f"{private}in/" in noor.get(private).text
    before = Account.objects.count()
    answer = noor.fill(f"{private}in/", name="Noor", adult="yes", device="own")
    assert (answer.status_code, answer["Location"]) == (302, "/today/")
    assert "Start with one person" in noor.get("/today/").text
    assert Account.objects.count() == before + 1
    assert Guest().get(f"{private}in/").status_code == 404
    start = noor.fill("/tables/start/", name="Ours", sentence="For long evenings")
    assert start.status_code == 302


def test_coming_in_twice_makes_one_account(scene: Scene) -> None:
    noor = Guest(csrf=True)
    private = place(noor)
    reply(scene, first_link="on")
    form = noor.form(f"{private}in/")
    before = Account.objects.count()
    for _press in range(2):
        noor.send(form, name="Noor", adult="yes", device="own")
    assert Account.objects.count() == before + 1
    assert noor.is_signed_in


def test_what_is_missing_when_coming_in_is_said(scene: Scene) -> None:
    noor = Guest()
    private = place(noor)
    reply(scene, first_link="on")
    answer = noor.fill(f"{private}in/", name="Noor")
    assert answer.status_code == 422
    assert "18 or older" in answer.text
    assert 'value="Noor"' in answer.text
