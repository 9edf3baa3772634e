"""Municipalities as a council knows them, through time."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.factories.councils import make_council
from tests.factories.municipalities import OLD, REFORM, make_municipality, reformed
from tiltak.domain.organisations.operations.register import add_member
from tiltak.domain.organisations.queries.municipalities import (
    ChangeView,
    MunicipalityView,
    NumberView,
    Span,
    municipality_by_number,
    municipality_views,
)
from tiltak.domain.viewer import anonymous

pytestmark = pytest.mark.django_db

DAY_BEFORE = REFORM - timedelta(days=1)


def test_a_municipality_whole() -> None:
    council = make_council()
    made = reformed(council)
    assert municipality_by_number(anonymous(council.pk), "1402") == MunicipalityView(
        id=made["sorvag"].pk,
        name="Sørvåg",
        website="",
        span=Span(None, REFORM),
        numbers=(NumberView("1402", Span(OLD, REFORM)),),
        memberships=(Span(None, REFORM),),
        came_from=(),
        went_to=(
            ChangeView("part_moved", REFORM, "Nesgrenda", "Nordvik", "4601"),
            ChangeView("merged", REFORM, "", "Fjordby", "4603"),
        ),
    )


def test_both_numbers_lead_to_the_same_municipality_but_not_over_a_merger() -> None:
    council = make_council()
    made = reformed(council)
    viewer = anonymous(council.pk)

    def of(number: str) -> int | None:
        found = municipality_by_number(viewer, number)
        return found.id if found else None

    assert [of(number) for number in ("1401", "4601", "1403", "4603", "9999", "")] == [
        made["nordvik"].pk,
        made["nordvik"].pk,
        made["old"].pk,
        made["new"].pk,
        None,
        None,
    ]


def test_members_on_a_day() -> None:
    council = make_council()
    reformed(council)
    known = municipality_views(anonymous(council.pk))

    def members(on: date) -> list[tuple[str, str]]:
        return [(one.name, one.number) for one in known if one.is_member(on)]

    assert members(DAY_BEFORE) == [("Fjordby", "1403"), ("Nordvik", "4601"), ("Sørvåg", "1402")]
    assert members(REFORM) == [("Fjordby", "4603"), ("Nordvik", "4601")]


def test_another_councils_municipalities_are_not_known_here() -> None:
    ours, theirs = make_council(), make_council("Dalrådet", host="dal.example")
    reformed(ours)
    add_member(council=theirs, organisation=make_municipality("Dalen", ("3801", OLD, None)))
    assert [one.name for one in municipality_views(anonymous(theirs.pk))] == ["Dalen"]
    assert municipality_by_number(anonymous(theirs.pk), "1401") is None
    assert municipality_by_number(anonymous(ours.pk), "3801") is None


@pytest.mark.parametrize("count", [1, 30])
def test_the_number_of_statements_is_the_same(
    django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    council = make_council()
    for i in range(count):
        add_member(
            council=council, organisation=make_municipality(f"By {i}", (f"{1000 + i}", OLD, None))
        )
    with django_assert_num_queries(4):
        assert len(municipality_views(anonymous(council.pk))) == count
