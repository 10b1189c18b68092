from django.utils.translation import gettext_lazy as _

from openchair.circles.kinds.brought import Brought, Defaults

PAIR = Brought(
    starters=(_("For when the flat is too quiet."), _("For the two of us, whenever.")),
    agreement=(_("We say it when it is too much, and that is enough."),),
    arrival=_("It is the two of you. You can begin with anything."),
    prompts=(_("What is on your table right now?"), _("What was today like?")),
    defaults=Defaults(seats_most=2),
)
