"""A document that was read and waits to be looked over. Its reading is made by hand, so that what
is doubtful stays so however the reader learns."""

import hashlib

from django.utils import timezone

from tests.factories.councils import editor_of
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Import
from tiltak.domain.plans.operations import receive_document
from tiltak.planfile.model import (
    Area,
    Budget,
    Document,
    Item,
    Link,
    Measure,
    Parties,
    Passage,
    Plan,
    Reading,
    Row,
    Source,
    Table,
    Time,
    Unplaced,
)

TEXT = """Handlingsplan 2026
1 Reiseliv
Gjestene skal koma heile året.
Laga ein plan for turstiar. Merkja dei tre lengste.
Støtta ei heilårsrute
med båt
Bygda vår er open for alle.
2 Kompetanse
Skaffa ti læreplassar
1 Laga ein plan for turstiar 2026 100 000 Nordvik kommune
Utarbeida ein rettleiar. Dela han ut.
Sum 100 000
"""
GUESSED = "Setninga liknar på eit mål eller tiltak."


def place_of(words: str, nth: int = 0) -> Passage:
    """Where words stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Passage(start=start, end=start + len(words), line=TEXT.count("\n", 0, start) + 1)


def read_at(words: str, *, sure: float = 0.95, nth: int = 0, warning: str = "") -> Reading:
    """The reading of words that stand in the text."""
    return Reading(
        passages=(place_of(words, nth),),
        confidence=sure,
        reason=GUESSED,
        warnings=(warning,) if warning else (),
    )


def _measure(key: str, words: str, *, sure: float = 0.95, rows: tuple[str, ...] = ()) -> Measure:
    return Measure(id=key, text=words, reading=read_at(words, sure=sure), rows=rows)


def read_plan() -> Plan:
    """Nine elements and a row; a measure and a paragraph are guesses, the row has a warning; two
    texts have no place."""
    paths = "Laga ein plan for turstiar. Merkja dei tre lengste."
    tourism = Area(
        id="1",
        number="1",
        title="Reiseliv",
        reading=read_at("1 Reiseliv"),
        sub_goals=(
            Item(
                id="1.d1",
                text="Gjestene skal koma heile året.",
                reading=read_at("Gjestene skal koma heile året."),
            ),
        ),
        measures=(
            _measure("1.m1", paths, rows=("R1",)),
            _measure("1.m2", "Støtta ei heilårsrute"),
            _measure("1.m3", "med båt", sure=0.5),
        ),
        paragraphs=(
            Item(
                id="1.p1",
                text="Bygda vår er open for alle.",
                reading=read_at("Bygda vår er open for alle.", sure=0.6),
            ),
        ),
    )
    learning = Area(
        id="2",
        number="2",
        title="Kompetanse",
        reading=read_at("2 Kompetanse"),
        measures=(_measure("2.m1", "Skaffa ti læreplassar"),),
    )
    row = Row(
        id="R1",
        number="1",
        text="Laga ein plan for turstiar",
        focus_area="Reiseliv",
        time=Time(raw="2026", years=(2026,)),
        budget=Budget(raw="100 000", amount=100_000, currency="NOK", basis="amount"),
        responsible=Parties(raw="Nordvik kommune", parties=("Nordvik kommune",)),
        reading=read_at(
            "1 Laga ein plan for turstiar 2026 100 000 Nordvik kommune",
            warning="Året står ikkje i cella og er teke frå planen.",
        ),
    )
    loose = ("Utarbeida ein rettleiar. Dela han ut.", "Sum 100 000")
    return Plan(
        document=Document(
            title="Handlingsplan 2026",
            years=(2026,),
            status="ukjend",
            language="nn",
            reading=read_at("Handlingsplan 2026"),
        ),
        focus_areas=(tourism, learning),
        tables=(Table(id="T1", rows=(row,)),),
        links=(Link(row="R1", measure="1.m1", kind="same"),),
        sources=(
            Source(
                name="plan.txt",
                media_type="text/plain",
                sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
                text=TEXT,
            ),
        ),
        unplaced=tuple(Unplaced(passage=place_of(words), text=words) for words in loose),
        warnings=("Dokumentet seier ikkje om planen er framlegg eller vedteken.",),
    )


def waiting_import(council: RegionalCouncil, plan: Plan | None = None) -> Import:
    """The document, received."""
    content = plan or read_plan()
    source = content.sources[0]
    return receive_document(
        by=editor_of(council),
        plan=content,
        source=source,
        data=source.text.encode(),
        now=timezone.now(),
    )
