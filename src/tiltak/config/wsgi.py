"""The WSGI application, with all it needs to answer at once: whoever asks first waits no longer."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tiltak.config.settings")
application = get_wsgi_application()

from django.urls import get_resolver  # noqa: E402  Django has to be set up first

from tiltak.jobs.travel.ready import begin_to_load  # noqa: E402  likewise

# every view with what it stands on: Django would load them with the first request
get_resolver().url_patterns  # noqa: B018  asked for is loaded
begin_to_load()
