"""The formats of a BMLT server: what its codes mean, after its own `GetFormats` or after common use."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from openchair.pathways.reading import languages, needs
from openchair.pathways.reading.entry import Access, Mark
from openchair.pathways.reading.rows import rows_of
from openchair.pathways.reading.trouble import NothingToRead, Unreadable
from openchair.pathways.reading.words import folded, line, notes

IN_ROOM_NO_MORE = {"TC", "VM"}


@dataclass
class Format:
    """One format, in all the languages the server has it in."""

    key: str
    world_id: str = ""
    keys: set[tuple[str, str]] = field(default_factory=set)
    words: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def mark(self) -> Mark:
        return Mark(self.key, self.words)

    @property
    def need(self) -> str | None:
        if self.world_id in needs.BMLT_WORLD_IDS:
            return needs.BMLT_WORLD_IDS[self.world_id]
        said = folded(self._in_english[0])
        return next((need for pattern, need in needs.BMLT_NAMES if pattern.search(said)), None)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages spoken: named by the format's whole name, or anywhere in it if it is marked so."""
        names = [name for name, _description in self.words.values()]
        whole = (languages.language_named(name) for name in names)
        if found := tuple(dict.fromkeys(code for code in whole if code)):
            return found
        if self.world_id != "LANG":
            return ()
        said = [" ".join(names), " ".join(described for _name, described in self.words.values())]
        return next((found for text in said if (found := languages.languages_in(text))), ())

    @property
    def wheelchair(self) -> Access:
        if self.need != needs.WHEELCHAIR:
            return Access.UNKNOWN
        said = folded(" ".join(self._in_english))
        return Access.NO if needs.NO_WHEELCHAIR.search(said) else Access.YES

    @property
    def _in_english(self) -> tuple[str, str]:
        return self.words.get("en") or next(iter(self.words.values()), ("", ""))


class Formats:
    """All formats known for one export. Without a list of its own, the common codes are used."""

    def __init__(self, rows: Iterable[Any] = ()) -> None:
        self.by_id: dict[str, Format] = {}
        self.by_key: dict[tuple[str, str], Format] = {}
        for row in rows:
            if isinstance(row, dict):
                self._add(row)

    def _add(self, row: dict[str, Any]) -> None:
        try:
            key, name = (
                line(row.get("key_string"), "key_string"),
                line(row.get("name_string"), "name_string"),
            )
            said = notes(row.get("description_string"), "description_string")
            identity = line(row.get("id") or row.get("shared_id_bigint") or key, "id")
            language = line(row.get("lang") or "en", "lang")
            world_id = line(row.get("world_id") or row.get("worldid_mixed"), "world_id")
        except Unreadable:
            return
        if not key:
            return
        found = self.by_id.setdefault(identity, Format(key))
        found.key = key if language == "en" else found.key
        found.world_id = world_id or found.world_id
        found.words[language] = (name, said)
        self.by_key.setdefault((language, key), found)

    def of(self, keys: list[str], ids: list[str], language: str) -> list[Format]:
        """The formats of one row, by its ids where they are known, else by its codes."""
        if len(ids) == len(keys) and ids and all(identity in self.by_id for identity in ids):
            return [self.by_id[identity] for identity in ids]
        return [self._by_key(key, language) for key in keys]

    def _by_key(self, key: str, language: str) -> Format:
        found = self.by_key.get((language, key)) or self.by_key.get(("en", key))
        return found or _common(key)


def _common(key: str) -> Format:
    """A code without a list: the meanings that every server starts with, and no others."""
    return _Common(key)


class _Common(Format):
    @property
    def need(self) -> str | None:
        return needs.BMLT_KEYS.get(self.key)

    @property
    def languages(self) -> tuple[str, ...]:
        return languages.BMLT.get(self.key, ())

    @property
    def wheelchair(self) -> Access:
        return Access.YES if self.need == needs.WHEELCHAIR else Access.UNKNOWN


def look_like_formats(rows: list[Any]) -> bool:
    return any(isinstance(row, dict) and "key_string" in row for row in rows)


def is_format_list(content: bytes) -> bool:
    """Whether a file is a server's list of formats."""
    try:
        return look_like_formats(rows_of(content).rows)
    except NothingToRead:
        return False
