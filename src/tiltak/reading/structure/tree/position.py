"""Where the walk through the outline stands: the open headings, and what the text below is of."""

from dataclasses import dataclass, field

from tiltak.planfile.model import Passage
from tiltak.reading.structure import reasons
from tiltak.reading.structure.drafts import DraftItem, DraftMeasure, DraftSection
from tiltak.reading.structure.outline.entry import Entry
from tiltak.reading.structure.reasons import Ground
from tiltak.reading.structure.tree.nesting import Nesting


def _root() -> DraftSection:
    return DraftSection("", [], reasons.READ_AT_TOP)


@dataclass(slots=True)
class Position:
    """Changes with each entry taken.

    `root` holds what stands before the first heading; `labels` are the plan's words for its levels.
    `mode` is the level of what a list holds now, None where no word said one, and `under` the
    ground for it. `only_lists`: a heading in the chapter "Mål" or "Tiltak", where text between the
    lists is none of them. `waiting`: the measures that a fact below ("Ansvar: …") is about.
    `before` and `next` are the entries around the one being taken.
    """

    root: DraftSection = field(default_factory=_root)
    labels: dict[str, str] = field(default_factory=dict)
    path: list[DraftSection] = field(default_factory=list)
    mode: str | None = None
    under: Ground = reasons.UNDER_LEVEL_WORD
    only_lists: bool = False
    nesting: Nesting = field(default_factory=Nesting)
    waiting: list[DraftMeasure] = field(default_factory=list)
    before: Entry | None = None
    next: Entry | None = None

    @property
    def here(self) -> DraftSection:
        """The heading that text stands under."""
        return self.path[-1]

    @property
    def is_under_heading(self) -> bool:
        return len(self.path) > 1

    def leave_headings(self) -> None:
        """Stand under no heading, with nothing said of what follows."""
        self.path = [self.root]
        self.open(None)

    def leave_down_to(self, level: int) -> None:
        """Close the headings that one of this level ends."""
        while self.is_under_heading and self.here.level >= level:
            self.path.pop()

    def enter(self, section: DraftSection) -> None:
        """Put a heading under the one that is open, and stand under it."""
        self.here.sections.append(section)
        self.path.append(section)

    def open(self, mode: str | None, *, own: bool = False) -> None:
        """Begin a list of a level, or (None) text of which nothing is said. `own`: the word for the
        level is a line that the plan repeats."""
        self.only_lists = False
        self.mode = "measure" if mode == "part" else mode
        self.under = reasons.UNDER_OWN_WORD if own else reasons.UNDER_LEVEL_WORD
        self.nesting = Nesting()
        self.waiting = []

    def name_level(self, level: str, word: str) -> None:
        """Remember the plan's word for a level, the first it uses."""
        self.labels.setdefault(level, word)

    def add_measure(self, measure: DraftMeasure) -> None:
        """A measure of its own, which facts below are about alone."""
        self.here.measures.append(measure)
        self.waiting = [measure]

    def add_item(self, level: str, item: DraftItem) -> None:
        """A goal or a strategy."""
        place = self.here.sub_goals if level == "sub_goal" else self.here.strategies
        place.append(item)

    def add_paragraph(self, text: str, passages: tuple[Passage, ...]) -> None:
        """Text that is no element of the plan."""
        self.here.paragraphs.append(DraftItem(text, passages, reasons.BODY_TEXT))
