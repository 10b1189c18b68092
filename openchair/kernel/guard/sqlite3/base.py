from django.db.backends.sqlite3 import base

from openchair.kernel.guard.backend import guarded_wrapper

DatabaseWrapper = guarded_wrapper(base.DatabaseWrapper)
