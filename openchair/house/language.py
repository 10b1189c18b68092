"""The language a house falls back to, where neither a person nor their browser named one it has."""

from django.conf import settings

from openchair.house.queries import the_house

HERE = {code for code, _name in settings.LANGUAGES}


def house_language() -> str:
    house = the_house()
    spoken = [code for code in house.spoken if code in HERE] if house else []
    return spoken[0] if spoken else settings.LANGUAGE_CODE
