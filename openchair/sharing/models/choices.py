"""What words may be, and what may be said to them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ShareKind(models.TextChoices):
    """What kind of words these are, if their writer likes to say. The first three stand under the box."""

    JUST_WORDS = "", _("Just words")
    NOT_OKAY = "not-okay", _("I’m not okay")
    SIT_WITH_ME = "sit-with-me", _("Sit with me")
    ORDINARY = "ordinary", _("An ordinary moment")
    NEED_HELP = "need-help", _("I need help")
    JOY = "joy", _("A joy")
    LAUGH = "laugh", _("Laugh with me")
    CELEBRATE = "celebrate", _("Celebrate with me")
    THANKS = "thanks", _("Thanks")
    GRIEF = "grief", _("Grief")
    HOPE = "hope", _("A hope")
    DOUBT = "doubt", _("A doubt")
    DREAM = "dream", _("A dream")
    STORY = "story", _("A story")
    WENT_BADLY = "went-badly", _("It went badly")
    CAME_THROUGH = "came-through", _("We came through")
    QUESTION = "question", _("A question")


OPENINGS = (
    ShareKind.JUST_WORDS,
    ShareKind.NOT_OKAY,
    ShareKind.SIT_WITH_ME,
    ShareKind.ORDINARY,
)
DISTRESS = (ShareKind.NOT_OKAY, ShareKind.NEED_HELP, ShareKind.SIT_WITH_ME)
LIGHT = (
    ShareKind.ORDINARY,
    ShareKind.JOY,
    ShareKind.LAUGH,
    ShareKind.CELEBRATE,
    ShareKind.THANKS,
)


class Need(models.TextChoices):
    """What would help: the writer says which answers may come."""

    NOTHING = "nothing", _("nothing, I only needed to say it")
    READ = "read", _("read it with care")
    COMPANY = "company", _("company")
    ME_TOO = "me-too", _("“me too” stories")
    IDEAS = "ideas", _("ideas or hands-on help")
    QUESTIONS = "questions", _("questions are welcome")
    THINK = "think", _("help me think straight")
    GLAD = "glad", _("be glad with me")
    HOLD = "hold", _("hold me in mind")


NEEDS_FIRST = (Need.NOTHING, Need.READ, Need.COMPANY, Need.ME_TOO, Need.IDEAS)


class ShortAnswer(models.TextChoices):
    """An answer to press: a deliberate act, under one's name."""

    SEE = "see", _("I see you")
    ME_TOO = "me-too", _("Me too")
    STAYING = "staying", _("I’m staying")
    GLAD = "glad", _("Glad with you")
    HOLDING = "holding", _("Holding you")


class AnswerKind(models.TextChoices):
    WORDS = "", _("Kind words")
    ME_TOO = "me-too", _("A “me too”")
    QUESTION = "question", _("A question")
    IDEA = "idea", _("An idea, or hands-on help")


class Audience(models.TextChoices):
    ONLY_ME = "only-me", _("Only me")
    CHOSEN = "chosen", _("One person, or a few")
    CIRCLE = "circle", _("The table")


class HideNote(models.TextChoices):
    """What the writer of hidden words reads with it, from whoever hid them (spec/model.md 5.6.7)."""

    HOW = (
        "how",
        _(
            "It says how something dangerous is done. For someone here that can be too near. What you "
            "feel has room at this table. You can say it again without that part."
        ),
    )
    TOGETHER = (
        "together",
        _(
            "It speaks of doing something dangerous together. Each of you matters here, and I was "
            "afraid for you. Please talk to someone now, also to me if you like."
        ),
    )
    URGING = (
        "urging",
        _(
            "It could be read as asking someone to hurt themselves or another. You may not have meant "
            "it so. What is behind it has room here, in other words."
        ),
    )
