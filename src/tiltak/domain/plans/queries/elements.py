"""One element by its permanent address: which versions hold it, where it came from, its sources."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce, NullIf

from tiltak.domain.plans.models import Element, Initiative, Passage, Succession
from tiltak.domain.plans.queries.values import Node
from tiltak.domain.plans.queries.versions import COLUMNS, NotFound, VersionView, is_visible
from tiltak.domain.sources.models import Visibility
from tiltak.domain.viewer import Viewer

# What is asked for, worked out once: naming the columns takes Django as long as asking for them.
APPEARANCES = Element.objects.order_by().values_list(
    "id", "initiative_id", "kind", "text", *(f"version__{column}" for column in COLUMNS)
)
SUCCESSIONS = Succession.objects.order_by("decided_date", "id").values_list(
    "predecessor_id", "successor_id", "kind", "reason", "decided_date", "decided_case"
)
PASSAGES = Passage.objects.order_by("document_id", "start").values_list(
    "element_id",
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
    found = APPEARANCES.filter(
        is_visible(viewer, "version__"),
        initiative__code=code,
        initiative__council_id=viewer.council_id,
    )
    seen = [
        Appearance(element_id, initiative_id, kind, text, VersionView(*version))
        for element_id, initiative_id, kind, text, *version in found
    ]
    if not seen:
        raise NotFound(code)
    return sorted(seen, key=_newest_in_force, reverse=True)


def _newest_in_force(appearance: Appearance) -> tuple[bool, bool, int, int]:
    version = appearance.version
    latest = max(version.years, default=0)
    return version.is_public, version.is_adopted, latest, version.id


def successions(viewer: Viewer, initiative_id: int) -> Sequence[SuccessionView]:
    """What an element came from and what became of it, as far as the viewer may see.

    One statement, and a second one where there is something to tell.
    """
    found = SUCCESSIONS.filter(
        Q(predecessor_id=initiative_id) | Q(successor_id=initiative_id),
        is_visible(viewer, "version__"),
    )
    steps = [step for step in found if step[0] != step[1]]
    names = _names(viewer, {end for step in steps for end in step[:2] if end})
    return [_seen_from(initiative_id, step, names) for step in steps]


def _seen_from(
    initiative_id: int, step: tuple[Any, ...], names: Mapping[int, tuple[str, str]]
) -> SuccessionView:
    predecessor, successor, kind, reason, decided_date, decided_case = step
    is_from = successor == initiative_id
    code, title = names.get(predecessor if is_from else successor, ("", ""))
    return SuccessionView(kind, reason, decided_date, decided_case, is_from, code, title)


def _names(viewer: Viewer, initiative_ids: Collection[int]) -> Mapping[int, tuple[str, str]]:
    """Initiative id → code and title: the short title, else the newest text that is visible."""
    if not initiative_ids:
        return {}
    newest = Element.objects.filter(
        is_visible(viewer, "version__"), initiative=OuterRef("pk")
    ).order_by("-version_id")
    title = Coalesce(
        NullIf("short_title", Value("")),
        Subquery(newest.values("text")[:1]),
        Value(""),
        output_field=TextField(),
    )
    found = Initiative.objects.filter(council_id=viewer.council_id, pk__in=initiative_ids)
    return {pk: (code, said) for pk, code, said in found.values_list("pk", "code", title)}


def element_passages(viewer: Viewer, node: Node) -> Sequence[PassageView]:
    """Where an element, and the rows it stands in, are found in documents the viewer may see."""
    rows = [tie.row.id for tie in node.rows]
    found = _passages(viewer).filter(Q(element_id=node.id) | Q(row__in=rows))
    return list(dict.fromkeys(PassageView(*place) for _, *place in found))


def version_passages(viewer: Viewer, version: VersionView) -> Mapping[int, Sequence[PassageView]]:
    """Element id → where it stands, for a whole version. One statement.

    Raises NotFound when the viewer may not see the version.
    """
    if not version.is_for(viewer):
        raise NotFound(version.numbered_ref)
    passages: dict[int, list[PassageView]] = defaultdict(list)
    found = _passages(viewer).filter(version_id=version.id, element__isnull=False)
    for element_id, *place in found:
        passages[element_id].append(PassageView(*place))
    return passages


def _passages(viewer: Viewer) -> QuerySet[Passage, tuple[Any, ...]]:
    """The passages in documents the viewer may see."""
    found = PASSAGES.filter(document__council_id=viewer.council_id)
    return found if viewer.may_edit else found.filter(document__visibility=Visibility.PUBLIC)
