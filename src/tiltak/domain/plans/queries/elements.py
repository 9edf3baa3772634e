"""One element by its permanent address: which versions hold it, where it came from, its sources."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce, NullIf

from tiltak.domain.plans.models import Element, Passage, Succession
from tiltak.domain.plans.queries.versions import COLUMNS, NotFound, VersionView, is_visible
from tiltak.domain.sources.models import Visibility
from tiltak.domain.viewer import Viewer

PASSAGE_COLUMNS = (
    "document_id",
    "document__filename",
    "start",
    "end",
    "page",
    "line",
    "sheet",
    "cell",
)


@dataclass(frozen=True, slots=True)
class Appearance:
    """An element as it stands in one version."""

    element_id: int
    initiative_id: int
    kind: str
    text: str
    version: VersionView


@dataclass(frozen=True, slots=True)
class SuccessionView:
    """What became of an element, or what it came from: `code` is the other one's address.

    Without a code the element ended.
    """

    kind: str
    reason: str
    decided_date: date | None
    decided_case: str
    is_from: bool
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class PassageView:
    """Where something stands in a source document."""

    document_id: int
    filename: str
    start: int
    end: int
    page: int | None
    line: int | None
    sheet: str | None
    cell: str | None


def appearances(viewer: Viewer, code: str) -> Sequence[Appearance]:
    """The versions the viewer may see that hold an element, the one to show first.

    First the newest adopted one that is public, then other public ones, then drafts. Raises
    NotFound when there is none.
    """
    found = Element.objects.filter(
        is_visible(viewer, "version__"),
        initiative__code=code,
        initiative__council_id=viewer.council_id,
    ).order_by()
    columns = [f"version__{column}" for column in COLUMNS]
    seen = [
        Appearance(element_id, initiative_id, kind, text, VersionView(*version))
        for element_id, initiative_id, kind, text, *version in found.values_list(
            "id", "initiative_id", "kind", "text", *columns
        )
    ]
    if not seen:
        raise NotFound(code)
    return sorted(seen, key=_newest_in_force, reverse=True)


def find_element(viewer: Viewer, code: str) -> Appearance:
    """The appearance to show of an element. Raises NotFound."""
    return appearances(viewer, code)[0]


def _newest_in_force(appearance: Appearance) -> tuple[bool, bool, int, int]:
    version = appearance.version
    latest = max(version.years, default=0)
    return version.is_public, version.is_adopted, latest, version.id


def successions(viewer: Viewer, initiative_id: int) -> Sequence[SuccessionView]:
    """What an element came from and what became of it, as far as the viewer may see."""
    found = (
        Succession.objects.filter(
            Q(predecessor_id=initiative_id) | Q(successor_id=initiative_id),
            is_visible(viewer, "version__"),
        )
        .annotate(
            before=_title_of(viewer, "predecessor"),
            after=_title_of(viewer, "successor"),
        )
        .order_by("decided_date", "id")
    )
    views = []
    for one in found.select_related("predecessor", "successor"):
        is_from = one.successor_id == initiative_id
        other = one.predecessor if is_from else one.successor
        if one.predecessor_id == one.successor_id:
            continue
        views.append(
            SuccessionView(
                kind=one.kind,
                reason=one.reason,
                decided_date=one.decided_date,
                decided_case=one.decided_case,
                is_from=is_from,
                code=other.code if other else "",
                title=(one.before if is_from else one.after) or "",
            )
        )
    return views


def _title_of(viewer: Viewer, side: str) -> Coalesce:
    """The short title of the initiative on one side, else its newest text that is visible."""
    newest = Element.objects.filter(
        is_visible(viewer, "version__"), initiative=OuterRef(side)
    ).order_by("-version_id")
    return Coalesce(
        NullIf(f"{side}__short_title", Value("")),
        Subquery(newest.values("text")[:1]),
        Value(""),
        output_field=TextField(),
    )


def element_passages(viewer: Viewer, element_id: int) -> Sequence[PassageView]:
    """Where an element and the rows it stands in are found in documents the viewer may see."""
    found = _visible(viewer).filter(Q(element_id=element_id) | Q(row__links__element_id=element_id))
    return [PassageView(*values) for values in found.values_list(*PASSAGE_COLUMNS).distinct()]


def version_passages(viewer: Viewer, version_id: int) -> Mapping[int, Sequence[PassageView]]:
    """Element id → where it stands, for a whole version. One statement."""
    passages: dict[int, list[PassageView]] = defaultdict(list)
    found = _visible(viewer).filter(version_id=version_id, element__isnull=False)
    for element_id, *values in found.values_list("element_id", *PASSAGE_COLUMNS):
        passages[element_id].append(PassageView(*values))
    return passages


def _visible(viewer: Viewer) -> QuerySet[Passage]:
    found = Passage.objects.filter(
        is_visible(viewer, "version__"), document__council_id=viewer.council_id
    ).order_by("document_id", "start")
    return found if viewer.may_edit else found.filter(document__visibility=Visibility.PUBLIC)
