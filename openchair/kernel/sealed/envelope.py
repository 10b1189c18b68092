"""AES-256-GCM around one value: nonce (12 bytes), ciphertext, tag (16 bytes)."""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12
TAG = 16


def seal(plain: bytes, key: bytes, aad: bytes) -> bytes:
    """What may lie on disk. `aad` says where it belongs; it is not stored and must be said again."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, aad)


def unseal(sealed: bytes, key: bytes, aad: bytes) -> bytes:
    """The plain bytes. Raises InvalidTag for another key, another place or altered bytes."""
    if len(sealed) < NONCE + TAG:
        raise InvalidTag
    return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], aad)
