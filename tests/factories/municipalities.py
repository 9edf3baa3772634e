"""Municipalities through a reform: numbers change, one is divided, others are merged."""

from datetime import date

from tiltak.domain.organisations.models import Organisation, RegionalCouncil
from tiltak.domain.organisations.operations.register import (
    add_member,
    register_change,
    register_number,
    register_organisation,
)

OLD, REFORM = date(1980, 1, 1), date(2020, 1, 1)


def make_municipality(
    name: str, *numbers: tuple[str, date, date | None], valid_to: date | None = None
) -> Organisation:
    """A municipality with its numbers; one without an old number begins with the reform."""
    first = numbers[0][1]
    organisation = register_organisation(
        kind="municipality",
        name=name,
        valid_from=first if first == REFORM else None,
        valid_to=valid_to,
    )
    for value, since, until in numbers:
        register_number(
            organisation=organisation,
            scheme="municipality",
            value=value,
            valid_from=since,
            valid_to=until,
        )
    return organisation


def reformed(council: RegionalCouncil) -> dict[str, Organisation]:
    """Nordvik keeps its land and changes number; Sørvåg is divided between Nordvik and the new
    Fjordby, which old Fjordby goes into as well. All are members while they exist."""
    made = {
        "nordvik": make_municipality("Nordvik", ("1401", OLD, REFORM), ("4601", REFORM, None)),
        "sorvag": make_municipality("Sørvåg", ("1402", OLD, REFORM), valid_to=REFORM),
        "old": make_municipality("Fjordby", ("1403", OLD, REFORM), valid_to=REFORM),
        "new": make_municipality("Fjordby", ("4603", REFORM, None)),
    }
    for organisation in made.values():
        add_member(
            council=council,
            organisation=organisation,
            valid_from=organisation.valid_from,
            valid_to=organisation.valid_to,
        )
    register_change(
        predecessor=made["sorvag"],
        successor=made["nordvik"],
        kind="part_moved",
        on=REFORM,
        note="Nesgrenda",
    )
    for old in ("sorvag", "old"):
        register_change(predecessor=made[old], successor=made["new"], kind="merged", on=REFORM)
    return made
