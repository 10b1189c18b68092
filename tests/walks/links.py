"""The links of a page, read at one go: what is not valid is found elsewhere (reading.py)."""

from html.parser import HTMLParser


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found.append(dict(attrs).get("href") or "")


def links_in(html: str) -> list[str]:
    """Those that stay in this house, without the place on the page."""
    reading = Links()
    reading.feed(html)
    return [address.partition("#")[0] for address in reading.found if address.startswith("/")]
