from django.utils.translation import gettext_lazy as _

from openchair.circles.kinds.brought import Brought

PEERS = Brought(
    starters=(
        _("For people who know dark times from inside."),
        _("Company for days when the head is no friend."),
    ),
    agreement=(
        _("We are company for each other, and no treatment."),
        _("We speak of how it feels, and leave out how one could harm oneself."),
    ),
    arrival=_(
        "You need no name for what you have. If you are in danger now, the lines above answer."
    ),
    prompts=(
        _("How heavy is today?"),
        _("What helped a little, even if it was small?"),
    ),
)
