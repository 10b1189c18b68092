"""AS-10: kind words stand at once under "I'm not okay"; unasked advice waits for a yes."""

from openchair.sharing.models import Answer, Offer
from openchair.testing.scenes import Scene
from tests.guest import Guest

TEA = "Come and sit, I have the big pot."
ADVICE = "You should try a parenting course"


def test_as_10_unasked_advice(scene: Scene) -> None:
    table, towel = f"/tables/{scene.tables['Tuesday'].pk}/", scene.words["towel"]
    ama, els, dev, bert = (Guest(scene.people[name]) for name in ("Ama", "Els", "Dev", "Bert"))
    answers = f"/words/{towel.pk}/answers/"
    ama.fill(table, answers, words=TEA)
    assert TEA in dev.get(table).text
    els.fill(table, answers, words=ADVICE, kind="idea")
    page = dev.get(table).text
    assert "Els has an idea, if you ever want one. It stays closed until you say yes." in page
    assert [label for label in ("Yes, show me", "Not now", "No") if f">{label}<" in page] == [
        "Yes, show me",
        "Not now",
        "No",
    ]
    assert ADVICE not in page + dev.get("/today/").text + bert.get(table).text
    waiting = els.get(table).text
    assert "Waiting. Dev knows that you have something to offer" in waiting
    offer = Offer.objects.for_viewer(scene.people["Dev"]).get()
    dev.fill(table, f"/offers/{offer.pk}/", reply="no")
    assert "has an idea" not in dev.get(table).text
    assert "Waiting. Dev knows that you have something to offer" in els.get(table).text
    assert not Answer.objects.for_viewer(scene.people["Dev"]).filter(kind="idea").exists()
