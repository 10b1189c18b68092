"""What a visitor may need of a meeting, and which published codes mean it.

Only marks with one well-known meaning are read; every other code is kept as the source wrote it.
"""

import re

from django.utils.translation import gettext_lazy as _

WHEELCHAIR = "wheelchair"
ONLINE = "online"
IN_ROOM = "in-a-room"

NEEDS = {
    IN_ROOM: _("A room where people meet in person"),
    ONLINE: _("Online or by telephone"),
    WHEELCHAIR: _("A wheelchair can get in"),
    "newcomers": _("Meant for people who are new"),
    "open": _("Open to everyone, also to someone who comes along"),
    "women": _("For women"),
    "men": _("For men"),
    "lgbtq": _("For gay, lesbian, bisexual, trans and queer people"),
    "young": _("For young people"),
    "seniors": _("For older people"),
    "people-of-colour": _("For people of colour"),
    "indigenous": _("For indigenous people"),
    "children": _("Children may come along"),
    "childcare": _("Someone looks after children"),
    "sign-language": _("In sign language"),
    "secular": _("Without religion"),
    "no-fragrance": _("Without perfume"),
    "outdoors": _("Outdoors"),
}

MEETING_GUIDE = {
    "X": WHEELCHAIR,
    "BE": "newcomers",
    "O": "open",
    "W": "women",
    "M": "men",
    "LGBTQ": "lgbtq",
    "G": "lgbtq",
    "L": "lgbtq",
    "BI": "lgbtq",
    "T": "lgbtq",
    "Y": "young",
    "SEN": "seniors",
    "POC": "people-of-colour",
    "N": "indigenous",
    "NDG": "indigenous",
    "CF": "children",
    "BA": "childcare",
    "ASL": "sign-language",
    "QSL": "sign-language",
    "RSL": "sign-language",
    "A": "secular",
    "FF": "no-fragrance",
    "OUT": "outdoors",
    "ONL": ONLINE,
}

# The world ids are the same on every BMLT server; the keys are those a new server starts with.
BMLT_WORLD_IDS = {
    "WCHR": WHEELCHAIR,
    "BEG": "newcomers",
    "OPEN": "open",
    "W": "women",
    "M": "men",
    "GL": "lgbtq",
    "Y": "young",
    "CW": "children",
    "VM": ONLINE,
    "HYBR": ONLINE,
    "OUT": "outdoors",
}
BMLT_KEYS = {
    "WC": WHEELCHAIR,
    "B": "newcomers",
    "O": "open",
    "W": "women",
    "M": "men",
    "GL": "lgbtq",
    "YP": "young",
    "CW": "children",
    "CS": "children",
    "SL": "sign-language",
    "VM": ONLINE,
    "HY": ONLINE,
    "WEB": ONLINE,
}
BMLT_NAMES = (
    (re.compile(r"\bwheel ?chair\b"), WHEELCHAIR),
    (re.compile(r"\bsign language\b|^asl$"), "sign-language"),
    (re.compile(r"^(?:online|virtual|internet)\b"), ONLINE),
    (re.compile(r"^(?:newcomers?|beginners?)$"), "newcomers"),
    (re.compile(r"^(?:women|womens)$"), "women"),
    (re.compile(r"^(?:men|mens)$"), "men"),
    (re.compile(r"^(?:gay|lesbian|lgbt)"), "lgbtq"),
    (re.compile(r"^young people$"), "young"),
    (re.compile(r"^child(?:ren)? ?(?:welcome|friendly)|^children under supervision$"), "children"),
    (re.compile(r"^child ?care"), "childcare"),
    (re.compile(r"^outdoors?\b"), "outdoors"),
)
NO_WHEELCHAIR = re.compile(
    r"\b(?:no|not|non|without)\b.{0,20}\bwheel ?chair\b|\bwheel ?chair\b.{0,20}\bnot\b"
)
