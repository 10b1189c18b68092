import unicodedata

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from openchair.kernel.text import clean_line
from openchair.people.models import Account, NameNotUsed, Person
from openchair.people.queries import passkeys_of, ways_in


def why_not_arrive(*, adult: bool, name: str) -> str | None:
    """spec/model.md, Invitation: arriving asks four things; I-35."""
    if not name:
        return _("Please write the name you would like to be called.")
    if not adult:
        return _(
            "This house is for people who are 18 or older, because nobody here is trained to keep children safe."
        )
    return _why_not_you(name)


def why_not_be_called(actor: Account, name: str) -> str | None:
    if sentence := why_not_arrive(adult=True, name=name):
        return sentence
    if is_never_used(actor, name):
        return _(
            "This name is on your list of names that are never used here. Take it off the list first."
        )
    return None


def why_not_never_use(actor: Account, name: str) -> str | None:
    if not name:
        return _("Write the name that this house must not show for you.")
    person = Person.objects.for_viewer(actor).get(account=actor)
    if same_name(person.name, name):
        return _("You are called so here now. Choose another name first, then put this one away.")
    return None


def is_never_used(actor: Account, name: str) -> bool:
    names = NameNotUsed.objects.for_viewer(actor).filter(account=actor)
    return any(same_name(row.name, name) for row in names)


def same_name(one: str, other: str) -> bool:
    """However it is written: capitals, kinds of letters and spaces make no other name."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", clean_line(name)).casefold()


def _why_not_you(name: str) -> str | None:
    """Pages say "You" of the one who reads: nobody else can be called so, in any language."""
    if any(same_name(name, word) for word in _words_for_you()):
        return _(
            "Pages here call whoever reads them by this word. Please choose another, so that nobody is mixed up."
        )
    return None


def _words_for_you() -> set[str]:
    words = {"You"}
    for language, _name in settings.LANGUAGES:
        with override(language):
            words.add(_("You"))
    return words


def why_not_sign_out_everywhere(actor: Account) -> str | None:
    if not any(ways_in(actor)):
        return _(
            "You left no address here, so the browsers that you are signed in with are your only keys. "
            "Leave an address or make recovery codes first. Then you can end them all."
        )
    return None


def why_not_block(actor: Account, other: Account) -> str | None:
    if actor.pk == other.pk:
        return _(
            "You cannot block yourself. If you need a rest, you can leave any table for as long as you like."
        )
    return None


MOST_PASSKEYS = 10


def why_not_add_passkey(actor: Account) -> str | None:
    if len(passkeys_of(actor)) >= MOST_PASSKEYS:
        return _("There are ten passkeys already. Take one away that you no longer use.")
    return None


def why_not_take_away_passkey(actor: Account) -> str | None:
    ways = ways_in(actor)
    if len(passkeys_of(actor)) == 1 and not (ways.address or ways.recovery):
        return _(
            "This is your only way back in. Leave an address or make recovery codes first, then take it away."
        )
    return None


def why_not_mend(actor: Account, lost: str) -> str | None:
    if actor.email and actor.email.casefold() == lost.casefold():
        return _("This is your own address. Change it on your own page; it needs nobody else.")
    return None
