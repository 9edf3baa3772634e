"""Which row is which measure."""

from tiltak.reading.structure.drafts import DraftMeasure
from tiltak.reading.structure.links.covered_measures import numbers_named
from tiltak.reading.structure.links.linker import Linker
from tiltak.reading.structure.links.row_text import RowText
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


def test_a_row_that_says_a_measure_on_each_side_of_and_is_about_both() -> None:
    day = "Arrangera skuledag for alle tiandeklassingar i regionen kvar haust"
    visit = "Tilby hospitering for lærarar i yrkesfag i minst ti bedrifter"
    bank = "Laga felles biletbank for kommunar og bedrifter"
    row = "Skuledag for tiandeklassingar og hospitering for lærarar i yrkesfag"
    assert linked(row, day, visit, bank) == [(day, "merged"), (visit, "merged")]


def test_a_row_that_lists_what_two_measures_say_is_about_both() -> None:
    path = "Byggja fast turveg rundt Langvatnet"
    shelter = "Setja opp to gapahukar og eit toalett ved Langvatnet"
    other = "Leiga ut kanoar ved badeplassen"
    row = "Fast turveg, gapahukar og toalett ved Langvatnet"
    assert linked(row, path, shelter, other) == [(path, "merged"), (shelter, "merged")]


def test_a_row_that_begins_as_two_measures_do_is_about_both() -> None:
    survey = "Registrera kulturminne som ligg utsett til, og varsla eigarane."
    course = "Halda kurs i vøling av gamle naust for eigarane av kulturminne."
    other = "Oppdatera nettsida kvar månad."
    row = "Registrera og varsla om utsette kulturminne og halda kurs i vøling av naust"
    assert linked(row, survey, course, other) == [(survey, "merged"), (course, "merged")]
    survey = "Map the hedges that have been lost since 1990 and write to their owners."
    course = "Invite owners of lost hedges to a planting day in November."
    row = "Map and write to owners of lost hedges and invite them to a planting day"
    assert linked(row, survey, course, other) == [(survey, "merged"), (course, "merged")]
    # the second verb is that of the same measure
    survey = "Registrera kulturminne som ligg utsett til, og varsla eigarane."
    course = "Halda kurs i vøling av gamle naust for eigarane av kulturminne."
    row = "Registrera utsette kulturminne og varsla eigarane"
    assert linked(row, survey, course, other) == [(survey, "same")]


def test_the_side_of_a_row_may_turn_the_words_of_a_measure_round() -> None:
    doors = "Open the halls at Eastby and Westby without a caretaker in the evenings"
    course = "Provide training for volunteer key holders at Eastby and Westby"
    row = "Evening opening without a caretaker and training for volunteer key holders at Eastby"
    assert linked(row, doors, course) == [(doors, "merged"), (course, "merged")]


def test_a_list_in_one_measure_names_no_other() -> None:
    shore = "Rusta opp benker, bord og toalett på badeplassane"
    tables = "Leiga ut benker og bord til lag som skipar fest"
    assert linked("Benker, bord og toalett på badeplassane", shore, tables) == [(shore, "same")]


def test_and_in_one_measure_names_no_other() -> None:
    plan = "Laga ein plan for gang- og sykkelveg i kommunane"
    other = "Samla kommunane til årleg møte om sykkelveg"
    assert linked("Plan for gang- og sykkelveg i kommunane", plan, other) == [(plan, "same")]


def test_a_number_that_names_two_measures_is_about_both() -> None:
    chart = DraftMeasure("Laga kart over jord som ligg brakk", (), LISTED, "2.1")
    bank = DraftMeasure("Starta jordbank som koplar eigar og brukar", (), LISTED, "2.2")
    row = RowText(
        "R1", "Kart og jordbank som koplar eigar og brukar", "a", False, numbers_named("2.1, 2.2")
    )
    found = Linker([("a", chart), ("a", bank)]).link([row])
    assert [(one.number, kind) for _, one, kind in found.links] == [
        ("2.1", "merged"),
        ("2.2", "merged"),
    ]


def test_a_span_of_numbers_is_about_measures_it_shares_no_word_with_too() -> None:
    pool = DraftMeasure("Byggja symjehall ved skulen", (), LISTED, "2.1a")
    course = DraftMeasure("Skipa opplæring for vaksne", (), LISTED, "2.1b")
    other = DraftMeasure("Kjøpa symjehall frå naboen", (), LISTED, "2.2")
    row = RowText("R1", "Symjehall og kurs", None, True, numbers_named("2.1a-b"))
    found = Linker([("a", pool), ("a", course), ("a", other)]).link([row])
    assert [(one.number, kind) for _, one, kind in found.links] == [
        ("2.1a", "merged"),
        ("2.1b", "merged"),
    ]


def test_numbers_in_a_cell() -> None:
    assert numbers_named("2.1–2.3") == numbers_named("2.1-3") == {"2.1", "2.2", "2.3"}
    assert numbers_named("3.1a-b") == numbers_named("3.1a–3.1b") == {"3.1a", "3.1b"}
    assert numbers_named("2026–2027") == numbers_named("2.3-2.1") == frozenset()
    assert numbers_named("2.1 og 2.3") == {"2.1", "2.3"}
    assert numbers_named("A1/A2") == {"A1", "A2"}
    assert numbers_named("2.1") == numbers_named(None) == numbers_named("sak 2, 3") == frozenset()


def test_a_row_that_is_only_a_number_is_the_measure_with_it() -> None:
    one = DraftMeasure("Byggja symjehall ved skulen", (), LISTED, "2.1")
    other = DraftMeasure("Skipa opplæring for vaksne", (), LISTED, "2.2")
    twice = [DraftMeasure(text, (), LISTED, "3.1") for text in ("Rydda stiar", "Merka løyper")]
    rows = [
        RowText("R1", "2.2", None, True),
        RowText("R2", "Tiltak 2.1", None, True),
        RowText("R3", "3.1", None, True),
        RowText("R4", "2.9", None, True),
    ]
    found = Linker([("a", measure) for measure in (one, other, *twice)]).link(rows)
    assert [(row, measure.number, kind) for row, measure, kind in found.links] == [
        ("R1", "2.2", "same"),
        ("R2", "2.1", "same"),
    ]
    assert found.unlinked == ["R3", "R4"]


def test_a_row_that_lists_three_things_is_about_the_measures_that_say_them() -> None:
    lease = "Inngå leigeavtalar med alle grunneigarane kring Langvatnet"
    signs = "Skilte og merke friluftsområda kring Langvatnet"
    bath = "Byggja badebrygge ved Sandvika"
    row = "Leigeavtalar, skilting og merking kring Langvatnet"
    assert linked(row, lease, signs, bath) == [(lease, "merged"), (signs, "merged")]


def test_a_list_whose_first_thing_no_measure_says_is_about_one() -> None:
    signs = "Skilte og merke friluftsområda kring Langvatnet"
    bath = "Byggja badebrygge ved Sandvika"
    row = "Rydding, skilting og merking kring Langvatnet"
    assert linked(row, signs, bath) == [(signs, "same")]


def coded(number: str, *rows: RowText) -> list[tuple[str, str | None, str]]:
    """The links of rows to measures of codes T1 to T3: row, code, kind."""
    texts = ("Byggja symjehall ved skulen", "Skipa kurs for vaksne", "Kjøpa ny buss")
    drafts = [
        ("a", DraftMeasure(text, (), LISTED, number.format(at)))
        for at, text in enumerate(texts, start=1)
    ]
    return [(row, one.number, kind) for row, one, kind in Linker(drafts).link(rows).links]


def test_the_same_code_is_the_same_measure_in_other_words() -> None:
    rows = [
        RowText("R1", "Ny båt", None, number="T3"),
        RowText("R2", "Vatn og læring", None, numbers=numbers_named("T1–T2")),
    ]
    assert coded("T{}", *rows) == [
        ("R1", "T3", "same"),
        ("R2", "T1", "merged"),
        ("R2", "T2", "merged"),
    ]


def test_a_bare_number_may_count_the_rows_alone() -> None:
    assert coded("{}", RowText("R1", "Ny båt", None, number="3")) == []


def numbered(*rows: tuple[str, str]) -> list[tuple[str, str | None]]:
    """The row (by number) and measure of each link, for measures 1.1 to 2.2 in two areas."""
    texts = {
        "1.1": "Gje symjeopplæring til alle femåringar i barnehagane",
        "1.2": "Rusta opp klatrehallen på Nesflaten",
        "2.1": "Merka turløypene over Høgheia",
        "2.2": "Skipa gågrupper i alle grendene",
    }
    drafts = [(number[0], DraftMeasure(text, (), LISTED, number)) for number, text in texts.items()]
    found = Linker(drafts).link(
        [RowText(number, text, None, True, number=number) for number, text in rows]
    )
    return [(row, one.number) for row, one, _ in found.links]


AGREEING = (("1.2", "Klatrehallen på Nesflaten"), ("2.1", "Turløypene over Høgheia"))


def test_numbers_that_agree_elsewhere_find_a_row_in_other_words() -> None:
    assert numbered(("1.1", "Kurs i basseng"), *AGREEING) == [
        ("1.1", "1.1"),
        ("1.2", "1.2"),
        ("2.1", "2.1"),
    ]


def test_numbers_that_count_the_rows_find_none() -> None:
    rows = (("1.1", "Klatrehallen på Nesflaten"), ("1.2", "Turløypene over Høgheia"))
    assert numbered(*rows, ("2.2", "Kurs i basseng")) == [("1.1", "1.2"), ("1.2", "2.1")]


def test_a_number_of_area_and_place_finds_a_row_in_other_words() -> None:
    measures = [
        ("vern", DraftMeasure("Byggja ny brannstasjon ved kaia", (), LISTED, number="1")),
        ("vern", DraftMeasure("Halda øving for frivillige", (), LISTED, number="2")),
        ("veg", DraftMeasure("Lysa opp gangvegen til skulen", (), LISTED, number="1")),
        ("veg", DraftMeasure("Be fylket om fartsgrense", (), LISTED, number="2")),
    ]
    rows = [
        RowText("R1", "Brannstasjon ved kaia", None, number="1.1"),
        RowText("R2", "Samling kvar haust", None, number="1.2"),
        RowText("R3", "Lys på gangvegen til skulen", None, number="2.1"),
        RowText("R4", "Førti kilometer i timen", None, number="2.2"),
    ]
    found = Linker(measures).link(rows)
    assert sorted((row, measure.text) for row, measure, _ in found.links) == [
        ("R1", "Byggja ny brannstasjon ved kaia"),
        ("R2", "Halda øving for frivillige"),
        ("R3", "Lysa opp gangvegen til skulen"),
        ("R4", "Be fylket om fartsgrense"),
    ]


def test_what_is_left_is_told_by_a_word_that_nothing_else_has() -> None:
    office = "Etablera mobile legekontor i dei bygdene som ligg lengst unna sjukehuset"
    other = "Halda kurs i førstehjelp for alle som arbeider i barnehagar og skular"
    assert linked("Fire legekontor på hjul", other, office) == [(office, "same")]
    # two measures have the word: it may be any of them
    again = "Søkja staten om pengar til å driva legekontor om natta"
    assert linked("Fire legekontor på hjul", other, office, again) == []
    # a short word may be in both by chance
    assert linked("Trygg skuleveg med lys", "Laga ein plan for skular som skal leggjast ned") == []
