"""Every address of the house, and two at which something goes wrong."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import path

from openchair.urls import handler400, handler404, handler500
from openchair.urls import urlpatterns as every_address

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]


def broken(request: HttpRequest) -> HttpResponse:
    raise ValueError(request.path)


def no_database(request: HttpRequest) -> HttpResponse:
    raise DatabaseError(request.path)


urlpatterns = [*every_address, path("broken/", broken), path("no-database/", no_database)]
