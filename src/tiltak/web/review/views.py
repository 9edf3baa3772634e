"""The review of a read document, step by step."""

from datetime import datetime
from typing import Protocol

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from tiltak.domain.plans import errors
from tiltak.domain.plans.models import Import
from tiltak.domain.plans.operations.reviewing import accept_doubtful, review, undo_review_step
from tiltak.domain.plans.queries.intake import import_by_id
from tiltak.domain.plans.queries.reviewing import ReviewView, review_as_seen, review_of
from tiltak.domain.sources.queries import kept_file, kept_files
from tiltak.domain.viewer import Viewer
from tiltak.planfile.editing import ImpossibleEdit
from tiltak.tenancy import CouncilRequest
from tiltak.web.desk.access import secretary
from tiltak.web.desk.two_browsers import meanwhile, step_seen
from tiltak.web.desk.views.imports import settled
from tiltak.web.review.actions import Sent, opened, sent
from tiltak.web.review.both import form_of_both
from tiltak.web.review.page import review_page, target_in
from tiltak.web.review.seen_pages import seen_page
from tiltak.web.review.sentences import obstacle_sentence
from tiltak.web.review.targets import Target


class WholeStep(Protocol):
    """An operation on all of a review. Raises the errors of `review`."""

    def __call__(self, *, by: Viewer, received: Import, seen: int, now: datetime) -> object: ...


@secretary("GET")
def page(request: CouncilRequest, pk: int) -> HttpResponse:
    """`?element=` is the current one, `?do=` opens a form, `?side=` another page of the source."""
    received = import_by_id(request.viewer, pk)
    if received.state != Import.State.PENDING:
        return settled(request, received)
    found = review_of(request.viewer, received)
    target = target_in(found, request.GET.get("element", ""))
    return _page(request, received, found, target, action=request.GET.get("do", ""))


@secretary("GET", "POST")
def step(request: CouncilRequest, pk: int) -> HttpResponse:
    """One step, as a form tells it; then on to the next that wants a look."""
    received = import_by_id(request.viewer, pk)
    if received.state != Import.State.PENDING:
        return settled(request, received)
    if request.method == "GET":
        # the address of a form that was shown again
        return redirect("import", pk)
    found = review_of(request.viewer, received)
    target = target_in(found, request.POST.get("element", ""))
    if target.key != request.POST.get("element"):
        messages.error(request, _("Det du ville endra, finst ikkje lenger. Sjå over på nytt."))
        if text := " ".join(request.POST.get("text", "").split()):
            messages.info(request, _("Du skreiv: «%(text)s»") % {"text": text})
        return _page(request, received, found, target, status=409)
    understood = sent(found, target, request.POST)
    if not understood.edits:
        return _again(request, received, found, target, understood)
    return _take(request, received, found, target, understood)


def _again(
    request: CouncilRequest, received: Import, found: ReviewView, target: Target, understood: Sent
) -> HttpResponse:
    """What was sent is shown again: with errors, with the places that were asked for, or because
    it is what stands there already."""
    if understood.problem:
        messages.error(request, understood.problem)
    elif not understood.forms:
        messages.info(request, _("Ingenting er endra."))
    is_wrong = understood.problem or (understood.forms and "look" not in request.POST)
    return _page(
        request,
        received,
        found,
        target,
        action=request.POST.get("do", ""),
        understood=understood,
        status=400 if is_wrong else 200,
    )


def _take(
    request: CouncilRequest, received: Import, found: ReviewView, target: Target, understood: Sent
) -> HttpResponse:
    action = request.POST.get("do", "")
    try:
        review(
            by=request.viewer,
            received=received,
            edits=understood.edits,
            seen=step_seen(request.POST),
            now=timezone.now(),
        )
    except ImpossibleEdit as error:
        messages.error(request, obstacle_sentence(error))
        return _page(request, received, found, target, action=action, status=400)
    except errors.UnstorableText:
        messages.error(request, _("Noko av det du skreiv, kan ikkje lagrast. Sjå over felta."))
        return _page(request, received, found, target, action=action, status=400)
    except errors.ChangedMeanwhile:
        messages.error(request, meanwhile())
        return _page(request, received, found, target, action=action, status=409)
    except errors.NothingChanged:
        messages.info(request, _("Ingenting er endra."))
    except errors.NoLongerThere:
        return _gone(request)
    return redirect(_address(request, received, understood.onward, found))


@secretary("POST")
def accept_all(request: CouncilRequest, pk: int) -> HttpResponse:
    """Everything that is left has been looked at."""
    return _at_once(request, import_by_id(request.viewer, pk), accept_doubtful)


@secretary("POST")
def undo(request: CouncilRequest, pk: int) -> HttpResponse:
    """Take the last step back."""
    return _at_once(
        request,
        import_by_id(request.viewer, pk),
        undo_review_step,
        onward=request.POST.get("element", ""),
    )


def _at_once(
    request: CouncilRequest, received: Import, operation: WholeStep, *, onward: str = ""
) -> HttpResponse:
    """A step that asks nothing more: done, or told why not; then on to the page."""
    try:
        operation(
            by=request.viewer, received=received, seen=step_seen(request.POST), now=timezone.now()
        )
    except ImpossibleEdit as error:
        messages.error(request, obstacle_sentence(error))
    except errors.ChangedMeanwhile:
        messages.error(request, meanwhile())
    except errors.NothingChanged:
        messages.info(request, _("Ingenting er endra."))
    except errors.NoLongerThere:
        return _gone(request)
    return redirect(_address(request, received, onward))


@secretary("GET")
def picture(request: CouncilRequest, pk: int, page: int) -> HttpResponse:
    """A page of a document as a PNG, for its council's secretary alone."""
    document = kept_files(request.viewer).filter(pk=pk).defer("text").first()
    if document is None:
        raise Http404
    etag = f'"{document.sha256[:32]}-{page}"'
    headers = {"ETag": etag, "Cache-Control": "private, no-cache"}
    if request.headers.get("If-None-Match") == etag:
        return HttpResponseNotModified(headers=headers)
    seen = seen_page(request.viewer, kept_file(document), page)
    if seen is None:
        raise Http404
    return HttpResponse(seen.picture, content_type="image/png", headers=headers)


def _gone(request: CouncilRequest) -> HttpResponse:
    messages.info(request, _("Dokumentet ventar ikkje lenger: det er teke over eller forkasta."))
    return redirect("desk")


def _address(
    request: CouncilRequest, received: Import, key: str, before: ReviewView | None = None
) -> str:
    if not key and before is not None:
        after = review_of(request.viewer, received)
        key = next((one for one in after.elements if one not in before.elements), "")
    address = reverse("import", args=[received.pk])
    return f"{address}?{urlencode({'element': key})}#no" if key else f"{address}#no"


def _page(
    request: CouncilRequest,
    received: Import,
    found: ReviewView,
    target: Target,
    *,
    action: str = "",
    understood: Sent | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = understood.forms if understood else None
    if status == 409:
        # so that the next sending is made in the knowledge of what others did
        found = review_of(request.viewer, import_by_id(request.viewer, received.pk))
        target = target_in(found, target.key)
        if opened(found, target, action) == "correct":
            before = review_as_seen(request.viewer, received, step_seen(request.POST))
            shown = {"correct": form_of_both(before, found, target, request.POST)}
    context = review_page(
        request.viewer,
        received,
        found,
        request.GET,
        target=target,
        action=action,
        shown=shown,
        # nothing that was written is lost
        data=request.POST if action and request.method == "POST" else None,
    )
    return render(request, "review/review.html", context, status=status)
