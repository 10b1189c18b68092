from django.utils.translation import gettext_lazy as _

from openchair.circles.kinds.brought import Brought

ILLNESS = Brought(
    starters=(
        _("For people who live with an illness that stays."),
        _("For the days between appointments."),
    ),
    agreement=(
        _("Nobody here knows somebody else’s body better than they do."),
        _("Cures and diets are told of only to those who asked."),
    ),
    arrival=_("You can lie down, come late and go early. Nobody asks how you look for being ill."),
    prompts=(
        _("What does your body allow today?"),
        _("What did you not have to explain this week?"),
    ),
)
