"""How far a plan has come: the versions somebody may see, as steps from framing to decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from tiltak.domain.plans.queries.versions import PlanView, VersionView
from tiltak.web.ui.addresses import address
from tiltak.wording import Words


@dataclass(frozen=True, slots=True)
class Step:
    """One version on the way. `decided` is the day of the decision, `shown_since` of publishing."""

    label: str
    detail: str
    decided: date | None
    shown_since: date | None
    href: str
    is_shown: bool
    is_draft: bool
    is_to_come: bool = False


def steps(plan: PlanView, shown: VersionView, said: Words) -> Sequence[Step]:
    """The visible versions, oldest first; then, while nothing is adopted, that decision."""
    made = [_step(plan, version, shown, said) for version in reversed(plan.versions)]
    if not any(version.is_adopted for version in plan.versions):
        label = _to_come(shown, said)
        made.append(
            Step(label, "", None, None, "", is_shown=False, is_draft=False, is_to_come=True)
        )
    return made


def _to_come(shown: VersionView, said: Words) -> str:
    """The decision that is not there: not made, or made by the document's own words only."""
    if shown.facts.get("status") == "vedteke":
        return said.gettext("Planen seier han er vedteken. Vedtaket er ikkje ført inn her enno")
    return said.gettext("Ikkje vedteken enno")


def _step(plan: PlanView, version: VersionView, shown: VersionView, said: Words) -> Step:
    word = said.plan_state(version.state)
    return Step(
        label=word[:1].upper() + word[1:],
        detail=_detail(version, said),
        decided=version.decided_date,
        shown_since=timezone.localdate(version.published_at) if version.published_at else None,
        href="" if version.id == shown.id else address("plan", plan.ref_to(version)),
        is_shown=version.id == shown.id,
        is_draft=not version.is_public,
    )


def _detail(version: VersionView, said: Words) -> str:
    """By whom and in which case; of a version not adopted what it says about itself."""
    if not version.is_adopted:
        return str(version.facts.get("status_text") or "")
    parts = [version.decided_body]
    if version.decided_case:
        parts.append(said.gettext("sak %(case)s") % {"case": version.decided_case})
    return ", ".join(part for part in parts if part)
