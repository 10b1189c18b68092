"""Scenes for looking at the parts: the standing people at the Tuesday table, in two languages."""

from dataclasses import dataclass
from typing import Any

from openchair.web import cloths


@dataclass(frozen=True)
class Place:
    kind: str
    label: str
    word: str = ""


def seats(*names: str) -> list[Place]:
    return [Place("seat", name) for name in names]


OPEN = Place("open", "open chair")
TUESDAY = [
    *seats("You", "Els", "Ama"),
    Place("resting", "Bert", "resting"),
    OPEN,
    *seats("Chiara", "Omar", "Lin"),
]
FULL = [
    *seats("You", "Ama", "Kofi", "Ines"),
    Place("resting", "Lin", "resting"),
    *seats("Dev", "Els", "Omar"),
    OPEN,
    *seats("Chiara", "Tarek", "Rosa"),
]
SLOW = [
    *seats("You", "Wanjiru"),
    Place("resting", "Priya", "until the spring"),
    Place("open", "kept for Bert"),
    *seats("Ravi"),
]
REMEMBERED = [
    *seats("You", "Els"),
    Place("remembered", "Marguerite"),
    *seats("Bartholomew", "Ama", "Wilhelmina"),
    OPEN,
]

TABLES: list[dict[str, Any]] = [
    {"name": "A pair", "cloth": "cloth-plum", "places": seats("You", "Yusuf")},
    {"name": "Three", "cloth": "cloth-green", "places": [*seats("You", "Maximiliane"), OPEN]},
    {"name": "A chair kept", "cloth": "cloth-madder", "places": SLOW},
    {"name": "Remembered", "cloth": "cloth-indigo-rails", "places": REMEMBERED},
    {"name": "The Tuesday table", "cloth": "cloth-indigo", "places": TUESDAY},
    {"name": "Nine", "cloth": "cloth-plum-bank", "places": [*TUESDAY, Place("seat", "Yusuf")]},
    {"name": "A full table", "cloth": "cloth-house", "places": FULL},
]

EXAMPLES = {
    "name": "Tuesday table",
    "purpose": "For people who are missing someone. We go round on Tuesday evenings.",
    "places": TUESDAY,
    "around": "Around the table:",
    "sentence": "you, Els, Ama, Bert (resting, not gone), Chiara, Omar and Lin. "
    "A chair is set out for anyone who needs it.",
    "agreement": "We agreed: what is said here stays here. Ideas only when wanted.",
    "read_all": "Read all of it",
    "since": "Since yesterday",
    "say": "Say something to the table",
    "earlier": "Earlier days are in the drawer.",
    "shares": [
        {
            "name": "Ama",
            "kind": "An ordinary day, this morning",
            "words": "It is raining and he would have liked it.",
            "lead": "Ama says",
            "need": "nothing, I only needed to say it",
            "short": ["I see you"],
        },
        {
            "name": "You",
            "kind": "I’m not okay, last night",
            "words": "I shouted at my son about a wet towel. His face did a thing I know from when I "
            "was small. I said sorry and he said “it’s fine” the way I used to say it.",
            "lead": "You said",
            "need": "stay near, no ideas please",
            "answers": [
                ("Ama", "I see you."),
                ("Chiara", "I’m staying."),
                ("Lin", "Read this twice, slowly. Good night, Dev."),
            ],
            "witness": "Omar and Els read your words on purpose, and wanted you to know.",
            "slip": {
                "label": "An idea from Els",
                "sentence": "Els has an idea, if you ever want one. It stays closed until you say yes.",
                "options": [
                    {"label": "Yes, show me", "name": "idea", "value": "yes"},
                    {"label": "Not now", "name": "idea", "value": "later"},
                    {"label": "No", "name": "idea", "value": "no"},
                ],
                "hint": "Leaving it alone also means no. Els is never told which.",
            },
        },
        {
            "name": "Omar",
            "kind": "Sit with me, yesterday",
            "words": "I have to empty her side of the wardrobe before Saturday. Every time I open the "
            "door I close it again. It still smells like her coats.",
            "lead": "Would help",
            "need": "company, and “me too” stories",
            "waiting": "These words are waiting for someone. A short answer is a whole answer.",
            "short": ["I see you", "Me too", "I’m staying"],
            "longer": "Write a few words instead",
        },
        {
            "name": "Chiara",
            "kind": "A joy, yesterday",
            "words": "I slept at my own house.",
            "lead": "Would help",
            "need": "be glad with me",
            "answers": [("You", "Glad with you.")],
        },
    ],
}

ARABIC = {
    "name": "مائدة الثلاثاء",
    "purpose": "لمن يفتقدون أحدًا. نجتمع مساء الثلاثاء.",
    "places": [
        *seats("أنت", "إلس", "أما"),
        Place("resting", "بيرت", "يستريح"),
        Place("open", "كرسي مفتوح"),
        *seats("كيارا", "عمر", "لين"),
    ],
    "around": "حول المائدة:",
    "sentence": "أنت، إلس، أما، بيرت (يستريح)، كيارا، عمر ولين. وهناك كرسي لمن يحتاج إليه.",
    "agreement": "اتفقنا: ما يُقال هنا يبقى هنا. الأفكار عند الرغبة فقط.",
    "read_all": "اقرأه كله",
    "since": "منذ أمس",
    "say": "قل شيئًا للمائدة",
    "earlier": "الأيام السابقة في الدرج.",
    "shares": [
        {
            "name": "أنت",
            "kind": "لست بخير، ليلة أمس",
            "words": "صرخت في وجه ابني بسبب منشفة مبللة. اعتذرت، فقال «لا بأس» كما كنت أقولها أنا.",
            "lead": "قلتَ",
            "need": "ابقوا قريبين، بلا أفكار من فضلكم",
            "answers": [("أما", "أراك."), ("كيارا", "أنا باقية.")],
            "slip": {
                "label": "فكرة من إلس",
                "sentence": "لدى إلس فكرة، إن أردتها يومًا. تبقى مغلقة إلى أن تقول نعم.",
                "options": [
                    {"label": "نعم، أرني", "name": "idea", "value": "yes"},
                    {"label": "ليس الآن", "name": "idea", "value": "later"},
                    {"label": "لا", "name": "idea", "value": "no"},
                ],
                "hint": "تركها كما هي يعني لا أيضًا.",
            },
        },
        {
            "name": "عمر",
            "kind": "اجلس معي، أمس",
            "words": "عليّ أن أفرغ جانبها من الخزانة قبل السبت. كلما فتحت الباب أغلقته من جديد.",
            "lead": "قد يعين",
            "need": "رفقة، وحكايات «وأنا أيضًا»",
            "waiting": "ما زالت هذه الكلمات تنتظر أحدًا. الجواب القصير جواب كامل.",
            "short": ["أراك", "وأنا أيضًا", "أنا باقٍ"],
            "longer": "اكتب بضع كلمات",
        },
    ],
}

LETTER = {
    "to": "Jonas",
    "salutation": "Dear Jonas,",
    "name": "Bert",
    "words": "I sit with some people on Sunday evenings. We all live with bodies that stopped doing as "
    "they were told. Mostly we talk about nothing much. Last week it was radiators.\n\n"
    "After what you said on the stairs I thought of the empty place next to me. You would not have "
    "to explain anything. I didn’t, for months.",
    "facts": [
        ("Called", "Slow Sundays"),
        ("For", "Living with a long illness"),
        ("Looked after by", "Wanjiru and Priya"),
        ("You would visit", "Up to three Sundays, to see."),
    ],
}

PAGES = ("circle.html", "parts.html", "tables.html", "invitation.html")


def scene(*, rtl: bool = False, theme: str = "") -> dict[str, Any]:
    """What a gallery page is given, in the place of a view's context."""
    people: dict[str, Any] = EXAMPLES if not rtl else ARABIC
    blank: dict[str, Any] = {
        "answers": [],
        "witness": "",
        "slip": None,
        "waiting": "",
        "short": [],
        "longer": "",
    }
    return {
        "lang": "ar" if rtl else "en",
        "dir": "rtl" if rtl else "ltr",
        "theme": theme,
        "house": {"name": "Elm House", "neutral_name": "Elm House"},
        "person": {"name": "Dev"},
        "nav_tables": [(people["name"], "/tables/1/", True)],
        "circle_id": "7b0e4c52-96a5-4f0f-9d0f-2f2f3b3e1a11",
        "table": people | {"shares": [blank | share for share in people["shares"]]},
        "tables": TABLES,
        "letter": LETTER,
        "cloths": cloths.CLOTHS,
    }
