"""A version as a plan file, for those who may see it."""

from tiltak.domain.plans.projection import planfile_of
from tiltak.domain.plans.queries.versions import NotFound, VersionView, visible_versions
from tiltak.domain.viewer import Viewer
from tiltak.planfile.model import Plan


def planfile_for(viewer: Viewer, version: VersionView, *, provenance: bool = True) -> Plan:
    """The version in full, or without its sources and passages (`provenance=False`).

    Raises NotFound for who may not see it.
    """
    found = visible_versions(viewer).select_related("plan").filter(pk=version.id).first()
    if found is None:
        raise NotFound(version.numbered_ref)
    return planfile_of(found, provenance=provenance)
