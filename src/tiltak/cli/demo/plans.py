"""The plans of the demo council: documents in this folder, read and published."""

from datetime import datetime
from importlib.resources import files
from typing import Any

from tiltak.cli.intake import read_file, receive_file
from tiltak.domain.organisations.models import Organisation, Party, RegionalCouncil
from tiltak.domain.organisations.operations import link_party
from tiltak.domain.organisations.operations_register import register_organisation
from tiltak.domain.plans.models import Plan, PlanVersion
from tiltak.domain.plans.operations import Authority, NewPlan, apply_import
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
    plan = read_file(data, name)
    adopted = facts.get("adopted")
    return apply_import(
        by=by,
        received=receive_file(by, plan, data, name, now),
        now=now,
        into=NewPlan(
            title=facts.get("title", ""), slug=facts["slug"], kind=facts["kind"], parent=parent
        ),
        adopted=Authority(adopted, body=plan.document.body or "") if adopted else None,
        publish=True,
    )


def name_parties(facts: Facts, council: RegionalCouncil, by: Viewer, now: datetime) -> None:
    """Say which organisations the names in the plans are."""
    for one in facts["party"]:
        party = Party.objects.get(council=council, label=one["label"])
        organisation = _organisation(one)
        link_party(by=by, party=party, organisation=organisation, now=now)


def _organisation(facts: Facts) -> Organisation:
    return register_organisation(kind=facts["kind"], name=facts["name"])
