"""The inside channel: what a letter says to its reader within the house, read anew each time."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.circles.models import INSIDE, Card, Circle, Seat
from openchair.delivery.models import Letter
from openchair.journeys.asked_lines import asked_sentences
from openchair.journeys.beside_lines import beside_sentences
from openchair.journeys.hidden_lines import hidden_sentences
from openchair.journeys.house_lines import house_sentences
from openchair.journeys.naming_lines import naming_sentences
from openchair.journeys.pause_lines import pause_sentences
from openchair.journeys.table_lines import table_sentences
from openchair.journeys.waiting_lines import waiting_sentences
from openchair.journeys.words_lines import words_sentences
from openchair.journeys.worry_lines import worry_sentences
from openchair.kernel.text import within_a_sentence
from openchair.pathways.models import HostLetter
from openchair.pathways.models.letters import WAITING
from openchair.people.models import Account
from openchair.people.queries import names_of
from openchair.repair.models import Passage, Report, ReportState


@dataclass(frozen=True)
class Line:
    """One human line: a person, what they did for the reader, and where it stands."""

    sentence: str
    href: str
    asks: tuple[UUID, ...] = ()
    """What it asks the reader about, where that can wait until they have strength for it (AS-16)."""


def lines_for(viewer: Account, letters: Iterable[Letter]) -> list[Line]:
    """Newest first, one line for each person and place; what the reader may no longer see is left out."""
    about = [letter.about for letter in letters if letter.about]
    lines = _seats(viewer, about)
    lines += [Line(*said) for said in words_sentences(viewer, about)]
    lines += [*_letters_to_the_listener(viewer, about), *_still_needed(viewer, about)]
    lines += [*_cards(viewer, about), *_letters_to_the_host(viewer, about)]
    lines += [Line(said, reverse(page)) for said, page in house_sentences(viewer, about)]
    lines += [Line(*asked) for asked in asked_sentences(viewer, about)]
    lines += [Line(*said) for said in naming_sentences(viewer, about)]
    lines += [Line(*said) for said in table_sentences(viewer, about)]
    lines += [Line(*said) for said in beside_sentences(viewer, about)]
    lines += [Line(*said) for said in pause_sentences(viewer, about)]
    lines += [Line(*said) for said in hidden_sentences(viewer, about)]
    lines += [Line(*said) for said in worry_sentences(viewer, about)]
    lines += [Line(*said) for said in waiting_sentences(viewer, about)]
    return list(dict.fromkeys(lines))


def _seats(viewer: Account, about: list[UUID]) -> list[Line]:
    seats = list(Seat.objects.for_viewer(viewer).filter(pk__in=about, state__in=INSIDE))
    names = names_of(viewer, (seat.account_id for seat in seats))
    sits, visits = (
        _("%(name)s said yes, and sits at your table."),
        _("%(name)s said yes, and is visiting your table."),
    )
    return [
        Line(
            (visits if seat.is_visitor else sits) % {"name": names[seat.account_id]},
            _table(seat.circle_id),
        )
        for seat in seats
        if seat.account_id in names
    ]


def _cards(viewer: Account, about: list[UUID]) -> list[Line]:
    """A card shows a table to more people than before; whoever sits there hears of it."""
    mine = Circle.objects.for_viewer(viewer).values("pk")
    cards = list(Card.objects.for_viewer(viewer).filter(pk__in=about, circle__in=mine))
    return [
        Line(
            _("Your table %(table)s now shows a card to people outside it.")
            % {"table": within_a_sentence(card.name)},
            reverse("card", args=[card.circle_id]),
        )
        for card in cards
    ]


def _letters_to_the_host(viewer: Account, about: list[UUID]) -> list[Line]:
    """Without a name: who wrote stands with the letter."""
    letters = HostLetter.objects.for_viewer(viewer).filter(pk__in=about, state__in=WAITING)
    sentence = _("Someone without a seat here wrote a line to you, because you greet people.")
    return [Line(sentence, reverse("host-letter", args=[letter.pk])) for letter in letters]


def _letters_to_the_listener(viewer: Account, about: list[UUID]) -> list[Line]:
    """To the listener a line without a name; to the writer one that says no more than that."""
    passages = Passage.objects.for_viewer(viewer).filter(pk__in=about).exclude(author=viewer)
    standing = Report.objects.for_viewer(viewer).exclude(state=ReportState.SET_DOWN)
    reports = standing.in_bulk({row.report_id for row in passages})
    return [_of_letter(viewer, report) for report in reports.values()]


def _of_letter(viewer: Account, report: Report) -> Line:
    if report.writer_id == viewer.pk:
        page = reverse("letter-to-listener", args=[report.pk])
        return Line(_("There is an answer to your letter."), page)
    page = reverse("listener-letter", args=[report.pk])
    return Line(_("Someone wrote to you, because you listen here."), page)


def _still_needed(viewer: Account, about: list[UUID]) -> list[Line]:
    kept = Report.objects.for_viewer(viewer).filter(pk__in=about, ear=viewer)
    return [
        Line(
            _("Is a letter you keep for someone’s safety still needed?"),
            reverse("listener-letter", args=[report.pk]),
        )
        for report in kept.filter(needed_until__isnull=False)
    ]


def _table(circle_id: UUID) -> str:
    return reverse("circle", args=[circle_id])
