"""A person at their browser, for tests: opens pages, fills in the forms they find there, sends them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

from django.test import Client
from django.utils import timezone

from openchair.people import sure
from openchair.people.models import Account


@dataclass
class Form:
    """One form of a page, with what stands in it."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[str] = field(default_factory=list)


class Guest:
    """Cookies, and nothing else, are kept between pages. Without an account: a visitor; with one:
    someone who signed in just now."""

    def __init__(self, account: Account | None = None, *, csrf: bool = False) -> None:
        self.client = Client(enforce_csrf_checks=csrf, raise_request_exception=False)
        if account is not None:
            self.client.force_login(account)
            has_signed_in(self.client)

    def get(self, path: str) -> Any:
        return self.client.get(path)

    def post(self, path: str, **fields: str) -> Any:
        return self.client.post(path, fields)

    def forms(self, page: str) -> list[Form]:
        return forms_in(self.get(page).text, page)

    def form(self, page: str, action: str = "") -> Form:
        """The form on this page that goes to `action`, or to the page itself."""
        found = [form for form in self.forms(page) if form.action == (action or page)]
        assert found, f"{page} has no form for {action or page}."
        return found[0]

    def fill(self, page: str, action: str = "", **fields: str) -> Any:
        """Open the page, write into its form, send it."""
        return self.send(self.form(page, action), **fields)

    def send(self, form: Form, **fields: str) -> Any:
        return self.client.post(form.action, form.fields | fields)

    def press(self, page: str, action: str) -> Any:
        return self.fill(page, action)

    @property
    def is_signed_in(self) -> bool:
        return "_auth_user_id" in self.client.session


def has_signed_in(client: Client) -> None:
    """As after a real sign-in: for ten minutes nobody asks whether it is them."""
    session = client.session
    sure.remember(session, at=timezone.now())
    session.save()


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.page, self.found, self._area = page, list[Form](), ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(urljoin(self.page, said.get("action", ""))))
        elif tag == "input" and self.found and "name" in said:
            if said.get("type") not in {"radio", "checkbox"} or "checked" in dict(attrs):
                self.found[-1].fields[said["name"]] = said.get("value", "")
        elif tag == "textarea" and self.found and "name" in said:
            self._area = said["name"]
            self.found[-1].fields[self._area] = ""
        elif tag == "button" and self.found:
            self.found[-1].buttons.append(said.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._area:
            self.found[-1].fields[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area:
            fields = self.found[-1].fields
            fields[self._area] = fields[self._area].removeprefix("\n")
            self._area = ""


def forms_in(html: str, page: str) -> list[Form]:
    reader = _Reader(page)
    reader.feed(html)
    return reader.found
