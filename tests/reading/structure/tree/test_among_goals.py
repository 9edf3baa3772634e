"""What stands below the word for goals and is none."""

from tiltak.planfile.model import Plan
from tiltak.reading import read_document

TOP = "Vegplan for Dalen kommune 2026–2029\nVedteken av kommunestyret 12. desember 2025\n\n"
AREA = "1 Veg\n\nMål\n- Vegen skal vera open\n- Ingen skal bli skadde\n\n"
AFTER = "\n1.1 Riksveg\n\nTiltak\n- Byggja bru\n- Sikra fjellet\n"


def read(told: str) -> Plan:
    return read_document(f"{TOP}{AREA}{told}{AFTER}".encode(), "plan.txt")


def goals(plan: Plan) -> list[str]:
    return [goal.text for area in plan.focus_areas for goal in area.sub_goals]


def test_sentences_after_a_list_of_goals_tell_about_the_area() -> None:
    told = "Vegen er livsnerva i regionen. Han har vore stengd sidan 2019. Etterslepet veks."
    plan = read(f"{told}\n")
    assert goals(plan) == ["Vegen skal vera open", "Ingen skal bli skadde"]
    assert [one.text for area in plan.focus_areas for one in area.paragraphs] == [told]


def test_one_sentence_after_the_list_is_a_goal_too() -> None:
    plan = read("Alle skal koma fram på éin dag.\n")
    assert goals(plan)[2:] == ["Alle skal koma fram på éin dag."]
