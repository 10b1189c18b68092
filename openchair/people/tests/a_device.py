"""A device made of software, for tests: it makes passkeys and shows them, as a phone would."""

import base64
import hashlib
import json
import secrets
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from django.conf import settings
from fido2.cose import ES256
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

FLAG = AuthenticatorData.FLAG
PRESENT_AND_KNOWN = FLAG.UP | FLAG.UV
WITH_A_KEY = FLAG.AT


def text(plain: bytes) -> str:
    return base64.urlsafe_b64encode(plain).rstrip(b"=").decode()


class SoftDevice:
    def __init__(self, origin: str = "") -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = secrets.token_bytes(16)
        self.origin = origin or f"{settings.PUBLIC.scheme}://{settings.PUBLIC.netloc}"
        self.known = PRESENT_AND_KNOWN

    def make(self, options: str) -> str:
        said = self._said("webauthn.create", options)
        key = AttestedCredentialData.create(
            b"\0" * 16, self.id, ES256.from_cryptography_key(self.key.public_key())
        )
        data = AuthenticatorData.create(self._site(), self.known | WITH_A_KEY, 0, key)
        made = AttestationObject.create("none", data, {})
        return self._answer(clientDataJSON=said, attestationObject=bytes(made))

    def show(self, options: str) -> str:
        said = self._said("webauthn.get", options)
        data = bytes(AuthenticatorData.create(self._site(), self.known, 0))
        signed = self.key.sign(data + hashlib.sha256(said).digest(), ec.ECDSA(SHA256()))
        return self._answer(clientDataJSON=said, authenticatorData=data, signature=signed)

    def _said(self, kind: str, options: str) -> bytes:
        challenge = json.loads(options)["challenge"]
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _site(self) -> bytes:
        return hashlib.sha256((settings.PUBLIC.hostname or "").encode()).digest()

    def _answer(self, **response: bytes) -> str:
        answer: dict[str, Any] = {"id": text(self.id), "rawId": text(self.id)}
        answer["response"] = {name: text(plain) for name, plain in response.items()}
        return json.dumps(answer | {"type": "public-key", "clientExtensionResults": {}})
