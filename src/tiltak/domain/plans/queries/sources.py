"""A document and what came of it: the elements read from it, and what found no place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef

from tiltak.domain.plans.models import Passage, UnplacedText, VersionSource
from tiltak.domain.plans.queries.elements import PassageView
from tiltak.domain.plans.queries.versions import NotFound, PlanView, VersionView, plans
from tiltak.domain.sources.models import SourceContent
from tiltak.domain.sources.queries import visible_documents
from tiltak.domain.viewer import Viewer


@dataclass(frozen=True, slots=True)
class PlacedElement:
    """An element (or, without `code`, a table row) that was read from a place."""

    kind: str
    code: str
    number: str
    text: str
    place: PassageView


@dataclass(frozen=True, slots=True)
class UnplacedView:
    """Text of the document that found no place in the plan, and why."""

    text: str
    reason: str
    place: PassageView


@dataclass(frozen=True, slots=True)
class SourceView:
    """A document with its text and what was read from it into one version."""

    id: int
    filename: str
    media_type: str
    size: int
    text: str
    uploaded_at: datetime
    is_public: bool
    has_file: bool
    plan: PlanView | None
    version: VersionView | None
    elements: Sequence[PlacedElement]
    unplaced: Sequence[UnplacedView]


def source_view(viewer: Viewer, document_id: int) -> SourceView:
    """A document as the plan in force has it, else the newest version. Five statements.

    Raises NotFound.
    """
    file = SourceContent.objects.filter(document=OuterRef("pk"))
    document = (
        visible_documents(viewer).annotate(has_file=Exists(file)).filter(pk=document_id).first()
    )
    if document is None:
        raise NotFound(document_id)
    plan, version = _read_into(viewer, document_id)
    return SourceView(
        id=document.pk,
        filename=document.filename,
        media_type=document.media_type,
        size=document.size,
        text=document.text,
        uploaded_at=document.uploaded_at,
        is_public=document.visibility == "public",
        has_file=document.has_file,
        plan=plan,
        version=version,
        elements=_elements(version.id, document_id) if version else (),
        unplaced=_unplaced(version.id, document_id) if version else (),
    )


def _read_into(
    viewer: Viewer, document_id: int
) -> tuple[PlanView, VersionView] | tuple[None, None]:
    """The version to show: the one in force of a plan, if it was read from the document."""
    uses = VersionSource.objects.filter(document_id=document_id)
    ids = set(uses.values_list("version_id", flat=True))
    using = [(plan, one) for plan in plans(viewer) for one in plan.versions if one.id in ids]
    best = max(using, key=lambda pair: (pair[0].shown.id == pair[1].id, pair[1].id), default=None)
    return best or (None, None)


def _elements(version_id: int, document_id: int) -> list[PlacedElement]:
    """In the order of the document; where the facts about the document stand is left out."""
    found = (
        Passage.objects.filter(version_id=version_id, document_id=document_id)
        .exclude(element__isnull=True, row__isnull=True)
        .select_related("element__initiative", "row")
        .order_by("start", "id")
    )
    return [_placed(passage) for passage in found]


def _placed(passage: Passage) -> PlacedElement:
    element, row = passage.element, passage.row
    owner = element or row
    assert owner is not None  # noqa: S101 the query leaves out passages of neither
    return PlacedElement(
        kind=element.kind if element else "row",
        code=element.initiative.code if element else "",
        number=owner.number or "",
        text=(element.initiative.short_title if element else "") or owner.text,
        place=_place(passage),
    )


def _unplaced(version_id: int, document_id: int) -> list[UnplacedView]:
    found = UnplacedText.objects.filter(version_id=version_id, document_id=document_id)
    return [
        UnplacedView(one.text, one.reason or "", _place(one)) for one in found.order_by("start")
    ]


def _place(of: Passage | UnplacedText) -> PassageView:
    return PassageView(
        document_id=of.document_id,
        filename="",
        start=of.start,
        end=of.end,
        page=of.page,
        line=of.line,
        sheet=of.sheet,
        cell=of.cell,
    )
