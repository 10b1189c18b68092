"""A request from someone whom a door has let in, so that views can rely on who it is."""

from django.http import HttpRequest

from openchair.people.models import Account, Person


class Visit(HttpRequest):
    """What a view behind `signed_in`, or a door that stands on it, is given."""

    user: Account
    person: Person
