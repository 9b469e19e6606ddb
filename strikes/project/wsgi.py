"""The site for a production server such as gunicorn, which refuses to serve it with development settings.

No database server is started here: several workers come and go, and production has its own.
"""

import os
import sys
from typing import NoReturn

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

# With this code gunicorn gives up; with any other it would start its workers again and again.
APPLICATION_CANNOT_LOAD = 4


def refuse(sentence: str) -> NoReturn:
    """End the process with one sentence on stderr."""
    print(sentence, file=sys.stderr, flush=True)
    raise SystemExit(APPLICATION_CANNOT_LOAD)


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "strikes.project.settings")
try:
    from django.conf import settings

    is_production, debug = settings.IS_PRODUCTION, settings.DEBUG
except ImproperlyConfigured as error:
    refuse(str(error))
if not is_production:
    refuse("SECRET_KEY is not set, so these are development settings: README.md lists what production needs.")
if debug:
    refuse("DEBUG is on, and shows the settings to every reader: unset it, or use `manage.py runserver`.")
if not (settings.STATIC_ROOT / "staticfiles.json").exists():
    refuse(f"There are no static files in {settings.STATIC_ROOT}: run `manage.py collectstatic` first.")

application = get_wsgi_application()
