"""Saying how it goes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from tiltak.domain.followup.operations import CannotGiveStatus, give_status
from tiltak.domain.followup.queries.statuses import Status, follow, status_history
from tiltak.domain.plans.queries import versions
from tiltak.domain.plans.queries.correctable import correctable
from tiltak.tenancy import CouncilRequest
from tiltak.web.desk import forms
from tiltak.web.desk.access import secretary
from tiltak.web.desk.addresses import element_address
from tiltak.web.ui.lights import lights, status_view
from tiltak.web.ui.tags import page_words


@secretary("GET", "POST")
def status_page(request: CouncilRequest, code: str) -> HttpResponse:
    """Give a status; the earlier ones are listed."""
    found = correctable(request.viewer, code)
    said = status_history(request.viewer, found.initiative.pk)
    if request.method == "GET":
        return _page(request, code, forms.StatusForm(initial=_start(request, said)))
    form = forms.StatusForm(request.POST)
    if not form.is_valid():
        return _page(request, code, form, status=400)
    told = form.cleaned_data
    try:
        give_status(
            by=request.viewer,
            initiative=found.initiative,
            lifecycle=told["lifecycle"],
            light=told["light"],
            sentence=told["sentence"],
            said_by=told["said_by"],
            now=timezone.now(),
        )
    except CannotGiveStatus:
        form.add_error(None, _("Statusen kan ikkje lagrast. Sjå over det du skreiv."))
        return _page(request, code, form, status=400)
    messages.success(request, _("Statusen er lagra. Den førre står under «Tidlegare meldingar»."))
    return redirect(element_address(code))


@secretary("GET")
def statuses(request: CouncilRequest) -> HttpResponse:
    """The measures of the main plan, those without a status first, then the oldest."""
    main = versions.main_plan(versions.plans(request.viewer))
    if main is None:
        return redirect("desk")
    followed = follow(request.viewer, main, main.shown)
    words, now = page_words(), timezone.now()
    known = lights(words.language)
    found = [
        (node, followed.statuses.get(node.initiative_id)) for node in followed.tree.top_measures
    ]
    found.sort(key=lambda pair: pair[1].said_at.timestamp() if pair[1] else 0.0)
    lines = [
        {
            "code": node.code,
            "title": node.title,
            "light": known[followed.standing(node)],
            "status": status_view(status, words, now) if status else None,
        }
        for node, status in found
    ]
    return render(request, "desk/statuses.html", {"lines": lines, "version": main.shown})


def _start(request: CouncilRequest, said: list[Status]) -> dict[str, str]:
    """A new status starts from how things stood, but with a sentence of its own."""
    by = {"said_by": request.viewer.name}
    return by | ({"lifecycle": said[0].lifecycle, "light": said[0].light} if said else {})


def _page(
    request: CouncilRequest, code: str, form: forms.StatusForm, status: int = 200
) -> HttpResponse:
    found = correctable(request.viewer, code)
    words, now = page_words(), timezone.now()
    context = {
        "found": found,
        "form": form,
        "lights": lights(words.language),
        "earlier": [
            status_view(one, words, now)
            for one in status_history(request.viewer, found.initiative.pk)
        ],
        "now": now,
    }
    return render(request, "desk/status.html", context, status=status)
