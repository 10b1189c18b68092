from django.utils.translation import gettext_lazy as _

from openchair.circles.kinds.brought import Brought, Defaults

FAMILY = Brought(
    starters=(
        _("Our family, as far as it reaches."),
        _("For what gets lost between phone calls."),
    ),
    agreement=(
        _("Each of us tells their own news. Nobody tells it for them."),
        _("Old quarrels are not settled here in front of everybody."),
    ),
    arrival=_("You know these people. Here you may also be quiet with them."),
    prompts=(
        _("What is going on at yours?"),
        _("Which of the old stories do you still like to hear?"),
    ),
    defaults=Defaults(is_life=True),
)
