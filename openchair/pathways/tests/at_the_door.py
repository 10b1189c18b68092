"""Noor writes a line to the host of the scene, and Chiara answers."""

from typing import Any

from openchair.delivery.models import Kind, Letter
from openchair.kernel.guard import acting_for_the_house
from openchair.pathways.models import HostLetter
from openchair.testing.scenes import Scene
from tests.guest import Guest

LINE = "Hello, I am new. The evenings are long."
ANSWER = "Come and sit with us on Tuesday. Chiara"


def write(noor: Guest, **fields: str) -> Any:
    return noor.fill("/letter/", words=LINE, **fields)


def place(noor: Guest, **fields: str) -> str:
    answer = write(noor, **fields)
    assert answer.status_code == 302
    return str(answer["Location"])


def only_letter() -> HostLetter:
    with acting_for_the_house("tests"):
        return HostLetter.objects.get()


def no_letter_lies_there() -> bool:
    with acting_for_the_house("tests"):
        return not HostLetter.objects.exists()


def host_page() -> str:
    return f"/house/letters/{only_letter().pk}/"


def reply(scene: Scene, **fields: Any) -> Any:
    chiara = Guest(scene.people["Chiara"])
    form = chiara.form(host_page())
    return chiara.client.post(form.action, form.fields | {"words": ANSWER} | fields)


def mails() -> list[Letter]:
    with acting_for_the_house("tests"):
        return list(Letter.objects.filter(kind=Kind.HOST_ANSWER))
