from django.utils.translation import gettext_lazy as _

from openchair.circles.kinds.brought import Brought

RECOVERY = Brought(
    starters=(
        _("For people who are stopping, or staying stopped."),
        _("For the hours that are longest."),
    ),
    agreement=(
        _("Whoever has used or drunk today may be here, and says so only if they wish."),
        _("Nobody counts anybody’s days."),
    ),
    arrival=_(
        "You can come on the first day and on the day after a bad one. The chair is the same."
    ),
    prompts=(
        _("Which hour is the long one today?"),
        _("What did you do in place of it, even once?"),
    ),
)
