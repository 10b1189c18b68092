"""Two tables that have just begun: four people on a bench who lost someone, and a family.

At the family's table nobody is asked how they feel.
"""

from datetime import timedelta

from openchair.circles import actions as circles
from openchair.circles.cloths import Cloth
from openchair.circles.models import CircleKind
from openchair.presence import actions as presence
from openchair.presence import telling as how
from openchair.presence.models import Capacity, How, When
from openchair.sharing.models import Need, ShareKind, ShortAnswer
from openchair.testing.scenes.hours import on
from openchair.testing.scenes.standing import Scene
from openchair.testing.scenes.talking import say
from openchair.testing.scenes.together import all_have_read

BENCH, FAMILY = "Bench", "Family"
HOUR = timedelta(hours=1)


def wednesday_bench(scene: Scene) -> None:
    scene.tables[BENCH] = circles.gather(
        scene.people["Agnes"],
        name="The Wednesday bench",
        purpose="Each of us lost someone this year. Wednesdays we sit by the canal, the other days here.",
        kind=CircleKind.GRIEF,
        cloth=Cloth.PLUM,
        at=on(scene, 24, "15:00"),
    )
    for name in ("Wanda", "Tobias", "Idris"):
        scene.sit(BENCH, name, 23)
    presence.say_when(scene.people["Agnes"], when=When.BOTH, how=How.TOGETHER)
    _weeks_on_the_bench(scene)
    _days_on_the_bench(scene)
    all_have_read(scene, "Agnes", "Wanda", "Tobias", at=scene.at - 8 * HOUR)
    _today_on_the_bench(scene)


def _weeks_on_the_bench(scene: Scene) -> None:
    piet = say(
        scene,
        "Agnes",
        BENCH,
        "His name was Piet. When he could not find his keys he whistled, as if they would come.",
        kind=ShareKind.GRIEF,
        need=Need.HOLD,
        at=on(scene, 20, "20:10"),
    )
    piet.press(ShortAnswer.HOLDING, "Wanda", "Tobias", "Idris")
    cups = say(
        scene,
        "Wanda",
        BENCH,
        "I took out two cups again. I drank both.",
        kind=ShareKind.ORDINARY,
        need=Need.NOTHING,
        at=on(scene, 9, "07:40"),
    )
    cups.press(ShortAnswer.SEE, "Agnes", "Tobias")


def _days_on_the_bench(scene: Scene) -> None:
    wave = say(
        scene,
        "Tobias",
        BENCH,
        "My daughter asked whether her mother can see that we are moving. I said that I do not know. "
        "She said it does not matter, she will wave from the car.",
        kind=ShareKind.GRIEF,
        at=on(scene, 4, "22:20"),
    )
    wave.press(ShortAnswer.SEE, "Idris").answer("Agnes", "I will stand there and wave back.")
    year = say(
        scene,
        "Idris",
        BENCH,
        "It will be a year soon. I do not want flowers. I do not want to be alone either.",
        need=Need.COMPANY,
        at=on(scene, 1, "17:00"),
    )
    year.answer("Wanda", "I will be on the bench that day from four, with the big flask.")
    year.press(ShortAnswer.STAYING, "Tobias")
    year.answer("Idris", "Then I will come at four.")


def _today_on_the_bench(scene: Scene) -> None:
    robin = say(
        scene,
        "Wanda",
        BENCH,
        "The robin sat on the handle of her spade this morning and looked at me as if I were late.",
        kind=ShareKind.ORDINARY,
        at=scene.at - 3 * HOUR,
    )
    robin.press(ShortAnswer.SEE, "Idris").answer("Agnes", "Were you?").answer("Wanda", "A little.")


def edith_and_hers(scene: Scene) -> None:
    scene.tables[FAMILY] = circles.gather(
        scene.people["Edith"],
        name="Edith and hers",
        purpose="So that news does not go three times round and come back as something else.",
        kind=CircleKind.FAMILY,
        cloth=Cloth.MADDER_HEART,
        at=on(scene, 90, "16:00"),
    )
    for name in ("Henk", "Vera", "Lucia"):
        scene.sit(FAMILY, name, 89)
    _days_of_the_family(scene)
    all_have_read(scene, "Edith", "Henk", "Vera", at=scene.at - 8 * HOUR)
    _today_in_the_family(scene)


def _days_of_the_family(scene: Scene) -> None:
    goat = say(
        scene,
        "Vera",
        FAMILY,
        "I found the photograph with the goat. I am not saying who is under the goat.",
        kind=ShareKind.LAUGH,
        at=on(scene, 7, "11:30"),
    )
    goat.answer("Henk", "I was six.").answer("Edith", "You were nine.")
    chairs = say(
        scene,
        "Edith",
        FAMILY,
        "We are seven at the weekend and I have six chairs, one of which has opinions. "
        "Who brings something to sit on?",
        kind=ShareKind.QUESTION,
        at=on(scene, 2, "10:05"),
    )
    chairs.answer("Henk", "The piano stool. It turns, so mind the soup.")
    chairs.answer("Vera", "I can stand. I like to see what comes.")
    chairs.answer("Edith", "You will sit, Vera.")


def _today_in_the_family(scene: Scene) -> None:
    word = say(
        scene,
        "Lucia",
        FAMILY,
        "Mina said her first word, at breakfast, with porridge. It was “no”.",
        kind=ShareKind.JOY,
        at=scene.at - 2 * HOUR,
    )
    word.press(ShortAnswer.GLAD, "Henk").answer("Vera", "She gets that from you, Edith.")
    word.answer("Edith", "I certainly hope so.").answer("Lucia", "She said it to the spoon.")
    word.answer("Henk", "Somebody has to.")
    edith, table = scene.people["Edith"], scene.tables[FAMILY].pk
    line = "Knees bad, head clear."
    how.say_how(edith, capacity=Capacity.SOME, line=line, to=[table], at=scene.at - 3 * HOUR)
