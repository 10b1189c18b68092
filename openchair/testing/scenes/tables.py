"""The three tables of the scene, and what has been said at them."""

from datetime import timedelta

from openchair.circles import actions as circles
from openchair.circles.cloths import Cloth
from openchair.circles.models import About, CircleKind, CircleState, Seat, SeatState, ShownTo
from openchair.people import actions as people
from openchair.sharing import actions as sharing
from openchair.sharing.models import Audience, Need, ShareKind
from openchair.testing.scenes.standing import Scene, as_read_by

HOUR = timedelta(hours=1)


def tuesday_table(scene: Scene) -> None:
    chiara = scene.people["Chiara"]
    scene.tables["Tuesday"] = circles.gather(
        chiara,
        name="Tuesday table",
        purpose="For people who are missing someone. We go round on Tuesday evenings.",
        kind=CircleKind.GRIEF,
        cloth=Cloth.INDIGO,
        state=CircleState.GATHERING,
        at=scene.at - timedelta(days=50),
    )
    _card_of_tuesday(scene)
    for name in ("Els", "Ama", "Bert", "Dev", "Lin", "Sam"):
        scene.sit("Tuesday", name, 49)
    for name in ("Chiara", "Dev"):
        circles.look_after(
            scene.people[name], scene.tables["Tuesday"], at=scene.at - timedelta(days=30)
        )
    scene.sit("Tuesday", "Noor", 1, SeatState.VISITING)
    _say_at_tuesday(scene)
    _answer_at_tuesday(scene)
    circles.leave(
        scene.people["Sam"], scene.seat("Sam", "Tuesday"), at=scene.at - timedelta(days=3)
    )
    circles.rest(scene.people["Bert"], scene.seat("Bert", "Tuesday"), word="resting")
    _keep_distance(scene, "Bert", "Dev")
    dev = scene.people["Dev"]
    circles.set_out_chair(
        dev, scene.seat("Dev", "Tuesday"), words="for anyone who needs it", at=scene.at
    )


def _keep_distance(scene: Scene, by: str, of: str) -> None:
    """Some distance at the Tuesday table, which nobody else knows of."""
    actor, at = scene.people[by], scene.at - timedelta(days=20)
    other = Seat.objects.for_viewer(actor).get(
        account=scene.people[of], circle=scene.tables["Tuesday"].pk
    )
    circles.keep_distance(actor, scene.seat(by, "Tuesday"), other, at=at)


def _card_of_tuesday(scene: Scene) -> None:
    """Shown to visitors from the first day, so that nobody else had to be told."""
    circles.show_card(
        scene.people["Chiara"],
        scene.seat("Chiara", "Tuesday"),
        shown_to=ShownTo.VISITORS,
        said={
            "about": About.HARD,
            "name": "Tuesday table",
            "sentence": "For people who are missing someone.",
            "area": "Online, and now and then a real kitchen.",
            "rhythm": "Tuesday evenings.",
            "language": "In English.",
        },
        at=scene.at - timedelta(days=50),
    )


def _card_of_the_stairwell(scene: Scene) -> None:
    circles.show_card(
        scene.people["Mara"],
        scene.seat("Mara", "Stairwell"),
        shown_to=ShownTo.VISITORS,
        said={
            "about": About.LIFE,
            "name": "The stairwell",
            "sentence": "Neighbours who share lifts, soup and ladders.",
            "area": "The north of the town.",
            "rhythm": "Whenever someone knocks.",
            "language": "In English and Polish.",
        },
        at=scene.at - timedelta(days=40),
    )


def _say_at_tuesday(scene: Scene) -> None:
    scene.say(
        "earlier",
        "Sam",
        "Tuesday",
        "It is four years on Sunday. I bought the wrong bread again.",
        ago=6 * 24 * HOUR,
    )
    scene.say("joy", "Chiara", "Tuesday", "I slept at my own house.", ago=20 * HOUR)
    scene.say(
        "towel",
        "Dev",
        "Tuesday",
        "I shouted at my son about a wet towel. His face did a thing I know from when I was small.",
        kind=ShareKind.NOT_OKAY,
        ago=9 * HOUR,
    )
    scene.say(
        "private",
        "Els",
        "Tuesday",
        "I have not opened the letter from the hospital.",
        audience=Audience.ONLY_ME,
        ago=8 * HOUR,
    )
    scene.say(
        "rain",
        "Ama",
        "Tuesday",
        "It is raining and he would have liked it",
        kind=ShareKind.ORDINARY,
        need=Need.NOTHING,
        ago=2 * HOUR,
    )
    scene.say("regret", "Els", "Tuesday", "I wish I had not said that.", ago=3 * HOUR)


def _answer_at_tuesday(scene: Scene) -> None:
    els, dev, ama = scene.people["Els"], scene.people["Dev"], scene.people["Ama"]
    sharing.take_back(els, scene.words["regret"], at=scene.at - 2 * HOUR)
    towel = scene.words["towel"]
    sharing.witness(els, as_read_by(els, towel), at=scene.at - 8 * HOUR)
    sharing.answer(
        ama, as_read_by(ama, towel), words="Come and sit, I have tea.", at=scene.at - 7 * HOUR
    )
    sharing.answer(dev, towel, words="I would like that.", at=scene.at - 6 * HOUR)


def stairwell(scene: Scene) -> None:
    mara = scene.people["Mara"]
    scene.tables["Stairwell"] = circles.gather(
        mara,
        name="The stairwell",
        purpose="Neighbours who share lifts, soup and ladders.",
        kind=CircleKind.NEIGHBOURS,
        cloth=Cloth.MADDER,
        at=scene.at - timedelta(days=40),
    )
    _card_of_the_stairwell(scene)
    scene.sit("Stairwell", "Tom", 39)
    scene.sit("Stairwell", "Lin", 38)
    scene.sit("Stairwell", "Kim", 2, SeatState.ARRIVING)
    scene.say(
        "ladder", "Tom", "Stairwell", "The ladder is back behind the bicycles.", ago=30 * HOUR
    )
    scene.say(
        "soup", "Lin", "Stairwell", "There is too much soup again. Bring a pot.", ago=5 * HOUR
    )
    scene.say("key", "Mara", "Stairwell", "Whoever watered my plants, thank you.", ago=4 * HOUR)
    people.block(mara, scene.people["Tom"], at=scene.at - HOUR)


def two_people(scene: Scene) -> None:
    ines, yusuf = scene.people["Ines"], scene.people["Yusuf"]
    circle, letter = circles.start_with_one(
        ines,
        name="The quiet flat",
        sentence="For when the flat is too quiet",
        invitee="Yusuf",
        at=scene.at - timedelta(days=10),
    )
    scene.tables["Pair"] = circle
    circles.accept(
        yusuf, letter.token, at=scene.at - timedelta(days=10) + 10 * timedelta(minutes=1)
    )
    scene.say(
        "kettle", "Ines", "Pair", "The kettle is the loudest thing here tonight.", ago=3 * HOUR
    )
    kettle = scene.words["kettle"]
    sharing.answer(
        yusuf,
        as_read_by(yusuf, kettle),
        words="Put me on speaker next to it.",
        at=scene.at - 2 * HOUR,
    )
    scene.tables["Alone"], scene.letter = circles.start_with_one(
        scene.people["Ama"],
        name="Two cups",
        sentence="Come and drink something warm with me.",
        at=scene.at - HOUR,
    )
