"""How far a calculation of travel time is, in words."""

from django.utils.translation import gettext as _

from tiltak.domain.traveltime.models import TravelRun
from tiltak.domain.traveltime.queries.values import UnderWay
from tiltak.jobs.travel_base import BUILD, REACH, READ, STORE


def step_words(run: UnderWay) -> str:
    """What is being done just now."""
    if run.state == TravelRun.State.WAITING:
        return _("Ventar på tur")
    return {
        READ: _("Les vegane, folketalet og kommunane"),
        BUILD: _("Set saman vegnettet"),
        REACH: _("Finn den raskaste vegen frå kvar rute"),
        STORE: _("Lagrar det som kom ut"),
    }.get(run.step, _("Reknar ut"))
