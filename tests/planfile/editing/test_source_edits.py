"""Edits of a plan that was read: passages and unplaced text go along."""

import pytest

from tests.planfile.editing.changed_lines import changed
from tests.reading.accounts import accounted_for
from tiltak.domain.plans.projection import normal
from tiltak.planfile.editing import (
    Append,
    Assign,
    Correct,
    Edit,
    Exclude,
    Join,
    Move,
    Split,
    apply_edits,
)
from tiltak.planfile.editing.source_text import cut_at
from tiltak.planfile.editing.tree import find
from tiltak.planfile.elements import elements
from tiltak.planfile.model import Plan
from tiltak.reading import read_document

TEXT = """Handlingsplan 2026
Framlegg til regionrådet

1 Arbeid
Delmål
Fleire skal ha arbeid i bygdene.
Prosjekt/tiltak:
- Laga ei oversikt over ledige kontor i dei fire kommu-
nane. Halda kontakt med fylket om arbeidsplassar.
- Byggja ut breiband:
  o Kartleggja dekninga
  o Søkja om midlar
Denne teksten er ein merknad til planen.

2 Veg
Strategi
Styrka kollektivtrafikken.
Prosjekt/tiltak:
- Byggja gangveg til skulen (Ansvar: Nordvik kommune)
"""
PLAN = normal(read_document(TEXT.encode(), "plan.txt"))
WITHOUT_NOTE = apply_edits(PLAN, [Exclude("1.p1")])
EXCLUDED = "unplaced (Nokon har sagt at teksten ikkje er ein del av planen.):"


def stands(plan: Plan, key: str) -> list[str]:
    """The words of the source an element stands in."""
    passages = find(plan, key).node.reading.passages
    return [plan.sources[0].text[one.start : one.end] for one in passages]


def done(plan: Plan, *edits: Edit) -> Plan:
    """The plan after the edits; the whole text is still accounted for."""
    after = apply_edits(plan, edits)
    assert accounted_for(after) == "".join(TEXT.split())
    return after


def new_key(before: Plan, after: Plan) -> str:
    """The one id that came."""
    (key,) = {one.key for one in elements(after)} - {one.key for one in elements(before)}
    return key


def test_two_measures_in_one_are_cut_in_the_source_too() -> None:
    text = find(PLAN, "1.m1").node.text
    after = done(PLAN, Split("1.m1", text.index("Halda")))
    assert stands(after, "1.m1") == [
        "- Laga ei oversikt over ledige kontor i dei fire kommu-",
        "nane. ",
    ]
    assert stands(after, new_key(PLAN, after)) == ["Halda kontakt med fylket om arbeidsplassar."]


def test_what_is_split_can_be_joined() -> None:
    text = find(PLAN, "1.m1").node.text
    halves = done(PLAN, Split("1.m1", text.index("Halda")))
    whole = done(halves, Join("1.m1", new_key(PLAN, halves)))
    assert find(whole, "1.m1").node.text == text
    assert "".join(stands(whole, "1.m1")) == "".join(stands(PLAN, "1.m1"))


@pytest.mark.parametrize(
    ("source", "text", "at", "rest"),
    [
        ("1.1 Byggja bru. Rydda veg.", "Byggja bru. Rydda veg.", 12, "Rydda veg."),
        ("oppde-\nling av midlar", "oppdeling av midlar", 10, "av midlar"),
        ("opp\u00adde\u00adling  av\nmidlar", "oppdeling av midlar", 13, "midlar"),
        ("Byggja ny bru. Rydda vegen.", "Byggja bru. Rydda veg.", 12, "Rydda vegen."),
        ("Byggja bru. Rydda veg (Ansvar: X)", "Byggja bru. Rydda veg", 12, "Rydda veg (Ansvar: X)"),
        ("Heilt andre ord", "Byggja bru. Rydda veg.", 12, None),
        ("", "Byggja bru. Rydda veg.", 12, None),
    ],
)
def test_where_the_second_half_begins(source: str, text: str, at: int, rest: str | None) -> None:
    cut = cut_at(source, text, at)
    assert (None if cut is None else source[cut:]) == rest


def test_a_text_that_is_not_the_sources_keeps_all_passages_in_both_halves() -> None:
    after = done(PLAN, Correct("1.d1", "text", "Noko heilt anna"), Split("1.d1", 5))
    before = apply_edits(PLAN, [Correct("1.d1", "text", "Noko heilt anna")])
    assert stands(after, "1.d1") == stands(after, new_key(before, after)) == stands(PLAN, "1.d1")


def test_text_that_is_no_part_of_the_plan_is_unplaced() -> None:
    done(PLAN, Exclude("1.p1"))
    assert changed(PLAN, Exclude("1.p1")) == [
        "-   text: Denne teksten er ein merknad til planen.",
        f"+ {EXCLUDED}",
    ]
    assert WITHOUT_NOTE.unplaced[0].text == "Denne teksten er ein merknad til planen."


def test_what_stands_together_is_one_unplaced_text() -> None:
    after = done(PLAN, Exclude("1.m2", below=True))
    assert [one.text for one in after.unplaced] == [
        "- Byggja ut breiband:\n  o Kartleggja dekninga\n  o Søkja om midlar"
    ]


def test_unplaced_text_becomes_a_measure_and_the_rest_stays() -> None:
    start = TEXT.index("ein merknad")
    edit = Assign(0, start, start + len("ein merknad "), "measure", "2", "2.m1")
    after = done(WITHOUT_NOTE, edit)
    key = new_key(WITHOUT_NOTE, after)
    assert changed(WITHOUT_NOTE, edit) == [
        f"+   {key} (body, None) ein merknad",
        f"- {EXCLUDED}",
        f"+ {EXCLUDED}",
        f"+ {EXCLUDED}",
    ]
    assert [one.text for one in after.unplaced] == ["Denne teksten er", "til planen."]
    assert stands(after, key) == ["ein merknad"]


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("1.d1", "Fleire skal ha arbeid i bygdene. Denne teksten"),
        ("2.s1", "Denne teksten Styrka kollektivtrafikken."),
    ],
)
def test_unplaced_text_is_added_where_it_stands(target: str, text: str) -> None:
    start = TEXT.index("Denne")
    after = done(WITHOUT_NOTE, Append(0, start, start + len("Denne teksten"), target))
    assert find(after, target).node.text == text
    assert [one.text for one in after.unplaced] == ["er ein merknad til planen."]


def test_a_broken_word_is_closed_and_a_bullet_is_no_word() -> None:
    without = done(PLAN, Exclude("1.m1"))
    passage = without.unplaced[0].passage
    after = done(without, Assign(0, passage.start, passage.end, "paragraph", None))
    assert after.paragraphs[-1].text == (
        "Laga ei oversikt over ledige kontor i dei fire kommunane. "
        "Halda kontakt med fylket om arbeidsplassar."
    )


def test_an_area_that_is_none_keeps_its_text() -> None:
    after = done(PLAN, Exclude("2"), Exclude("1", below=True))
    assert accounted_for(after) == "".join(TEXT.split())
    assert after.focus_areas == ()


def test_a_person_who_moves_something_is_sure() -> None:
    after = done(PLAN, Move("1.m2.c1", "measure", "2"))
    reading = find(after, "1.m2.c1").node.reading
    assert (reading.confidence, reading.reason) == (1.0, None)
