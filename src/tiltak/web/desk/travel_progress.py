"""How far a calculation of travel time is, in words."""

from django.utils.translation import gettext as _

from tiltak.analysis.traveltime_steps import BUILD, REACH, READ
from tiltak.domain.traveltime.models import HandedIn, TravelRun
from tiltak.domain.traveltime.queries.handed_in import HandedInView
from tiltak.domain.traveltime.queries.values import UnderWay
from tiltak.jobs.travel.base import STORE


def data_step_words(found: HandedInView) -> str:
    """What is being done with files that were handed in."""
    if found.state == HandedIn.State.WAITING:
        return _("Ventar på tur")
    return {
        READ: _("Les folketalet og kommunane"),
        BUILD: _("Les vegane og set saman vegnettet"),
        REACH: _("Prøver om alle finn ein veg"),
    }.get(found.step, _("Opnar filene"))


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
