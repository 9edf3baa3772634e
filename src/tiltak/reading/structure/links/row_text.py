"""What is compared, and what comes of it: the rows of tables, and the links found."""

from dataclasses import dataclass, field

import msgspec

from tiltak.planfile.model import LinkKind
from tiltak.reading.structure.drafts import DraftMeasure


class RowText(msgspec.Struct, frozen=True):
    """A row to be found in the text: its id, text and place. `strict`: only if clearly the same.
    `number`: its own as printed; `numbers`: those of all the measures it names, where it names
    several."""

    identity: str
    text: str
    place: str | None
    strict: bool = False
    numbers: frozenset[str] = frozenset()
    number: str = ""


@dataclass(slots=True)
class Linking:
    """The result: links, and the rows that stand for no measure of the text."""

    links: list[tuple[str, DraftMeasure, LinkKind]] = field(default_factory=list)
    unlinked: list[str] = field(default_factory=list)
    doubtful: list[DraftMeasure] = field(default_factory=list)
