"""Which row is which measure."""

from tiltak.reading.structure.drafts import DraftMeasure
from tiltak.reading.structure.links import Linker, RowText
from tiltak.reading.structure.reasons import LISTED


def linked(row: str, *measures: str) -> list[tuple[str, str]]:
    drafts = [("a", DraftMeasure(text, (), LISTED)) for text in measures]
    found = Linker(drafts).link([RowText("R1", row, "a")])
    return [(measure.text, kind) for _, measure, kind in found.links]


def test_a_verb_in_the_text_and_its_noun_in_the_table_are_one_word() -> None:
    measure = "Profilera regionen på arbeidslivsdagane ved dei tre næraste høgskulane"
    other = "Vidareføra mentorordninga for nystarta bedrifter"
    row = "Profilering på arbeidslivsdagane ved høgskulane"
    assert linked(row, other, measure) == [(measure, "same")]
    assert linked("Kartlegging av kraftbehovet", other, measure) == []
