"""Lays the standing people into the house that the environment names, as its own process."""

import os

import django
from django.core.management import call_command

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "openchair.settings"
    django.setup()
    call_command("migrate", verbosity=0)

    from openchair.testing.scenes import lay_the_demo

    lay_the_demo()
