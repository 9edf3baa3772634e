"""A changed file: which identity each measure got, and what was asked."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from tests.domain.plans.operations.conftest import Receive
from tests.factories.councils import NOW
from tests.factories.planfiles import measure
from tiltak.domain.plans import errors
from tiltak.domain.plans.models import Element, Initiative, PlanVersion, Succession
from tiltak.domain.plans.operations import Authority, NewPlan, adopt_version, apply_import
from tiltak.domain.plans.queries.intake import preview
from tiltak.domain.viewer import Viewer
from tiltak.planfile.matching import InvalidAnswer
from tiltak.planfile.model import Area, Document, Measure, Plan

LATER = NOW + timedelta(days=1)

REWORDED = "Laga ei felles oversikt over ledige kontor i dei fire kommunane."
REWORDED_NOW = "Laga og vedlikehalda ei felles oversikt over ledige kontor i dei fire kommunane."
REWRITTEN = "Halda jamleg kontakt med fylkeskommunen om nye arbeidsplassar."
REWRITTEN_NOW = "Be fylkeskommunen inn til jamlege samtalar om arbeidsplassar i distriktet."
MOVED = "Støtta marknadsføring av fjorden i vintersesongen."
WHOLE = (
    "Laga ein strategi for bustader i alle fire kommunane. "
    "Skipa eit nettverk for dei som arbeider med integrering og busetjing."
)
FIRST_HALF = "Laga ein strategi for bustader i alle fire kommunane."
SECOND_HALF = "Skipa eit nettverk for dei som arbeider med integrering og busetjing."
DROPPED = "Setja opp ein felles stand på tre utdanningsmesser."
KEPT = "Gje råd til huseigarar som vil leiga ut."


def plan(*texts: str) -> Plan:
    measures: tuple[Measure, ...] = tuple(measure(f"m{i}", t) for i, t in enumerate(texts, 1))
    area = Area(id="1", number="1", title="Arbeid og næring", measures=measures)
    document = Document(title="Handlingsplan", years=(2026,), status="framlegg")
    return Plan(document=document, focus_areas=(area,))


BEFORE = plan(REWORDED, REWRITTEN, MOVED, WHOLE, DROPPED, KEPT)
AFTER = plan(MOVED, REWORDED_NOW, REWRITTEN_NOW, FIRST_HALF, SECOND_HALF, KEPT)


def codes(version: PlanVersion) -> dict[str, str]:
    """Text → code of its initiative, of all measures."""
    found = Element.objects.filter(version=version, kind="measure")
    return dict(found.values_list("text", "initiative__code"))


@pytest.fixture
def first(by: Viewer, receive: Receive) -> PlanVersion:
    return apply_import(by=by, received=receive(BEFORE), into=NewPlan(), now=NOW)


def test_what_is_doubtful_is_asked_and_nothing_changed(
    by: Viewer, receive: Receive, first: PlanVersion
) -> None:
    received = receive(AFTER)
    old = {element.key: element.text for element in first.elements.all()}
    new = {"m3": REWRITTEN_NOW, "m4": FIRST_HALF, "m5": SECOND_HALF}
    matching = preview(by, received, first.plan, {}).matching
    assert matching is not None
    asked = {
        new[question.new]: (question.why, [old[one.old] for one in question.candidates])
        for question in matching.questions
    }
    assert asked == {
        REWRITTEN_NOW: ("reworded", [REWRITTEN]),
        FIRST_HALF: ("split", [WHOLE]),
        SECOND_HALF: ("split", [WHOLE]),
    }
    with pytest.raises(errors.DoubtfulMatches) as refused:
        apply_import(by=by, received=received, into=first.plan, now=LATER)
    assert refused.value.keys == ("m3", "m4", "m5")
    assert set(codes(PlanVersion.objects.get())) == {
        REWORDED,
        REWRITTEN,
        MOVED,
        WHOLE,
        DROPPED,
        KEPT,
    }


def test_each_measure_keeps_or_gets_its_identity(
    by: Viewer, receive: Receive, first: PlanVersion
) -> None:
    before = codes(first)
    version = apply_import(
        by=by,
        received=receive(AFTER),
        into=first.plan,
        answers={"m3": "m2", "m4": "m4", "m5": "m4"},
        now=LATER,
    )
    assert version.pk == first.pk
    after = codes(version)
    assert {text: after[text] for text in (REWORDED_NOW, REWRITTEN_NOW, MOVED, KEPT)} == {
        REWORDED_NOW: before[REWORDED],
        REWRITTEN_NOW: before[REWRITTEN],
        MOVED: before[MOVED],
        KEPT: before[KEPT],
    }
    pieces = {after[FIRST_HALF], after[SECOND_HALF]}
    assert len(pieces) == 2
    assert not pieces & set(before.values())
    told = Succession.objects.values_list("kind", "predecessor__code", "successor__code")
    assert sorted(told, key=str) == sorted(
        [
            ("changed", before[REWORDED], before[REWORDED]),
            ("changed", before[REWRITTEN], before[REWRITTEN]),
            ("split", before[WHOLE], after[FIRST_HALF]),
            ("split", before[WHOLE], after[SECOND_HALF]),
            ("stopped", before[DROPPED], None),
        ],
        key=str,
    )


def test_a_new_element_by_answer_gets_a_new_identity(
    by: Viewer, receive: Receive, first: PlanVersion
) -> None:
    before = codes(first)
    version = apply_import(
        by=by,
        received=receive(AFTER),
        into=first.plan,
        answers={"m3": None, "m4": (), "m5": "m4"},
        now=LATER,
    )
    after = codes(version)
    assert after[REWRITTEN_NOW] not in before.values()
    assert after[FIRST_HALF] not in before.values()
    assert after[SECOND_HALF] == before[WHOLE]


def test_after_an_adopted_version_comes_a_new_draft(
    by: Viewer, receive: Receive, first: PlanVersion
) -> None:
    before = codes(first)
    adopt_version(by=by, version=first, decided=date(2018, 6, 1), body="", case_number="", now=NOW)
    received = receive(plan(REWORDED_NOW, REWRITTEN, MOVED, WHOLE, DROPPED))
    version = apply_import(by=by, received=received, into=first.plan, now=LATER)
    assert (version.number, version.based_on, version.state) == (2, first, "proposal")
    assert codes(version)[REWORDED_NOW] == before[REWORDED]
    assert codes(first) == before


def test_an_answer_to_another_draft_is_refused(
    by: Viewer, receive: Receive, first: PlanVersion
) -> None:
    with pytest.raises(InvalidAnswer):
        apply_import(
            by=by, received=receive(AFTER), into=first.plan, answers={"m3": "gone"}, now=LATER
        )
    assert codes(first) == codes(PlanVersion.objects.get())


def test_an_exported_plan_comes_back_as_itself(
    by: Viewer, receive: Receive, first: PlanVersion
) -> None:
    """A plan file with identities is matched by them, however its texts were changed."""
    from tiltak.domain.plans.projection import planfile_of

    exported = planfile_of(first)
    area = exported.focus_areas[0]
    rewritten = tuple(replace(m, text=f"Heilt nytt {i}") for i, m in enumerate(area.measures))
    received = receive(replace(exported, focus_areas=(replace(area, measures=rewritten),)))
    before = [m.initiative for m in area.measures]
    version = apply_import(by=by, received=received, into=first.plan, now=LATER)
    now = Element.objects.filter(version=version, kind="measure").order_by("position")
    assert list(now.values_list("initiative__code", flat=True)) == before
    assert Initiative.objects.count() == len(before) + 1


def test_adopted_at_once_into_a_plan(by: Viewer, receive: Receive, first: PlanVersion) -> None:
    version = apply_import(
        by=by,
        received=receive(plan(REWORDED_NOW, REWRITTEN, MOVED, WHOLE, DROPPED, KEPT)),
        into=first.plan,
        adopted=Authority(date(2018, 6, 1), "Rådet", "1/18"),
        now=LATER,
    )
    assert (version.pk, version.state) == (first.pk, "adopted")
