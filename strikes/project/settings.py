"""Settings of the site, read from the environment; README.md lists the variables.

Without SECRET_KEY they are for development: an embedded PostgreSQL, plain HTTP, this machine alone. With it they are
for production, and whatever is missing or makes no sense is named, all at once. Importing this module starts nothing.
"""

import os
from pathlib import Path
from typing import Any

import pghistory
from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvValidationError

from strikes.project import database_address, environment, mail_address
from strikes.project.build import build
from strikes.project.postgres import Cluster

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = BASE_DIR / "var"

# The environment

IS_PRODUCTION = "SECRET_KEY" in os.environ
# To environs an ellipsis means that there is no default.
development: Any = ... if IS_PRODUCTION else None
for_mail: Any = ... if "EMAIL_URL" in os.environ else None
for_error_mail: Any = ... if "ADMINS" in os.environ else None

env = Env(eager=False)
secret_key = env.str("SECRET_KEY", None, validate=environment.check_secret_key)
debug = env.bool("DEBUG", False)
hosts = env.list("ALLOWED_HOSTS", development, validate=environment.check_hosts)
database_url = env.str("DATABASE_URL", development, validate=environment.check_database)
https = env.bool("HTTPS", IS_PRODUCTION)
hsts_seconds = env.int("HSTS_SECONDS", 365 * 24 * 3600, validate=environment.check_seconds)
trust_proxy = env.bool("TRUST_PROXY", False)
static_root = env.path("STATIC_ROOT", VAR_DIR / "static", validate=environment.check_folder)
media_root = env.path("MEDIA_ROOT", VAR_DIR / "media", validate=environment.check_folder)
mail_url = env.str("EMAIL_URL", for_error_mail, validate=environment.check_mail_server)
sender = env.str("DEFAULT_FROM_EMAIL", for_mail, validate=environment.check_sender)
admins = env.list("ADMINS", None, validate=environment.check_receivers)
try:
    env.seal()
except EnvValidationError as error:
    raise ImproperlyConfigured(environment.sentence(error)) from None
if media_root.is_relative_to(static_root) or static_root.is_relative_to(media_root):
    raise ImproperlyConfigured("MEDIA_ROOT and STATIC_ROOT must not lie in one another: static files are public.")

# The site

SECRET_KEY = secret_key or "django-insecure-for-development-on-this-machine-alone"
DEBUG = debug
ALLOWED_HOSTS = [host.strip() for host in hosts or ["localhost", "127.0.0.1", "[::1]"]]
BUILD = build(BASE_DIR)
ROOT_URLCONF = "strikes.project.urls"
# How the addresses of links are made while the desk previews a page.
PREVIEW_URLCONF = "strikes.project.preview_urls"

INSTALLED_APPS = [
    "strikes",
    "sources",
    "django_filters",
    "django_htmx",
    "csp",
    "strikes.project.apps.ArchiveAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    # runserver then serves static files as every other server does.
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

# Nothing here sets a cookie by itself: a public page, which asks for no session and no form token, stays without.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "strikes.project.language.LanguageOfAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# The database

if database_url:
    EMBEDDED_POSTGRES = None
    server = database_address.parse(database_url)
else:
    EMBEDDED_POSTGRES = Cluster(BASE_DIR, "postgres")
    server = EMBEDDED_POSTGRES.connection_settings()
DATABASES = {
    "default": {
        **server,
        "OPTIONS": database_address.with_option(server.get("OPTIONS", {}), "pgtrigger.ignore={}"),
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# The hour of the statement: that of the transaction tells nothing of what came after what.
PGHISTORY_CREATED_AT_FUNCTION = "STATEMENT_TIMESTAMP()"
# History is asked for by its own row, and by what that belongs to: no other index is worth its writing.
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)

# Mail: for new passwords and of errors, and only where a server is named

HAS_MAIL = mail_url is not None
if mail_url:
    mail_server = mail_address.parse(mail_url)
    EMAIL_HOST, EMAIL_PORT = mail_server.host, mail_server.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = mail_server.user, mail_server.password
    EMAIL_USE_TLS, EMAIL_USE_SSL = mail_server.scheme == "smtp+tls", mail_server.scheme == "smtps"
    EMAIL_TIMEOUT = 10
    DEFAULT_FROM_EMAIL = SERVER_EMAIL = sender
EMAIL_SUBJECT_PREFIX = "[Disputed Strikes] "
# Django 6 takes the addresses alone.
ADMINS = [("", address.strip()) for address in admins or []]

# Languages and time

LANGUAGE_CODE = "en"
# A language is added with its catalogue: its pages then stand under its prefix, such as /ar/.
LANGUAGES = [("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Files

STATIC_URL = "/static/"
STATIC_ROOT = static_root
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "strikes.project.stylesheet.StylesheetFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_ROOT = media_root
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if IS_PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
# A development copy serves static/ as it lies there, without collectstatic.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not IS_PRODUCTION
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Security

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = https
SECURE_HSTS_SECONDS = hsts_seconds if https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = https
# A load balancer asks over plain HTTP and takes a redirect for a failure.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if trust_proxy else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# In the form of Django 6, whose own middleware reads this setting; until then django-csp reads the next.
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
CONTENT_SECURITY_POLICY = {"DIRECTIVES": SECURE_CSP}
LOGIN_URL = "admin:login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# Django 5.2 would complete "example.org" to http://; from 6.0 on this is the only way and the setting is not read.
FORMS_URLFIELD_ASSUME_HTTPS = True

# Logging: to stderr, and without what the rows hold; errors by mail too where ADMINS names somebody

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"()": "strikes.project.logs.Discreet", "format": LINE},
        "for_mail": {"()": "strikes.project.logs.ForMail", "format": LINE},
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "plain"},
        "mail": {"class": "strikes.project.logs.ErrorMail", "formatter": "for_mail", "level": "ERROR"},
    },
    "root": {"handlers": ["stderr", "mail"] if ADMINS else ["stderr"], "level": "WARNING"},
    "loggers": {
        # Django's own handlers would write a second time, and mail the request with what it posted.
        "django": {"handlers": [], "level": "WARNING"},
        "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        # Whoever scans the net for servers would write to the operator every hour.
        "django.security.DisallowedHost": {"handlers": ["stderr"], "propagate": False},
    },
}
