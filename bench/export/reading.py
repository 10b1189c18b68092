"""Whether a copy is whole: opened, parsed and read as a person and as a program would."""

import io
import json
import zipfile
from html.parser import HTMLParser
from typing import Any


def what_is_wrong_with(file: bytes, world: dict[str, Any]) -> list[str]:
    folder = zipfile.ZipFile(io.BytesIO(file))
    if folder.testzip() is not None:
        return ["the zip does not open"]
    sharing = json.loads(folder.read("my-words.json"))["sharing"]
    said = [one["words"] for one in [*sharing["words"], *sharing["answers"]]]
    page = Page()
    page.feed(folder.read("my-words.html").decode())
    counted = {"the JSON": len(said), "the page": page.articles}
    wrong = [f"{name} has {n} of {world['items']}" for name, n in counted.items()]
    wrong = [line for line, n in zip(wrong, counted.values(), strict=True) if n != world["items"]]
    return wrong + (["the page does not close what it opens"] if page.open else [])


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.articles, self.open = 0, 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.articles += tag == "article"
        self.open += tag in ("article", "main", "div", "dl", "html", "body")

    def handle_endtag(self, tag: str) -> None:
        self.open -= tag in ("article", "main", "div", "dl", "html", "body")
