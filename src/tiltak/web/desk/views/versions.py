"""One version: its state, who sees it, adopting it; and the plan it belongs to."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from tiltak.domain.plans import errors
from tiltak.domain.plans.models import PlanVersion
from tiltak.domain.plans.operations import (
    adopt_version,
    correct,
    edit_plan,
    publish_version,
    set_state,
    withdraw_version,
)
from tiltak.domain.plans.operations.undo_import import can_undo
from tiltak.domain.plans.queries.intake import (
    imports,
    own_plans,
    own_version,
    unplaced_texts,
)
from tiltak.domain.plans.queries.versions import plan_and_version, plan_by_slug
from tiltak.tenancy import CouncilRequest
from tiltak.web.desk import forms
from tiltak.web.desk.access import View, secretary
from tiltak.web.desk.addresses import version_address


@secretary("GET")
def version_page(request: CouncilRequest, ref: str) -> HttpResponse:
    """All that can be done with a version."""
    return _page(request, _version(request, ref))


def _doing(view: Callable[[CouncilRequest, PlanVersion], HttpResponse]) -> View[[str]]:
    """A page that does something with the version its address names.

    What cannot be done with one that is adopted is told where one comes from.
    """

    @secretary("POST")
    @wraps(view)
    def wrapped(request: CouncilRequest, ref: str) -> HttpResponse:
        version = _version(request, ref)
        try:
            return view(request, version)
        except errors.VersionIsFrozen:
            messages.error(request, _("Versjonen er vedteken. Teksten kan ikkje endrast."))
            return redirect(version_address(version))

    return wrapped


@_doing
def publish(request: CouncilRequest, version: PlanVersion) -> HttpResponse:
    """Show it to everybody."""
    publish_version(by=request.viewer, version=version, now=timezone.now())
    return _done(request, version, _("Versjonen er lagd ut. No kan alle sjå han."))


@_doing
def withdraw(request: CouncilRequest, version: PlanVersion) -> HttpResponse:
    """Take it back from the public."""
    withdraw_version(by=request.viewer, version=version, now=timezone.now())
    return _done(request, version, _("Versjonen er teken bort frå nettsida. Berre du ser han no."))


@_doing
def state(request: CouncilRequest, version: PlanVersion) -> HttpResponse:
    """Draft, proposal or consultation."""
    form = forms.StateForm(request.POST)
    if not form.is_valid():
        return _page(request, version, {"state_form": form}, status=400)
    set_state(by=request.viewer, version=version, state=form.values["state"], now=timezone.now())
    return _done(request, version, _("Tilstanden er endra."))


@_doing
def title(request: CouncilRequest, version: PlanVersion) -> HttpResponse:
    """The title of the document, while it is a draft."""
    typed, seen = request.POST.get("title", ""), request.POST.get("seen", "")
    try:
        done = correct(
            by=request.viewer,
            subject=version,
            field="title",
            value=typed.strip(),
            seen=seen,
            now=timezone.now(),
        )
        messages.success(request, _("Tittelen er lagra."), extra_tags=f"undo-{done.pk}")
    except errors.ChangedMeanwhile as other:
        messages.error(
            request,
            _("Nokon andre har skrive «%(theirs)s» medan du skreiv «%(yours)s». Skriv på nytt.")
            % {"theirs": other.theirs, "yours": typed},
        )
    except errors.ImpossibleValue:
        messages.error(request, _("Tittelen kan ikkje vera tom."))
    return redirect(version_address(version))


@_doing
def adopt(request: CouncilRequest, version: PlanVersion) -> HttpResponse:
    """Freeze it as adopted."""
    form = forms.ConfirmedAdoptForm(request.POST)
    if not form.is_valid():
        return _page(request, version, {"adopt_form": form}, status=400)
    said = form.cleaned_data
    try:
        adopt_version(
            by=request.viewer,
            version=version,
            decided=said["decided"],
            body=said["body"],
            case_number=said["case_number"],
            now=timezone.now(),
        )
    except errors.CannotAdopt:
        form.add_error(
            "decided", _("Datoen kan ikkje vera fram i tid, og planen må ha eit innhald.")
        )
        return _page(request, version, {"adopt_form": form}, status=400)
    return _done(request, version, _("Versjonen er vedteken. Teksten ligg fast frå no av."))


@_doing
def edit(request: CouncilRequest, version: PlanVersion) -> HttpResponse:
    """The plan's own name, kind, period and place."""
    plans = own_plans(request.viewer)
    form = forms.PlanForm(request.POST, plan=version.plan, others=plans)
    if not form.is_valid():
        return _page(request, version, {"plan_form": form}, status=400)
    said = form.cleaned_data
    try:
        edit_plan(
            by=request.viewer,
            plan=version.plan,
            title=said["title"],
            kind=said["kind"],
            parent=plans.filter(slug=said["parent"]).first() if said["parent"] else None,
            period=(said["period_from"], said["period_to"]),
            now=timezone.now(),
        )
    except errors.ImpossibleValue:
        form.add_error(
            None,
            _(
                "Det går ikkje: sjå om åra står i rett rekkjefølgje og at planen ikkje ligg under seg sjølv."
            ),
        )
        return _page(request, version, {"plan_form": form}, status=400)
    return _done(request, version, _("Opplysningane om planen er lagra."))


def _version(request: CouncilRequest, ref: str) -> PlanVersion:
    _plan, view = plan_and_version(request.viewer, ref)
    return own_version(request.viewer, view.id)


def _done(request: CouncilRequest, version: PlanVersion, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect(version_address(version))


def _page(
    request: CouncilRequest,
    version: PlanVersion,
    bound: dict[str, forms.DeskForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    taken = imports(request.viewer).filter(version=version, state="applied")
    last = taken.order_by("-applied_at").first()
    context = {
        "version": version,
        "ref": f"{version.plan.slug}@{version.number}",
        "plan": version.plan,
        "others": plan_by_slug(request.viewer, version.plan.slug).versions,
        "state_form": forms.StateForm(initial={"state": version.state}),
        "adopt_form": forms.ConfirmedAdoptForm(initial={"body": request.council.name}),
        "plan_form": forms.PlanForm(plan=version.plan, others=own_plans(request.viewer)),
        "unplaced": unplaced_texts(request.viewer, version.pk),
        "last_import": last,
        "may_undo": last is not None and can_undo(last),
        **(bound or {}),
    }
    return render(request, "desk/version.html", context, status=status)
