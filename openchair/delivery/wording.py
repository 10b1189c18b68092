"""What a mail says: a closed list of neutral words. spec/model.md 5.9, 5.10 and I-10.

Nothing here can hold content, a circle's name or another person's name: the sentences take the
neutral name of the house and, for a sign-in, the code; there is nothing else to put in. The one
exception is an invitation mailed at the wish of whoever wrote it: their own letter stands above.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import get_language, get_language_bidi, gettext_lazy, override
from django.utils.translation import gettext as _

from openchair.delivery import fewer, sending
from openchair.delivery.kinds import ALWAYS, Kind
from openchair.delivery.models import Letter

SENTENCES: dict[Kind, Promise] = {
    Kind.SIGN_IN_CODE: gettext_lazy(
        "Your code is %(code)s. If you did not ask for it, leave this be."
    ),
    Kind.COMPANY_CALL: gettext_lazy("Someone would like company now, at %(house)s."),
    Kind.REMINDER: gettext_lazy("Something you said yes to is coming up at %(house)s."),
    Kind.CALLING_OFF: gettext_lazy("Something you said yes to at %(house)s is called off."),
    Kind.CALENDAR: gettext_lazy("There is something for your calendar at %(house)s."),
    Kind.HOST_ANSWER: gettext_lazy("An answer is waiting for you at %(house)s."),
    Kind.SOMETHING: gettext_lazy("There is something for you at %(house)s. It can wait."),
    Kind.SOFT_HELLO: gettext_lazy("A small hello from %(house)s."),
    Kind.GATHERING_CHANGE: gettext_lazy("Something you said yes to at %(house)s has changed."),
    Kind.WAKE_CALL: gettext_lazy("Someone would like company now, at %(house)s."),
    Kind.CARE_SLOT: gettext_lazy("Something you offered to do is coming up at %(house)s."),
    Kind.INVITATION: gettext_lazy("There is an invitation for you at %(house)s. It can wait."),
    Kind.CONSENT_CHANGED: gettext_lazy("A text you said yes to at %(house)s has changed."),
    Kind.SECURITY: gettext_lazy("Something changed in how you come in at %(house)s."),
    Kind.EXPORT_READY: gettext_lazy("What you asked for is ready at %(house)s."),
    Kind.HOUSE_CLOSING: gettext_lazy("%(house)s is closing. You can take your words with you."),
}

SUBJECTS: dict[Kind, Promise] = {
    Kind.SIGN_IN_CODE: gettext_lazy("A code"),
    Kind.SOFT_HELLO: gettext_lazy("A small hello"),
    Kind.SECURITY: gettext_lazy("About your account"),
}


@dataclass(frozen=True)
class Mail:
    """What leaves the house. Made when it is sent, or looked at in the demo, and kept nowhere.

    `page` says the same as `body`, as HTML. `fewer` is the address that stops mail like this.
    """

    address: str
    sender: str
    subject: str
    body: str
    page: str = ""
    fewer: str = ""


def mail_for(letters: Sequence[Letter]) -> Mail:
    """The one mail for these letters to one person, in their language."""
    with override(sending.language_of(letters[0]) or settings.LANGUAGE_CODE):
        house = sending.name_of_house()
        subject = str(SUBJECTS.get(_kind_of(letters), _("There is something for you")))
        words = _words(letters, house)
        return Mail(
            address=sending.address_of(letters[0]),
            sender=house,
            subject=subject,
            body=_body(words),
            page=_page(words | {"subject": subject}),
            fewer=words["fewer"],
        )


def _words(letters: Sequence[Letter], house: str) -> dict[str, str]:
    """The sentence, where to read more, and what stands at the foot."""
    first, kinds = letters[0], {Kind(letter.kind) for letter in letters}
    sentence = str(SENTENCES[_kind_of(letters)]) % {"house": house, "code": first.secret}
    often = "" if first.alone else _("You get at most one of these a day.")
    letter = sending.words_of(first)
    if letter:
        often = _(
            "Whoever wrote this asked to have it mailed once. Your address is not kept for it."
        )
    always = _("This kind of mail is always sent.") if kinds <= ALWAYS else ""
    return {
        "letter": letter,
        "sentence": sentence,
        "address": settings.OPENCHAIR.public_address.rstrip("/") + sending.page_of(first),
        "often": often or always,
        "fewer": fewer.address(first.to_id, kinds) if first.to_id else "",
    }


def _body(words: dict[str, str]) -> str:
    lines = [words["letter"], words["sentence"], words["address"], words["often"]]
    if words["fewer"]:
        lines.append(_("Fewer, or none: %(address)s") % {"address": words["fewer"]})
    return "\n\n".join(filter(None, lines)) + "\n"


def _page(words: dict[str, str]) -> str:
    way = {"lang": get_language(), "dir": "rtl" if get_language_bidi() else "ltr"}
    return render_to_string("delivery/mail.html", words | way)


def _kind_of(letters: Sequence[Letter]) -> Kind:
    """Several kinds in one mail are told apart inside the house only."""
    kinds = {letter.kind for letter in letters}
    return Kind(kinds.pop()) if len(kinds) == 1 else Kind.SOMETHING
