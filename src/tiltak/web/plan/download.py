"""The plan as a file."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from tiltak.domain.plans.queries.versions import version_by_ref
from tiltak.tenancy import CouncilRequest
from tiltak.web.plan.lookup import or_404
from tiltak.wording import language_of
from tiltak.writing.assemble import UnknownFormat, export


@require_safe
def download(request: CouncilRequest, ref: str, extension: str) -> HttpResponse:
    """A version in one of `writing.formats.FORMATS`, its fixed texts in the reader's language."""
    with or_404():
        version = version_by_ref(request.viewer, ref)
    try:
        file = export(
            request.viewer,
            version,
            extension,
            now=timezone.now(),
            address=request.build_absolute_uri(reverse("plan", args=[ref])),
            language=language_of(get_language() or "nn"),
        )
    except UnknownFormat:
        raise Http404 from None
    return HttpResponse(
        file.content,
        content_type=file.media_type,
        headers={"Content-Disposition": f'attachment; filename="{file.name}"'},
    )
