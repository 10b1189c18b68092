from django.utils.translation import gettext_lazy as _

from openchair.circles.kinds.brought import Brought, Defaults

FRIENDS = Brought(
    starters=(
        _("Friends, and the family we chose."),
        _("So that we hear from each other on ordinary days."),
    ),
    agreement=(
        _("We tell each other the small things too."),
        _("Nobody has to answer at once."),
    ),
    arrival=_("Somebody here thought of you. There is nothing to catch up on."),
    prompts=(
        _("What did you eat today?"),
        _("What made you think of one of us?"),
    ),
    defaults=Defaults(is_life=True),
)
