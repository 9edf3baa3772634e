"""Which element is which when a changed document is read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factories.large_plans import large_plan
from tests.factories.plan_strategies import WHOLE_PLANS, plans
from tests.factories.planfiles import sample_plan
from tests.planfile.changed_plan import area_of, plan_of, renamed_ids
from tiltak.planfile.elements import elements
from tiltak.planfile.matching import Candidate, InvalidAnswer, Matching, Question, match
from tiltak.planfile.matching.nearness import MARGIN, clear
from tiltak.planfile.matching.succession import Succession, UnsettledMatching, successions
from tiltak.planfile.model import Area, Measure, Plan

OLD = plan_of(
    area_of(
        "1",
        "Arbeid og næring",
        "Laga ei felles oversikt over ledige kontor og lokale i dei fire kommunane.",
        "Halda kontakt med fylkeskommunen om nye arbeidsplassar i regionen.",
        "Støtta marknadsføring av fjorden i vintersesongen.",
        "Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg og rekna ut kva eit prøveår vil "
        "kosta kommunane.",
    ),
    area_of(
        "2",
        "Gode bygder å bu i",
        "Delta på utdanningsmesser for studentar.",
        "Laga felles brosjyrar og filmar til messene.",
        "Gje råd til huseigarar som vil leiga ut.",
        "Fortelja om folk som har flytta heim.",
    ),
)
# reworded lightly (1.m2) and more (1.m3), reordered (1.m1), split (1.m4, 1.m5), moved (1.m6),
# merged (2.m1), dropped ("Fortelja …") and new (2.m2)
NEW = plan_of(
    area_of(
        "1",
        "Arbeid og næring",
        "Halda kontakt med fylkeskommunen om nye arbeidsplassar i regionen.",
        "Laga ei felles oversikt over ledige kontor og lokaler i dei fire kommunane.",
        "Støtta og samordna marknadsføring av reiselivet i vintersesongen.",
        "Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg.",
        "Rekna ut kva eit prøveår vil kosta kommunane.",
        "Gje råd til huseigarar som vil leiga ut.",
    ),
    area_of(
        "2",
        "Gode bygder å bu i",
        "Delta på utdanningsmesser for studentar og laga felles brosjyrar og filmar til messene.",
        "Byggja ein sykkelveg frå Nordvik til Storeheia.",
    ),
)
ANSWERS = {
    "1.m3": "1.m3",
    "1.m4": "1.m4",
    "1.m5": "1.m4",
    "2.m1": ("2.m1", "2.m2"),
}


def test_five_measures_changed() -> None:
    assert match(OLD, NEW) == Matching(
        certain={"1": "1", "1.m1": "1.m2", "1.m2": "1.m1", "1.m6": "2.m3", "2": "2"},
        answered={},
        questions=(
            Question("1.m3", "reworded", (Candidate("1.m3", 0.737),)),
            Question("1.m4", "split", (Candidate("1.m4", 0.731),), together=("1.m5",)),
            Question("1.m5", "split", (Candidate("1.m4", 0.632),), together=("1.m4",)),
            Question("2.m1", "merged", (Candidate("2.m2", 0.689), Candidate("2.m1", 0.672))),
        ),
        new=("2.m2",),
        gone=("2.m4",),
    )


def test_answers_settle_what_was_asked() -> None:
    settled = match(OLD, NEW, ANSWERS)
    assert settled == Matching(
        certain={"1": "1", "1.m1": "1.m2", "1.m2": "1.m1", "1.m6": "2.m3", "2": "2"},
        answered={
            "1.m3": ("1.m3",),
            "1.m4": ("1.m4",),
            "1.m5": ("1.m4",),
            "2.m1": ("2.m1", "2.m2"),
        },
        questions=(),
        new=("2.m2",),
        gone=("2.m4",),
    )
    assert successions(OLD, NEW, settled) == [
        Succession("continued", ("1",), ("1",)),
        Succession("continued", ("1.m2",), ("1.m1",)),
        Succession("changed", ("1.m1",), ("1.m2",)),
        Succession("changed", ("1.m3",), ("1.m3",)),
        Succession("split", ("1.m4",), ("1.m4", "1.m5")),
        Succession("continued", ("2.m3",), ("1.m6",)),
        Succession("continued", ("2",), ("2",)),
        Succession("merged", ("2.m1", "2.m2"), ("2.m1",)),
        Succession("new", (), ("2.m2",)),
        Succession("stopped", ("2.m4",), ()),
    ]


def test_half_an_answer_leaves_the_other_question_open() -> None:
    half = match(OLD, NEW, {"1.m4": "1.m4", "1.m3": None})
    assert [question.new for question in half.questions] == ["1.m5", "2.m1"]
    assert half.new == ("1.m3", "2.m2")
    assert half.gone == ("1.m3", "2.m4")
    with pytest.raises(UnsettledMatching, match=r"^1.m5, 2.m1$"):
        successions(OLD, NEW, half)


def test_an_answer_overrules_what_seemed_certain() -> None:
    found = match(OLD, NEW, {"1.m1": None})
    assert "1.m1" in found.new
    assert "1.m2" in found.gone


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"9": None}, "no element '9' in the new plan"),
        ({"1.m1": "9"}, "no element '9' in the old plan"),
        ({"1.m1": "1"}, "'1' and '1.m1' are of different kinds: area and measure"),
    ],
)
def test_an_answer_about_something_else_is_refused(
    answers: dict[str, str | None], message: str
) -> None:
    with pytest.raises(InvalidAnswer) as refused:
        match(OLD, NEW, answers)
    assert str(refused.value) == message


@WHOLE_PLANS
@given(plans)
def test_a_plan_matches_itself(plan: Plan) -> None:
    keys = [element.key for element in elements(plan)]
    same = match(plan, plan)
    assert same == Matching({key: key for key in keys}, {}, (), (), ())
    assert {one.kind for one in successions(plan, plan, same)} <= {"continued"}


@pytest.mark.parametrize("plan", [sample_plan(), large_plan(40)])
def test_ids_do_not_matter(plan: Plan) -> None:
    expected = {f"ny {element.key}": element.key for element in elements(plan)}
    assert match(plan, renamed_ids(plan)) == Matching(expected, {}, (), (), ())


@WHOLE_PLANS
@given(plans, plans)
def test_nothing_is_lost_and_nobody_has_two_heirs_unasked(old: Plan, new: Plan) -> None:
    found = match(old, new)
    olds = {element.key: element for element in elements(old)}
    news = {element.key: element for element in elements(new)}
    asked = {question.new for question in found.questions}
    assert len(set(found.certain.values())) == len(found.certain)
    assert sorted([*found.certain, *found.new, *asked]) == sorted(news)
    open_olds = {candidate.old for one in found.questions for candidate in one.candidates}
    assert sorted({*found.certain.values(), *found.gone, *open_olds}) == sorted(olds)
    assert not open_olds & set(found.certain.values())
    assert all(olds[was].family == news[key].family for key, was in found.certain.items())


@WHOLE_PLANS
@given(plans, plans)
def test_answering_again_and_again_leaves_nothing_open(old: Plan, new: Plan) -> None:
    answers: dict[str, str] = {}
    found = match(old, new)
    while found.questions:
        answers |= {question.new: question.candidates[0].old for question in found.questions}
        found = match(old, new, answers)
        assert not {question.new for question in found.questions} & set(answers)
    successions(old, new, found)


# alike, contained in each other, repeated
WORDINGS = st.sampled_from(
    [
        "Halda kontakt med fylkeskommunen om nye arbeidsplassar",
        "Halda kontakt med fylkeskommunen om nye læreplassar",
        "Halda god kontakt med fylkeskommunen",
        "Halda kontakt med fylkeskommunen om nye arbeidsplassar og tunnelen under Storeheia",
        "Arbeida for tunnelen under Storeheia",
        "Tunnelen under Storeheia",
        "Tilsyn",
    ]
)
TEXTS = st.lists(WORDINGS, max_size=5)
SMALL_PLANS = st.builds(
    lambda one, other: plan_of(area_of("1", "Næring", *one), area_of("2", "Samferdsle", *other)),
    TEXTS,
    TEXTS,
)


@WHOLE_PLANS
@given(SMALL_PLANS, SMALL_PLANS)
def test_doubt_is_asked_once_and_answers_hold(old: Plan, new: Plan) -> None:
    first = match(old, new)
    assert len(set(first.certain.values())) == len(first.certain)
    before = {element.key: element.text for element in elements(old)}
    after = {element.key: element.text for element in elements(new)}
    for question in first.questions:
        assert question.why != "reworded" or len(question.candidates) == 1
    for key in first.new:
        equal = [was for was, text in before.items() if text == after[key]]
        assert set(equal) <= set(first.certain.values())
    answers = {question.new: question.candidates[0].old for question in first.questions}
    second = match(old, new, answers)
    assert second.settled
    assert second.certain == first.certain
    assert second.answered == {key: (was,) for key, was in answers.items()}


def why(old: Plan, new: Plan) -> list[tuple[str, str, list[str]]]:
    return [
        (question.new, question.why, [candidate.old for candidate in question.candidates])
        for question in match(old, new).questions
    ]


def test_two_old_texts_equally_alike_are_asked() -> None:
    old = plan_of(
        area_of(
            "1",
            "Samferdsle",
            "Utbetra vegen mellom Nordvik og Sørvåg i 2026",
            "Utbetra vegen mellom Nordvik og Sørvåg i 2027",
        )
    )
    new = plan_of(area_of("1", "Samferdsle", "Utbetra vegen mellom Nordvik og Sørvåg i 2028"))
    assert why(old, new) == [("1.m1", "alike", ["1.m1", "1.m2"])]
    assert why(new, old) == [
        ("1.m1", "contested", ["1.m1"]),
        ("1.m2", "contested", ["1.m1"]),
    ]


def test_no_guess_within_the_margin() -> None:
    assert not clear(0.9, 0.9 - MARGIN / 2)
    assert not clear(0.85, 0.75)
    assert clear(0.85, 0.6)
    assert clear(1.0, 0.9)


def test_equal_texts_are_told_apart_by_their_area() -> None:
    old = plan_of(
        area_of("1", "Veg", "Kartleggja behovet", "Byggja gangveg"),
        area_of("2", "Båt", "Kartleggja behovet", "Prøva ei ny rute"),
    )
    new = plan_of(
        area_of("a", "Båt", "Prøva ei ny rute", "Kartleggja behovet"),
        area_of("b", "Veg", "Byggja gangveg", "Kartleggja behovet"),
    )
    assert match(old, new).certain == {
        "a": "2",
        "a.m1": "2.m2",
        "a.m2": "2.m1",
        "b": "1",
        "b.m1": "1.m2",
        "b.m2": "1.m1",
    }


def test_equal_texts_are_told_apart_by_number_and_neighbours() -> None:
    numbered = plan_of(area_of("1", "Veg", "Tilsyn", "Grøfting", "Tilsyn", numbered=True))
    only_last = plan_of(
        Area(id="1", title="Veg", measures=(Measure(id="x", text="Tilsyn", number="3"),))
    )
    assert match(numbered, only_last).certain == {"1": "1", "x": "1.m3"}
    rows = plan_of(area_of("1", "Veg", "Tilsyn", "Grøfting", "Tilsyn", "Brøyting"))
    fewer = plan_of(area_of("a", "Veg", "Grøfting", "Tilsyn", "Brøyting"))
    assert match(rows, fewer).certain == {
        "a": "1",
        "a.m1": "1.m2",
        "a.m2": "1.m3",
        "a.m3": "1.m4",
    }


def test_equal_texts_that_nothing_tells_apart_are_asked() -> None:
    two = plan_of(area_of("1", "Veg", "Tilsyn", "Tilsyn"))
    one = plan_of(area_of("1", "Veg", "Tilsyn"))
    assert why(two, one) == [("1.m1", "identical", ["1.m1", "1.m2"])]
    assert why(one, two) == [("1.m1", "identical", ["1.m1"]), ("1.m2", "identical", ["1.m1"])]


def test_a_renamed_area_is_known_by_what_it_holds() -> None:
    texts = [measure.text for measure in OLD.focus_areas[0].measures]
    old = plan_of(area_of("1", "Samferdsle", *texts), area_of("2", "Anna", "Noko heilt anna"))
    certain = plan_of(
        area_of("1", "Samferdsle og breiband", *texts), area_of("2", "Anna", "Noko heilt anna")
    )
    assert match(old, certain).certain["1"] == "1"
    asked = plan_of(
        area_of("1", "Vegar og tunnelar", *texts), area_of("2", "Anna", "Noko heilt anna")
    )
    assert why(old, asked) == [("1", "renamed", ["1"])]


def test_a_measure_may_become_a_part() -> None:
    whole = Measure(id="m", text="Arbeida for betre samband", children=())
    part = Measure(id="c", text="Tunnelen under Storeheia")
    old = plan_of(Area(id="1", title="Veg", measures=(whole, part)))
    new = plan_of(Area(id="1", title="Veg", measures=(replace(whole, children=(part,)),)))
    assert match(old, new).certain == {"1": "1", "m": "m", "c": "c"}


def test_an_identity_both_plans_state_is_certain() -> None:
    old = plan_of(
        Area(id="1", title="Veg", measures=(Measure(id="a", text="Bru", initiative="i1"),))
    )
    new = plan_of(
        Area(id="1", title="Veg", measures=(Measure(id="b", text="Tunnel", initiative="i1"),))
    )
    assert match(old, new).certain == {"1": "1", "b": "a"}
