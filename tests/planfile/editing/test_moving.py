"""What a move does to the tree, the rows and their ties: whole results."""

from tests.factories.planfiles import sample_plan
from tests.planfile.editing.changed_lines import changed
from tiltak.domain.plans.projection import normal
from tiltak.planfile.editing import Move

PLAN = normal(sample_plan())


def test_a_row_loses_its_measure() -> None:
    assert changed(PLAN, Move("1.1.m1", "strategy", "1.1")) == [
        "-     1.1.m1 (both, None) Laga ei felles oversikt over ledige kontor",
        "+     strategy: Laga ei felles oversikt over ledige kontor og lokale",
        "- T.1.1 is same 1.1.m1",
    ]


def test_parts_are_lifted_to_where_the_goal_stands() -> None:
    assert changed(PLAN, Move("2.2.m1", "sub_goal", "2", before="2.d1")) == [
        "+   goal: Gjennomføra eit prosjekt for fleire utleigebustader:",
        "+   2.2.m1.c1 (body, None) Finna ut kor mange bustader kvar kommune",
        "+   2.2.m1.c2 (body, None) Samla kommunane i eit nettverk to gonger",
        "-     2.2.m1 (both, None) Gjennomføra eit prosjekt for fleire utleig",
        "-       2.2.m1.c1 (body, None) Finna ut kor mange bustader kvar komm",
        "-       2.2.m1.c2 (body, None) Samla kommunane i eit nettverk to gon",
        "- T.2.3 is same 2.2.m1",
    ]


def test_a_theme_becomes_an_area_and_its_rows_follow() -> None:
    assert changed(PLAN, Move("2.2", "area", None)) == [
        "-   THEME 2.2 [2.2] Bustader",
        "-     strategy: Setja den felles bustadstrategien i verk.",
        "-     2.2.m1 (both, None) Gjennomføra eit prosjekt for fleire utleig",
        "-       2.2.m1.c1 (body, None) Finna ut kor mange bustader kvar komm",
        "-       2.2.m1.c2 (body, None) Samla kommunane i eit nettverk to gon",
        "-     2.2.m2 (both, None) Gje råd til huseigarar som vil leiga ut.",
        "+ AREA 2.2 [2.2] Bustader",
        "+   strategy: Setja den felles bustadstrategien i verk.",
        "+   2.2.m1 (both, None) Gjennomføra eit prosjekt for fleire utleigeb",
        "+     2.2.m1.c1 (body, None) Finna ut kor mange bustader kvar kommun",
        "+     2.2.m1.c2 (body, None) Samla kommunane i eit nettverk to gonge",
        "+   2.2.m2 (both, None) Gje råd til huseigarar som vil leiga ut. | T",
        "-   T.2.3 Gode bygder å bu i |  | 3 | Gjennomføra eit prosjekt for f",
        "+   T.2.3 Bustader |  | 3 | Gjennomføra eit prosjekt for fleire utle",
        "-   T.2.4 Gode bygder å bu i |  | 4 | Gje råd til huseigarar som vil",
        "+   T.2.4 Bustader |  | 4 | Gje råd til huseigarar som vil leiga ut",
    ]


def test_an_area_becomes_a_theme() -> None:
    assert changed(PLAN, Move("2", "section", "3")) == [
        "+ AREA 3 [3] Samferdsle",
        "+   text: Avstandane er lange, og mange pendlar over fjorden kvar da",
        "+   goal: Ingen skal ha lenger enn 45 minutt til regionsenteret.",
        "+   strategy: Følgja opp den felles samferdsleplanen.",
        "+   3.m1 (both, None) Arbeida for desse sambanda: | T.3.1",
        "+     3.m1.c1 (body, None) Ferja Nordvik–Sørvåg",
        "+     3.m1.c2 (body, None) Tunnelen under Storeheia",
        "+     3.m1.c3 (body, None) Breiband i alle bygder",
        "- AREA 2 [2] Gode bygder å bu i",
        "+   THEME 2 [2] Gode bygder å bu i",
        "-   goal: Folketalet skal veksa i alle dei fire kommunane.",
        "+     goal: Folketalet skal veksa i alle dei fire kommunane.",
        "- AREA 3 [3] Samferdsle",
        "-   text: Avstandane er lange, og mange pendlar over fjorden kvar da",
        "-   goal: Ingen skal ha lenger enn 45 minutt til regionsenteret.",
        "-   strategy: Følgja opp den felles samferdsleplanen.",
        "-   3.m1 (both, None) Arbeida for desse sambanda: | T.3.1",
        "-     3.m1.c1 (body, None) Ferja Nordvik–Sørvåg",
        "-     3.m1.c2 (body, None) Tunnelen under Storeheia",
        "-     3.m1.c3 (body, None) Breiband i alle bygder",
        "-   T.2.1 Gode bygder å bu i |  | 1 | Delta på tre utdanningsmesser",
        "+   T.2.1 Samferdsle |  | 1 | Delta på tre utdanningsmesser for stud",
        "-   T.2.2 Gode bygder å bu i |  | 2 | Fortelja om folk som har flytt",
        "+   T.2.2 Samferdsle |  | 2 | Fortelja om folk som har flytta heim",
        "-   T.2.3 Gode bygder å bu i |  | 3 | Gjennomføra eit prosjekt for f",
        "+   T.2.3 Samferdsle |  | 3 | Gjennomføra eit prosjekt for fleire ut",
        "-   T.2.4 Gode bygder å bu i |  | 4 | Gje råd til huseigarar som vil",
        "+   T.2.4 Samferdsle |  | 4 | Gje råd til huseigarar som vil leiga u",
    ]


def test_a_heading_becomes_a_measure() -> None:
    assert changed(PLAN, Move("2.1", "measure", "3", before="3.m1")) == [
        "-   THEME 2.1 [2.1] Tilflytting",
        "-     strategy: Syna fram bygdene som stader å bu og arbeida.",
        "-     2.1.m1 (both, None) Delta på tre utdanningsmesser for studenta",
        "-     2.1.m2 (both, None) Laga felles materiell til messene. | T.2.1",
        "-     2.1.m3 (both, None) Fortelja om folk som har flytta heim. | T.",
        "+   strategy: Syna fram bygdene som stader å bu og arbeida.",
        "+   2.1 (body, 2.1) Tilflytting",
        "+     2.1.m1 (both, None) Delta på tre utdanningsmesser for studenta",
        "+     2.1.m2 (both, None) Laga felles materiell til messene. | T.2.1",
        "+     2.1.m3 (both, None) Fortelja om folk som har flytta heim. | T.",
        "-   T.2.1 Gode bygder å bu i |  | 1 | Delta på tre utdanningsmesser",
        "+   T.2.1 Samferdsle |  | 1 | Delta på tre utdanningsmesser for stud",
        "-   T.2.2 Gode bygder å bu i |  | 2 | Fortelja om folk som har flytt",
        "+   T.2.2 Samferdsle |  | 2 | Fortelja om folk som har flytta heim",
    ]


def test_a_measure_becomes_a_part() -> None:
    assert changed(PLAN, Move("2.2.m2", "part", "2.2.m1", before="2.2.m1.c2")) == [
        "+       2.2.m2 (both, None) Gje råd til huseigarar som vil leiga ut.",
        "-     2.2.m2 (both, None) Gje råd til huseigarar som vil leiga ut.",
    ]


def test_a_part_becomes_a_measure() -> None:
    assert changed(PLAN, Move("3.m1.c2", "measure", "3")) == [
        "-     3.m1.c2 (body, None) Tunnelen under Storeheia",
        "+   3.m1.c2 (body, None) Tunnelen under Storeheia",
    ]


def test_a_measure_becomes_text_of_the_plan() -> None:
    assert changed(PLAN, Move("3.m1", "paragraph", None)) == [
        "+ text: Arbeida for desse sambanda:",
        "-   3.m1 (both, None) Arbeida for desse sambanda: | T.3.1",
        "-     3.m1.c1 (body, None) Ferja Nordvik–Sørvåg",
        "+   3.m1.c1 (body, None) Ferja Nordvik–Sørvåg",
        "-     3.m1.c2 (body, None) Tunnelen under Storeheia",
        "+   3.m1.c2 (body, None) Tunnelen under Storeheia",
        "-     3.m1.c3 (body, None) Breiband i alle bygder",
        "+   3.m1.c3 (body, None) Breiband i alle bygder",
        "- T.3.1 is same 3.m1",
    ]


def test_an_area_becomes_text_of_the_plan() -> None:
    assert changed(PLAN, Move("3", "paragraph", None)) == [
        "+ text: Samferdsle",
        "+ text: Avstandane er lange, og mange pendlar over fjorden kvar dag.",
        "+   goal: Ingen skal ha lenger enn 45 minutt til regionsenteret.",
        "+   strategy: Følgja opp den felles samferdsleplanen.",
        "+   3.m1 (both, None) Arbeida for desse sambanda: | T.3.1",
        "+     3.m1.c1 (body, None) Ferja Nordvik–Sørvåg",
        "+     3.m1.c2 (body, None) Tunnelen under Storeheia",
        "+     3.m1.c3 (body, None) Breiband i alle bygder",
        "- AREA 3 [3] Samferdsle",
        "-   text: Avstandane er lange, og mange pendlar over fjorden kvar da",
        "-   goal: Ingen skal ha lenger enn 45 minutt til regionsenteret.",
        "-   strategy: Følgja opp den felles samferdsleplanen.",
        "-   3.m1 (both, None) Arbeida for desse sambanda: | T.3.1",
        "-     3.m1.c1 (body, None) Ferja Nordvik–Sørvåg",
        "-     3.m1.c2 (body, None) Tunnelen under Storeheia",
        "-     3.m1.c3 (body, None) Breiband i alle bygder",
        "-   T.3.1 Samferdsle |  | 1 | Arbeida for viktige samband | 2026 → 2",
        "+   T.3.1 Gode bygder å bu i |  | 1 | Arbeida for viktige samband",
    ]


def test_a_strategy_becomes_a_measure_elsewhere() -> None:
    assert changed(PLAN, Move("1.1.s1", "measure", "3", before="3.m1")) == [
        "-     strategy: Arbeida for at nye statlege kontor blir lagde til fj",
        "+   1.1.s1 (body, None) Arbeida for at nye statlege kontor blir lagd",
    ]


def test_a_measure_moves_to_another_area_with_its_row() -> None:
    assert changed(PLAN, Move("2.1.m3", "measure", "3")) == [
        "-     2.1.m3 (both, None) Fortelja om folk som har flytta heim. | T.",
        "+   2.1.m3 (both, None) Fortelja om folk som har flytta heim. | T.2.",
        "-   T.2.2 Gode bygder å bu i |  | 2 | Fortelja om folk som har flytt",
        "+   T.2.2 Samferdsle |  | 2 | Fortelja om folk som har flytta heim",
    ]


def test_a_row_of_two_measures_stays_with_the_one_that_stays() -> None:
    assert changed(PLAN, Move("2.1.m1", "measure", "3")) == [
        "-     2.1.m1 (both, None) Delta på tre utdanningsmesser for studenta",
        "+   2.1.m1 (both, None) Delta på tre utdanningsmesser for studentar.",
    ]
