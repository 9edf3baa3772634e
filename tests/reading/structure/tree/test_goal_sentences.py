"""Goals that no word announces."""

from tiltak.reading import read_document

PLAN = """Vegplan 2026

Riksveg
Farten på riksvegen skal opp.
{more}
Tiltak
- Byggja forbikøyringsfelt

Fylkesveg
Etterslepet skal ned med ein femdel.

Tiltak
- Leggja fast dekke

Skuleveg
Alle born skal kunna gå trygt til skulen.

Tiltak
- Byggja gangveg
"""


def goals(text: str) -> list[list[str]]:
    plan = read_document(text.encode(), "plan.txt")
    return [[goal.text for goal in area.sub_goals] for area in plan.focus_areas]


def test_areas_that_begin_with_a_sentence_of_how_things_shall_be() -> None:
    others = [
        ["Etterslepet skal ned med ein femdel."],
        ["Alle born skal kunna gå trygt til skulen."],
    ]
    first = "Farten på riksvegen skal opp."
    assert goals(PLAN.format(more="")) == [[first], *others]
    prose = "\nÅrsdøgntrafikken på vegen er 3 900 køyretøy, og ein fjerdedel er tunge.\n"
    assert goals(PLAN.format(more=prose)) == [[first], *others]
