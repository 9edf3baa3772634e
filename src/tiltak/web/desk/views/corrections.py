"""Correcting beside the text, and undoing it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRefresh

from tiltak.domain.audit.models import Event
from tiltak.domain.audit.queries import events
from tiltak.domain.organisations.operations import CannotMerge, undo_merge
from tiltak.domain.plans import errors
from tiltak.domain.plans.operations import (
    correct_all,
    set_short_title,
    undo_correction,
)
from tiltak.domain.plans.queries.correctable import Correctable, correctable, initiative_by_code
from tiltak.tenancy import CouncilRequest
from tiltak.web.desk import forms
from tiltak.web.desk.access import secretary
from tiltak.web.desk.addresses import element_address, way_back
from tiltak.web.desk.correction_form import CorrectionForm


@secretary("GET", "POST")
def correct_page(request: CouncilRequest, code: str) -> HttpResponse:
    """The text with all that belongs to it, in fields; sent, what was changed is saved."""
    found = correctable(request.viewer, code)
    if found.is_frozen:
        return _page(request, found, [])
    if request.method == "GET":
        return _page(request, found, _forms(found))
    sent = _forms(found, request)
    if [form for form in sent if not form.is_valid()]:  # a list: all are to show their errors
        return _page(request, found, sent, status=400)
    corrections = [one for form in sent for one in form.corrections()]
    try:
        done = correct_all(by=request.viewer, corrections=corrections, now=timezone.now())
    except errors.ChangedMeanwhile:
        for form in sent:
            form.note_meanwhile()
        messages.error(
            request, _("Nokon andre har endra her medan du skreiv. Begge tekstane står nedanfor.")
        )
        return _page(request, found, sent, status=409)
    except errors.PlanError:
        messages.error(request, _("Noko av det du skreiv, kan ikkje lagrast. Sjå over felta."))
        return _page(request, found, sent, status=400)
    _tell(request, done)
    return _onward(request, code)


@secretary("POST")
def short_title(request: CouncilRequest, code: str) -> HttpResponse:
    """A short title beside the adopted text."""
    initiative = initiative_by_code(request.viewer, code)
    form = forms.ShortTitleForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Den korte tittelen kan ha høgst 200 teikn."))
        return redirect("correct", code)
    said = form.cleaned_data
    try:
        done = set_short_title(
            by=request.viewer,
            initiative=initiative,
            title=said["title"],
            seen=said["seen"],
            now=timezone.now(),
        )
    except errors.ChangedMeanwhile as other:
        messages.error(
            request,
            _("Nokon andre har skrive «%(theirs)s» medan du skreiv «%(yours)s». Skriv på nytt.")
            % {"theirs": other.theirs, "yours": said["title"]},
        )
        return redirect("correct", code)
    _tell(request, [done])
    return _onward(request, code)


@secretary("POST")
def undo(request: CouncilRequest, pk: int) -> HttpResponse:
    """Undo one thing of the log."""
    event = get_object_or_404(events(request.viewer), pk=pk)
    try:
        _undo(request, event)
        messages.success(request, _("Angra."))
    except errors.ChangedMeanwhile:
        messages.error(request, _("Det er endra på nytt sidan. Angre den siste endringa først."))
    except errors.VersionIsFrozen:
        messages.error(request, _("Versjonen er vedteken sidan. Teksten kan ikkje endrast."))
    except (errors.CannotUndo, CannotMerge):
        messages.error(request, _("Dette kan ikkje angrast lenger."))
    return redirect(way_back(request, "/arbeid/"))


def _undo(request: CouncilRequest, event: Event) -> None:
    if event.verb == "merge_party":
        undo_merge(by=request.viewer, event=event, now=timezone.now())
    else:
        undo_correction(by=request.viewer, event=event, now=timezone.now())


def _forms(found: Correctable, request: CouncilRequest | None = None) -> list[CorrectionForm]:
    data = request.POST if request else None
    first = CorrectionForm(found.element, prefix="tekst", data=data)
    return [first, *(CorrectionForm(row, prefix=f"rad{row.pk}", data=data) for row in found.rows)]


def _tell(request: CouncilRequest, done: list[Event]) -> None:
    if not done:
        messages.info(request, _("Ingenting er endra."))
    elif len(done) == 1:
        # the base template shows an undo button beside it
        messages.success(request, _("Lagra."), extra_tags=f"undo-{done[0].pk}")
    else:
        messages.success(request, _("Lagra. Du kan angra kvar endring på arbeidsbordet."))


def _onward(request: CouncilRequest, code: str) -> HttpResponse:
    if request.htmx:
        return HttpResponseClientRefresh()
    return redirect(way_back(request, element_address(code)))


def _page(
    request: CouncilRequest, found: Correctable, sent: list[CorrectionForm], status: int = 200
) -> HttpResponse:
    seen = found.initiative.short_title
    context = {
        "found": found,
        "ref": f"{found.version.plan.slug}@{found.version.number}",
        "cancel": element_address(found.initiative.code),
        "forms": sent,
        "short_form": forms.ShortTitleForm(initial={"title": seen, "seen": seen}),
        "back": request.POST.get("back") or request.GET.get("back") or "",
    }
    if not request.htmx:
        return render(request, "desk/correct.html", context, status=status)
    # in the middle of another page there is no other place for them
    context["in_place_messages"] = messages.get_messages(request)
    return render(request, "desk/correct_form.html", context, status=status)
