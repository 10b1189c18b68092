"""AS-08: somebody looks over Lea's shoulder. The page is covered, the session ends, the weather opens.

Here the requests; the three presses of Shift, and their five seconds, are walked in
`tests/walks/test_leaving_fast.py`.
"""

import re

from openchair.house.queries import neutral_name
from openchair.people import queries
from openchair.people.models import Account
from openchair.testing.scenes import Scene
from tests.guest import Guest

HISTORY = "cannot clear your browser’s history"
LINK = re.compile(r'<a class="(?:leave|skip)" href="(/leave/)" data-leave')


def arrive(scene: Scene) -> Guest:
    """Lea, who has just come by a letter."""
    assert scene.letter
    lea = Guest(csrf=True)
    page = f"/i/{scene.letter.token}/arriving/"
    answer = lea.fill(page, name="Leandra", adult="yes", agreement="yes", device="own")
    assert answer.status_code == 302
    assert HISTORY in lea.get(answer["Location"]).text, "before first use"
    return lea


def test_as_08_family_member_finds_out(scene: Scene) -> None:
    lea = arrive(scene)
    account = lea.client.session["_auth_user_id"]
    today = lea.get("/today/").text
    assert LINK.search(today), "a plain link, so it works without scripts"
    answer = lea.get("/leave/")
    assert answer["Location"] == "/weather/"
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert not lea.is_signed_in
    assert queries.signed_in_at(Account.objects.get(pk=account), None) == []
    weather = lea.get("/weather/").text
    assert "Wind and weather" in weather
    for told in ("Elm House", "tables", "sign-in", "house.css", "Leandra", "/leave/"):
        assert told not in weather
    back = lea.get("/today/")
    assert back["Location"] == "/sign-in/?next=%2Ftoday%2F"
    page = lea.get(back["Location"]).text
    assert f"<title>{neutral_name()}</title>" in page
    assert "Leandra" not in page


def test_as_08_it_is_the_first_thing_and_again_the_last_for_who_cannot_see(scene: Scene) -> None:
    page = Guest(scene.people["Ama"]).get("/today/").text
    first, last = [found.start() for found in LINK.finditer(page)]
    assert "<a " not in page[page.index("<body") : first]
    assert last > page.index("</main>")


def test_as_08_leaving_twice_is_once_and_a_visitor_may_leave_too(scene: Scene) -> None:
    guest = Guest(scene.people["Ama"])
    assert [guest.get("/leave/")["Location"] for _press in range(2)] == ["/weather/"] * 2
    assert Guest().get("/leave/")["Location"] == "/weather/"


def test_as_08_the_safety_page_says_what_it_cannot_do(scene: Scene) -> None:
    assert HISTORY in Guest().get("/safety/").text
