"""What each edit but a move does to the tree, the rows and their ties: whole results."""

from tests.factories.planfiles import sample_plan
from tests.planfile.editing.changed_lines import changed
from tiltak.domain.plans.projection import normal
from tiltak.planfile.editing import Exclude, Join, Link, Split, Unlink

PLAN = normal(sample_plan())


def test_words_and_rows_go_along() -> None:
    assert changed(PLAN, Join("2.1.m1", "2.1.m2")) == [
        "-     2.1.m1 (both, None) Delta på tre utdanningsmesser for studenta",
        "+     2.1.m1 (both, None) Delta på tre utdanningsmesser for studenta",
        "-     2.1.m2 (both, None) Laga felles materiell til messene. | T.2.1",
        "- T.2.1 is merged 2.1.m1",
        "+ T.2.1 is same 2.1.m1",
        "- T.2.1 is merged 2.1.m2",
    ]


def test_a_heading_broken_in_two() -> None:
    assert changed(PLAN, Join("2", "3")) == [
        "- AREA 2 [2] Gode bygder å bu i",
        "+ AREA 2 [2] Gode bygder å bu i Samferdsle",
        "+   text: Avstandane er lange, og mange pendlar over fjorden kvar da",
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
        "-   T.2.1 Gode bygder å bu i |  | 1 | Delta på tre utdanningsmesser",
        "+   T.2.1 Gode bygder å bu i Samferdsle |  | 1 | Delta på tre utdann",
        "-   T.2.2 Gode bygder å bu i |  | 2 | Fortelja om folk som har flytt",
        "+   T.2.2 Gode bygder å bu i Samferdsle |  | 2 | Fortelja om folk so",
        "-   T.2.3 Gode bygder å bu i |  | 3 | Gjennomføra eit prosjekt for f",
        "+   T.2.3 Gode bygder å bu i Samferdsle |  | 3 | Gjennomføra eit pro",
        "-   T.2.4 Gode bygder å bu i |  | 4 | Gje råd til huseigarar som vil",
        "+   T.2.4 Gode bygder å bu i Samferdsle |  | 4 | Gje råd til huseiga",
        "-   T.3.1 Samferdsle |  | 1 | Arbeida for viktige samband | 2026 → 2",
        "+   T.3.1 Gode bygder å bu i Samferdsle |  | 1 | Arbeida for viktige",
    ]


def test_parts_follow_their_measure() -> None:
    assert changed(PLAN, Join("3.m1", "2.2.m1")) == [
        "-     2.2.m1 (both, None) Gjennomføra eit prosjekt for fleire utleig",
        "-       2.2.m1.c1 (body, None) Finna ut kor mange bustader kvar komm",
        "-       2.2.m1.c2 (body, None) Samla kommunane i eit nettverk to gon",
        "-   3.m1 (both, None) Arbeida for desse sambanda: | T.3.1",
        "+   3.m1 (both, None) Arbeida for desse sambanda: Gjennomføra eit pr",
        "+     2.2.m1.c1 (body, None) Finna ut kor mange bustader kvar kommun",
        "+     2.2.m1.c2 (body, None) Samla kommunane i eit nettverk to gonge",
        "- T.2.3 is same 2.2.m1",
        "+ T.2.3 is same 3.m1",
    ]


def test_a_part_into_its_measure() -> None:
    assert changed(PLAN, Join("1.2.m2", "1.2.m2.c1")) == [
        "-     1.2.m2 (both, None) Prøva ei heilårsrute med båt mellom Nordvi",
        "+     1.2.m2 (both, None) Prøva ei heilårsrute med båt mellom Nordvi",
        "-       1.2.m2.c1 (body, None) Kartleggja behovet hjå hotell, skular",
        "-         1.2.m2.c1.c1 (body, None) Intervju med ti verksemder",
        "-         1.2.m2.c1.c2 (body, None) Spørjeundersøking blant pendlara",
        "+       1.2.m2.c1.c1 (body, None) Intervju med ti verksemder",
        "+       1.2.m2.c1.c2 (body, None) Spørjeundersøking blant pendlarane",
    ]


def test_a_measure_into_a_goal() -> None:
    assert changed(PLAN, Join("2.d1", "2.2.m1")) == [
        "-   goal: Folketalet skal veksa i alle dei fire kommunane.",
        "+   goal: Folketalet skal veksa i alle dei fire kommunane. Gjennomfø",
        "-     2.2.m1 (both, None) Gjennomføra eit prosjekt for fleire utleig",
        "-       2.2.m1.c1 (body, None) Finna ut kor mange bustader kvar komm",
        "+     2.2.m1.c1 (body, None) Finna ut kor mange bustader kvar kommun",
        "-       2.2.m1.c2 (body, None) Samla kommunane i eit nettverk to gon",
        "+     2.2.m1.c2 (body, None) Samla kommunane i eit nettverk to gonge",
        "- T.2.3 is same 2.2.m1",
    ]


def test_the_second_half_stands_right_after() -> None:
    assert changed(PLAN, Split("1.2.m1", 35)) == [
        "-     1.2.m1 (both, None) Støtta marknadsføring av fjorden i vinters",
        "+     1.2.m1 (both, None) Støtta marknadsføring av fjorden i | T.1.2",
        "+     n9725f4061bd6 (body, None) vintersesongen.",
    ]


def test_a_title() -> None:
    assert changed(PLAN, Split("3", 6)) == [
        "- AREA 3 [3] Samferdsle",
        "+ AREA 3 [3] Samfer",
        "+ AREA nb5a75f521597 [None] dsle",
        "-   T.3.1 Samferdsle |  | 1 | Arbeida for viktige samband | 2026 → 2",
        "+   T.3.1 Samfer |  | 1 | Arbeida for viktige samband | 2026 → 2026",
    ]


def test_parts_stay() -> None:
    assert changed(PLAN, Exclude("2.2.m1")) == [
        "-     2.2.m1 (both, None) Gjennomføra eit prosjekt for fleire utleig",
        "-       2.2.m1.c1 (body, None) Finna ut kor mange bustader kvar komm",
        "+     2.2.m1.c1 (body, None) Finna ut kor mange bustader kvar kommun",
        "-       2.2.m1.c2 (body, None) Samla kommunane i eit nettverk to gon",
        "+     2.2.m1.c2 (body, None) Samla kommunane i eit nettverk to gonge",
        "- T.2.3 is same 2.2.m1",
    ]


def test_with_parts_and_row() -> None:
    assert changed(PLAN, Exclude("2.2.m1", below=True)) == [
        "-     2.2.m1 (both, None) Gjennomføra eit prosjekt for fleire utleig",
        "-       2.2.m1.c1 (body, None) Finna ut kor mange bustader kvar komm",
        "-       2.2.m1.c2 (body, None) Samla kommunane i eit nettverk to gon",
        "-   T.2.3 Gode bygder å bu i |  | 3 | Gjennomføra eit prosjekt for f",
        "- T.2.3 is same 2.2.m1",
    ]


def test_themes_of_an_area_become_areas() -> None:
    assert changed(PLAN, Exclude("2")) == [
        "+   goal: Folketalet skal veksa i alle dei fire kommunane.",
        "- AREA 2 [2] Gode bygder å bu i",
        "-   goal: Folketalet skal veksa i alle dei fire kommunane.",
        "-   THEME 2.1 [2.1] Tilflytting",
        "+ AREA 2.1 [2.1] Tilflytting",
        "-     strategy: Syna fram bygdene som stader å bu og arbeida.",
        "+   strategy: Syna fram bygdene som stader å bu og arbeida.",
        "-     2.1.m1 (both, None) Delta på tre utdanningsmesser for studenta",
        "+   2.1.m1 (both, None) Delta på tre utdanningsmesser for studentar.",
        "-     2.1.m2 (both, None) Laga felles materiell til messene. | T.2.1",
        "+   2.1.m2 (both, None) Laga felles materiell til messene. | T.2.1",
        "-     2.1.m3 (both, None) Fortelja om folk som har flytta heim. | T.",
        "+   2.1.m3 (both, None) Fortelja om folk som har flytta heim. | T.2.",
        "-   THEME 2.2 [2.2] Bustader",
        "+ AREA 2.2 [2.2] Bustader",
        "-     strategy: Setja den felles bustadstrategien i verk.",
        "+   strategy: Setja den felles bustadstrategien i verk.",
        "-     2.2.m1 (both, None) Gjennomføra eit prosjekt for fleire utleig",
        "+   2.2.m1 (both, None) Gjennomføra eit prosjekt for fleire utleigeb",
        "-       2.2.m1.c1 (body, None) Finna ut kor mange bustader kvar komm",
        "+     2.2.m1.c1 (body, None) Finna ut kor mange bustader kvar kommun",
        "-       2.2.m1.c2 (body, None) Samla kommunane i eit nettverk to gon",
        "+     2.2.m1.c2 (body, None) Samla kommunane i eit nettverk to gonge",
        "-     2.2.m2 (both, None) Gje råd til huseigarar som vil leiga ut.",
        "+   2.2.m2 (both, None) Gje råd til huseigarar som vil leiga ut. | T",
        "-   T.2.1 Gode bygder å bu i |  | 1 | Delta på tre utdanningsmesser",
        "+   T.2.1 Tilflytting |  | 1 | Delta på tre utdanningsmesser for stu",
        "-   T.2.2 Gode bygder å bu i |  | 2 | Fortelja om folk som har flytt",
        "+   T.2.2 Tilflytting |  | 2 | Fortelja om folk som har flytta heim",
        "-   T.2.3 Gode bygder å bu i |  | 3 | Gjennomføra eit prosjekt for f",
        "+   T.2.3 Bustader |  | 3 | Gjennomføra eit prosjekt for fleire utle",
        "-   T.2.4 Gode bygder å bu i |  | 4 | Gje råd til huseigarar som vil",
        "+   T.2.4 Bustader |  | 4 | Gje råd til huseigarar som vil leiga ut",
    ]


def test_a_theme_leaves_its_content_to_the_area() -> None:
    assert changed(PLAN, Exclude("2.2")) == [
        "+   strategy: Setja den felles bustadstrategien i verk.",
        "+   2.2.m1 (both, None) Gjennomføra eit prosjekt for fleire utleigeb",
        "+     2.2.m1.c1 (body, None) Finna ut kor mange bustader kvar kommun",
        "+     2.2.m1.c2 (body, None) Samla kommunane i eit nettverk to gonge",
        "+   2.2.m2 (both, None) Gje råd til huseigarar som vil leiga ut. | T",
        "-   THEME 2.2 [2.2] Bustader",
        "-     strategy: Setja den felles bustadstrategien i verk.",
        "-     2.2.m1 (both, None) Gjennomføra eit prosjekt for fleire utleig",
        "-       2.2.m1.c1 (body, None) Finna ut kor mange bustader kvar komm",
        "-       2.2.m1.c2 (body, None) Samla kommunane i eit nettverk to gon",
        "-     2.2.m2 (both, None) Gje råd til huseigarar som vil leiga ut.",
    ]


def test_an_area_with_all() -> None:
    assert changed(PLAN, Exclude("3", below=True)) == [
        "- AREA 3 [3] Samferdsle",
        "-   text: Avstandane er lange, og mange pendlar over fjorden kvar da",
        "-   goal: Ingen skal ha lenger enn 45 minutt til regionsenteret.",
        "-   strategy: Følgja opp den felles samferdsleplanen.",
        "-   3.m1 (both, None) Arbeida for desse sambanda: | T.3.1",
        "-     3.m1.c1 (body, None) Ferja Nordvik–Sørvåg",
        "-     3.m1.c2 (body, None) Tunnelen under Storeheia",
        "-     3.m1.c3 (body, None) Breiband i alle bygder",
        "-   T.3.1 Samferdsle |  | 1 | Arbeida for viktige samband | 2026 → 2",
        "- T.3.1 is same 3.m1",
    ]


def test_a_row() -> None:
    assert changed(PLAN, Exclude("row:T.2.1")) == [
        "-     2.1.m1 (both, None) Delta på tre utdanningsmesser for studenta",
        "+     2.1.m1 (body, None) Delta på tre utdanningsmesser for studenta",
        "-     2.1.m2 (both, None) Laga felles materiell til messene. | T.2.1",
        "+     2.1.m2 (body, None) Laga felles materiell til messene.",
        "-   T.2.1 Gode bygder å bu i |  | 1 | Delta på tre utdanningsmesser",
        "- T.2.1 is merged 2.1.m1",
        "- T.2.1 is merged 2.1.m2",
    ]


def test_another_measure() -> None:
    assert changed(PLAN, Link("T.1.1", "1.1.m2", "merged")) == [
        "-     1.1.m2 (body, None) Halda kontakt med fylkeskommunen om nye ar",
        "+     1.1.m2 (both, None) Halda kontakt med fylkeskommunen om nye ar",
        "+ T.1.1 is merged 1.1.m2",
    ]


def test_another_way() -> None:
    assert changed(PLAN, Link("row:T.1.1", "1.1.m1", "related")) == [
        "-     1.1.m1 (both, None) Laga ei felles oversikt over ledige kontor",
        "+     1.1.m1 (body, None) Laga ei felles oversikt over ledige kontor",
        "- T.1.1 is same 1.1.m1",
        "+ T.1.1 is related 1.1.m1",
    ]


def test_no_more() -> None:
    assert changed(PLAN, Unlink("row:T.1.1", "1.1.m1")) == [
        "-     1.1.m1 (both, None) Laga ei felles oversikt over ledige kontor",
        "+     1.1.m1 (body, None) Laga ei felles oversikt over ledige kontor",
        "- T.1.1 is same 1.1.m1",
    ]
