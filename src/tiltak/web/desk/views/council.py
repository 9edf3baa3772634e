"""The council's own settings: name, contact, logo, words for the levels."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tiltak.domain.organisations.logo import LARGEST_LOGO, UnfitLogo
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.organisations.operations import (
    ImpossibleCouncil,
    edit_council,
    set_labels,
    set_logo,
)
from tiltak.domain.organisations.operations.councils import LANGUAGES, LEVELS, LONGEST_LABEL
from tiltak.tenancy import CouncilRequest
from tiltak.web.desk import forms
from tiltak.web.desk.access import secretary
from tiltak.web.ui.tags import page_words
from tiltak.wording import words
from tiltak.wording.language import language_of

LANGUAGE_NAMES = {"nn": "Nynorsk", "nb": "Bokmål", "en": "English"}
ONE_DAY = 24 * 60 * 60


@secretary("GET", "POST")
def council_page(request: CouncilRequest) -> HttpResponse:
    """Name, contact, text about the council."""
    if request.method == "GET":
        return _page(request, forms.CouncilForm(initial=_said(request.council)))
    form = forms.CouncilForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=400)
    try:
        edit_council(
            by=request.viewer, council=request.council, now=timezone.now(), **form.cleaned_data
        )
    except ImpossibleCouncil as field:
        form.add_error(str(field), _("Dette kan ikkje lagrast."))
        return _page(request, form, status=400)
    messages.success(request, _("Lagra."))
    return redirect("desk_council")


@secretary("POST")
def logo_form(request: CouncilRequest) -> HttpResponse:
    """Set the logo; without a file, take it away."""
    file = request.FILES.get("logo")
    data = file.read(LARGEST_LOGO + 1) if file else b""
    try:
        set_logo(by=request.viewer, council=request.council, data=data, now=timezone.now())
        messages.success(request, _("Logoen er lagra.") if data else _("Logoen er teken bort."))
    except UnfitLogo:
        messages.error(
            request, _("Logoen må vera eit bilete av slaget PNG, JPEG eller WebP, høgst 500 kB.")
        )
    return redirect("desk_council")


@require_safe
def council_logo(request: CouncilRequest) -> HttpResponse:
    """The logo itself, for everybody. The address changes with the council (`?v=`)."""
    if not request.council.logo_type or request.council.logo is None:
        raise Http404
    etag = quote_etag(f"logo-{request.council.pk}-{request.council.generation}")
    response = HttpResponse(bytes(request.council.logo), content_type=request.council.logo_type)
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={ONE_DAY}"
    response["Content-Disposition"] = "inline"
    found = get_conditional_response(request, etag=etag, response=response)
    return found if isinstance(found, HttpResponse) else response


@secretary("GET", "POST")
def levels_page(request: CouncilRequest) -> HttpResponse:
    """The council's own words for the levels, in each language."""
    if request.method == "GET":
        return render(request, "desk/levels.html", {"lines": _levels(request.council)})
    labels = {
        level: {code: request.POST.get(f"{level}-{code}", "") for code in LANGUAGES}
        for level in LEVELS
    }
    try:
        set_labels(by=request.viewer, council=request.council, labels=labels, now=timezone.now())
        messages.success(request, _("Nivånamna er lagra."))
    except ImpossibleCouncil:
        messages.error(request, _("Eit namn kan ha høgst 60 teikn."))
    return redirect("desk_levels")


def _levels(council: RegionalCouncil) -> list[dict[str, object]]:
    """Each level with the usual word and the council's own, per language."""
    return [
        {
            "name": page_words().level(level),
            "fields": [
                {
                    "name": f"{level}-{code}",
                    "language": LANGUAGE_NAMES[code],
                    "usual": words(language_of(code)).level(level),
                    "value": council.labels.get(level, {}).get(code, ""),
                    "most": LONGEST_LABEL,
                }
                for code in LANGUAGES
            ],
        }
        for level in LEVELS
    ]


def _said(council: RegionalCouncil) -> dict[str, str]:
    return {name: getattr(council, name) for name in forms.CouncilForm.base_fields}


def _page(request: CouncilRequest, form: forms.CouncilForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "logo_form": forms.LogoForm(),
        "hosts": request.council.hosts.order_by("host"),
    }
    return render(request, "desk/council.html", context, status=status)
