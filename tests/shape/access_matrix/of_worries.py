"""What is laid of "I'm worried about you", and who sees it: the reader, the writer, and who is asked to
look in (AS-39). What may be done with it is in `of_worrying`."""

from typing import TYPE_CHECKING, Any

from openchair.presence.models import Worry

if TYPE_CHECKING:
    from tests.shape.access_matrix.world import World

# Who is worried, under which words, whom they would ask, and what was answered.
LAID: dict[str, tuple[str, str, str, str]] = {
    "Lin rain": ("Lin", "rain", "Dev", ""),
    "Els joy": ("Els", "joy", "Lin", "yes"),
    "Lin joy": ("Lin", "joy", "Sam", "yes"),
    "Bert joy": ("Bert", "joy", "", "no"),
    "Vera towel": ("Vera", "towel", "Els", "yes"),
    "Kim soup": ("Kim", "soup", "Tom", "yes"),
    "Tom soup": ("Tom", "soup", "Mara", "yes"),
    "Lin ladder": ("Lin", "ladder", "Mara", "yes"),
    "Lin towel": ("Lin", "towel", "Els", "yes"),
    "Sam joy": ("Sam", "joy", "", ""),
    "Els earlier": ("Els", "earlier", "", ""),
    "Ama regret": ("Ama", "regret", "", ""),
}
TAKEN_BACK = "Lin towel"
SEES_WORRIES: dict[str, frozenset[str]] = {
    "Lin rain": frozenset({"Lin", "Ama"}),  # Ama has not answered, so Dev hears nothing
    "Els joy": frozenset({"Els", "Chiara", "Lin"}),
    "Lin joy": frozenset({"Lin", "Chiara"}),  # Sam left
    "Bert joy": frozenset({"Bert", "Chiara"}),
    "Vera towel": frozenset({"Els"}),  # she keeps Dev apart since, and he reads nothing of it
    "Kim soup": frozenset({"Kim", "Lin", "Tom"}),
    "Tom soup": frozenset({"Tom", "Lin"}),  # Mara keeps him apart
    "Lin ladder": frozenset({"Lin", "Tom"}),  # likewise
    "Lin towel": frozenset({"Lin"}),  # taken back
    "Sam joy": frozenset(),  # who is worried sits there no more
    "Els earlier": frozenset({"Els"}),  # whose words they are sits there no more
    "Ama regret": frozenset(),  # the words were taken back
}


def lay_worries(world: "World") -> None:
    for name, (by, key, also, reply) in LAID.items():
        share: Any = world.scene.words[key]
        row = Worry(share_id=share.pk, circle_id=share.circle_id, of_id=share.author_id)
        row.by, row.worried_at = world.people[by], world.at
        row.also = world.people[also] if also else None
        row.reply, row.told = reply, reply == "yes"
        row.taken_back_at = world.at if name == TAKEN_BACK else None
        row.save()
        world.put(f"worry {name}", row)


def worries_with(world: "World", ama: Any, els: Any) -> None:
    """For `test_keeping`: Ama is worried, and asked to look in; words of hers are what Lin worries about."""
    for by, also, told in ((ama, els, False), (world.people["Noor"], ama, True)):
        joy: Any = world.scene.words["joy"]
        row = Worry(share=joy, circle=joy.circle, of=joy.author, by=by, also=also, told=told)
        row.reply, row.worried_at = "yes" if told else "", world.at
        row.save()
