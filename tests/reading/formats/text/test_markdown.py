"""Text with the marks of Markdown."""

from tests.reading.accounts import accounted_for
from tiltak.reading import read_document

PLAN = """# Årsplan 2026 for Fjellbygda

*Godkjend av styret 4. desember 2025*

## Ombruk

**Mål**

* Meir skal verta brukt om att

**Tiltak**

* Opna **ombrukshall**
    - **Ansvar:** Driftssjef
    - Kostnad: 300 000 kr
* Halda reparasjonskveldar

## Innsamling

__Tiltak:__

| Tiltak | Ansvar | Frist |
|---|---|---|
| Samla inn tekstilar | Prosjektleiar | 2026 |
| Byta dunkar | Driftssjef | 2027 |
"""


def test_headings_bold_lines_and_tables() -> None:
    plan = read_document(PLAN.encode(), "plan.md")
    said = [
        (
            area.title,
            [goal.text for goal in area.sub_goals],
            [(m.text, m.responsible and m.responsible.parties) for m in area.measures],
        )
        for area in plan.focus_areas
    ]
    assert plan.document.status_text == "Godkjend av styret 4. desember 2025"
    assert plan.document.title == "Årsplan 2026 for Fjellbygda"
    assert said == [
        (
            "Ombruk",
            ["Meir skal verta brukt om att"],
            [("Opna ombrukshall", ("Driftssjef",)), ("Halda reparasjonskveldar", None)],
        ),
        ("Innsamling", [], [("Samla inn tekstilar", None), ("Byta dunkar", None)]),
    ]
    assert accounted_for(plan) == "".join(PLAN.split())
    assert [row.text for row in plan.tables[0].rows] == ["Samla inn tekstilar", "Byta dunkar"]


def test_a_sign_before_one_line_is_no_markdown() -> None:
    plan = read_document(b"# 3 Plan 2026\n\nVeg\n\nTiltak\n- Byggja **ny** bru\n", "plan.txt")
    (area,) = plan.focus_areas
    assert [measure.text for measure in area.measures] == ["Byggja **ny** bru"]
