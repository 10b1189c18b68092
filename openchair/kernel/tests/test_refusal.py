"""A refusal says to the person what they can do."""

from openchair.kernel.refusal import Refusal


def test_a_refusal_carries_its_sentence_and_status() -> None:
    refusal = Refusal("All chairs are taken. You can open one more.")
    assert (refusal.sentence, refusal.status) == (str(refusal), 409)
    assert Refusal("Say how old you are.", status=400).status == 400
