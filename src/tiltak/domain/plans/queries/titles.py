"""What elements are called, by their permanent codes."""

from collections.abc import Collection

from tiltak.domain.plans.models import Element
from tiltak.domain.viewer import Viewer


def titles_of(viewer: Viewer, codes: Collection[str]) -> dict[str, str]:
    """Code → short title, else the newest text, for the secretary. One statement."""
    if not viewer.may_edit:
        return {}
    found = Element.objects.filter(
        version__plan__council_id=viewer.council_id, initiative__code__in=codes
    ).order_by("version_id")
    named = found.values_list("initiative__code", "initiative__short_title", "text")
    return {code: short or text for code, short, text in named}
