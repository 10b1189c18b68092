from django.utils.translation import gettext_lazy as _

from openchair.circles.kinds.brought import Brought

GRIEF = Brought(
    starters=(
        _("For people who are missing someone."),
        _("A place where their names can be said."),
    ),
    agreement=(
        _("No loss here is larger or smaller than another."),
        _("We do not say that time heals, or that it was for the best."),
    ),
    arrival=_("You need not tell how it happened. You can begin with their name, or with today."),
    prompts=(
        _("Whom do you have with you today?"),
        _("What did the house sound like this morning?"),
    ),
)
