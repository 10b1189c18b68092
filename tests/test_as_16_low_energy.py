"""AS-16: whoever has nothing left finds three buttons and the day folded, and is asked for nothing."""

from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core import mail

from openchair.circles import actions as circles
from openchair.circles.models import QuestionKind, Seat, SeatState
from openchair.delivery import outbox
from openchair.delivery.models import Letter, State
from openchair.kernel.drafts import keep, kept_by
from openchair.kernel.guard import acting_for_the_house
from openchair.people import actions as people
from openchair.presence import actions as presence
from openchair.presence import telling
from openchair.presence.models import Asked, Call, Capacity, How, Lamp, When
from openchair.sharing import actions as sharing
from openchair.sharing.actions import place_of
from openchair.sharing.models import Need, Share
from openchair.testing.scenes import NOON, Scene
from openchair.testing.scenes.standing import as_read_by
from tests.guest import Guest
from tests.naming import names

WANJIRU = "Els"
"""In the scenario: Wanjiru."""
TODAY = "/today/"
HERE = "I’m here."
LAMP = "Someone left a lamp on in the night."


class Folded(HTMLParser):
    """What of a page stands open, and what behind one tap."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.depth, self.open, self.folded = 0, "", ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "details"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "details"

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.folded += data
        else:
            self.open += data


@pytest.fixture(autouse=True)
def post(settings: Any) -> None:
    """A mail server is named; Django's own test mailer stands in its place."""
    settings.OPENCHAIR = replace(
        settings.OPENCHAIR, demo=False, mail_host="mail.example", mail_from="post@house.example"
    )
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    mail.outbox = []


@pytest.fixture
def low(scene: Scene) -> Guest:
    """She said it on Today, in one press; nothing of the scene's own is on its way any more."""
    with acting_for_the_house("tests"):
        Letter.objects.all().delete()
    says(scene, "nothing")
    return Guest(scene.people[WANJIRU])


def says(scene: Scene, capacity: str, who: str = WANJIRU) -> None:
    answer = Guest(scene.people[who]).fill(TODAY, "/mine/how/word/", capacity=capacity)
    assert answer["Location"] == TODAY


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


def send_letters(scene: Scene) -> list[str]:
    outbox.send_due(NOON + timedelta(hours=1))
    return [one.to[0] for one in mail.outbox]


def test_as_16_three_buttons_and_the_day_behind_one_tap(scene: Scene, low: Guest) -> None:
    page = low.get(table(scene)).text
    seen = Folded(page)
    for words in ("Els, this is all for now", "I’m here", "Sit with me", "Not today"):
        assert words in seen.open
    assert "Any of these is enough. So is closing the page." in seen.open
    for words in ("Around the table:", "Say it", "It is raining and he would have liked it"):
        assert words in seen.folded
        assert words not in seen.open
    assert "house-nav" not in page
    assert '<details class="todays-page">' in page


def test_as_16_everyone_else_sees_the_table_as_ever(scene: Scene, low: Guest) -> None:
    page = Guest(scene.people["Ama"]).get(table(scene)).text
    assert "todays-page" not in page
    assert "Around the table:" in Folded(page).open
    says(scene, "some")
    assert "todays-page" not in low.get(table(scene)).text


def test_as_16_i_am_here_says_so_and_wants_nothing_back(scene: Scene, low: Guest) -> None:
    els, seat = scene.people[WANJIRU], scene.seat(WANJIRU, "Tuesday")
    seat.usual_audience = "only-me"
    seat.save()
    keep(els, place_of(seat), "Not ready yet.", at=NOON)
    answer = low.press(table(scene), f"{table(scene)}here/")
    assert answer["Location"] == f"{table(scene)}?here=1"
    (share,) = said_to_be_here(scene)
    assert (share.need, share.audience) == (Need.NOTHING, "circle")
    assert HERE in Guest(scene.people["Ama"]).get(table(scene)).text
    assert kept_by(els) == {place_of(seat): "Not ready yet."}
    assert scene.seat(WANJIRU, "Tuesday").usual_audience == "only-me"
    after = Folded(low.get(answer["Location"]).text).open
    assert "You said that you are here. Nothing else has to follow." in after
    assert send_letters(scene) == []


def said_to_be_here(scene: Scene) -> list[Share]:
    els = scene.people[WANJIRU]
    rows = Share.objects.for_viewer(els).filter(author=els)
    return [row for row in rows if row.words == HERE]


def test_as_16_the_same_press_twice_says_it_once(scene: Scene, low: Guest) -> None:
    form = low.form(table(scene), f"{table(scene)}here/")
    for _press in range(2):
        assert low.send(form)["Location"] == f"{table(scene)}?here=1"
    assert len(said_to_be_here(scene)) == 1


def test_as_16_whoever_does_not_sit_there_says_nothing_there(scene: Scene) -> None:
    for name in ("Omar", "Sam", "Kim"):
        guest = Guest(scene.people[name])
        assert guest.post(f"{table(scene)}here/", once=str(uuid4())).status_code == 404


def test_as_16_whoever_is_paused_reads_why_and_has_no_such_button(scene: Scene, low: Guest) -> None:
    with acting_for_the_house("tests"):
        Seat.objects.filter(account=scene.people[WANJIRU]).update(state=SeatState.PAUSED)
    assert f"{table(scene)}here/" not in low.get(table(scene)).text
    refused = low.post(f"{table(scene)}here/", once=str(uuid4()))
    assert refused.status_code == 409
    assert "Saying something is paused for you for now." in refused.text


def test_as_16_sit_with_me_asks_for_company(scene: Scene, low: Guest) -> None:
    presence.say_when(scene.people["Ama"], when=When.BOTH, how=How.TOGETHER)
    room = low.press(table(scene), f"{table(scene)}company/")["Location"]
    assert "Ama has been asked." in low.get(room).text
    assert "You asked for company: go there" in Folded(low.get(table(scene)).text).open
    assert "You asked for company." in low.get(TODAY).text


def test_as_16_not_today_leads_away_and_asks_nothing(scene: Scene, low: Guest) -> None:
    assert 'href="/today/?not-today=1"' in low.get(table(scene)).text
    page = low.get("/today/?not-today=1").text
    assert "That is all right. The table is still here." in page
    assert "That is all right." not in low.get(TODAY).text


def test_as_16_words_from_the_open_fold_are_never_lost(scene: Scene, low: Guest) -> None:
    answer = low.fill(table(scene), words="A little.", kind="no-kind")
    assert answer.status_code == 422
    assert '<details class="todays-page" open>' in answer.text
    assert "A little." in answer.text


def test_as_16_nobody_asks_her_for_company_until_she_changes_it(scene: Scene, low: Guest) -> None:
    for name in (WANJIRU, "Lin"):
        presence.say_when(scene.people[name], when=When.BOTH, how=How.TOGETHER)
    call = presence.call(scene.people["Ama"], scene.seat("Ama", "Tuesday"), at=NOON)
    assert whom(scene, call) == {"Lin"}
    says(scene, "some")
    presence.ask_again(scene.people["Ama"], call, at=NOON)
    assert whom(scene, call) == {"Lin", WANJIRU}


def whom(scene: Scene, call: Call) -> set[str]:
    called = {account.pk: name for name, account in scene.people.items()}
    with acting_for_the_house("tests"):
        rows = Asked.objects.filter(call=call.pk)
        return {called[one] for one in rows.values_list("account", flat=True)}


def test_as_16_a_call_from_before_is_neither_mailed_nor_shown_until_then(scene: Scene) -> None:
    presence.say_when(scene.people[WANJIRU], when=When.BOTH, how=How.TOGETHER)
    presence.call(scene.people["Ama"], scene.seat("Ama", "Tuesday"), at=NOON)
    says(scene, "nothing")
    els, said = Guest(scene.people[WANJIRU]), "Ama would like company now."
    assert said not in els.get(TODAY).text
    assert "els@example.org" not in send_letters(scene)
    says(scene, "low")
    assert said in els.get(TODAY).text


def test_as_16_what_is_asked_waits_and_stands_there_once_she_changes_it(
    scene: Scene, low: Guest
) -> None:
    names(scene, "Ama", "Kim’s brother")
    circles.ask_together(
        scene.people["Ama"], scene.seat("Ama", "Tuesday"), kind=QuestionKind.REST, at=NOON
    )
    assert "els@example.org" not in send_letters(scene)
    assert len(mail.outbox) > 0
    asked = ("You are asked in private.", "is asked something, and your word is wanted")
    for words in asked:
        assert words not in low.get(TODAY).text
    says(scene, "some")
    page = low.get(TODAY).text
    for words in asked:
        assert words in page


def test_as_16_answers_to_her_own_words_still_reach_her(scene: Scene, low: Guest) -> None:
    scene.say("tea", WANJIRU, "Tuesday", "Tea is on.", ago=timedelta())
    lin = scene.people["Lin"]
    names(scene, "Ama", "Kim’s brother")
    sharing.answer(lin, as_read_by(lin, scene.words["tea"]), words="Coming.", at=NOON)
    assert "els@example.org" in send_letters(scene)
    page = low.get(TODAY).text
    assert "Lin answered your words." in page
    assert "You are asked in private." not in page


def test_as_16_what_her_account_needs_still_reaches_her(scene: Scene, low: Guest) -> None:
    people.give_address(scene.people[WANJIRU], "new@example.org", at=NOON)
    assert "els@example.org" in send_letters(scene)


def test_as_16_a_lamp_waits_for_someone_who_can_answer_it(scene: Scene, low: Guest) -> None:
    with acting_for_the_house("tests"):
        Lamp.objects.create(circle=scene.tables["Tuesday"], by=scene.people["Dev"], left_at=NOON)
    assert LAMP not in low.get(table(scene)).text
    assert LAMP in Guest(scene.people["Ama"]).get(table(scene)).text


def test_as_16_she_is_told_how_it_ends_and_it_does_not_end_by_itself(
    scene: Scene, low: Guest
) -> None:
    sentence = "Nothing here asks anything of you until you change it."
    assert sentence in low.get(TODAY).text
    assert 'href="/mine/how/"' in low.get(table(scene)).text
    with time_machine.travel(NOON + timedelta(days=6), tick=False):
        assert sentence in low.get(TODAY).text
        assert "todays-page" in low.get(table(scene)).text
    telling.fade(NOON + timedelta(days=31))
    assert "todays-page" not in low.get(table(scene)).text


def test_as_16_nobody_else_learns_that_she_is_not_asked(scene: Scene, low: Guest) -> None:
    """With the word for herself alone, the pages of the others are what they were."""
    with_it = Guest(scene.people["Ama"]).get(table(scene)).text
    telling.take_back(scene.people[WANJIRU])
    without = Guest(scene.people["Ama"]).get(table(scene)).text
    telling.say_word(scene.people[WANJIRU], capacity=Capacity.NOTHING, at=NOON)
    assert plain(with_it) == plain(without)
    with acting_for_the_house("tests"):
        assert not Letter.objects.filter(state=State.LET_GO).exists()


def plain(page: str) -> list[str]:
    """The words of a page, without the marks drawn for each of its forms."""
    return [one.strip() for one in (Folded(page).open + Folded(page).folded).splitlines()]
