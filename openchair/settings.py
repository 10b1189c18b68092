"""Django's settings. What differs from house to house is read in `config.py`."""

import base64
import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from openchair.config import Config, read_config

HERE = Path(__file__).resolve().parent
OPENCHAIR = read_config()


def derived(purpose: str) -> bytes:
    """A key of its own for each purpose, all from the house key."""
    hkdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode())
    return hkdf.derive(OPENCHAIR.house_key)


def database(config: Config) -> dict[str, Any]:
    if config.database_url:
        url = urlsplit(config.database_url)
        return {
            "ENGINE": "openchair.kernel.guard.postgresql",
            "NAME": url.path.lstrip("/"),
            "USER": unquote(url.username or ""),
            "PASSWORD": unquote(url.password or ""),
            "HOST": url.hostname or "",
            "PORT": str(url.port or ""),
            "OPTIONS": {"pool": {"min_size": 1, "max_size": 12}},
        }
    return {
        "ENGINE": "openchair.kernel.guard.sqlite3",
        "NAME": config.database,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
            ),
        },
    }


DEBUG = False
SECRET_KEY = base64.urlsafe_b64encode(derived("django")).decode()
SESSION_KEY = derived("sessions")
MARK_KEY = derived("marks")
LETTERS_KEY = derived("addresses of letters")
FEWER_KEY = derived("fewer letters")
BACKUPS_KEY = derived("backups")
PUBLIC = urlsplit(OPENCHAIR.public_address)
SECURE = PUBLIC.scheme == "https"
ALLOWED_HOSTS = [PUBLIC.hostname or "localhost", "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [OPENCHAIR.public_address]
ROOT_URLCONF = "openchair.urls"
ASGI_APPLICATION = "openchair.asgi.application"
APPEND_SLASH = True

INSTALLED_APPS = [
    "openchair.testing",
    "openchair.web",
    "openchair.journeys",
    "openchair.pathways",
    "openchair.presence",
    "openchair.repair",
    "openchair.sharing",
    "openchair.circles",
    "openchair.house",
    "openchair.people",
    "openchair.delivery",
    "openchair.kernel",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
]

MIDDLEWARE = [
    "openchair.web.middleware.Headers",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "servestatic.middleware.ServeStaticMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # docs/decisions/0030
    "openchair.web.middleware.KeepWords",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "openchair.web.language.Language",
    "allauth.account.middleware.AccountMiddleware",
    "openchair.web.middleware.Refusals",
    "openchair.house.middleware.Gate",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "openchair.web.jinja.environment",
            "context_processors": ["openchair.web.context.page"],
        },
    },
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True},
]

DATABASES = {"default": database(OPENCHAIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CONN_MAX_AGE = 0

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "today"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {  # docs/decisions/0049
    "request_login_code": "20/m/ip,3/15m/key",
    "passkey": "30/15m/ip",
    "recovery": "10/15m/ip",
}
ACCOUNT_ADAPTER = "openchair.people.adapter.Adapter"

SESSION_ENGINE = "openchair.people.session_store"
SESSION_SERIALIZER = "openchair.people.sessions.SealedSerializer"
SESSION_COOKIE_NAME = "__Host-seat" if SECURE else "seat"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = 60 * 60 * 24 * 90
CSRF_COOKIE_NAME = "__Host-form" if SECURE else "form"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"

SECURE_REFERRER_POLICY = "same-origin"  # docs/decisions/0003
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 63072000 if SECURE else 0
SECURE_SSL_REDIRECT = SECURE  # the proxy says X-Forwarded-Proto; uvicorn believes this machine
SECURE_SSL_HOST = PUBLIC.netloc
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "style-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "script-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
LOCALE_PATHS = [HERE / "locale"]
if PSEUDO := os.environ.get("OPENCHAIR_PSEUDO"):  # made by openchair.testing.pseudo, for walks only
    LANGUAGES += [("en-xa", _("Accented")), ("ar-xb", _("Right to left"))]
    LOCALE_PATHS += [Path(PSEUDO)]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = OPENCHAIR.home / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "servestatic.storage.CompressedManifestStaticFilesStorage"},
}

CSRF_FAILURE_VIEW = "openchair.web.errors.form_was_old"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "loggers": {
        "openchair": {"handlers": ["console"], "level": "INFO", "propagate": False},
        # Django writes the address of a request that failed, and a letter's address opens it.
        "django": {"handlers": ["nowhere"], "level": "WARNING", "propagate": False},
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE  # words on their way touch no disk
MAILERS = {
    "default": {
        "BACKEND": "openchair.delivery.channels.smtp.Backend",
        "OPTIONS": {
            "host": OPENCHAIR.mail_host,
            "port": OPENCHAIR.mail_port,
            "username": OPENCHAIR.mail_user,
            "password": OPENCHAIR.mail_password,
            "security": OPENCHAIR.mail_security,
            "ca_file": OPENCHAIR.mail_ca_file,
            "name": PUBLIC.hostname or "",
            "timeout": 15,
        },
    }
}
