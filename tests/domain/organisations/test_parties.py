"""The names in the plans, and who they are."""

from datetime import UTC, date, datetime

import pytest

from tests.factories.councils import NOW, editor_of, make_council
from tiltak.domain.audit.models import Event
from tiltak.domain.organisations.models import (
    Organisation,
    OrganisationNumber,
    Party,
    PartyLink,
    RegionalCouncil,
)
from tiltak.domain.organisations.operations import (
    CannotLink,
    CannotMerge,
    ImpossibleOrganisation,
    create_organisation,
    free_slug,
    identify_party,
    link_party,
    merge_parties,
    number_organisation,
    parties_by_label,
    separate_party,
    slug_of,
    undo_merge,
    unlink_party,
)
from tiltak.domain.organisations.queries.secretary import (
    PartyNotFound,
    known_parties,
    link_by_id,
    party_by_id,
)
from tiltak.domain.viewer import Viewer, anonymous

FULL = "Ytre Fjord regionråd"


@pytest.fixture
def council(db: None) -> RegionalCouncil:
    return make_council()


@pytest.fixture
def by(council: RegionalCouncil) -> Viewer:
    return editor_of(council)


@pytest.fixture
def parties(council: RegionalCouncil) -> dict[str, Party]:
    return parties_by_label(
        council_id=council.pk, labels=["SR", "Sogn regionråd", "YR", "partnarane"], abbreviations={}
    )


def fresh(party: Party) -> Party:
    return Party.objects.get(pk=party.pk)


def test_a_name_is_one_party_and_an_abbreviation_its_alias(council: RegionalCouncil) -> None:
    for _ in range(2):
        found = parties_by_label(
            council_id=council.pk,
            labels=[FULL, "Nordvik", "Nordvík", "x" * 301, FULL],
            abbreviations={"YFR": FULL, "ØK": "Ukjend"},
        )
        assert list(found) == [FULL, "Nordvik", "Nordvík", "x" * 301]
    names = Party.objects.order_by("pk").values_list("label", "slug", "merged_into__label")
    assert list(names) == [
        (FULL, "ytre-fjord-regionrad", None),
        ("Nordvik", "nordvik", None),
        ("Nordvík", "nordvik-2", None),
        ("x" * 300, "x" * 60, None),
        ("YFR", "yfr", FULL),
    ]


def test_addresses() -> None:
    assert slug_of("Ærfugl på Øya i Ål", otherwise="x") == "aerfugl-pa-oya-i-al"
    assert slug_of("…", otherwise="plan") == "plan"
    assert free_slug("a", ["b"]) == "a"
    assert free_slug("a", ["a", "a-2"]) == "a-3"


def test_merged_with_its_aliases_and_undone(by: Viewer, parties: dict[str, Party]) -> None:
    short, full, alias = parties["SR"], parties["Sogn regionråd"], parties["YR"]
    merge_parties(by=by, party=alias, into=short, now=NOW)
    merge_parties(by=by, party=short, into=full, now=NOW)
    assert {fresh(short).merged_into, fresh(alias).merged_into} == {full}
    event = Event.objects.filter(subject_id=short.pk).get()
    undo_merge(by=by, event=event, now=NOW)
    assert fresh(short).merged_into is None
    assert fresh(alias).merged_into == short
    with pytest.raises(CannotMerge):
        undo_merge(by=by, event=event, now=NOW)


def test_separated(by: Viewer, parties: dict[str, Party]) -> None:
    merge_parties(by=by, party=parties["SR"], into=parties["Sogn regionråd"], now=NOW)
    separate_party(by=by, party=parties["SR"], now=NOW)
    assert fresh(parties["SR"]).merged_into is None
    verbs = Event.objects.order_by("id").values_list("verb", "summary")
    assert list(verbs) == [("merge_party", "SR = Sogn regionråd"), ("separate_party", "SR")]


def test_what_cannot_be_merged(by: Viewer, parties: dict[str, Party]) -> None:
    short, full, third = parties["SR"], parties["Sogn regionråd"], parties["YR"]
    merge_parties(by=by, party=short, into=full, now=NOW)
    with pytest.raises(CannotMerge):
        merge_parties(by=by, party=full, into=full, now=NOW)
    with pytest.raises(CannotMerge):
        merge_parties(by=by, party=third, into=short, now=NOW)
    other = editor_of(make_council("Nabo", host="nabo"))
    theirs = parties_by_label(council_id=other.council_id, labels=["SR"], abbreviations={})["SR"]
    for stranger in (other, anonymous(by.council_id)):
        with pytest.raises(CannotMerge):
            merge_parties(by=stranger, party=third, into=full, now=NOW)
        with pytest.raises(CannotMerge):
            separate_party(by=stranger, party=short, now=NOW)
        with pytest.raises(CannotMerge):
            undo_merge(by=stranger, event=Event.objects.get(), now=NOW)
    with pytest.raises(CannotMerge):
        merge_parties(by=by, party=third, into=theirs, now=NOW)


def test_a_party_is_an_organisation_for_a_time(by: Viewer, parties: dict[str, Party]) -> None:
    party = parties["Sogn regionråd"]
    organisation = create_organisation(by=by, kind="council", name="Sogn  regionråd ", now=NOW)
    link = link_party(
        by=by,
        party=party,
        organisation=organisation,
        valid_from=date(2010, 1, 1),
        valid_to=date(2023, 1, 1),
        now=NOW,
    )
    again = link_party(
        by=by, party=party, organisation=organisation, valid_from=date(2010, 1, 1), now=NOW
    )
    assert link.pk == again.pk
    assert PartyLink.objects.values_list("organisation__name", "valid_from", "valid_to").get() == (
        "Sogn regionråd",
        date(2010, 1, 1),
        None,
    )
    assert [p.label for p in known_parties(by)] == ["partnarane", "SR", "YR", "Sogn regionråd"]
    with pytest.raises(CannotLink):
        link_party(
            by=by,
            party=party,
            organisation=organisation,
            valid_from=date(2012, 1, 1),
            valid_to=date(2011, 1, 1),
            now=NOW,
        )
    other = editor_of(make_council("Nabo", host="nabo"))
    with pytest.raises(CannotLink):
        link_party(by=other, party=party, organisation=organisation, now=NOW)
    with pytest.raises(CannotLink):
        unlink_party(by=other, link=link, now=NOW)
    unlink_party(by=by, link=link, now=NOW)
    assert not PartyLink.objects.exists()


def test_an_organisation_is_made_once_and_numbered(by: Viewer) -> None:
    made = create_organisation(by=by, kind="company", name="Fjordbåten AS", now=NOW)
    assert create_organisation(by=by, kind="company", name="fjordbåten as", now=NOW) == made
    number_organisation(
        by=by,
        organisation=made,
        scheme="entity",
        value="987 654 321",
        valid_from=date(2015, 1, 1),
        now=NOW,
    )
    found = OrganisationNumber.objects.values_list("organisation", "scheme", "value", "valid_to")
    assert list(found) == [(made.pk, "entity", "987654321", None)]
    assert Event.objects.filter(verb="create_organisation").count() == 1


@pytest.mark.parametrize(
    ("now", "since"),
    [
        (datetime(2019, 12, 31, 22, 30, tzinfo=UTC), date(2019, 12, 31)),
        (datetime(2019, 12, 31, 23, 30, tzinfo=UTC), date(2020, 1, 1)),
    ],
)
def test_a_number_without_a_first_day_is_valid_from_the_day_it_is_in_norway(
    by: Viewer, parties: dict[str, Party], now: datetime, since: date
) -> None:
    identify_party(
        by=by, party=parties["YR"], kind="company", name="Ytre", number="987 654 321", now=now
    )
    numbers = OrganisationNumber.objects.values_list("value", "valid_from", "valid_to")
    assert list(numbers) == [("987654321", since, None)]


def test_a_number_is_one_organisations_at_a_time(by: Viewer) -> None:
    old, new = (
        create_organisation(by=by, kind="municipality", name=name, now=NOW)
        for name in ("Gamle Vik", "Nye Vik")
    )
    number_organisation(
        by=by,
        organisation=old,
        scheme="municipality",
        value="1417",
        valid_from=date(1964, 1, 1),
        valid_to=date(2020, 1, 1),
        now=NOW,
    )
    with pytest.raises(ImpossibleOrganisation):
        number_organisation(
            by=by,
            organisation=new,
            scheme="municipality",
            value="1417",
            valid_from=date(2019, 1, 1),
            now=NOW,
        )
    number_organisation(
        by=by,
        organisation=new,
        scheme="municipality",
        value="1417",
        valid_from=date(2020, 1, 1),
        now=NOW,
    )
    assert OrganisationNumber.objects.count() == 2


@pytest.mark.parametrize(
    ("scheme", "value"),
    [("entity", "12345"), ("municipality", "46४0"), ("municipality", "abcd"), ("passport", "1")],
)
def test_what_is_no_number(by: Viewer, scheme: str, value: str) -> None:
    made = create_organisation(by=by, kind="company", name="X", now=NOW)
    with pytest.raises(ImpossibleOrganisation):
        number_organisation(
            by=by,
            organisation=made,
            scheme=scheme,
            value=value,
            valid_from=date(2015, 1, 1),
            now=NOW,
        )


@pytest.mark.parametrize(("kind", "name"), [("novel", "X"), ("company", " "), ("company", "a\0")])
def test_what_is_no_organisation(by: Viewer, kind: str, name: str) -> None:
    with pytest.raises(ImpossibleOrganisation):
        create_organisation(by=by, kind=kind, name=name, now=NOW)
    with pytest.raises(ImpossibleOrganisation):
        create_organisation(by=anonymous(by.council_id), kind="company", name="X", now=NOW)
    assert not Organisation.objects.exists()


def test_names_of_others_are_not_found(by: Viewer, parties: dict[str, Party]) -> None:
    party = parties["SR"]
    organisation = create_organisation(by=by, kind="council", name="X", now=NOW)
    link = link_party(by=by, party=party, organisation=organisation, now=NOW)
    assert party_by_id(by, party.pk) == party
    assert link_by_id(by, link.pk) == link
    other = editor_of(make_council("Nabo", host="nabo"))
    for stranger in (other, anonymous(by.council_id)):
        with pytest.raises(PartyNotFound):
            party_by_id(stranger, party.pk)
        with pytest.raises(PartyNotFound):
            link_by_id(stranger, link.pk)
