"""Lines a plan repeats to name a level in its own way."""

from tiltak.planfile.model import Passage
from tiltak.reading import Vocabulary
from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure.outline.own_labels import OwnLabels

WORDS = Vocabulary.default()
PLACE = (Passage(start=0, end=1),)


def levels(*texts: str) -> dict[str, str]:
    """What the lines name; "• " begins an item."""
    blocks = [
        TextBlock(text.removeprefix("• "), PLACE, is_list_item=text.startswith("• "), gap=1)
        for text in texts
    ]
    return dict(OwnLabels.of(blocks, WORDS).levels)


def test_a_question_above_every_area() -> None:
    area = ("Hva vil vi?", "Alle skal med.", "Hva gjør vi?", "• Åpne bibliotek", "• Rydde stier")
    found = levels("Kultur", *area, "Natur", *area)
    assert found == {"hva vil vi": "sub_goal", "hva gjør vi": "measure"}


def test_a_line_that_stands_once_is_a_heading() -> None:
    assert levels("Hva gjør vi?", "• Åpne bibliotek", "Natur", "• Rydde stier") == {}


def test_a_subject_and_skal_lead_in_measures() -> None:
    assert levels("Natur", "Kommunen skal:", "• rydde stier") == {"kommunen skal": "measure"}


def test_what_shall_be_done_is_no_lead_in() -> None:
    assert levels("Natur", "Kommunen skal styrke arbeidet med:", "• stier") == {}


def test_a_subject_and_vil_alone_on_a_line_lead_in_measures() -> None:
    """The items end the sentence; the goals stand in sentences of their own."""
    area = ("Mål: Alle skal finna vegen ut", "Vi vil", "• rydda stiar", "• merka løyper")
    assert levels("Natur", *area, "Kultur", *area) == {"vi vil": "measure"}
    assert levels("Natur", *(x.replace("Vi vil", "Me skal") for x in area)) == {
        "me skal": "measure"
    }


def test_vil_above_a_list_is_about_goals_where_measures_have_a_word_of_their_own() -> None:
    area = ("Vi vil", "• ha levende bygder", "Tiltak", "• Rydde stier")
    assert levels("Natur", *area, "Kultur", *area) == {"vi vil": "sub_goal"}
    area = ("Vi vil", "• ha levende bygder", "Hva gjør vi?", "• Rydde stier")
    assert levels("Natur", *area, "Kultur", *area) == {
        "vi vil": "sub_goal",
        "hva gjør vi": "measure",
    }


def test_words_about_how_things_are_name_no_level() -> None:
    area = ("Status i dag", "• Mange stier er gjengrodde")
    assert levels("Kultur", *area, "Natur", *area) == {}


def test_words_that_hint_at_nothing_above_lists_only() -> None:
    area = ("Slik kjem vi dit:", "• Rydda stiar")
    assert levels("Kultur", *area, "Natur", *area) == {"slik kjem vi dit": "measure"}
    # where level words say what the measures are, they are something else
    assert levels("Tiltak", "• Opna bibliotek", *area, "Natur", *area) == {}


def test_a_prefix_of_headings_names_areas() -> None:
    prose = "Kommunen har lang tradisjon for dette, og mange er med i arbeidet kvar einaste veke."
    found = levels("Målgruppe: Barn", prose, "Målgruppe: Eldre", prose)
    assert found == {"målgruppe": "focus_area"}
