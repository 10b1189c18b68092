"""Puts together what the page of the directory shows for one question."""

from dataclasses import replace
from typing import Any

from openchair.kernel.guard import Viewer
from openchair.pathways import queries
from openchair.pathways.asking import Question
from openchair.pathways.forms import Asked
from openchair.pathways.places import Place
from openchair.pathways.queries import Answer, Choices
from openchair.pathways.reading.languages import name_of, own_name_of
from openchair.pathways.reading.needs import NEEDS
from openchair.pathways.showing import Reader, Shown, copied_sentence
from openchair.pathways.week import DAYS, MONDAY_FIRST, day_name
from openchair.pathways.wording import in_one_sentence


def found_page(viewer: Viewer, asked: Asked, reader: Reader) -> dict[str, Any]:
    known = queries.places(viewer)
    choices = queries.choices(viewer)
    question = asked.in_these(known)
    answered = None
    if asked.is_asked and not asked.errors:
        answered = _answered(queries.answer(viewer, question, known, reader.at), question, reader)
    return {
        "asked": asked,
        "question": question,
        "places": known,
        "choices": _offered(choices, question, reader, asked.errors),
        "answer": answered,
    }


def _answered(answer: Answer, question: Question, reader: Reader) -> dict[str, Any]:
    by_their_clock = replace(reader, zone=reader.zone or answer.zone)
    return {
        "sentence": in_one_sentence(question, reader.language),
        "days": [
            (day_name(day) if day is not None else "", [Shown(entry, reader) for entry in entries])
            for day, entries in answer.by_day
        ],
        "near": [(Shown(miss.entry, by_their_clock), miss.why) for miss in answer.near],
        "has_more": answer.has_more,
        "copied": [
            copied_sentence(source, day)
            for source, day in queries.copied_unchecked(answer.all_entries)
        ],
        "namesakes": _namesakes(question),
    }


def _namesakes(question: Question) -> list[Place]:
    several = question.chosen.places
    return list(several) if len(several) > 1 else []


def _offered(
    choices: Choices, question: Question, reader: Reader, errors: dict[str, str]
) -> dict[str, Any]:
    """What can be chosen, with what is chosen already."""
    languages = list(choices.languages)
    if question.language and question.language not in languages:
        languages.append(question.language)
    named = [(code, _language(code, reader.language)) for code in languages]
    return {
        "days": [(DAYS[day], day_name(day), day in question.days) for day in MONDAY_FIRST],
        "languages": sorted(named, key=lambda one: one[1]),
        "needs": [(need, str(NEEDS[need]), need in question.needs) for need in choices.needs],
        "asks_zone": len(choices.zones) > 1 or bool(question.zone),
        "asks_more": bool(question.needs or question.zone or "zone" in errors),
        "is_empty": choices.is_empty,
    }


def _language(code: str, language: str) -> str:
    """In the reader's language and in its own: "Spanish (español)"."""
    name, own = name_of(code, language), own_name_of(code)
    return f"{name} ({own})" if own and own.casefold() != name.casefold() else name
