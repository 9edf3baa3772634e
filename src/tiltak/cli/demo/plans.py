"""The plans of the demo council: documents in this folder, read and published."""

from collections.abc import Iterable
from datetime import datetime
from importlib.resources import files
from typing import Any

from tiltak.cli.intake import read_files, receive_files
from tiltak.domain.organisations.models import Organisation, Party, RegionalCouncil
from tiltak.domain.organisations.operations import link_party
from tiltak.domain.organisations.operations.register import register_organisation
from tiltak.domain.plans.models import Element, Plan, PlanVersion
from tiltak.domain.plans.operations import Authority, NewPlan, apply_import, set_short_title
from tiltak.domain.viewer import Viewer

Facts = dict[str, Any]


def make_plans(facts: Facts, by: Viewer, now: datetime) -> dict[str, PlanVersion]:
    """Every plan of demo.toml, published; slug → its version."""
    versions: dict[str, PlanVersion] = {}
    for one in facts["plan"]:
        parent = versions[one["parent"]].plan if "parent" in one else None
        versions[one["slug"]] = _make_plan(one, parent, by, now)
    return versions


def _make_plan(facts: Facts, parent: Plan | None, by: Viewer, now: datetime) -> PlanVersion:
    name = facts["file"]
    data = files(__package__).joinpath(name).read_bytes()
    plan = read_files([(name, data)], by)
    adopted = facts.get("adopted")
    return apply_import(
        by=by,
        received=receive_files(by, plan, [(name, data)], now),
        now=now,
        into=NewPlan(
            title=facts.get("title", ""), slug=facts["slug"], kind=facts["kind"], parent=parent
        ),
        adopted=Authority(adopted, body=plan.document.body or "") if adopted else None,
        publish=True,
    )


def give_short_titles(
    facts: Iterable[Facts], version: PlanVersion, by: Viewer, now: datetime
) -> None:
    """The short titles of demo.toml. `measure` is the element's id in the plan file."""
    elements = {
        element.key: element
        for element in Element.objects.filter(version=version).select_related("initiative")
    }
    for one in facts:
        set_short_title(
            by=by,
            initiative=elements[one["measure"]].initiative,
            title=one["title"],
            seen="",
            now=now,
        )


def name_parties(facts: Facts, council: RegionalCouncil, by: Viewer, now: datetime) -> None:
    """Say which organisations the names in the plans are."""
    for one in facts["party"]:
        party = Party.objects.get(council=council, label=one["label"])
        organisation = _organisation(one)
        link_party(by=by, party=party, organisation=organisation, now=now)


def _organisation(facts: Facts) -> Organisation:
    return register_organisation(kind=facts["kind"], name=facts["name"])
