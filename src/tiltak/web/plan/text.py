"""The plan as a text, with contents and a permanent link to every element."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tiltak.domain.followup.queries.statuses import followed_plan
from tiltak.domain.plans.queries.elements import version_passages
from tiltak.tenancy import CouncilRequest
from tiltak.web.plan.downloads import downloads
from tiltak.web.plan.levels import levels_in_text
from tiltak.web.plan.lookup import or_404
from tiltak.web.plan.outline import Outline
from tiltak.web.ui.tags import page_words


@require_safe
def text(request: CouncilRequest, ref: str) -> HttpResponse:
    said = page_words()
    with or_404():
        followed = followed_plan(request.viewer, ref)
    version = followed.version
    outline = Outline(
        followed,
        version_passages(request.viewer, version),
        levels_in_text(request.council, version),
        said,
        edit=request.viewer.may_edit,
    )
    context = {
        "version": version,
        "ref": followed.ref,
        "contents": outline.contents(),
        "opening": outline.opening(),
        "parts": outline.parts(),
        "downloads": downloads(followed.ref, "pdf", "docx"),
        "has_statuses": bool(followed.statuses),
    }
    return render(request, "plan/text.html", context)
