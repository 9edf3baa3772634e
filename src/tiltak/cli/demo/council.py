"""The council and its municipalities, from demo.toml."""

from datetime import datetime
from typing import Any

from tiltak.domain.organisations.models import Organisation, OrganisationNumber, RegionalCouncil
from tiltak.domain.organisations.operations.register import (
    add_member,
    create_council,
    register_change,
    register_number,
    register_organisation,
)

Facts = dict[str, Any]


def make_council(facts: Facts, now: datetime) -> RegionalCouncil:
    """The council with its members through the reform of 2020."""
    council = create_council(now=now, is_example=True, **_stripped(facts["council"]))
    known = {one.get("id", one["name"]): _municipality(one) for one in facts["municipality"]}
    for one in facts["municipality"]:
        add_member(
            council=council,
            organisation=known[one.get("id", one["name"])],
            valid_from=one.get("valid_from"),
            valid_to=one.get("valid_to"),
        )
    for change in facts["change"]:
        register_change(
            predecessor=known[change["from"]],
            successor=known[change["to"]],
            kind=change["kind"],
            on=change["date"],
            note=change.get("note", ""),
        )
    return council


def _municipality(facts: Facts) -> Organisation:
    organisation = register_organisation(
        kind=Organisation.Kind.MUNICIPALITY,
        name=facts["name"],
        valid_from=facts.get("valid_from"),
        valid_to=facts.get("valid_to"),
    )
    for value, valid_from, *valid_to in facts["numbers"]:
        register_number(
            organisation=organisation,
            scheme=OrganisationNumber.Scheme.MUNICIPALITY,
            value=value,
            valid_from=valid_from,
            valid_to=valid_to[0] if valid_to else None,
        )
    return organisation


def _stripped(facts: Facts) -> Facts:
    return {name: text.strip() for name, text in facts.items()}
