"""A version as a plan file, for those who may see it."""

from tiltak.domain.plans.models import PlanVersion
from tiltak.domain.plans.projection import planfile_of
from tiltak.domain.plans.queries.versions import NotFound, VersionView, visible_versions
from tiltak.domain.viewer import Viewer
from tiltak.planfile.model import Plan


def planfile_for(viewer: Viewer, version: VersionView, *, provenance: bool = True) -> Plan:
    """The version in full, or without its sources and passages (`provenance=False`).

    Raises NotFound for who may not see it.
    """
    return planfile_of(stored_version(viewer, version), provenance=provenance)


def stored_version(viewer: Viewer, version: VersionView) -> PlanVersion:
    """The version as stored, with its plan and council. Raises NotFound for who may not see it."""
    found = visible_versions(viewer).select_related("plan__council").filter(pk=version.id).first()
    if found is None:
        raise NotFound(version.numbered_ref)
    return found
