"""Every address of the house, room by room."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("openchair.web.urls")),
    path("", include("openchair.people.urls")),
    path("", include("openchair.delivery.urls")),
    path("", include("openchair.house.urls")),
    path("", include("openchair.circles.urls")),
    path("", include("openchair.sharing.urls")),
    path("", include("openchair.presence.urls")),
    path("", include("openchair.repair.urls")),
    path("", include("openchair.pathways.urls")),
    path("", include("openchair.journeys.urls")),
    path("", include("openchair.journeys.post.urls")),
]

if settings.OPENCHAIR.demo:
    urlpatterns.append(path("demo/", include("openchair.testing.urls")))

handler400 = "openchair.web.errors.bad_request"
handler404 = "openchair.web.errors.page_not_found"
handler500 = "openchair.web.errors.server_error"
