"""What tables give: their rows, and where the measure of each belongs."""

from dataclasses import dataclass, field

from tiltak.planfile.model import Passage, Row, Table
from tiltak.reading.structure.drafts import DraftSection

Said = tuple[str, tuple[Passage, ...]]


@dataclass(slots=True)
class ReadRow:
    """A row as read, with where its measure belongs and what its other columns said.

    `below`: the items of a list below its text in the cell, which are parts of its measure.
    `is_grouped`: a row above it says its area or goal; `area_is_called`: with the level's word.
    """

    row: Row
    section: DraftSection
    area: str | None = None
    theme: str | None = None
    sub_goals: tuple[Said, ...] = ()
    strategies: tuple[Said, ...] = ()
    below: tuple[Said, ...] = ()
    is_grouped: bool = False
    area_is_called: bool = False
    passages: dict[str, tuple[Passage, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class ReadTables:
    """All tables of measures, their rows in order, and what was left out."""

    tables: list[Table] = field(default_factory=list)
    rows: list[ReadRow] = field(default_factory=list)
    left_out: list[tuple[Passage, str]] = field(default_factory=list)
    groups: int = 0

    def new_group(self) -> str:
        """A name for rows that share an amount."""
        self.groups += 1
        return f"c{self.groups}"
