"""The Thursday kettle: seven people who are ill for long, two of whom look after their table.

One rests, one is new, one visits; a chair is set out; an idea waits, and someone's question.
"""

from datetime import timedelta

from openchair.circles import actions as circles
from openchair.circles.cloths import Cloth
from openchair.circles.models import CircleKind, QuestionKind, Seat, SeatState
from openchair.presence import actions as presence
from openchair.presence import telling as how
from openchair.presence import unanswered
from openchair.presence.models import Capacity, How, When
from openchair.sharing.models import AnswerKind, Need, ShareKind, ShortAnswer
from openchair.testing.scenes.hours import on
from openchair.testing.scenes.standing import Scene
from openchair.testing.scenes.talking import say
from openchair.testing.scenes.together import all_have_read, all_say_yes

KETTLE = "Kettle"
HOUR = timedelta(hours=1)
AGREED = """What is said here stays here.
Ideas only when they are wanted.
Nobody has to look well, or ill.
No cures out of the newspaper.
Whoever is too tired to write reads, and that is enough."""


def thursday_kettle(scene: Scene) -> None:
    _lay(scene)
    _agree(scene)
    _weeks_before(scene)
    _two_more_come(scene)
    _days_before(scene)
    all_have_read(scene, "Greta", "Anton", "Edith", "Fatima", "Rosa", at=scene.at - 8 * HOUR)
    _a_question_waits(scene)
    _today(scene)


def _lay(scene: Scene) -> None:
    scene.tables[KETTLE] = circles.gather(
        scene.people["Greta"],
        name="The Thursday kettle",
        purpose="For people who will be ill for a long time, and still laugh at things.",
        kind=CircleKind.ILLNESS,
        cloth=Cloth.GREEN,
        at=on(scene, 140, "19:00"),
    )
    for name, days_ago in {"Anton": 139, "Edith": 130, "Fatima": 120, "Pavel": 110}.items():
        scene.sit(KETTLE, name, days_ago)
    for name in ("Greta", "Anton"):
        circles.look_after(scene.people[name], scene.tables[KETTLE], at=on(scene, 100, "19:30"))
    scene.sit(KETTLE, "Moses", 80)


def _two_more_come(scene: Scene) -> None:
    """Rosa visited for a week and sat down; Niko has been here twice. There is a chair for one more."""
    rosa, actor = scene.people["Rosa"], scene.people["Edith"]
    for name, days_ago in {"Rosa": 15, "Niko": 5}.items():
        scene.sit(KETTLE, name, days_ago, SeatState.VISITING)
        seat, at = scene.seat(name, KETTLE), on(scene, days_ago, "22:00")
        circles.say_yes_to_agreement(scene.people[name], seat, at=at)
    circles.sit_down(rosa, scene.seat("Rosa", KETTLE), at=on(scene, 6, "18:40"))
    seats = Seat.objects.for_viewer(actor).filter(circle=scene.tables[KETTLE].pk)
    mine, hers = seats.get(account=actor), seats.get(account=rosa)
    circles.walk_beside(actor, mine, hers, at=on(scene, 6, "18:55"))
    seat, words = scene.seat("Greta", KETTLE), "for whoever is waiting for a result"
    circles.set_out_chair(scene.people["Greta"], seat, words=words, at=on(scene, 4, "20:00"))


def _agree(scene: Scene) -> None:
    at = on(scene, 70, "19:10")
    everyone = ("Greta", "Anton", "Edith", "Fatima", "Pavel", "Moses")
    all_say_yes(scene, KETTLE, *everyone, kind=QuestionKind.AGREEMENT, words=AGREED, at=at)
    circles.shape(
        scene.people["Anton"],
        scene.seat("Anton", KETTLE),
        opening_words="Sit however it hurts least.",
        closing_words="That was this evening. The kettle stays on.",
        seats_most=10,
        at=at,
    )


def _weeks_before(scene: Scene) -> None:
    bakers = say(
        scene,
        "Anton",
        KETTLE,
        "Third infusion done. I watched eleven hours of people baking and could not tell you one cake.",
        kind=ShareKind.LAUGH,
        at=on(scene, 12, "17:20"),
    )
    bakers.answer("Edith", "Which of them dropped the tart?").answer("Anton", "The nice one.")
    bakers.answer("Fatima", "It is always the nice one.")
    rest = say(
        scene,
        "Pavel",
        KETTLE,
        "I am going quiet for a while. I need what words I have for the doctors. "
        "Leave my cup where it is, please.",
        at=on(scene, 9, "21:05"),
    )
    rest.press(ShortAnswer.SEE, "Greta", "Moses").answer("Edith", "It is on its hook.")
    word = "quiet"
    circles.rest(scene.people["Pavel"], scene.seat("Pavel", KETTLE), word=word)


def _days_before(scene: Scene) -> None:
    first = say(
        scene,
        "Rosa",
        KETTLE,
        "Hello. So far I have read along. I have had this for three years, and have told four people.",
        at=on(scene, 5, "10:20"),
    )
    first.answer("Edith", "Then we make it a few more. Hello, Rosa.")
    first.press(ShortAnswer.SEE, "Anton", "Fatima", "Moses")
    lift = say(
        scene,
        "Fatima",
        KETTLE,
        "They want to try the other medicine. I said yes. Then I cried in the lift, and a man I had "
        "never seen held the door as if I were carrying something heavy.",
        need=Need.COMPANY,
        at=on(scene, 3, "16:45"),
    )
    lift.press(ShortAnswer.STAYING, "Anton", "Rosa").answer("Greta", "You were. I am with you.")
    niko = say(
        scene,
        "Niko",
        KETTLE,
        "Thank you for letting me listen. I did not know that people talk about this and about soup "
        "in the same evening.",
        at=on(scene, 1, "20:40"),
    )
    niko.answer("Greta", "The soup is half of it.")


def _a_question_waits(scene: Scene) -> None:
    """For more than six waking hours, so that Edith, who may be asked, was asked."""
    presence.say_when(scene.people["Edith"], when=When.BOTH, how=How.TOGETHER, named=True)
    say(
        scene,
        "Moses",
        KETTLE,
        "My manager asked when I will be back to normal. I have been looking at that message all "
        "day. What did you say, those of you who had to say something?",
        kind=ShareKind.QUESTION,
        need=Need.THINK,
        at=scene.at - 20 * HOUR,
    )
    unanswered.go_on(scene.at - 2 * HOUR)


def _today(scene: Scene) -> None:
    coins = say(
        scene,
        "Fatima",
        KETTLE,
        "Since the new tablets everything tastes of coins. Tea too. I miss tea.",
        need=Need.READ,
        at=scene.at - 5 * HOUR,
    )
    coins.press(ShortAnswer.SEE, "Rosa")
    coins.answer(
        "Moses",
        "Mint, cold, out of a glass. It got past the coins for me. I can bring some on Thursday.",
        AnswerKind.IDEA,
    )
    _nothing_has_grown(scene)
    table = scene.tables[KETTLE].pk
    fatima, line = scene.people["Fatima"], "Can read, cannot cook."
    presence.say_when(scene.people["Anton"], when=When.DAY, how=How.ALONE)
    how.say_how(fatima, capacity=Capacity.LOW, line=line, to=[table], at=scene.at - 4 * HOUR)


def _nothing_has_grown(scene: Scene) -> None:
    joy = say(
        scene,
        "Anton",
        KETTLE,
        "The letter from the hospital came. Nothing has grown. I read it four times on the stairs, "
        "with my coat on.",
        kind=ShareKind.JOY,
        at=scene.at - HOUR,
    )
    joy.answer("Greta", "Nothing has grown. What a sentence.")
    joy.answer("Edith", "Take the coat off now, dear.")
    joy.answer("Anton", "I will. I wanted to tell you first.")
    joy.press(ShortAnswer.GLAD, "Rosa", "Niko")
    joy.answer("Fatima", "Read it out to us on Thursday. Slowly.")
    joy.answer("Anton", "Like a poem. And I am bringing the tart.")
    joy.answer("Edith", "Mind how you carry it.")
