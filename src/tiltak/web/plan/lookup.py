"""What is not there, or not for this viewer, is a page that says so."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.http import Http404

from tiltak.domain.plans.queries.versions import NotFound


@contextmanager
def or_404() -> Iterator[None]:
    """NotFound of the queries becomes the page "Fann ikkje sida"."""
    try:
        yield
    except NotFound:
        raise Http404 from None
