"""Where this house lives and how it is reached, read once from the environment and one TOML file.

`openchair.toml` in the data folder holds the same names in lower case without the prefix
(`mail_host = "…"`); the environment wins.
"""

import base64
import binascii
import fcntl
import hashlib
import os
import secrets
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from openchair.cli.words import _

KEY_BYTES = 32
GROUP = 4
SHEET_LETTERS = 56
"""52 letters of base 32 for 32 bytes, and the check sum."""


class KeyLost(Exception):
    """The data folder has sealed words, and the house key that opens them is not where it was."""


@dataclass(frozen=True)
class Config:
    home: Path
    key_file: Path
    house_key: bytes
    database_url: str
    demo: bool
    host: str
    port: int
    public_address: str
    mail_host: str
    mail_port: int
    mail_user: str
    mail_password: str
    mail_from: str
    mail_security: str
    mail_ca_file: str
    backups: Path

    @property
    def key_store(self) -> Path:
        """The file of the words' own keys, beside either database."""
        return self.home / "keys.sqlite3"

    @property
    def database(self) -> Path:
        return self.home / "house.sqlite3"


def read_config(environment: dict[str, str] | None = None) -> Config:
    """The house's configuration. Makes the data folder, and the house key for a new house.

    Raises KeyLost, with a sentence that says what to do, when words lie here without their key.
    """
    env = dict(os.environ) if environment is None else environment
    home = _home(env)
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    said = _said(home, env)
    key_file = key_file_here(env)
    port = int(said.get("port", 8000))
    public_address = said.get("public_address", f"http://localhost:{port}").rstrip("/")
    return Config(
        home=home,
        key_file=key_file,
        house_key=house_key(key_file, new_house=not (home / "keys.sqlite3").exists()),
        database_url=said.get("database_url", ""),
        demo=said.get("demo", "") == "1",
        host=said.get("host", "127.0.0.1"),
        port=port,
        public_address=public_address,
        mail_host=said.get("mail_host", ""),
        mail_port=int(said.get("mail_port", 25)),
        mail_user=said.get("mail_user", ""),
        mail_password=said.get("mail_password", ""),
        mail_from=said.get("mail_from") or f"house@{urlsplit(public_address).hostname}",
        mail_security=said.get("mail_security", ""),
        mail_ca_file=said.get("mail_ca_file", ""),
        backups=Path(said.get("backups") or home / "backups").expanduser().absolute(),
    )


def key_file_here(environment: dict[str, str] | None = None) -> Path:
    """Where the house key lies, or would be made."""
    env = dict(os.environ) if environment is None else environment
    home = _home(env)
    return Path(_said(home, env).get("key_file") or default_key_file(home, env)).expanduser()


def _home(env: dict[str, str]) -> Path:
    return Path(env.get("OPENCHAIR_HOME") or default_home(env)).expanduser().absolute()


def _said(home: Path, env: dict[str, str]) -> dict[str, Any]:
    return _said_in_file(home / "openchair.toml") | _said_in_environment(env)


def default_home(env: dict[str, str]) -> Path:
    name = "demo" if env.get("OPENCHAIR_DEMO") == "1" else "house"
    return Path(env.get("XDG_DATA_HOME") or "~/.local/share").expanduser() / "openchair" / name


def default_key_file(home: Path, env: dict[str, str]) -> Path:
    """Outside the data folder, so that a copy of the folder opens nothing."""
    folder = Path(env.get("XDG_CONFIG_HOME") or "~/.config").expanduser() / "openchair"
    return folder / f"{hashlib.sha256(str(home).encode()).hexdigest()[:16]}.key"


def house_key(key_file: Path, *, new_house: bool) -> bytes:
    """The 32 bytes that wrap every word's own key."""
    if key_file.exists():
        return key_as_written(key_file.read_text())
    if not new_house:
        raise KeyLost(
            _(
                "The house key is missing: %(file)s\n"
                "Every word in this house is sealed with it, and nothing can be opened without it.\n"
                "Put the key file back from your copy, or write the key from your printed key sheet "
                "into\nthat file as one line, and start again. Nothing in the data folder was changed."
            )
            % {"file": key_file}
        )
    return _make_key(key_file)


def key_as_written(text: str) -> bytes:
    """The key from its file, or from the groups of the printed sheet typed into it.

    Raises binascii.Error where it is neither; KeyLost where a letter of the sheet was mistyped.
    """
    bare = "".join(text.replace("-", " ").split()).upper()
    if len(bare) == SHEET_LETTERS and bare.isalnum():
        return _key_of_sheet(bare)
    key = base64.urlsafe_b64decode(text.strip())
    if len(key) != KEY_BYTES:
        raise binascii.Error
    return key


def _key_of_sheet(bare: str) -> bytes:
    key = base64.b32decode(bare[:-GROUP] + "=" * 4)
    if _check_sum(key) != bare[-GROUP:]:
        raise KeyLost(
            _(
                "A letter of the house key is not as on the sheet: its check sum is another.\n"
                "Compare the key file with your printed key sheet, group by group, and start again."
            )
        )
    return key


def key_in_groups(key: bytes) -> list[str]:
    """For paper: thirteen groups of letters and digits, none of which looks like another, and a last
    one by which a slip of the pen is noticed."""
    letters = base64.b32encode(key).decode().rstrip("=") + _check_sum(key)
    return [letters[start : start + GROUP] for start in range(0, SHEET_LETTERS, GROUP)]


def _check_sum(key: bytes) -> str:
    return base64.b32encode(hashlib.sha256(b"key sheet" + key).digest()).decode()[:GROUP]


def _make_key(key_file: Path) -> bytes:
    """Whole and on the disk before anything is sealed with it, whenever the power goes: without it
    nothing could be opened again. Of two starts at once, the second takes the key of the first."""
    key_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder = os.open(key_file.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        if not key_file.exists():
            _write_key(key_file)
            os.fsync(folder)
    finally:
        os.close(folder)
    return key_as_written(key_file.read_text())


def _write_key(key_file: Path) -> None:
    new = key_file.with_name(f"{key_file.name}.new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400), "w") as file:
        file.write(base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode() + "\n")
        file.flush()
        os.fsync(file.fileno())
    new.rename(key_file)


def _said_in_environment(env: dict[str, str]) -> dict[str, str]:
    said = {
        name[10:].lower(): value for name, value in env.items() if name.startswith("OPENCHAIR_")
    }
    if env.get("DATABASE_URL"):
        said["database_url"] = env["DATABASE_URL"]
    return said


def _said_in_file(path: Path) -> dict[str, Any]:
    return {k: str(v) for k, v in tomllib.loads(path.read_text()).items()} if path.exists() else {}
