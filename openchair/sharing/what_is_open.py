"""What may be answered follows what would help: spec/model.md, Response, the table."""

from dataclasses import dataclass

from openchair.sharing.models import LIGHT, AnswerKind, Need, Share, ShortAnswer

SEE, STAYING = ShortAnswer.SEE, ShortAnswer.STAYING
WORDS, ME_TOO = AnswerKind.WORDS, AnswerKind.ME_TOO
QUESTION, IDEA = AnswerKind.QUESTION, AnswerKind.IDEA


@dataclass(frozen=True)
class Open:
    """`short`: to press. `at_once`: stands there when it is said. `behind`: asks for a yes first."""

    short: tuple[ShortAnswer, ...] = (SEE,)
    at_once: tuple[AnswerKind, ...] = (WORDS,)
    behind: tuple[AnswerKind, ...] = (QUESTION, IDEA)


GLADNESS = Open((SEE, ShortAnswer.GLAD), (WORDS, QUESTION), (IDEA,))
EVERYTHING = Open((SEE, STAYING), (WORDS, QUESTION, IDEA), ())
OPEN = {
    Need.NOTHING: Open((SEE,), (), ()),
    Need.READ: Open(),
    Need.COMPANY: Open((SEE, STAYING)),
    Need.ME_TOO: Open((SEE, ShortAnswer.ME_TOO, STAYING), (WORDS, ME_TOO)),
    Need.QUESTIONS: Open((SEE, STAYING), (WORDS, QUESTION), (IDEA,)),
    Need.IDEAS: EVERYTHING,
    Need.THINK: EVERYTHING,
    Need.GLAD: GLADNESS,
    Need.HOLD: Open((SEE, ShortAnswer.HOLDING)),
}


def open_under(share: Share) -> Open:
    """Under light words, where nothing else was asked for, people talk as they do at a table."""
    need = Need(share.need)
    return GLADNESS if need == Need.READ and share.kind in LIGHT else OPEN[need]
