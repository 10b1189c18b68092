"""Why not? Each answer is the sentence the person reads; None means: go on."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from django.utils.translation import gettext as _

from openchair.house.models import Duty, House, Role
from openchair.house.queries import duties_of, has_duty
from openchair.house.steps import Standing
from openchair.kernel.guard import Viewer
from openchair.people.models import Account

type Held = Mapping[Duty, int]


def why_not_keep_help_lines(actor: Viewer) -> str | None:
    """spec/model.md, Resource: crisis lines are listed by a steward only."""
    if not has_duty(actor, Duty.STEWARD):
        return _("Only someone who looks after this house can change these lines.")
    return None


def why_not_tend(actor: Viewer, held: Held) -> str | None:
    """While nobody looks after the house yet, whoever has the set-up address does (its door asks)."""
    if held[Duty.STEWARD] and not has_duty(actor, Duty.STEWARD):
        return _("Only someone who looks after this house can change this.")
    return None


def why_not_be_first(house: House, held: Held) -> str | None:
    if held[Duty.STEWARD] or not house.is_setting_up:
        return _("Someone looks after this house already. Nothing was changed.")
    return None


def why_not_greet(actor: Account) -> str | None:
    """The greeting is in a host's own words; a steward may write the first one."""
    if not {Duty.HOST, Duty.STEWARD} & duties_of(actor):
        return _("Only someone who greets people here, or looks after this house, can change this.")
    return None


def why_not_ask(actor: Account) -> str | None:
    if not has_duty(actor, Duty.STEWARD):
        return _("Only someone who looks after this house can ask for this.")
    return None


def why_not_take(mine: AbstractSet[Duty], duty: Duty) -> str | None:
    """The independent listener never is a host or a steward (docs/decisions/0040)."""
    if duty in mine:
        return _("You do this already. The letter is for someone else.")
    if duty == Duty.EAR and mine:
        return _(
            "You do something else for this house. Whoever listens independently does nothing else "
            "here, so that people can also speak to them about you."
        )
    if Duty.EAR in mine:
        return _("You listen independently here, and that goes with no other duty.")
    return None


def why_not_put_down(duty: Duty, *, others: bool, line: bool) -> str | None:
    """spec/model.md I-40: first the safe fallback, then the putting down."""
    if others or (duty == Duty.EAR and line):
        return None
    return {
        Duty.STEWARD: _(
            "You are the only one who looks after this house. Ask a second person first; "
            "you can put it down once they have said yes."
        ),
        Duty.HOST: _(
            "You are the only one who greets people here. You can put it down once someone else "
            "has said yes."
        ),
        Duty.EAR: _(
            "You are the only independent listener. You can put it down once someone else has said "
            "yes, or together with the line that there is no independent person in this house."
        ),
    }[duty]


def why_not_end_duty(actor: Account, role: Role) -> str | None:
    if not has_duty(actor, Duty.STEWARD):
        return _("You do not look after this house any more. Another steward has ended it.")
    if role.account_id == actor.pk:
        return _("This is your own duty. You can put it down yourself.")
    return None


def why_not_say_nobody(held: Held, *, said: bool, now: House | None) -> str | None:
    """The line tells the truth: not while someone listens, and not off while nobody does."""
    if said and held[Duty.EAR]:
        return _("Someone listens independently here. The line would not be true.")
    if not said and now and not now.is_setting_up and not held[Duty.EAR]:
        return _("Nobody listens independently yet, so the line stays until someone says yes.")
    return None


def why_not_open(actor: Account, standing: Standing, held: Held) -> str | None:
    """spec/model.md, House: what must be in place before a house is open."""
    if sentence := why_not_tend(actor, held):
        return sentence
    missing = standing.missing()
    if missing:
        return _("The house cannot open yet. This is still missing: %(step)s.") % {
            "step": missing[0].title
        }
    return None


def letter_is_closed() -> str:
    return _("This address is no longer open. It was nothing you did.")


def why_not_leave_duties(actor: Account, held: Held, *, line: bool) -> str | None:
    """The same as for putting each down, for whoever wants to be forgotten altogether (I-40)."""
    for duty in sorted(duties_of(actor)):
        if sentence := why_not_put_down(duty, others=held[duty] > 1, line=line):
            return sentence
    return None
