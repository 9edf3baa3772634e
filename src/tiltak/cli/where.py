"""Finding what the command line names: a council, a plan, a version."""

from tiltak.cli.errors import Refused
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Plan
from tiltak.domain.plans.queries.intake import own_plans
from tiltak.domain.plans.queries.versions import NotFound, VersionView, version_by_ref
from tiltak.domain.viewer import Viewer


def council_named(slug: str) -> RegionalCouncil:
    """The council of a short name; without a name, the only one there is. Raises Refused."""
    councils = list(RegionalCouncil.objects.order_by("slug"))
    if not slug and len(councils) == 1:
        return councils[0]
    for council in councils:
        if council.slug == slug:
            return council
    known = ", ".join(council.slug for council in councils)
    if not known:
        raise Refused(
            "Det finst ikkje noko regionråd enno. Lag eit: tiltak council KORTNAMN --name NAMN"
        )
    if not slug:
        raise Refused(f"Det finst fleire regionråd. Vel eitt med --council: {known}")
    raise Refused(f"Fann ikkje regionrådet «{slug}». Desse finst: {known}")


def plan_named(by: Viewer, slug: str) -> Plan:
    """A plan that can be changed. Raises Refused."""
    plans = {plan.slug: plan for plan in own_plans(by)}
    if slug not in plans:
        raise Refused(f"Fann ikkje planen «{slug}». Desse finst: {', '.join(plans) or 'ingen'}")
    return plans[slug]


def version_named(by: Viewer, ref: str) -> VersionView:
    """The version a reference names. Raises Refused."""
    try:
        return version_by_ref(by, ref)
    except NotFound:
        raise Refused(
            f"Fann ikkje «{ref}». Skriv kortnamnet til planen, eller kortnamn@nummer for éin versjon."
        ) from None
