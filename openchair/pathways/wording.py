"""A visitor's question, said back to them in one sentence."""

from django.utils.translation import gettext as _

from openchair.pathways.asking import Question
from openchair.pathways.reading.languages import name_of
from openchair.pathways.reading.needs import NEEDS
from openchair.pathways.week import clock, day_name


def in_one_sentence(question: Question, language: str) -> str:
    """ "Saturday or Sunday, before 12:00, in Kings. A wheelchair can get in."."""
    parts = [_days(question), *_times(question), _place(question)]
    if question.language:
        spoken = name_of(question.language, language)
        parts.append(_("in %(language)s") % {"language": spoken})
    parts += [str(NEEDS[need])[:1].lower() + str(NEEDS[need])[1:] for need in question.needs]
    return _("You asked for: %(all)s.") % {"all": "; ".join(part for part in parts if part)}


def _days(question: Question) -> str:
    names = [day_name(day) for day in question.days]
    if not names:
        return _("any day")
    if len(names) == 1:
        return names[0]
    return _("%(days)s or %(last)s") % {"days": ", ".join(names[:-1]), "last": names[-1]}


def _times(question: Question) -> list[str]:
    said = []
    if question.starts:
        said.append(_("from %(time)s") % {"time": clock(question.starts)})
    if question.before:
        said.append(_("before %(time)s") % {"time": clock(question.before)})
    return said


def _place(question: Question) -> str:
    labels = [place.label for place in question.chosen.places] or [question.place]
    if not question.place:
        return _("any place")
    return _("in %(place)s") % {"place": " / ".join(labels)}
