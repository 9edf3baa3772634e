"""Taking a read document over, throwing it away, undoing it."""

from collections.abc import Mapping, Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiltak.domain.plans import errors
from tiltak.domain.plans.models import Import, Plan, PlanVersion
from tiltak.domain.plans.operations import (
    Authority,
    NewPlan,
    apply_import,
    discard_import,
    undo_import,
)
from tiltak.domain.plans.operations.words import ImpossibleWord, Word
from tiltak.domain.plans.queries.intake import import_by_id, own_plans
from tiltak.domain.plans.queries.uploads import kind_said
from tiltak.planfile.matching import Answer, InvalidAnswer
from tiltak.profile import proposals
from tiltak.tenancy import CouncilRequest
from tiltak.web.desk import forms
from tiltak.web.desk.access import secretary
from tiltak.web.desk.addresses import version_address
from tiltak.web.desk.preview import preview_page
from tiltak.web.desk.proposed_words import learnt, ticked_in, words_of
from tiltak.web.desk.questions import answers_of
from tiltak.web.desk.two_browsers import meanwhile, step_seen
from tiltak.web.desk.words import refusal


@secretary("GET", "POST")
def take_over_page(request: CouncilRequest, pk: int) -> HttpResponse:
    """What will change, and what must be answered; sent, the document is taken over."""
    received = import_by_id(request.viewer, pk)
    if received.state != Import.State.PENDING:
        return settled(request, received)
    if request.method == "POST":
        return _take_over(request, received)
    return _preview(request, received, _target(request, received))


@secretary("POST")
def discard(request: CouncilRequest, pk: int) -> HttpResponse:
    """Throw a waiting document away."""
    try:
        discard_import(
            by=request.viewer, received=import_by_id(request.viewer, pk), now=timezone.now()
        )
        messages.success(request, _("Dokumentet er forkasta. Ingen plan er endra."))
    except errors.PlanError:
        messages.error(request, _("Dokumentet er alt teke over."))
    return redirect("desk")


@secretary("POST")
def undo(request: CouncilRequest, pk: int) -> HttpResponse:
    """Undo a whole import; asks again when texts were corrected since."""
    received = import_by_id(request.viewer, pk)
    try:
        undo_import(
            by=request.viewer,
            received=received,
            now=timezone.now(),
            although_corrected="although_corrected" in request.POST,
        )
    except errors.CorrectedSince:
        return render(request, "desk/undo_import.html", {"received": received})
    except errors.CannotUndo:
        messages.error(
            request,
            _("Importen kan ikkje angrast lenger: noko som er gjort seinare, byggjer på han."),
        )
        return redirect("desk")
    frozen = received.version is not None and received.version.frozen_at is not None
    messages.success(request, _withdrawn() if frozen else _("Importen er angra."))
    return redirect("desk")


def _withdrawn() -> str:
    return _("Versjonen er vedteken og kan ikkje slettast. Han er teken bort frå nettsida.")


def settled(request: CouncilRequest, received: Import) -> HttpResponse:
    """Where a document is that waits no more."""
    if received.state == Import.State.APPLIED and received.version is not None:
        return redirect(version_address(received.version))
    messages.info(request, _("Denne importen er angra."))
    return redirect("desk")


def _target(request: CouncilRequest, received: Import) -> Plan | None:
    """The plan that is to change: chosen on the page, else what was said at the upload."""
    if "plan" not in request.GET and "plan" not in request.POST:
        return received.plan
    chosen = request.POST.get("plan", request.GET.get("plan", ""))
    return own_plans(request.viewer).filter(slug=chosen).first() if chosen else None


def _take_over(request: CouncilRequest, received: Import) -> HttpResponse:
    plan = _target(request, received)
    answers = answers_of(request.POST)
    adopted = forms.AdoptForm(request.POST) if "adopted" in request.POST else None
    if adopted is not None and not adopted.is_valid():
        return _preview(request, received, plan, answers, adopted, status=400)
    words = words_of(proposals(request.viewer, received), ticked_in(request.POST))
    try:
        version = apply_import(
            by=request.viewer,
            received=received,
            into=plan or NewPlan(kind=_kind(request, received)),
            answers=answers,
            adopted=_authority(adopted),
            publish="publish" in request.POST,
            learn=words,
            seen=step_seen(request.POST),
            now=timezone.now(),
        )
    except (errors.NothingChanged, errors.NoLongerThere, errors.UnstorableText) as error:
        messages.add_message(request, *_end(error))
        return redirect("desk")
    except errors.ChangedMeanwhile:
        messages.error(request, meanwhile())
        anew = import_by_id(request.viewer, received.pk)
        return _preview(request, anew, plan, answers, adopted, status=409)
    except (errors.DoubtfulMatches, errors.CannotAdopt, ImpossibleWord, InvalidAnswer) as error:
        messages.error(request, _what_is_wrong(error, words))
        insist = isinstance(error, errors.DoubtfulMatches | InvalidAnswer)
        return _preview(request, received, plan, answers, adopted, insist=insist, status=400)
    messages.success(request, _done(version))
    if words:
        messages.success(request, learnt(words))
    return redirect(version_address(version))


def _end(error: Exception) -> tuple[int, str]:
    """How serious it is, and what is said of a document that cannot be taken over at all."""
    if isinstance(error, errors.NothingChanged):
        return messages.INFO, _("Denne fila er alt teken over. Ingenting er endra.")
    if isinstance(error, errors.NoLongerThere):
        return messages.INFO, _("Dokumentet ventar ikkje lenger: det er teke over eller forkasta.")
    return messages.ERROR, _(
        "Fila har teikn eller tal som ikkje kan lagrast. Lagre henne på nytt og prøv igjen."
    )


def _what_is_wrong(error: Exception, words: Sequence[Word]) -> str:
    """What has to be mended on the page before the document can be taken over."""
    if isinstance(error, errors.CannotAdopt):
        return _("Vedtaksdatoen kan ikkje vera fram i tid.")
    if isinstance(error, ImpossibleWord):
        use = next((one.use for one in words if one.word == error.word), "")
        return refusal(error, use)
    return _("Nokre spørsmål må du svara på først. Dei er merkte nedanfor.")


def _authority(form: forms.AdoptForm | None) -> Authority | None:
    if form is None:
        return None
    said = form.cleaned_data
    return Authority(said["decided"], said["body"], said["case_number"])


def _done(version: PlanVersion) -> str:
    count = version.elements.filter(kind="measure").count()
    return ngettext(
        "%(count)s tiltak er teke over frå dokumentet.",
        "%(count)s tiltak er tekne over frå dokumentet.",
        count,
    ) % {"count": count}


def _kind(request: CouncilRequest, received: Import) -> str:
    """The kind of a new plan: chosen on the page, else what was said at the upload."""
    kind = request.POST.get("kind") or kind_said(request.viewer, received)
    return kind if kind in Plan.Kind.values else Plan.Kind.ACTION_PLAN


def _preview(
    request: CouncilRequest,
    received: Import,
    plan: Plan | None,
    answers: Mapping[str, Answer] | None = None,
    adopted: forms.AdoptForm | None = None,
    *,
    insist: bool = False,
    status: int = 200,
) -> HttpResponse:
    ticked = ticked_in(request.POST)
    context = preview_page(
        request.viewer, received, plan, answers or {}, ticked=ticked, insist=insist
    )
    context |= {
        "plans": own_plans(request.viewer),
        "kinds": forms.kinds(),
        "kind": _kind(request, received),
        "is_adopted": adopted is not None,
        "adopt_form": adopted or forms.AdoptForm(initial=context.pop("said_of_adoption")),
    }
    return render(request, "desk/import.html", context, status=status)
