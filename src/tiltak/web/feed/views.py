"""The Atom feed."""

from datetime import datetime

from django.http import HttpResponse
from django.http.request import split_domain_port
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from tiltak.domain.followup.queries.events import Happening, happenings
from tiltak.domain.viewer import anonymous
from tiltak.tenancy import CouncilRequest
from tiltak.web.ui.addresses import address
from tiltak.web.ui.lights import lights
from tiltak.web.ui.tags import page_words
from tiltak.wording import Words

LATEST = 50


@require_safe
def feed(request: CouncilRequest) -> HttpResponse:
    """The latest statuses and published versions. Always what the public sees."""
    said = page_words()
    found = happenings(anonymous(request.council.pk), limit=LATEST)
    atom = Atom1Feed(
        title=request.council.name,
        link=request.build_absolute_uri(address("front") or "/"),
        description=None,
        feed_url=request.build_absolute_uri(),
        language=get_language(),
        feed_guid=f"tag:{_domain(request)},2026:hendingar",
    )
    for one in found:
        atom.add_item(
            title=_title(one, said),
            link=request.build_absolute_uri(_link(one)),
            description=one.status.sentence if one.status else "",
            author_name=one.status.said_by if one.status else request.council.name,
            pubdate=one.at,
            updateddate=one.at,
            unique_id=_tag(request, one.at, _name(one)),
        )
    return HttpResponse(atom.writeString("utf-8"), content_type=atom.content_type)


def _title(one: Happening, said: Words) -> str:
    if one.status is not None:
        return f"{one.title}: {lights(said.language)[one.status.standing].word.lower()}"
    state = said.plan_state(one.version.state)
    return said.gettext("Lagd ut: %(title)s (%(state)s)") % {"title": one.title, "state": state}


def _link(one: Happening) -> str:
    return address("element", one.code) if one.code else address("plan", one.version.numbered_ref)


def _name(one: Happening) -> str:
    return f"{one.code}/{one.at:%H%M%S%f}" if one.code else one.version.numbered_ref


def _tag(request: CouncilRequest, day: datetime, name: str) -> str:
    """A name that stays the same wherever the page moves (RFC 4151)."""
    return f"tag:{_domain(request)},{day:%Y-%m-%d}:{name}"


def _domain(request: CouncilRequest) -> str:
    return split_domain_port(request.get_host())[0]
