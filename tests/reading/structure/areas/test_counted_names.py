"""Areas called by a word of the plan's own and a number: "Perspektiv 1 – God vård"."""

import io
from collections.abc import Sequence
from typing import Any

import docx
import pytest

from tiltak.planfile.model import Plan
from tiltak.reading import read_document

SWEDISH = ("Mål", "Uppdrag")
DANISH = ("Mål", "Opgaver")
NORWEGIAN = ("Mål", "Tiltak")
ENGLISH = ("Objectives", "Actions")
NAMES = ["Levande sentrum", "Energi og vatn", "God helse"]

Read = list[tuple[str | None, str, list[str], list[tuple[str | None, str]]]]


def areas(plan: Plan) -> Read:
    """Number, title, goals and numbered measures of each area."""
    return [
        (
            area.number,
            area.title,
            [goal.text for goal in area.sub_goals],
            [(one.number, one.text) for one in area.measures],
        )
        for area in plan.focus_areas
    ]


def expected(numbers: Sequence[str] = ("1", "2", "3"), between: str = ".") -> Read:
    return [
        (number, name, [f"{name} skal bli betre."], [(f"{at}{between}1", "Laga ein plan for det")])
        for at, (number, name) in enumerate(zip(numbers, NAMES, strict=True), start=1)
    ]


def as_word(heads: Sequence[str], words: tuple[str, str], count: str = "{}.1") -> Plan:
    """A plan with these headings, a short sentence, goals and measures below each."""
    paper: Any = docx.Document()
    paper.add_paragraph("Handlingsplan 2026–2029", style="Title")
    for at, (head, name) in enumerate(zip(heads, NAMES, strict=True), start=1):
        paper.add_heading(head, 1)
        paper.add_paragraph("Det hastar.")
        paper.add_paragraph().add_run(words[0]).bold = True
        paper.add_paragraph(f"{name} skal bli betre.", style="List Bullet")
        paper.add_paragraph().add_run(words[1]).bold = True
        paper.add_paragraph(f"{count.format(at)} Laga ein plan for det")
        paper.add_paragraph("Ansvar: Kommunen. Frist: 2027.")
    target = io.BytesIO()
    paper.save(target)
    return read_document(target.getvalue(), "plan.docx")


@pytest.mark.parametrize("between", [" – ", ": ", " - ", " — ", ". ", " ", " | "])
@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("Perspektiv", SWEDISH),
        ("Utmaning", SWEDISH),
        ("Strategisk inriktning", SWEDISH),
        ("Prioriterat område", SWEDISH),
        ("Målområde", SWEDISH),
        ("Utfordring", NORWEGIAN),
        ("Prioritering", NORWEGIAN),
        ("Temaområde", NORWEGIAN),
        ("Søyle", NORWEGIAN),
        ("Satsingsområde", NORWEGIAN),
        ("Spor", DANISH),
        ("Udfordring", DANISH),
        ("Indsatsområde", DANISH),
        ("Theme", ENGLISH),
        ("Priority", ENGLISH),
        ("Pillar", ENGLISH),
        ("Challenge", ENGLISH),
        ("Ambition", ENGLISH),
        ("Goal", ENGLISH),
        ("Mission", ENGLISH),
    ],
)
def test_the_word_the_number_and_the_sign_are_no_part_of_the_name(
    word: str, words: tuple[str, str], between: str
) -> None:
    heads = [f"{word} {at}{between}{name}" for at, name in enumerate(NAMES, start=1)]
    assert areas(as_word(heads, words)) == expected()


@pytest.mark.parametrize("numbers", ["A B C", "I II III", "1 2 3"])
@pytest.mark.parametrize("word", ["Perspektiv", "PERSPEKTIV", "Pillar"])
def test_they_may_be_counted_by_letters(word: str, numbers: str) -> None:
    each = numbers.split()
    heads = [f"{word} {number} – {name}" for number, name in zip(each, NAMES, strict=True)]
    assert areas(as_word(heads, NORWEGIAN)) == expected(each)


def test_measures_may_be_counted_with_a_colon() -> None:
    heads = [f"Perspektiv {at} – {name}" for at, name in enumerate(NAMES, start=1)]
    assert areas(as_word(heads, SWEDISH, "{}:1")) == expected(between=":")


@pytest.mark.parametrize("word", ["Tabell", "Figur", "Table", "Tabel", "Figure", "Kart"])
def test_captions_name_no_area(word: str) -> None:
    """A picture has its caption below, a table above: neither is a heading."""
    paper: Any = docx.Document()
    paper.add_paragraph("Handlingsplan 2026–2029", style="Title")
    for at, name in enumerate(NAMES[:2], start=1):
        paper.add_heading(name, 1)
        paper.add_paragraph(f"{word} {at}: Folketal")
        paper.add_paragraph(
            "Talet på folk har gått ned i alle bygdene sidan 1990, og mest i dei små."
        )
        paper.add_paragraph("Tiltak")
        paper.add_paragraph("Laga ein plan", style="List Bullet")
    target = io.BytesIO()
    paper.save(target)
    plan = read_document(target.getvalue(), "plan.docx")
    assert [(area.title, [one.text for one in area.measures]) for area in plan.focus_areas] == [
        (name, ["Laga ein plan"]) for name in NAMES[:2]
    ]


def as_text(heads: Sequence[str], words: tuple[str, str], rule: str) -> Plan:
    """The same typed, with chapters before the plan, and a rule of these signs below each heading."""

    def under(head: str) -> str:
        return f"{head}\n{rule * len(head)}\n" if rule else f"{head}\n"

    parts = ["Handlingsplan 2026–2029\n", under("Om planen"), "Planen er laga av bygdene.\n"]
    for at, (head, name) in enumerate(zip(heads, NAMES, strict=True), start=1):
        parts += [under(head), "Det hastar, og alle må vera med på det som no skal gjerast.\n"]
        parts += [f"{words[0]}\n* {name} skal bli betre.\n", f"{words[1]}\n"]
        parts += [f"{at}.1  Laga ein plan for det\n     Ansvar: Kommunen\n     Frist: 2027\n"]
    return read_document("\n".join(parts).encode(), "plan.txt")


@pytest.mark.parametrize("rule", ["=", "-", ""])
@pytest.mark.parametrize("between", [" - ", " – ", ": ", " "])
@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("GOAL", ENGLISH),
        ("Priority", ENGLISH),
        ("Strategy", ENGLISH),
        ("Mål", ("Delmål", "Tiltak")),
        ("MÅL", ("Delmål", "Tiltak")),
        ("Hovudmål", ("Delmål", "Tiltak")),
        ("Perspektiv", SWEDISH),
        ("Målsætning", ("Delmål", "Indsatser")),
        ("Strategi", ("Mål", "Tiltak")),
    ],
)
def test_a_goal_that_is_a_name_above_goals_is_an_area_in_a_typed_text(
    word: str, words: tuple[str, str], between: str, rule: str
) -> None:
    heads = [f"{word} {at}{between}{name}" for at, name in enumerate(NAMES, start=1)]
    assert areas(as_text(heads, words, rule)) == expected()


def test_a_goal_that_is_a_sentence_is_none() -> None:
    heads = [
        f"Mål {at}: {name} skal bli betre i heile kommunen" for at, name in enumerate(NAMES, 1)
    ]
    plan = as_text(heads, ("Strategiar", "Tiltak"), "")
    assert not [area for area in plan.focus_areas if "skal bli betre" in area.title]
