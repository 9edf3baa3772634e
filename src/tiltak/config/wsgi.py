"""The WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tiltak.config.settings")
application = get_wsgi_application()

from tiltak.jobs.travel_ready import begin_to_load  # noqa: E402  Django has to be set up first

begin_to_load()
