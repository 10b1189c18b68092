"""Every page of the house: found by following its links, and those one only comes to by doing something."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, URLPattern, URLResolver, include, path
from django.urls.resolvers import RegexPattern

from openchair.urls import urlpatterns
from tests.walks.conftest import Come
from tests.walks.house_pages import BEFORE_IT_IS_OPEN, BY_RALF, HOUSE_FORMS, a_lost_mailbox
from tests.walks.how_pages import around_how_one_is
from tests.walks.keeping_pages import BY_KEEPING, KEEPING_FORMS
from tests.walks.letter_pages import around_a_letter, letter_of, with_one_key
from tests.walks.links import links_in
from tests.walks.naming_pages import NAMING_FORMS, around_a_naming
from tests.walks.sitting_pages import BY_SITTING, IN_AN_EMERGENCY, SITTING_FORMS, around_company
from tests.walks.tables import at_the_tuesday_table
from tests.walks.walker import Walker, Way
from tests.walks.words_pages import BY_WORDS, OF_WORDS

type Step = Callable[[Walker], object]
type Page = tuple[str, Walker]

STREETS = URLResolver(
    RegexPattern(r"^/"), [*urlpatterns, path("demo/", include("openchair.testing.urls"))]
)
READERS = ["", "Ama", "Ines", "Ralf", "Sam", "Bert", "Mara"]
DIFFERS = {"today", "circle"}
"""Pages that look different to each person; of all others, one is looked at."""
GOES_AWAY = {"leave"}
ONLY_LEADS_ON = {"words", "earlier"}
"""They answer with the address of a page, or with one that `doing_something` comes to."""
ANSWERS_A_FORM = {
    "answer", "be-back", "block", "check-entry", "check-help-line", "demo-be",
    "carry-answer", "close-answers", "put-away", "reply-to-offer",
    "close-letter", "erase-letter", "keep-letter", "say-letter-read", "set-letter-down",
    "drafts", "end-block", "invite-again", "keep-entry", "list-entry", "list-source",
    "not-now", "put-letter-away", "rename-source", "sign-out", "take-back", "take-back-answer",
    "take-back-witness", "take-change", "take-in-chair", "take-letter-back",
    "take-off-help-line", "try-address-again", "withdraw", "withdraw-entry", "withdraw-source",
    "witness", "call-off-my-mending", "end-all-devices", "end-device", "end-other-devices",
    "never-use-name", "sure-press", "sure-send", "take-away-key", "use-name-again",
}  # fmt: skip
BEHIND_A_LETTER = {
    "call-off-mending", "fewer-letters", "mine-key", "prove-mended", "sure-go-on", "undo-address"}  # fmt: skip
"""One comes there by a letter, by a device, after ten minutes or after two days: see test_coming_in."""
TYPED = (
    "An old page.", "And then I was out.", "Are you there?", "I moved here in March.", "Come and see us.",
    "Slept in pieces.", "He came in again.")  # fmt: skip
WITHOUT_A_PAGE = GOES_AWAY | ONLY_LEADS_ON | ANSWERS_A_FORM | HOUSE_FORMS | BEFORE_IT_IS_OPEN
WITHOUT_A_PAGE |= BEHIND_A_LETTER | OF_WORDS | NAMING_FORMS | KEEPING_FORMS | SITTING_FORMS


def every_page(come: Come, way: Way) -> Iterator[Page]:
    """One after another, each open in the browser of someone who may see it."""
    for part in PARTS:
        yield from part(come, way)


def by_links(come: Come, way: Way) -> Iterator[Page]:
    met: set[str] = set()
    for name in READERS:
        reader = come(way, name)
        links = list(linked_from(reader, "/today/" if name else "/"))
        for number, (route, address) in enumerate(links):
            if route in met - DIFFERS:
                continue
            met.add(route)
            reader.page.goto(address)
            yield f"{route}@{name.lower()}-{number}" if route in DIFFERS else route, reader
        reader.go_away()


def linked_from(reader: Walker, start: str) -> Iterator[tuple[str, str]]:
    """What can be reached by links alone: the first address of each kind of page, and all tables."""
    waiting, met = [start], set[str]()
    while waiting:
        address = waiting.pop(0)
        route = route_of(urlsplit(address).path)
        if not route or route in GOES_AWAY or (address if route in DIFFERS else route) in met:
            continue
        met.add(address if route in DIFFERS else route)
        answer = reader.context.request.get(address)
        landed = urlsplit(answer.url)
        yield route_of(landed.path), urljoin(landed.path, f"?{landed.query}")
        waiting += links_in(answer.text())


def route_of(where: str) -> str:
    with suppress(Resolver404):
        return STREETS.resolve(where).url_name or ""
    return ""


def routes() -> set[str]:
    """The first name of each address of the house, demo included."""
    named: dict[str, str] = {}
    for pattern in _patterns(STREETS):
        named.setdefault(str(pattern.pattern), pattern.name or "")
    return set(named.values())


def _patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _patterns(one)
        else:
            yield one


def by_doing_something(come: Come, way: Way) -> Iterator[Page]:
    for who, steps in AFTER_DOING.items():
        walker = come(way, who)
        for name, step in steps.items():
            step(walker)
            yield name, walker
        walker.go_away()
    yield from at_the_door(come(way), come(way, "Chiara"))
    yield from around_a_naming(come(way, "Lin"), come(way, "Dev"))
    yield from around_company(come(way, "Tom"), come(way, "Kim"))
    yield from around_how_one_is(come(way, "Tom"), come(way, "Kim"))
    letter = letter_of(come(way, "Ama"))
    yield from around_a_letter(come(way), letter)
    omar = come(way, "Omar").open(f"{letter}arriving/")
    yield "arriving-known", omar
    yield from with_one_key(omar, come(way))


PARTS = (by_links, by_doing_something)
"""Two halves of about one length, for sweeps that want to go side by side."""


def at_the_door(stranger: Walker, chiara: Walker) -> Iterator[Page]:
    """A line to the host, the host's answer, and the first link in it."""
    stranger.open("/letter/").write("Your line to the host", TYPED[3]).press("Send this line")
    place = stranger.page.url
    yield "letter-place", stranger
    yield "host-letters", chiara.open("/house/letters/")
    yield "host-letter", chiara.press("Open this letter")
    yield "host-letter-422", chiara.press("Send this answer")
    chiara.write("Your answer", TYPED[4]).choose("They can come into this house with an account")
    yield "host-letters-answered", chiara.press("Send this answer")
    yield "letter-place-answered", stranger.open(place)
    yield "first-link", stranger.press("Come in")
    yield "first-link-422", stranger.press("Come in")
    yield "letter-gone", stranger.open("/letter/nonsense/")
    chiara.go_away()
    stranger.go_away()


def without_a_token(walker: Walker) -> None:
    """As from a page that grew old: its token is no longer the one of this browser."""
    at_the_tuesday_table(walker)
    walker.write("What would you like to say?", TYPED[0])
    walker.context.clear_cookies(name="form")
    walker.press("Say it")


def signed_out_elsewhere(walker: Walker) -> None:
    at_the_tuesday_table(walker)
    walker.write("What would you like to say?", TYPED[1])
    walker.context.clear_cookies(name="seat")
    walker.press("Say it")


def when_it_cannot_save(walker: Walker) -> None:
    at_the_tuesday_table(walker)
    walker.write("What would you like to say?", TYPED[2])
    with walker.house.unable_to_save():
        walker.press("Say it")


def with_all_unfolded(walker: Walker) -> None:
    at_the_tuesday_table(walker)
    walker.page.evaluate(
        "document.querySelectorAll('details').forEach(fold => { fold.open = true })"
    )


def nothing_in_the_box(walker: Walker) -> None:
    at_the_tuesday_table(walker)
    walker.press("Say it")


def ask_for_a_code(walker: Walker) -> None:
    walker.open("/sign-in/").write("Your address", "somebody@example.org").press("Send me a code")


def a_wrong_code(walker: Walker) -> None:
    walker.write("Code", "AAAA-BBBB").press("Come in")


def a_wrong_clock(walker: Walker) -> None:
    walker.open("/mine/").write("Your clock", "Nowhere").press("Keep this")


def a_letter_without_words(walker: Walker) -> None:
    walker.open("/listener/").press("Send it to %(name)s", name="Harriet")


def a_letter_to_harriet(walker: Walker) -> None:
    walker.write("What would you like %(name)s to know?", TYPED[-1], name="Harriet")
    walker.press("Send it to %(name)s", name="Harriet")


AFTER_DOING: dict[str, dict[str, Step]] = {
    **BY_WORDS,
    **BY_KEEPING,
    **BY_SITTING,
    "Mara": {
        "write-to-listener-about-her": lambda walker: walker.open("/listener/?alone=1"),
        "write-to-listener-alone": lambda walker: walker.press(
            "I have read this, and want to write"
        ),
        "listener-paper": lambda walker: walker.press("A sheet to print and fill in by hand"),
        "write-to-listener-422": a_letter_without_words,
        "letter-to-listener": a_letter_to_harriet,
    },
    "Harriet": {
        "pauses": lambda walker: walker.open("/listener/pauses/"),
        "hidden-words": lambda walker: walker.open("/listener/hidden/"),
        "listener-letters": lambda walker: walker.open("/listener/letters/"),
        "listener-letter": lambda walker: walker.follow("Mara"),
    },
    "": {
        "elsewhere": lambda walker: walker.open("/weather/"),
        "not-found": lambda walker: walker.open("/nothing/here/"),
        "meetings-found": lambda walker: walker.open("/meetings/?place=Amsterdam&day=2"),
        "meeting": lambda walker: walker.follow("Soup and talk"),
        "meetings-near": lambda walker: walker.open(
            "/meetings/?place=Haarlem&day=2&language=es&near=1"
        ),
        "meetings-unknown-place": lambda walker: walker.open("/meetings/?place=Amsterdm"),
        "meetings-misread": lambda walker: walker.open("/meetings/?day=noday&zone=Atlantis"),
        "meetings-online": lambda walker: walker.open("/meetings/?need=online&zone=New+York"),
        "start-second": lambda walker: walker.open("/start/").press("Skip this"),
        "step-someone": lambda walker: walker.open("/start/").press("I need someone now"),
        "step-card": lambda walker: walker.open("/start/").press("I have very little energy"),
        "step-line": lambda walker: walker.press("Write a line to the host"),
        "step-rest": lambda walker: walker.press("Not today"),
        "letter-422": lambda walker: walker.open("/letter/").press("Send this line"),
        "sign-in-422": lambda walker: walker.open("/sign-in/").press("Send me a code"),
        "sign-in-code": ask_for_a_code,
        "sign-in-code-422": a_wrong_code,
    },
    "Yusuf": {
        "sure": lambda walker: walker.open("/mine/sure/"),
        "sure-code": lambda walker: walker.press("Send me a code"),
        "sure-code-422": lambda walker: walker.write("Code", "AAAA-BBBB").press("It is me"),
        "sure-passkey": lambda walker: walker.open("/mine/sure/passkey/"),
        "mine-recovery-shown": lambda walker: walker.open("/mine/recovery/").press(
            "Make ten new codes"
        ),
        "sure-recovery": lambda walker: walker.open("/mine/sure/recovery/"),
        "sure-recovery-422": lambda walker: walker.write("Recovery code", "AAAA").press("It is me"),
        "mine-name-422": lambda walker: walker.open("/mine/name/").press("Put it on the list"),
        "letter-done": lambda walker: walker.open("/done/undone/"),
    },
    "Lin": {
        "circle-unfolded": with_all_unfolded,
        "circle-422": nothing_in_the_box,
        "no-earlier": lambda walker: walker.open(
            f"{walker.page.url.split('#')[0]}before/2020-01-01/"
        ),
        "start-with-one-422": lambda walker: walker.open("/tables/start/").press("Lay the table"),
        "mine-kept": lambda walker: walker.open("/mine/").press("Keep this"),
        "mine-422": a_wrong_clock,
        "come-back-422": lambda walker: walker.open("/mine/address/").press("Send the code"),
        "come-back-code": lambda walker: walker.write("Your address", "lin@example.com").press(
            "Send the code"
        ),
    },
    "Chiara": {
        "host-calls": lambda walker: walker.open("/house/talks/"),
        **IN_AN_EMERGENCY,
        "mend-address": lambda walker: walker.open("/house/mending/"),
        "mend-address-422": lambda walker: walker.open("/house/mending/").press(
            "Begin the two days"
        ),
        "mend-address-said": a_lost_mailbox,
        "circle-keeper": at_the_tuesday_table,
        "went-wrong": when_it_cannot_save,
        "refused-403": without_a_token,
        "sign-in-again-401": signed_out_elsewhere,
    },
    "Ralf": {
        "directory-source-listed": lambda walker: walker.open("/house/directory/").follow(
            "Neighbours' list (invented)"
        ),
        "directory-entry": lambda walker: walker.open(
            f"{walker.page.url.split('?')[0]}?show=listed"
        ).follow("Soup and talk"),
        "help-lines-422": lambda walker: walker.open("/house/help-lines/").press("Keep this line"),
        **BY_RALF,
    },
}
