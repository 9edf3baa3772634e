"""The rows behind one element, for the secretary to correct."""

from dataclasses import dataclass

from tiltak.domain.plans.models import Element, Initiative, PlanVersion, TableRow
from tiltak.domain.plans.queries.versions import NotFound
from tiltak.domain.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Correctable:
    """An element of the newest draft that holds it, else of the newest version, with its rows."""

    initiative: Initiative
    element: Element
    rows: tuple[TableRow, ...]

    @property
    def version(self) -> PlanVersion:
        return self.element.version

    @property
    def is_frozen(self) -> bool:
        return self.version.frozen_at is not None


def initiative_by_code(viewer: Viewer, code: str) -> Initiative:
    """Raises NotFound, also for the public."""
    found = Initiative.objects.filter(council_id=viewer.council_id, code=code).first()
    if found is None or not viewer.may_edit:
        raise NotFound(code)
    return found


def correctable(viewer: Viewer, code: str) -> Correctable:
    """What may be corrected at an address. Raises NotFound."""
    initiative = initiative_by_code(viewer, code)
    holding = initiative.elements.select_related("version__plan", "parent")
    draft = holding.filter(version__frozen_at__isnull=True).order_by("-version_id").first()
    element = draft or holding.order_by("-version_id").first()
    if element is None:
        raise NotFound(code)
    rows = TableRow.objects.filter(links__element=element).exclude(links__kind="related")
    rows = rows.select_related("version__plan").distinct().order_by("position")
    return Correctable(initiative, element, tuple(rows))
