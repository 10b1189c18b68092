"""Who is signed in stays so: each session moves to the new table, under the mark of its key."""

from django.contrib.sessions.backends.db import SessionStore
from django.db import migrations

from openchair.kernel.guard import acting_for_the_house
from openchair.people.marks import mark


def move(apps, schema_editor):
    here = schema_editor.connection.alias
    old = apps.get_model("sessions", "Session").objects.using(here)
    new = apps.get_model("people", "Session").objects.using(here)
    accounts = apps.get_model("people", "Account").objects.using(here)
    with acting_for_the_house("keeping sessions"):
        for row in old.all():
            account = SessionStore().decode(row.session_data).get("_auth_user_id")
            if account and accounts.filter(pk=account).exists():
                new.create(
                    account_id=account,
                    key=mark("session", row.session_key),
                    data=row.session_data,
                    expires_at=row.expire_date,
                )
    old.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_coming_in_safely"),
        ("sessions", "0001_initial"),
    ]
    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
