"""E-mail, through the one mail server this house was told of."""

import re
from email.headerregistry import Address
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from openchair.delivery.wording import Mail

FULL = 552
OURS = {421, 530, 535, 538}
"""Said instead of any other answer by a server that closes, or wants TLS or a password first."""
ENHANCED = re.compile(rb"\s*([45]\.\d{1,3}\.\d{1,3})\b")
NOBODY = {b"5.1.1", b"5.1.2", b"5.1.3", b"5.1.6", b"5.1.10", b"5.2.1"}
"""RFC 3463: no such mailbox, no such domain, no such form of address, moved away, no mail, closed."""
OF_AN_ADDRESS = {550, 551, 553}
IN_WORDS = re.compile(
    rb"user|mailbox|recipient|account|address|person|no such|nobody|unknown", re.I
)
PERMANENT = 500


class Refused(Exception):
    """Not now, says the mail server of this one mail. It may pass later."""


class NotTaken(Exception):
    """Never, says the mail server of this one mail. Another one to the same address may pass."""


class DeadAddress(Exception):
    """Nobody can be reached there."""


class ServerAway(Exception):
    """There is no talking to the mail server, whatever the mail."""


def send(mail: Mail, message_id: str) -> None:
    """Returns once the mail server has taken it on.

    In the demo nothing leaves: `/demo/letters/` shows the same mail instead.
    Raises DeadAddress, NotTaken, Refused or ServerAway.
    """
    if settings.OPENCHAIR.demo:
        return
    if not settings.OPENCHAIR.mail_host:
        raise ServerAway("No mail server is named.")
    try:
        _message(mail, message_id).send(using="default")
    except (OSError, ValueError) as error:
        raise _verdict(error) from error


def message_id(letter: UUID) -> str:
    """The same for the same letter, so that a mail sent twice after a crash is known as one."""
    domain = settings.OPENCHAIR.mail_from.rpartition("@")[2]
    return f"<{letter}@{domain}>"


def _message(mail: Mail, message_id: str) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.body,
        from_email=str(Address(mail.sender, addr_spec=settings.OPENCHAIR.mail_from)),
        to=[mail.address],
        headers={"Message-ID": message_id, "Auto-Submitted": "auto-generated"},
    )
    if mail.page:
        message.attach_alternative(mail.page, "text/html")
    if mail.fewer:
        message.extra_headers |= _one_press(mail.fewer)
    return message


def _one_press(address: str) -> dict[str, str]:
    """RFC 2369, and RFC 8058 where the address is such that it applies."""
    headers = {"List-Unsubscribe": f"<{address}>"}
    if address.startswith("https://"):
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def _verdict(error: Exception) -> Exception:
    """smtplib's errors are OSErrors; Django's ValueError is about the form of the address.

    A certificate that nobody vouches for is both.
    """
    if not isinstance(error, OSError):
        return DeadAddress()
    if isinstance(error, SMTPRecipientsRefused):
        return _of_the_address(*next(iter(error.recipients.values())))
    if isinstance(error, SMTPDataError):
        return _of_the_words(error.smtp_code)
    if isinstance(error, SMTPSenderRefused) and error.smtp_code not in OURS:
        return Refused()
    return ServerAway()


def _of_the_address(code: int, said: bytes) -> Exception:
    if code in OURS:
        return ServerAway()
    return DeadAddress() if _nobody_there(code, said) else Refused()


def _nobody_there(code: int, said: bytes) -> bool:
    """Only where the server says so: a full mailbox is somebody's, and a server that does not trust
    us today (5.7.x, or words about SPF and lists under a bare 550) says nothing about anybody."""
    if known := ENHANCED.match(said):
        return known[1] in NOBODY
    return code in OF_AN_ADDRESS and bool(IN_WORDS.search(said))


def _of_the_words(code: int) -> Exception:
    if code in OURS:
        return ServerAway()
    return Refused() if code < PERMANENT or code == FULL else NotTaken()
