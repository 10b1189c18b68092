"""The ten tests of the HTTP Observatory, as points on one answer of this house."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

BASE = 100
BEFORE_BONUS = 90
SIX_MONTHS = 15_768_000
BROAD = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
INLINE = {"'unsafe-inline'", "data:"}
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
UNSAFE = {"origin", "origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade"}


@dataclass(frozen=True)
class Answer:
    """What came back from one address over TLS, and where the same address without TLS leads."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: str
    without_tls: str

    def all(self, name: str) -> list[str]:
        return [value for said, value in self.headers if said == name]

    def one(self, name: str) -> str:
        return ", ".join(self.all(name)).strip()


@dataclass(frozen=True)
class Points:
    test: str
    points: int


def score(answer: Answer) -> int:
    points = [found.points for found in judge(answer)]
    without_bonus = BASE + sum(p for p in points if p < 0)
    if without_bonus < BEFORE_BONUS:
        return max(without_bonus, 0)
    return without_bonus + sum(p for p in points if p > 0)


def judge(answer: Answer) -> list[Points]:
    return [Points(name, test(answer)) for name, test in TESTS.items()]


def directives(answer: Answer) -> dict[str, set[str]]:
    """The content security policy; of a directive said twice the first one counts."""
    policy: dict[str, set[str]] = {}
    for part in answer.one("content-security-policy").split(";"):
        name, *sources = part.split()[:1] + part.split()[1:] or [""]
        if name:
            policy.setdefault(name.lower(), set(sources))
    return policy


def content_security_policy(answer: Answer) -> int:
    policy = directives(answer)
    if not policy:
        return -25
    default = policy.get("default-src", {"*"})
    script, style = policy.get("script-src", default), policy.get("style-src", default)
    objects = policy.get("object-src", default)
    if script & (BROAD | INLINE) or objects & BROAD:
        return -20
    passive = policy.get("img-src", default) | policy.get("media-src", default)
    active = set[str]().union(*(s for n, s in policy.items() if n not in ("img-src", "media-src")))
    if _unencrypted(active):
        return -20
    if "'unsafe-eval'" in script | style or _unencrypted(passive):
        return -10
    if style & (BROAD | INLINE):
        return 0
    safe_forms = not policy.get("form-action", {"*"}) & BROAD
    return 10 if default == {"'none'"} and safe_forms else 5


def _unencrypted(sources: set[str]) -> bool:
    return any(source.startswith(("http:", "ftp:")) for source in sources)


def cookies(answer: Answer) -> int:
    """The worst of the cookies that are kept. None at all is neither good nor bad."""
    said = [_cookie(value) for value in answer.all("set-cookie")]
    said = [(name, flags) for name, flags in said if flags.get("max-age") != "0"]
    protected = strict_transport_security(answer) == 0
    worst = min((_of_cookie(name, said, protected) for name, said in said), default=0)
    if worst < 0 or not said:
        return worst
    return 5 if all(flags.get("samesite") for _name, flags in said) else 0


def _cookie(value: str) -> tuple[str, dict[str, str]]:
    name, *flags = value.split(";")
    pairs = (flag.strip().partition("=") for flag in flags)
    return name.partition("=")[0].lower(), {key.lower(): v.lower() or "yes" for key, _, v in pairs}


def _of_cookie(name: str, flags: dict[str, str], protected: bool) -> int:
    """This house's session is called "seat" and its token "form": as strict as with telling names."""
    is_session = any(part in name for part in ("login", "sess", "seat"))
    is_token = any(part in name for part in ("csrf", "form"))
    found = [0]
    if "secure" not in flags:
        found.append((-10 if is_session else -5) if protected else (-40 if is_session else -20))
    if is_session and "httponly" not in flags:
        found.append(-30)
    if is_token and "samesite" not in flags:
        found.append(-20)
    if flags.get("samesite", "lax") not in ("lax", "strict"):
        found.append(-20)
    return min(found)


def cross_origin_sharing(answer: Answer) -> int:
    anyone = answer.one("access-control-allow-origin")
    with_cookies = answer.one("access-control-allow-credentials").lower() == "true"
    return -50 if anyone and with_cookies else 0


def redirection(answer: Answer) -> int:
    """From the address without TLS straight to the same one with it."""
    leads_to = urlsplit(answer.without_tls)
    if leads_to.scheme != "https":
        return -20
    return 0 if leads_to.hostname == HOST else -5


def referrer_policy(answer: Answer) -> int:
    """The last policy a browser knows counts."""
    known = [p.strip() for p in answer.one("referrer-policy").lower().split(",")]
    known = [policy for policy in known if policy in PRIVATE | UNSAFE]
    if not known:
        return -5 if answer.one("referrer-policy") else 0
    return 5 if known[-1] in PRIVATE else -5


def strict_transport_security(answer: Answer) -> int:
    found = re.search(r"max-age=\"?(\d+)", answer.one("strict-transport-security"))
    if not found:
        return -20
    return 0 if int(found[1]) >= SIX_MONTHS else -10


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "script" and said.get("src"):
            self.found.append(said)


def subresource_integrity(answer: Answer) -> int:
    reader = _Scripts()
    if "html" in answer.one("content-type"):
        reader.feed(answer.body)
    outside = [said for said in reader.found if urlsplit(said["src"]).netloc not in ("", HOST)]
    marked = all("integrity" in said for said in outside or reader.found)
    if any(not said["src"].startswith("https:") for said in outside):
        return -20 if marked else -50
    if outside:
        return 5 if marked else -5
    return 5 if reader.found and marked else 0


def content_type_options(answer: Answer) -> int:
    return 0 if answer.one("x-content-type-options").lower() == "nosniff" else -5


def frame_options(answer: Answer) -> int:
    ancestors = directives(answer).get("frame-ancestors")
    if ancestors is not None and not ancestors & BROAD:
        return 5
    return 0 if answer.one("x-frame-options").lower() in ("deny", "sameorigin") else -20


def resource_policy(answer: Answer) -> int:
    known = {"same-origin": 10, "same-site": 10, "cross-origin": 0, "": 0}
    return known.get(answer.one("cross-origin-resource-policy").lower(), -5)


HOST = "house.example"
TESTS: dict[str, Callable[[Answer], int]] = {
    "content security policy": content_security_policy,
    "cookies": cookies,
    "cross-origin sharing": cross_origin_sharing,
    "redirection": redirection,
    "referrer policy": referrer_policy,
    "strict transport security": strict_transport_security,
    "subresource integrity": subresource_integrity,
    "content type options": content_type_options,
    "frame options": frame_options,
    "resource policy": resource_policy,
}
