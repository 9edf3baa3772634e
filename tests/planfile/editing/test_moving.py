"""What a move does to the tree, the rows and their ties: whole results."""

import pytest

from tests.factories.planfiles import sample_plan
from tests.planfile.editing.changed_lines import changed
from tiltak.domain.plans.projection import normal
from tiltak.planfile.editing import Edit, Move

PLAN = normal(sample_plan())


@pytest.mark.parametrize(
    ("edit", "lines"),
    [
        pytest.param(
            Move("1.1.m1", "strategy", "1.1"),
            [
                "-     1.1.m1 (both, None) Laga ei felles oversikt over ledige kontor",
                "+     strategy: Laga ei felles oversikt over ledige kontor og lokale",
                "- T.1.1 is same 1.1.m1",
            ],
            id="a row loses its measure",
        ),
        pytest.param(
            Move("2.2.m1", "sub_goal", "2", before="2.d1"),
            [
                "+   goal: Gjennomføra eit prosjekt for fleire utleigebustader:",
                "+   2.2.m1.c1 (body, None) Finna ut kor mange bustader kvar kommune",
                "+   2.2.m1.c2 (body, None) Samla kommunane i eit nettverk to gonger",
                "-     2.2.m1 (both, None) Gjennomføra eit prosjekt for fleire utleig",
                "-       2.2.m1.c1 (body, None) Finna ut kor mange bustader kvar komm",
                "-       2.2.m1.c2 (body, None) Samla kommunane i eit nettverk to gon",
                "- T.2.3 is same 2.2.m1",
            ],
            id="parts are lifted to where the goal stands",
        ),
        pytest.param(
            Move("2.2", "area", None),
            [
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
            ],
            id="a theme becomes an area and its rows follow",
        ),
        pytest.param(
            Move("2", "section", "3"),
            [
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
            ],
            id="an area becomes a theme",
        ),
        pytest.param(
            Move("2.1", "measure", "3", before="3.m1"),
            [
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
            ],
            id="a heading becomes a measure",
        ),
        pytest.param(
            Move("2.2.m2", "part", "2.2.m1", before="2.2.m1.c2"),
            [
                "+       2.2.m2 (both, None) Gje råd til huseigarar som vil leiga ut.",
                "-     2.2.m2 (both, None) Gje råd til huseigarar som vil leiga ut.",
            ],
            id="a measure becomes a part",
        ),
        pytest.param(
            Move("3.m1.c2", "measure", "3"),
            [
                "-     3.m1.c2 (body, None) Tunnelen under Storeheia",
                "+   3.m1.c2 (body, None) Tunnelen under Storeheia",
            ],
            id="a part becomes a measure",
        ),
        pytest.param(
            Move("3.m1", "paragraph", None),
            [
                "+ text: Arbeida for desse sambanda:",
                "-   3.m1 (both, None) Arbeida for desse sambanda: | T.3.1",
                "-     3.m1.c1 (body, None) Ferja Nordvik–Sørvåg",
                "+   3.m1.c1 (body, None) Ferja Nordvik–Sørvåg",
                "-     3.m1.c2 (body, None) Tunnelen under Storeheia",
                "+   3.m1.c2 (body, None) Tunnelen under Storeheia",
                "-     3.m1.c3 (body, None) Breiband i alle bygder",
                "+   3.m1.c3 (body, None) Breiband i alle bygder",
                "- T.3.1 is same 3.m1",
            ],
            id="a measure becomes text of the plan",
        ),
        pytest.param(
            Move("3", "paragraph", None),
            [
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
            ],
            id="an area becomes text of the plan",
        ),
        pytest.param(
            Move("1.1.s1", "measure", "3", before="3.m1"),
            [
                "-     strategy: Arbeida for at nye statlege kontor blir lagde til fj",
                "+   1.1.s1 (body, None) Arbeida for at nye statlege kontor blir lagd",
            ],
            id="a strategy becomes a measure elsewhere",
        ),
        pytest.param(
            Move("2.1.m3", "measure", "3"),
            [
                "-     2.1.m3 (both, None) Fortelja om folk som har flytta heim. | T.",
                "+   2.1.m3 (both, None) Fortelja om folk som har flytta heim. | T.2.",
                "-   T.2.2 Gode bygder å bu i |  | 2 | Fortelja om folk som har flytt",
                "+   T.2.2 Samferdsle |  | 2 | Fortelja om folk som har flytta heim",
            ],
            id="a measure moves to another area with its row",
        ),
        pytest.param(
            Move("2.1.m1", "measure", "3"),
            [
                "-     2.1.m1 (both, None) Delta på tre utdanningsmesser for studenta",
                "+   2.1.m1 (both, None) Delta på tre utdanningsmesser for studentar.",
            ],
            id="a row of two measures stays with the one that stays",
        ),
    ],
)
def test_what_a_move_changes(edit: Edit, lines: list[str]) -> None:
    assert changed(PLAN, edit) == lines
