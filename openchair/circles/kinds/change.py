from django.utils.translation import gettext_lazy as _

from openchair.circles.kinds.brought import Brought

CHANGE = Brought(
    starters=(
        _("For people whose life is turning: a parting, a move, an end of work, a beginning."),
        _("For the time in between."),
    ),
    agreement=(
        _("Nobody has to be glad of a change, and nobody has to be sorry."),
        _("We do not decide for each other."),
    ),
    arrival=_("You can come without a plan. Most of us are in the middle of something."),
    prompts=(
        _("What is over, and what has not begun yet?"),
        _("What of the old days do you take along?"),
    ),
)
