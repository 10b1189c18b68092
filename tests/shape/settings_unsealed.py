"""The house as it would be if nothing were sealed: to see that the search for canaries finds them.

The cipher is taken away from under `kernel/sealed` and the sessions; all else is as it is.
"""

from importlib import import_module
from typing import Any

from cryptography.hazmat.primitives.ciphers import aead

TAG = bytes(16)


class Nothing:
    """Stands in for AES-GCM and leaves every byte as it was."""

    def __init__(self, key: bytes) -> None:
        """The key is of no use."""

    def encrypt(self, _nonce: bytes, plain: bytes, _aad: bytes) -> bytes:
        return plain + TAG

    def decrypt(self, _nonce: bytes, sealed: bytes, _aad: bytes) -> bytes:
        return sealed[: -len(TAG)]


aead_module: Any = aead
aead_module.AESGCM = Nothing

whole = import_module("openchair.settings")  # by name, after the cipher is gone
globals().update({name: said for name, said in vars(whole).items() if name.isupper()})
