from django.utils.translation import gettext_lazy as _

from openchair.circles.kinds.brought import Brought, Defaults

FAITH = Brought(
    starters=(
        _("For people who believe, doubt, or ask."),
        _("To pray, to be silent, or to sit beside those who do."),
    ),
    agreement=(
        _("Belief and doubt sit at the same table. Nobody is talked into either."),
        _("A prayer for someone is offered first, and said when they wish it."),
    ),
    arrival=_("You need not know the words. Sitting there in silence is taking part."),
    prompts=(
        _("What carries you just now?"),
        _("What question have you had for a long time?"),
    ),
    defaults=Defaults(is_life=True),
)
