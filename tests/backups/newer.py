"""Writes something else into a backup and seals it again with the house's own key: as a later version."""

import hashlib
import hmac
import os
import sys
from pathlib import Path

import django

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "openchair.settings"
    django.setup()

    from django.conf import settings

    path, said, instead = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    lines = path.read_text().splitlines(keepends=True)[:-1]
    assert said in lines[0]
    whole = "".join([lines[0].replace(said, instead), *lines[1:]]).encode()
    seal = hmac.new(settings.BACKUPS_KEY, whole, hashlib.sha256).hexdigest()
    path.write_bytes(whole + f"sealed {seal}\n".encode())
