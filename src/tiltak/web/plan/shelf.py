"""The plans beside a plan: what it stands below, what stands below it, and the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.domain.plans.queries.versions import PlanView
from tiltak.web.ui.addresses import address
from tiltak.wording import Words


@dataclass(frozen=True, slots=True)
class PlanLink:
    """A plan to go to, with its kind, years and state in words."""

    title: str
    href: str
    kind: str
    years: str
    state: str
    is_draft: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """Plans around one plan. `drafts`: newer versions of it that only the secretary sees."""

    above: Sequence[PlanLink]
    below: Sequence[PlanLink]
    others: Sequence[PlanLink]
    drafts: Sequence[PlanLink]


def shelf(found: Sequence[PlanView], plan: PlanView | None, said: Words) -> Shelf:
    """All plans, placed around one of them (or around none)."""
    here = plan.shown if plan else None
    above, below, others = [], [], []
    for one in found:
        shown = one.shown
        if here and shown.plan_id == here.plan_id:
            continue
        link = _link(one, said)
        if here and shown.parent_id == here.plan_id:
            below.append(link)
        elif here and shown.plan_id == here.parent_id:
            above.append(link)
        else:
            others.append(link)
    return Shelf(above, below, others, _drafts(plan, said) if plan else ())


def _link(plan: PlanView, said: Words) -> PlanLink:
    shown = plan.shown
    return PlanLink(
        title=shown.title,
        href=address("plan", shown.slug),
        kind=said.plan_kind(shown.kind),
        years=said.years(shown.years),
        state=said.plan_state(shown.state),
        is_draft=not shown.is_public,
    )


def _drafts(plan: PlanView, said: Words) -> list[PlanLink]:
    return [
        PlanLink(
            title=draft.title,
            href=address("plan", plan.ref_to(draft)),
            kind=said.plan_kind(draft.kind),
            years=said.gettext("versjon %(number)s") % {"number": draft.number},
            state=said.plan_state(draft.state),
            is_draft=True,
        )
        for draft in plan.drafts
    ]
