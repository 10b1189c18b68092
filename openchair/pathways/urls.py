from django.urls import path

from openchair.pathways.views import finding, greeting, lettering, starting, tending

SOURCE = "house/directory/<uuid:source_id>/"
LETTER = "house/letters/<uuid:letter_id>/"
ENTRY = "house/directory/entries/<uuid:entry_id>/"

urlpatterns = [
    path("start/", starting.start, name="start"),
    path("letter/", lettering.letter_to_host, name="letter-to-host"),
    path("letter/<str:place>/", lettering.letter_place, name="letter-place"),
    path("letter/<str:place>/back/", lettering.take_back, name="take-letter-back"),
    path("house/letters/", greeting.host_letters, name="host-letters"),
    path(LETTER, greeting.host_letter, name="host-letter"),
    path(f"{LETTER}away/", greeting.put_away, name="put-letter-away"),
    path("meetings/", finding.meetings, name="meetings"),
    path("meetings/places/", finding.meeting_places, name="meeting-places"),
    path("meetings/<uuid:entry_id>/", finding.meeting, name="meeting"),
    path("house/directory/", tending.directory, name="directory"),
    path(SOURCE, tending.directory_source, name="directory-source"),
    path(f"{SOURCE}list/", tending.list_source, name="list-source"),
    path(f"{SOURCE}name/", tending.rename_source, name="rename-source"),
    path(f"{SOURCE}withdraw/", tending.withdraw_source, name="withdraw-source"),
    path(ENTRY, tending.directory_entry, name="directory-entry"),
    path(f"{ENTRY}list/", tending.list_entry, name="list-entry"),
    path(f"{ENTRY}check/", tending.check_entry, name="check-entry"),
    path(f"{ENTRY}withdraw/", tending.withdraw_entry, name="withdraw-entry"),
    path(f"{ENTRY}take-change/", tending.take_change, name="take-change"),
    path(f"{ENTRY}keep/", tending.keep_as_it_is, name="keep-entry"),
]
