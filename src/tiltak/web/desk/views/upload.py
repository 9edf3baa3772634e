"""Documents in: handing them in, and waiting until they are read."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django_htmx.http import HttpResponseClientRedirect

from tiltak.domain.plans.errors import NoLongerThere
from tiltak.domain.plans.models import Plan, Upload
from tiltak.domain.plans.operations.uploads import discard_upload, receive_upload
from tiltak.domain.plans.queries.intake import import_by_id, is_repeated, own_plans
from tiltak.domain.plans.queries.uploads import UploadView, upload_by_id, upload_row
from tiltak.domain.plans.queries.versions import NotFound
from tiltak.jobs.uploads import reading
from tiltak.tenancy import CouncilRequest
from tiltak.web.desk import forms
from tiltak.web.desk.access import secretary
from tiltak.web.desk.progress import progress_of
from tiltak.web.desk.upload import RefusedUpload, guard_size, plan_of
from tiltak.web.desk.words import told_of


@csrf_exempt  # the form is looked at below, when the guard of the size is in its place
def upload(request: HttpRequest) -> HttpResponse:
    """The upload page; files that can be read lead on to their progress."""
    guard_size(request)
    return _upload(cast("CouncilRequest", request))


@csrf_protect
@secretary("GET", "POST")
def _upload(request: CouncilRequest) -> HttpResponse:
    plans = own_plans(request.viewer)
    if request.method == "GET":
        initial = {"plan": request.GET.get("plan", "")}
        if (kind := request.GET.get("slag", "")) in Plan.Kind.values:
            initial["kind"] = kind
        return _page(request, forms.UploadForm(plans=plans, initial=initial))
    form = forms.UploadForm(request.POST, request.FILES, plans=plans)
    chosen = request.POST.get("plan", "")
    try:
        received = _receive(request, plans.filter(slug=chosen).first() if chosen else None)
    except RefusedUpload as refusal:
        form.errors.clear()
        form.add_error("file", str(refusal))
        return _page(request, form, status=400)
    return redirect("upload_progress", received.pk)


def _receive(request: CouncilRequest, plan: Plan | None) -> Upload:
    files = plan_of(request, "file")
    kind = request.POST.get("kind", "")
    received = receive_upload(
        by=request.viewer,
        files=[(file.name, file.data) for file in files],
        meant_for=plan,
        kind=kind if plan is None and kind in Plan.Kind.values else "",
        now=timezone.now(),
    )
    reading.ask_for(received)
    return received


def _page(request: CouncilRequest, form: forms.UploadForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "own_words": told_of(request.viewer)}
    return render(request, "desk/upload.html", context, status=status)


@secretary("GET")
def progress(request: CouncilRequest, pk: int) -> HttpResponse:
    """How far the reading is; why it came to nothing; on to the preview when it is done."""
    found = upload_by_id(request.viewer, pk)
    if found.is_under_way:
        context = {"upload": found, "progress": progress_of(found, timezone.now())}
        return render(request, "desk/progress.html", context)
    if found.state == Upload.State.REFUSED:
        context = {"upload": found, "problem": _(found.problem), "again": _again(found)}
        return render(request, "desk/refused.html", context)
    if found.received_id is None:
        messages.info(request, _("Dokumentet er forkasta."))
        return redirect("desk")
    received = import_by_id(request.viewer, found.received_id)
    if is_repeated(request.viewer, received, received.plan):
        # said before anybody looks it over for nothing
        messages.info(
            request,
            _(
                "Denne fila er alt teken over. Tek du henne over ein gong til, endrar det ingenting."
            ),
        )
    return redirect("import", received.pk)


@secretary("GET")
def progress_part(request: CouncilRequest, pk: int) -> HttpResponse:
    """The part of the page that changes, for the script that asks again and again."""
    try:
        found = upload_by_id(request.viewer, pk)
    except NotFound:
        # cancelled in another window
        return HttpResponseClientRedirect(reverse("desk"))
    if not found.is_under_way:
        return HttpResponseClientRedirect(reverse("upload_progress", args=[pk]))
    context = {"upload": found, "progress": progress_of(found, timezone.now())}
    return render(request, "desk/progress_part.html", context)


@secretary("POST")
def cancel(request: CouncilRequest, pk: int) -> HttpResponse:
    """Stop reading, or put a refused upload away."""
    row = upload_row(request.viewer, pk)
    was_refused = row.state == Upload.State.REFUSED
    try:
        discard_upload(by=request.viewer, upload=row, now=timezone.now())
    except NoLongerThere:
        # read in the meantime: the page leads on to the preview
        return redirect("upload_progress", pk)
    if not was_refused:
        messages.success(request, _("Opplastinga er avbroten. Ingen plan er endra."))
    return redirect("desk")


def _again(upload: UploadView) -> str:
    """The form as it was filled in, but for the files."""
    said = {"plan": upload.plan.slug if upload.plan else "", "slag": upload.kind}
    filled = urlencode({name: value for name, value in said.items() if value})
    return f"{reverse('upload')}?{filled}" if filled else reverse("upload")
