"""The house as it would be if SQLite did not wait for the disk. For the control run of `bin/bench power`."""

from openchair import settings as whole

globals().update({name: said for name, said in vars(whole).items() if name.isupper()})
OPTIONS = whole.DATABASES["default"]["OPTIONS"]
OPTIONS["init_command"] = OPTIONS["init_command"].replace("synchronous=FULL", "synchronous=NORMAL")
INSTALLED_APPS = [*whole.INSTALLED_APPS, "bench.power.hasty.Hasty"]
