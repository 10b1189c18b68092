"""How hard each page's own sentences are to read: `bin/bench reading [--language es]`.

Walks through every page of a demo, leaves out what people wrote, and names the five hardest pages with
their hardest sentence. English: Flesch-Kincaid grade. Spanish: Fernández Huerta.
"""

import tests.own_house  # noqa: F401  # isort: skip  # a house of its own, before Django reads settings

import argparse
import os
import statistics
import sys
from typing import Any

import html5lib
from playwright.sync_api import Browser, sync_playwright

from bench.reading.measures import Prose, sentences_in

os.environ["DJANGO_SETTINGS_MODULE"] = "openchair.settings"

PARAGRAPHS = ("p", "li", "dd", "legend", "summary", "h1", "h2", "h3", "label", "td", "figcaption")
ENOUGH = 25  # words, below which a measure says nothing
WORST = 5


def pages(language: str) -> dict[str, Prose]:
    import django

    django.setup()
    from tests.walks.house import an_open_house
    from tests.walks.pages import every_page
    from tests.walks.walker import Seen, Walker, Way

    found: dict[str, Prose] = {}
    with an_open_house() as house, sync_playwright() as playwright:
        browser = a_browser(playwright)

        def come(way: Way, name: str = "") -> Walker:
            walker = Walker(house, browser, way, Seen())
            return walker.be(name) if name else walker

        for name, walker in every_page(come, Way("reading", language=language)):
            found[name] = Prose(own_sentences(walker.source()), language)
        browser.close()
    return found


def a_browser(playwright: object) -> Browser:
    import shutil

    from conftest import CHROMIUM

    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    launched: Browser = playwright.chromium.launch(  # type: ignore[attr-defined]
        executable_path=path, args=["--no-sandbox"]
    )
    return launched


def own_sentences(html: str) -> list[str]:
    from tests.walks.reading import PEOPLES_WORDS

    tree = html5lib.parse(html, namespaceHTMLElements=False)
    main = next(tree.iter("main"), tree)
    said: dict[str, None] = {}
    for paragraph in main.iter():
        if paragraph.tag in PARAGRAPHS and not any(one.tag in PARAGRAPHS for one in paragraph[:]):
            for words in pieces_of(paragraph):
                if not any(theirs in words for theirs in PEOPLES_WORDS if len(theirs) > 12):
                    said |= dict.fromkeys(sentences_in(words))
    return list(said)


def pieces_of(paragraph: Any) -> list[str]:
    """A label and its hint are two things said, a sentence with a link in it is one."""
    apart = list(paragraph.itertext())
    whole = apart if paragraph.tag == "label" else ["".join(apart)]
    return [" ".join(words.split()) for words in whole]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=("en", "es"), default="en")
    parser.add_argument("--all", action="store_true", help="name every page")
    said = parser.parse_args()
    read = pages(said.language)
    measured = {name: prose for name, prose in read.items() if prose.words >= ENOUGH}
    hardest = sorted(measured, key=lambda name: measured[name].hardness, reverse=True)
    for name in hardest if said.all else hardest[:WORST]:
        prose = measured[name]
        print(f"{shown(prose.hardness, said.language)}  {name} ({prose.words} words)")
        print(f"      {prose.hardest}")
    middle = statistics.median(prose.hardness for prose in measured.values())
    whole = Prose(list(dict.fromkeys(s for p in read.values() for s in p.sentences)), said.language)
    print(
        f"reading: {len(read)} pages, {len(measured)} with {ENOUGH} words or more; "
        f"middle {shown(middle, said.language)}, hardest "
        f"{shown(measured[hardest[0]].hardness, said.language)}, all {len(whole.sentences)} "
        f"sentences together {shown(whole.hardness, said.language)}"
    )
    return 0


def shown(hardness: float, language: str) -> str:
    return f"grade {hardness:.1f}" if language == "en" else f"Fernández Huerta {100 - hardness:.0f}"


if __name__ == "__main__":
    sys.exit(main())
