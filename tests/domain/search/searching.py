"""What the tests of search share."""

from msgspec.structs import replace

from tests.factories.planfiles import empty_plan
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.search.queries.elements import Found
from tiltak.domain.viewer import Viewer, anonymous
from tiltak.planfile.model import Area, Item, Measure, Plan


def public(council: RegionalCouncil) -> Viewer:
    return anonymous(council.pk)


def titles(found: Found) -> list[str]:
    return ["".join(segment.text for segment in hit.title) for hit in found.hits]


def marks(found: Found) -> list[str]:
    return [
        segment.text
        for hit in found.hits
        for segment in (*hit.title, *hit.snippet)
        if segment.is_hit
    ]


def plan_of(*measures: Measure, paragraphs: tuple[Item, ...] = ()) -> Plan:
    area = Area(id="1", title="Område", measures=measures, paragraphs=paragraphs)
    return replace(empty_plan(), focus_areas=(area,))


def of_words(words: list[str]) -> Plan:
    return plan_of(
        *(Measure(id=f"m{i}", text=f"Gjelda {word} her") for i, word in enumerate(words))
    )
