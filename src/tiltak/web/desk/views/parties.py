"""Who the names in the plans are."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from tiltak.domain.organisations.models import Organisation
from tiltak.domain.organisations.operations import (
    CannotLink,
    CannotMerge,
    ImpossibleOrganisation,
    identify_party,
    merge_parties,
    separate_party,
    unlink_party,
)
from tiltak.domain.organisations.queries import secretary as queries
from tiltak.tenancy import CouncilRequest
from tiltak.web.desk import forms
from tiltak.web.desk.access import secretary


@secretary("GET")
def parties_page(request: CouncilRequest) -> HttpResponse:
    """All names, those nobody has told who they are first."""
    known = queries.known_parties(request.viewer)
    lines = [(party, queries.is_nameless(party)) for party in known]
    return render(request, "desk/parties.html", {"lines": lines})


@secretary("GET", "POST")
def party_page(request: CouncilRequest, pk: int) -> HttpResponse:
    """One name: which organisation it is."""
    if request.method == "GET":
        return _page(request, pk, forms.LinkForm())
    form = forms.LinkForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, form, status=400)
    told = form.cleaned_data
    try:
        organisation = identify_party(
            by=request.viewer,
            party=queries.party_by_id(request.viewer, pk),
            kind=told["kind"],
            name=told["organisation"],
            number=told["number"],
            valid_from=told["valid_from"],
            valid_to=told["valid_to"],
            now=timezone.now(),
        )
    except ImpossibleOrganisation:
        form.add_error("number", _("Eit organisasjonsnummer har ni siffer, og høyrer til éin."))
        return _page(request, pk, form, status=400)
    except CannotLink:
        form.add_error("valid_to", _("Til-datoen må vera etter frå-datoen."))
        return _page(request, pk, form, status=400)
    messages.success(request, _("Lagra: %(name)s.") % {"name": organisation.name})
    return redirect("desk_parties")


@secretary("POST")
def merge(request: CouncilRequest, pk: int) -> HttpResponse:
    """Two names mean the same."""
    into = queries.party_by_id(request.viewer, _number(request.POST.get("into")))
    party = queries.party_by_id(request.viewer, pk)
    try:
        merge_parties(by=request.viewer, party=party, into=into, now=timezone.now())
        messages.success(request, _("Namna er slegne saman. I planane står dei som før."))
    except CannotMerge:
        messages.error(request, _("Desse to kan ikkje slåast saman."))
    return redirect("desk_parties")


@secretary("POST")
def separate(request: CouncilRequest, pk: int) -> HttpResponse:
    """A name stands for itself again."""
    party = queries.party_by_id(request.viewer, pk)
    separate_party(by=request.viewer, party=party, now=timezone.now())
    messages.success(request, _("Namna er skilde."))
    return redirect("desk_parties")


@secretary("POST")
def unlink(request: CouncilRequest, pk: int) -> HttpResponse:
    """A name is no longer this organisation."""
    link = queries.link_by_id(request.viewer, pk)
    unlink_party(by=request.viewer, link=link, now=timezone.now())
    messages.success(request, _("Koplinga er teken bort."))
    return redirect("desk_party", link.party_id)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _page(
    request: CouncilRequest, pk: int, form: forms.LinkForm, status: int = 200
) -> HttpResponse:
    party = queries.party_by_id(request.viewer, pk)
    context = {
        "party": party,
        "form": form,
        "links": party.links.select_related("organisation").order_by("valid_from"),
        "organisations": Organisation.objects.values_list("name", flat=True).distinct(),
        "others": [other for other in queries.known_parties(request.viewer) if other.pk != pk],
    }
    return render(request, "desk/party.html", context, status=status)
