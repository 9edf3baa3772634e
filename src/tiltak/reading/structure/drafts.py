"""The plan while it is being built: nodes that can still change. `freeze` makes the values."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self

from tiltak.planfile.model import (
    Area,
    Budget,
    Item,
    Measure,
    MeasureSource,
    Parties,
    PartyRole,
    Passage,
    Reading,
    Section,
    Time,
)
from tiltak.reading.structure.reasons import Ground


@dataclass(slots=True)
class DraftItem:
    """A goal, strategy or paragraph."""

    text: str
    passages: tuple[Passage, ...]
    ground: Ground
    number: str | None = None

    def freeze(self, identity: str) -> Item:
        return Item(
            id=identity,
            text=self.text,
            number=self.number,
            reading=reading(self.passages, self.ground),
        )


@dataclass(slots=True)
class DraftMeasure:
    """A measure with its parts. `rows` are the ids of the table rows it stands in."""

    text: str
    passages: tuple[Passage, ...]
    ground: Ground
    number: str | None = None
    children: list["DraftMeasure"] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    responsible: Parties | None = None
    partners: Parties | None = None
    time: Time | None = None
    budget: Budget | None = None
    more_budgets: tuple[Budget, ...] = ()
    state: str | None = None
    roles: dict[PartyRole, str | tuple[str, ...]] = field(default_factory=dict)
    from_table: bool = False
    identity: str = ""

    def with_parts(self) -> Iterator["DraftMeasure"]:
        """The measure and all its parts, depth first."""
        yield self
        for child in self.children:
            yield from child.with_parts()

    def whole_text(self) -> str:
        """The text with those of all parts."""
        return " ".join(part.text for part in self.with_parts())

    def name(self, identity: str) -> None:
        """Give the measure and its parts their ids: "1.2.m3", "1.2.m3.c1"."""
        self.identity = identity
        for number, child in enumerate(self.children, start=1):
            child.name(f"{identity}.c{number}")

    def freeze(self) -> Measure:
        source: MeasureSource = "both" if self.rows else "body"
        return Measure(
            id=self.identity,
            text=self.text,
            number=self.number,
            source="table" if self.from_table else source,
            time=self.time,
            budget=self.budget,
            more_budgets=self.more_budgets,
            responsible=self.responsible,
            partners=self.partners,
            roles=self.roles,
            state=self.state,
            rows=tuple(self.rows),
            children=tuple(child.freeze() for child in self.children),
            reading=reading(self.passages, self.ground, tuple(dict.fromkeys(self.warnings))),
        )


@dataclass(slots=True)
class DraftSection:
    """A heading with what stands under it. Deeper headings are `sections`.

    `transparent` headings only name a level ("Innsatsområde"): what is under them belongs to
    the heading above; `holds` is what lists under their sub-headings are ("Mål", "Tiltak"). `titles_table`: it only names the table below it. `named_by`: the goal or
    strategy its heading says ("Delmål 1.2: …"). `opened_by`: the level of the word before number and
    name in its heading ("Mål 2 Rekruttering"). `is_called_area`: its heading has the word for an area
    before its name. `said`: facts that hold for all its measures, by
    role ("Ansvar: Rektor" right below it). `lifted_into`: the heading that has taken over what it
    holds, where it is no area itself.
    """

    title: str
    passages: list[Passage]
    ground: Ground
    level: int = 0
    number: str | None = None
    transparent: bool = False
    holds: str | None = None
    titles_table: bool = False
    named_by: DraftItem | None = None
    opened_by: str | None = None
    is_called_area: bool = False
    lifted_into: Self | None = None
    said: dict[str, str] = field(default_factory=dict)
    sub_goals: list[DraftItem] = field(default_factory=list)
    strategies: list[DraftItem] = field(default_factory=list)
    measures: list[DraftMeasure] = field(default_factory=list)
    paragraphs: list[DraftItem] = field(default_factory=list)
    sections: list["DraftSection"] = field(default_factory=list)
    identity: str = ""

    def with_sections(self) -> Iterator["DraftSection"]:
        """The section and all below it, depth first."""
        yield self
        for section in self.sections:
            yield from section.with_sections()

    @property
    def is_named(self) -> bool:
        """Whether it holds anything a plan is made of, itself."""
        return bool(self.sub_goals or self.strategies or self.measures)

    def has_content(self) -> bool:
        """Whether it or anything below holds goals, strategies or measures."""
        return any(section.is_named for section in self.with_sections())

    def holder(self) -> "DraftSection":
        """The heading that now has what stood under this one."""
        section = self
        while section.lifted_into is not None:
            section = section.lifted_into
        return section

    def has_measures(self) -> bool:
        return any(section.measures for section in self.with_sections())

    def freeze_section(self) -> Section:
        """The section as a theme, without headings below it."""
        own = self.identity
        return Section(
            id=own,
            title=self.title,
            number=self.number,
            sub_goals=_items(self.sub_goals, f"{own}.d"),
            strategies=_items(self.strategies, f"{own}.s"),
            measures=tuple(measure.freeze() for measure in self.measures),
            paragraphs=_items(self.paragraphs, f"{own}.p"),
            reading=reading(tuple(self.passages), self.ground),
        )

    def freeze_area(self) -> Area:
        """The section as an area with its themes."""
        own = self.freeze_section()
        return Area(
            **{name: getattr(own, name) for name in own.__struct_fields__},
            sections=tuple(section.freeze_section() for section in self.sections),
        )


def _items(drafts: list[DraftItem], prefix: str) -> tuple[Item, ...]:
    return tuple(draft.freeze(f"{prefix}{i}") for i, draft in enumerate(drafts, start=1))


def reading(
    passages: tuple[Passage, ...], ground: Ground, warnings: tuple[str, ...] = ()
) -> Reading:
    """How an element came to be."""
    return Reading(
        passages=passages, confidence=ground.confidence, reason=ground.reason, warnings=warnings
    )
