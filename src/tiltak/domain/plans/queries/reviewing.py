"""A read document while it is looked over. For the secretary only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from tiltak.domain.audit.models import Event
from tiltak.domain.audit.queries import events
from tiltak.domain.plans.models import Import, ReviewStep
from tiltak.domain.plans.queries.versions import NotFound
from tiltak.domain.sources.queries import KeptFile, kept_file, kept_files
from tiltak.domain.viewer import Viewer
from tiltak.planfile import codec, walk
from tiltak.planfile.doubt import doubtful
from tiltak.planfile.editing import (
    Accept,
    Append,
    Assign,
    Edit,
    Link,
    Unlink,
    apply_edits,
    decode_edits,
)
from tiltak.planfile.elements import Element, elements
from tiltak.planfile.model import Plan as PlanFile
from tiltak.planfile.model import Row


@dataclass(frozen=True, slots=True)
class StepView:
    """One step: what was done, what it was about as it stood then, by whom and when."""

    position: int
    edits: tuple[Edit, ...]
    about: str
    made_at: datetime
    made_by: str

    @property
    def target(self) -> str:
        """The element or row it changed, "" for a text that had no place or for several."""
        edit = self.edits[0]
        if isinstance(edit, Accept):
            return edit.targets[0] if len(edit.targets) == 1 else ""
        return "" if isinstance(edit, Assign | Append | Link | Unlink) else edit.target


@dataclass(frozen=True)
class ReviewView:
    """The document as it stands after all steps so far, oldest step first.

    `files` are the sources whose bytes were kept, by their index in the plan file.
    """

    content: PlanFile
    steps: tuple[StepView, ...]
    files: Mapping[int, KeptFile]

    @property
    def seen(self) -> int:
        """What an operation wants to know of what the person had before them."""
        return self.steps[-1].position if self.steps else 0

    @cached_property
    def elements(self) -> dict[str, Element]:
        """All elements by their key, in reading order."""
        return {element.key: element for element in elements(self.content)}

    @cached_property
    def rows(self) -> dict[str, Row]:
        """All rows by their id, in reading order."""
        return {row.id: row for row in walk.rows(self.content)}

    @cached_property
    def doubtful(self) -> tuple[str, ...]:
        """The targets a person should look at, in reading order."""
        return tuple(doubtful(self.content))

    @property
    def count(self) -> int:
        """How many elements and rows there are."""
        return len(self.elements) + len(self.rows)

    @property
    def sure(self) -> int:
        """How many of them nobody need look at."""
        return self.count - len(self.doubtful)


def review_of(viewer: Viewer, received: Import) -> ReviewView:
    """The review of a document that waits. Four statements. Raises NotFound."""
    _require_own(viewer, received)
    # in this order: a step that comes between the two is one the person has not seen
    steps = tuple(_steps(viewer, received))
    received.refresh_from_db(fields=["content"])
    content = codec.decode(received.content)
    return ReviewView(
        content=content,
        steps=steps,
        files=_files(viewer, content),
    )


def review_as_seen(viewer: Viewer, received: Import, seen: int) -> ReviewView | None:
    """The document as it stood after the step of that position, 0 for none; None when that step was
    undone since. Without steps and files. Raises NotFound."""
    _require_own(viewer, received)
    received.refresh_from_db(fields=["content", "as_read"])
    steps = ReviewStep.objects.filter(received=received, position__lte=seen).order_by("position")
    taken = list(steps.values_list("position", "edits"))
    if seen and (not taken or taken[-1][0] != seen):
        return None
    edits = [edit for _, plain in taken for edit in decode_edits(plain)]
    read = codec.decode(received.as_read or received.content)
    return ReviewView(content=apply_edits(read, edits), steps=(), files={})


def last_step(viewer: Viewer, received: Import) -> int:
    """The position of the last step of its review, 0 for none. Raises NotFound. Asked before the
    content is read, it never tells of a step that the content lacks."""
    _require_own(viewer, received)
    found = ReviewStep.objects.filter(received=received).order_by("-position")
    return found.values_list("position", flat=True).first() or 0


def _require_own(viewer: Viewer, received: Import) -> None:
    if not viewer.may_edit or received.council_id != viewer.council_id:
        raise NotFound(received.pk)


def _steps(viewer: Viewer, received: Import) -> Iterator[StepView]:
    told = _told(viewer, received)
    for step in ReviewStep.objects.filter(received=received).order_by("position"):
        event = told.get(step.position)
        yield StepView(
            position=step.position,
            edits=decode_edits(step.edits),
            about=(event.after or {}).get("about", "") if event else "",
            made_at=step.made_at,
            made_by=event.actor if event else "",
        )


def _told(viewer: Viewer, received: Import) -> dict[int, Event]:
    """What the log tells of each step."""
    found = events(viewer).filter(
        subject_type=received._meta.label_lower, subject_id=received.pk, verb="review"
    )
    return {(event.after or {}).get("position", 0): event for event in found.order_by("id")}


def _files(viewer: Viewer, content: PlanFile) -> dict[int, KeptFile]:
    wanted = [source.sha256 for source in content.sources]
    found = kept_files(viewer).filter(sha256__in=wanted).defer("text").order_by("pk")
    files = {one.sha256: kept_file(one) for one in found}
    return {i: files[sha] for i, sha in enumerate(wanted) if sha in files}
