"""The house of this proof: the standing people, and words that say in themselves what becomes of them.

`person 5f0c…` goes when the person is forgotten, `stays 91aa…` never. Everything is said by the
actions that people themselves would use.
"""

import secrets
from datetime import datetime, time, timedelta
from typing import Any

from django.core.management import call_command

from openchair.circles import actions as circles
from openchair.kernel import drafts
from openchair.people import actions as people
from openchair.people.models import Account
from openchair.repair import actions as repair
from openchair.sharing import actions as sharing
from openchair.sharing import retellings
from openchair.sharing.models import Audience, Share
from openchair.testing.scenes import Scene, lay_the_scene
from openchair.testing.scenes.standing import as_read_by

WRITER, OF_THE_TABLE, FORGOTTEN = "Ama", "Lin", "Els"
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def marked(fate: str) -> str:
    return f"{fate} {secrets.token_hex(8)}"


def lay(at: str) -> dict[str, str]:
    """Who erases what: the ids of it."""
    call_command("migrate", interactive=False, verbosity=0)
    scene = lay_the_scene(datetime.fromisoformat(at))
    _names(scene)
    _one_share(scene)
    for _time in range(2):
        _at_two_tables(scene)
    _of_the_person(scene)
    _to_the_listener(scene)
    drafts.keep(scene.people["Dev"], "table:here", marked("changed"), scene.at)
    return {
        "share": str(scene.words["share"].pk),
        "writer": str(scene.people[WRITER].pk),
        "circle": str(scene.tables["Tuesday"].pk),
        "of": str(scene.people[OF_THE_TABLE].pk),
        "person": str(scene.people[FORGOTTEN].pk),
        "changing": str(scene.people["Dev"].pk),
    }


def change(account: str, at: str) -> None:
    """Someone writes on what they had begun to write: the words of before are gone with it."""
    actor = Account.objects.get(pk=account)
    drafts.keep(actor, "table:here", marked("stays"), datetime.fromisoformat(at))


def _names(scene: Scene) -> None:
    for name, fate in (FORGOTTEN, "person"), ("Tom", "stays"):
        account = scene.people[name]
        people.change_person(
            account,
            name=marked(fate),
            night_from=time(21),
            night_until=time(8),
            zone="UTC",
            theme="",
            keep_drafts=True,
        )
        people.say_how(account, marked(fate))
        people.never_use(account, marked(fate), at=scene.at)
    people.block(scene.people["Noor"], scene.people[FORGOTTEN], at=scene.at)


def _say(scene: Scene, key: str, name: str, table: str, fate: str, **said: Any) -> Share:
    scene.say(key, name, table, marked(fate), ago=HOUR, **said)
    return scene.words[key]


def _answer(scene: Scene, name: str, share: Share, fate: str) -> None:
    actor = scene.people[name]
    sharing.answer(actor, as_read_by(actor, share), words=marked(fate), at=scene.at - MINUTE)


def _one_share(scene: Scene) -> None:
    """With an answer of its writer's own, one of another's, and a passage somebody asked about."""
    share = _say(scene, "share", WRITER, "Tuesday", "share")
    _answer(scene, WRITER, share, "share")
    _answer(scene, "Dev", share, "stays")
    chiara = scene.people["Chiara"]
    read = as_read_by(chiara, share)
    sharing.witness(chiara, read, at=scene.at)
    retellings.point(chiara, read, share.words, at=scene.at)


def _at_two_tables(scene: Scene) -> None:
    """What one person says and answers here and there; what others say to it is theirs."""
    here = _say(scene, "here", OF_THE_TABLE, "Tuesday", "circle")
    _answer(scene, "Dev", here, "stays")
    _answer(scene, OF_THE_TABLE, here, "circle")
    _say(scene, "apart", OF_THE_TABLE, "Tuesday", "circle", audience=Audience.ONLY_ME)
    of_another = _say(scene, "of another", "Dev", "Tuesday", "stays")
    _answer(scene, OF_THE_TABLE, of_another, "circle")
    there = _say(scene, "there", OF_THE_TABLE, "Stairwell", "stays")
    _answer(scene, OF_THE_TABLE, there, "stays")


def _of_the_person(scene: Scene) -> None:
    els = scene.people[FORGOTTEN]
    for _time in range(3):
        share = _say(scene, "els", FORGOTTEN, "Tuesday", "person")
        _answer(scene, "Chiara", share, "stays")
    _say(scene, "els alone", FORGOTTEN, "Tuesday", "person", audience=Audience.ONLY_ME)
    _answer(scene, FORGOTTEN, scene.words["of another"], "person")
    drafts.keep(els, "table:there", marked("person"), scene.at)
    drafts.keep(scene.people["Chiara"], "table:there", marked("stays"), scene.at)
    circles.rest(els, scene.seat(FORGOTTEN, "Tuesday"), word=marked("person"))
    circles.start_with_one(els, name=marked("person"), sentence=marked("person"), at=scene.at)


def _to_the_listener(scene: Scene) -> None:
    harriet = scene.people["Harriet"]
    for name, fate in (FORGOTTEN, "person"), ("Kim", "stays"):
        letter = repair.write(
            scene.people[name],
            words=marked(fate),
            reader=harriet.pk,
            about=None,
            about_words=marked(fate),
            has_read=True,
            at=scene.at,
        )
        repair.answer(harriet, letter, words=marked("stays"), at=scene.at)
