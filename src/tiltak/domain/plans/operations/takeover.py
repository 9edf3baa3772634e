"""What a received document becomes: a new plan, or the draft of one there is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import DataError
from django.db.models import Max

from tiltak.domain.organisations.operations import free_slug, slug_of
from tiltak.domain.plans.errors import DoubtfulMatches, UnstorableText
from tiltak.domain.plans.models import Import, Plan, PlanVersion
from tiltak.domain.plans.operations.heirs import kept_codes, record_successions
from tiltak.domain.plans.operations.publishing import document_ids, show_documents
from tiltak.domain.plans.projection import empty, planfile_of, store
from tiltak.domain.sources.models import SourceDocument, Visibility
from tiltak.domain.sources.operations import keep_document
from tiltak.domain.viewer import Viewer
from tiltak.planfile import codec
from tiltak.planfile.matching import Answer, match
from tiltak.planfile.model import Plan as PlanFile

STATE_OF_STATUS = {
    "framlegg": PlanVersion.State.PROPOSAL,
    "høyring": PlanVersion.State.CONSULTATION,
}
LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class NewPlan:
    """What the plan of an import is to be. Without a title: that of the document."""

    title: str = ""
    slug: str = ""
    kind: str = Plan.Kind.ACTION_PLAN
    parent: Plan | None = None


def take_over(
    by: Viewer,
    received: Import,
    into: Plan | NewPlan,
    answers: Mapping[str, Answer],
    now: datetime,
) -> PlanVersion:
    """Write the document into a version. The caller has the transaction and the log.

    Raises DoubtfulMatches, UnstorableText; InvalidAnswer for an answer to another draft.
    """
    plan_file = codec.decode(received.content)
    taking = _Taking(received, plan_file, _documents(by, received, plan_file, now), now)
    try:
        if isinstance(into, Plan):
            return taking.into_plan(into, answers)
        return taking.as_new(into)
    except (DataError, OverflowError) as error:
        raise UnstorableText(str(error)) from error


def _documents(
    by: Viewer, received: Import, plan_file: PlanFile, now: datetime
) -> list[SourceDocument]:
    """The stored sources, in the plan file's order. The file itself is already kept."""
    return [
        received.document
        if source.sha256 == received.document.sha256 and source.text == received.document.text
        else keep_document(by=by, source=source, data=None, now=now)
        for source in plan_file.sources
    ]


@dataclass(frozen=True, slots=True)
class _Taking:
    """A document about to be written, with its stored sources."""

    received: Import
    plan_file: PlanFile
    documents: list[SourceDocument]
    now: datetime

    def as_new(self, wish: NewPlan) -> PlanVersion:
        council_id = self.received.council_id
        title = wish.title or self.plan_file.document.title
        years = [year for year in self.plan_file.document.years if 0 < year <= LAST_YEAR]
        taken = Plan.objects.filter(council_id=council_id).values_list("slug", flat=True)
        plan = Plan.objects.create(
            council_id=council_id,
            slug=free_slug(wish.slug or slug_of(title, otherwise="plan"), taken),
            title=title[:300],
            kind=wish.kind,
            parent=wish.parent,
            period_from=min(years, default=None),
            period_to=max(years, default=None),
            created_at=self.now,
        )
        return self._first_of(plan)

    def into_plan(self, plan: Plan, answers: Mapping[str, Answer]) -> PlanVersion:
        newest = plan.versions.select_related("plan").first()
        if newest is None:
            return self._first_of(plan)
        before = planfile_of(newest)
        matching = match(before, self.plan_file, answers)
        if not matching.settled:
            raise DoubtfulMatches(tuple(question.new for question in matching.questions))
        if newest.frozen_at is None:
            version = newest
            self.received.before = codec.canonical(before).decode()
            self._lay_aside(version)
        else:
            version = self._new_version(plan)
        made = store(
            version,
            self.plan_file,
            documents=self.documents,
            now=self.now,
            identities=kept_codes(before, matching),
        )
        record_successions(
            received=self.received,
            version=version,
            before=before,
            after=self.plan_file,
            matching=matching,
            made=made,
        )
        return version

    def _first_of(self, plan: Plan) -> PlanVersion:
        version = self._new_version(plan)
        store(version, self.plan_file, documents=self.documents, now=self.now)
        return version

    def _new_version(self, plan: Plan) -> PlanVersion:
        document = self.plan_file.document
        last = plan.versions.aggregate(last=Max("number"))["last"] or 0
        return PlanVersion.objects.create(
            plan=plan,
            number=last + 1,
            title=document.title,
            state=STATE_OF_STATUS.get(document.status, PlanVersion.State.DRAFT),
            based_on=plan.versions.filter(number=last).first(),
            created_at=self.now,
        )

    def _lay_aside(self, version: PlanVersion) -> None:
        """Make room in a draft. If it is public, so are its new documents, not the old ones."""
        old = document_ids(version)
        empty(version)
        if version.visibility == Visibility.PUBLIC:
            show_documents(old)
            new = [document.pk for document in self.documents]
            SourceDocument.objects.filter(pk__in=new).update(visibility=Visibility.PUBLIC)
