"""Who we say we are, and how nobody else reads along: TLS, STARTTLS and a password, for real."""

import datetime
import ipaddress
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from openchair.delivery.channels import email, smtp
from openchair.delivery.channels.email import ServerAway
from openchair.delivery.tests.conftest import MailServer, a_free_port, through_smtp
from openchair.delivery.wording import Mail

MAIL = Mail("ama@example.org", "Elm House", "A code", "Your code is AAA.\n")
USER, PASSWORD = "house", "a long one"

# Inside TLS from the first byte, the test server thinks that there is none.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")


class WhoGreets(MailServer):
    greeted: str = ""

    async def handle_EHLO(self, _server, session, _envelope, name, answers):  # noqa: N802
        session.host_name = self.greeted = name
        return answers


def knows(_server, _session, _envelope, mechanism, said) -> AuthResult:
    right = (said.login, said.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right and mechanism in {"PLAIN", "LOGIN"}, handled=False)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory) -> Path:
    """Of a mail server on this machine that is its own authority."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path: Path = tmp_path_factory.mktemp("tls") / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path


def serving(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


@pytest.fixture(params=[smtp.TLS, smtp.STARTTLS])
def guarded(request, certificate, post) -> Iterator[tuple[str, WhoGreets]]:
    """A mail server that talks to nobody without TLS and a password."""
    server = WhoGreets(a_free_port())
    asked: dict[str, Any] = {"authenticator": knows, "auth_required": True}
    if request.param == smtp.TLS:
        asked |= {"ssl_context": serving(certificate), "auth_require_tls": False}
    else:
        asked |= {"tls_context": serving(certificate), "require_starttls": True}
    controller = Controller(server, hostname="127.0.0.1", port=server.port, **asked)
    controller.start()
    yield request.param, server
    controller.stop()


def test_a_mail_goes_out_behind_tls_and_a_password(settings, guarded, certificate):
    security, server = guarded
    way = {"security": security, "ca_file": str(certificate)}
    through_smtp(settings, server.port, username=USER, password=PASSWORD, **way)
    email.send(MAIL, "<1@elm-house.example>")
    assert [taken.rcpt_tos for taken in server.taken] == [["ama@example.org"]]
    assert server.greeted == "elm-house.example"


@pytest.mark.parametrize(
    "wrong",
    [{"password": "another"}, {"ca_file": ""}, {"security": smtp.NONE, "username": ""}],
    ids=["wrong password", "a certificate nobody vouches for", "no TLS"],
)
def test_nothing_is_sent_on_a_way_that_is_not_safe(settings, guarded, certificate, wrong):
    security, server = guarded
    way = {"security": security, "ca_file": str(certificate), "username": USER}
    through_smtp(settings, server.port, **(way | {"password": PASSWORD} | wrong), timeout=2)
    with pytest.raises(ServerAway):
        email.send(MAIL, "<1@elm-house.example>")
    assert server.taken == []


def test_a_password_never_crosses_a_network_in_the_clear(settings, post):
    through_smtp(settings, 25, host="mail.example", username=USER, password=PASSWORD)
    with pytest.raises(ServerAway) as away:
        email.send(MAIL, "<1@elm-house.example>")
    assert isinstance(away.value.__cause__, smtp.WouldBeReadable)


@pytest.mark.parametrize(
    ("port", "security"), [(465, smtp.TLS), (587, smtp.STARTTLS), (25, smtp.NONE)]
)
def test_the_port_says_what_is_usual(port, security):
    assert smtp.Backend(alias="default", host="localhost", port=port).security == security


def test_the_server_is_not_told_what_this_machine_is_called(settings, post):
    server = WhoGreets(a_free_port())
    controller = Controller(server, hostname="127.0.0.1", port=server.port)
    controller.start()
    through_smtp(settings, server.port)
    email.send(MAIL, "<1@elm-house.example>")
    controller.stop()
    assert server.greeted == "elm-house.example"
