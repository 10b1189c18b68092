"""Two tables that come to rest: one until spring, one for good, and gladly."""

from openchair.circles import actions as circles
from openchair.circles.cloths import Cloth
from openchair.circles.models import About, CircleKind, QuestionKind, ShownTo
from openchair.sharing.models import ShareKind, ShortAnswer
from openchair.testing.scenes.hours import on
from openchair.testing.scenes.standing import Scene
from openchair.testing.scenes.talking import say
from openchair.testing.scenes.together import all_have_read, all_say_yes

ALLOTMENT, NIGHTS = "Allotment", "Nights"
DIGGERS = ("Nell", "Samir", "Petra", "Tobias")
PARENTS = ("Bea", "Oskar", "Lucia")


def allotment(scene: Scene) -> None:
    nell = scene.people["Nell"]
    scene.tables[ALLOTMENT] = circles.gather(
        nell,
        name="The allotment",
        purpose="We dig on Saturdays. Whoever cannot bend carries water, or tells stories.",
        kind=CircleKind.ACTIVITY,
        cloth=Cloth.GREEN_STEP,
        at=on(scene, 165, "10:00"),
    )
    for name in DIGGERS[1:]:
        scene.sit(ALLOTMENT, name, 150)
    circles.begin_gathering(nell, scene.seat("Nell", ALLOTMENT))
    circles.look_after(nell, scene.tables[ALLOTMENT], at=on(scene, 140, "10:00"))
    _card(scene)
    _autumn(scene)
    asked = on(scene, 18, "19:00")
    all_say_yes(scene, ALLOTMENT, *DIGGERS, kind=QuestionKind.REST, at=asked)
    all_have_read(scene, *DIGGERS, at=on(scene, 17, "09:00"))


def _card(scene: Scene) -> None:
    """For people of this house alone."""
    circles.show_card(
        scene.people["Nell"],
        scene.seat("Nell", ALLOTMENT),
        shown_to=ShownTo.HOUSE,
        said={
            "about": About.LIFE,
            "name": "The allotment",
            "sentence": "We dig, and carry water, and tell stories.",
            "area": "The gardens behind the station.",
            "rhythm": "Saturday mornings, from spring to the first frost.",
            "language": "In English, and with our hands.",
        },
        at=on(scene, 139, "11:00"),
    )


def _autumn(scene: Scene) -> None:
    pumpkin = say(
        scene,
        "Samir",
        ALLOTMENT,
        "The last pumpkin is heavier than my nephew. I have carried both today, to be fair to them.",
        kind=ShareKind.LAUGH,
        at=on(scene, 30, "13:15"),
    )
    pumpkin.answer("Petra", "Which of them cried?").answer("Samir", "I did.")
    pumpkin.press(ShortAnswer.GLAD, "Tobias")
    frost = say(
        scene,
        "Nell",
        ALLOTMENT,
        "The ground is hard now, and my hands are not sorry. Let us close the shed until it smells of "
        "earth again.",
        at=on(scene, 18, "18:50"),
    )
    frost.answer("Samir", "I have the key, and oil for the lock.")
    frost.answer("Petra", "Sleep well, beans.")


def night_shift(scene: Scene) -> None:
    scene.tables[NIGHTS] = circles.gather(
        scene.people["Bea"],
        name="The night shift",
        purpose="For parents who are awake at three. Nobody here minds what you sound like.",
        kind=CircleKind.PLAY,
        cloth=Cloth.INDIGO_RAILS,
        at=on(scene, 160, "03:40"),
    )
    for name in PARENTS[1:]:
        scene.sit(NIGHTS, name, 155)
    _awake(scene)
    _asleep(scene)
    all_say_yes(
        scene,
        NIGHTS,
        *PARENTS,
        kind=QuestionKind.CLOSE,
        words="Our children sleep. Thank you for every three o’clock.",
        days=14,
        at=on(scene, 5, "20:30"),
    )
    all_have_read(scene, *PARENTS, at=on(scene, 4, "08:00"))


def _awake(scene: Scene) -> None:
    asleep = say(
        scene,
        "Oskar",
        NIGHTS,
        "Is anybody’s child asleep?",
        kind=ShareKind.QUESTION,
        at=on(scene, 40, "03:12"),
    )
    asleep.answer("Bea", "Mine is. On my face.").answer("Lucia", "Ask me in a year.")
    asleep.answer("Oskar", "I will. Good night, you two.")


def _asleep(scene: Scene) -> None:
    arms = say(
        scene,
        "Lucia",
        NIGHTS,
        "Five nights in a row now. I stood beside the cot and did not know what to do with my arms.",
        kind=ShareKind.JOY,
        at=on(scene, 6, "21:00"),
    )
    arms.press(ShortAnswer.GLAD, "Oskar").answer("Bea", "You put them under a blanket and sleep.")
    end = say(
        scene,
        "Bea",
        NIGHTS,
        "I think we are done here, in the good way. Shall we say goodbye properly, with two weeks "
        "for it?",
        at=on(scene, 5, "20:10"),
    )
    end.answer("Oskar", "Yes. And tea once, by daylight.").press(ShortAnswer.SEE, "Lucia")
