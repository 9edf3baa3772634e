"""Documents of a council that has words of its own, in two years: "Storverk" stands above its
measures, "Utførande eining" above the column that says who is responsible."""

from tiltak.domain.plans.models import Import
from tiltak.planfile import codec, walk
from tiltak.planfile.editing import Correct, Edit, Move
from tiltak.planfile.elements import elements

THIS_YEAR = """Handlingsplan 2026

1 Arbeid
Delmål
Fleire skal ha arbeid.
Storverk
- Laga ei oversikt over ledige kontor.
- Byggja ut breiband.

2 Veg
Delmål
Vegane er trygge.
Storverk
- Byggja gangveg til skulen.

Tiltak\tUtførande eining\tFrist
Laga ei oversikt over ledige kontor\tNordvik kommune\t2026
Byggja ut breiband\tSørvåg kommune\t2026
"""
NEXT_YEAR = """Handlingsplan 2027

1 Kultur
Delmål
Fleire skal syngja.
Storverk
- Skipa til ein songfest.
- Kjøpa inn notehefte.

Tiltak\tUtførande eining\tFrist
Skipa til ein songfest\tNordvik songlag\t2027
Kjøpa inn notehefte\tSørvåg bibliotek\t2027
"""
LEVEL = "level:measure:storverk"
COLUMN = "column:responsible:utførande eining"
# what a person does with the document of this year
CORRECTIONS: tuple[Edit, ...] = (
    Move("1.d3", "measure", "1"),
    Move("1.d4", "measure", "1"),
    Move("2.d3", "measure", "2"),
    Correct("row:R1", "responsible", ["Nordvik kommune"]),
    Correct("row:R2", "responsible", ["Sørvåg kommune"]),
)


def measures_of(received: Import) -> list[str]:
    """The measures of a document that was read."""
    return [one.text for one in elements(codec.decode(received.content)) if one.kind == "measure"]


def kinds_of(received: Import) -> dict[str, str]:
    """Text → kind of all its elements."""
    return {one.text: one.kind for one in elements(codec.decode(received.content))}


def responsible_in(received: Import) -> list[tuple[str, ...]]:
    """Who is responsible for its rows."""
    rows = walk.rows(codec.decode(received.content))
    return [row.responsible.parties if row.responsible else () for row in rows]
