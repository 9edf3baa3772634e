"""A document in."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from tiltak.domain.plans.errors import UnstorableText
from tiltak.domain.plans.models import Import, Plan
from tiltak.domain.plans.operations import receive_document
from tiltak.domain.plans.queries.intake import own_plans
from tiltak.planfile.origin import source_of_file
from tiltak.tenancy import CouncilRequest
from tiltak.web.desk import forms
from tiltak.web.desk.access import secretary
from tiltak.web.desk.upload import RefusedUpload, file_of, guard_size, read_upload


@csrf_exempt  # the form is looked at below, when the guard of the size is in its place
def upload(request: HttpRequest) -> HttpResponse:
    """The upload page; a file that is read leads on to the preview."""
    guard_size(request)
    return _upload(cast("CouncilRequest", request))


@csrf_protect
@secretary("GET", "POST")
def _upload(request: CouncilRequest) -> HttpResponse:
    plans = own_plans(request.viewer)
    if request.method == "GET":
        initial = {"plan": request.GET.get("plan", "")}
        return _page(request, forms.UploadForm(plans=plans, initial=initial))
    form = forms.UploadForm(request.POST, request.FILES, plans=plans)
    chosen = request.POST.get("plan", "")
    try:
        received = _receive(request, plans.filter(slug=chosen).first() if chosen else None)
    except RefusedUpload as refusal:
        form.errors.clear()
        form.add_error("file", str(refusal))
        return _page(request, form, status=400)
    messages.success(request, _("Fila er lesen. Sjå over før du tek henne over."))
    address = reverse("import", args=[received.pk])
    kind = request.POST.get("kind", "")
    wish = {} if chosen or kind not in Plan.Kind.values else {"slag": kind}
    return redirect(f"{address}?{urlencode(wish)}" if wish else address)


def _receive(request: CouncilRequest, plan: Plan | None) -> Import:
    file = file_of(request, "file")
    data, name = file.read(), (file.name or "")[-300:]
    content = read_upload(data, name)
    try:
        return receive_document(
            by=request.viewer,
            plan=content,
            source=source_of_file(content, data=data, name=name),
            data=data,
            now=timezone.now(),
            meant_for=plan,
        )
    except UnstorableText as error:
        raise RefusedUpload(
            _("Fila har teikn eller tal som ikkje kan lagrast. Lagra henne på nytt og prøv igjen.")
        ) from error


def _page(request: CouncilRequest, form: forms.UploadForm, status: int = 200) -> HttpResponse:
    return render(request, "desk/upload.html", {"form": form}, status=status)
