"""A read document as a person looks it over: what is doubtful first, then the whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tiltak.planfile import walk
from tiltak.planfile.elements import Element, elements
from tiltak.planfile.model import (
    Area,
    Budget,
    Document,
    Measure,
    Passage,
    Plan,
    Reading,
    Row,
    Section,
    Unplaced,
)
from tiltak.web.ui.tags import page_words
from tiltak.wording import spoken_years

# below this the reader is guessing; see the grounds in tiltak.reading.structure.reasons
SURE = 0.7
AROUND = 160
LEVELS = {"area": "focus_area", "section": "theme"}


@dataclass(frozen=True, slots=True)
class Excerpt:
    """How a text stands in the document, with some words around it."""

    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person should look at. `where` are the titles above it."""

    level: str
    number: str
    text: str
    where: str
    reasons: tuple[str, ...]
    place: str
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class RowLine:
    """A table row in words."""

    area: str
    number: str
    text: str
    time: str
    money: str
    parties: str


@dataclass(frozen=True, slots=True)
class Branch:
    """An element of the tree as it will be. `facts` in a line below the text."""

    level: str
    number: str
    text: str
    facts: str
    is_doubtful: bool
    children: "tuple[Branch, ...]"

    @property
    def size(self) -> int:
        """How many elements stand below."""
        return sum(1 + child.size for child in self.children)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the document says about itself; no value where it does not say."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Leftover:
    """A text without a place in the plan."""

    text: str
    reason: str
    place: str


@dataclass(frozen=True, slots=True)
class Review:
    """A whole document to be looked over."""

    count: int
    doubts: tuple[Doubt, ...]
    facts: tuple[Fact, ...]
    warnings: tuple[str, ...]
    tree: tuple[Branch, ...]
    rows: tuple[RowLine, ...]
    leftovers: tuple[Leftover, ...]

    @property
    def sure(self) -> int:
        return self.count - len(self.doubts)


def review_of(plan: Plan) -> Review:
    """Everything a person needs to say yes or no to a read document."""
    found = elements(plan)
    by_key = {element.key: element for element in found}
    doubts = [_doubt(plan, one, by_key) for one in found if _is_doubtful(one.node.reading)]
    doubts += [_row_doubt(plan, row) for row in walk.rows(plan) if _is_doubtful(row.reading)]
    rows = {row.id: row for row in walk.rows(plan)}
    return Review(
        count=len(found) + len(rows),
        doubts=tuple(doubts),
        facts=tuple(_facts(plan.document)),
        warnings=tuple(_(warning) for warning in (*plan.warnings, *plan.document.reading.warnings)),
        tree=tuple(_tree(plan, rows)),
        rows=tuple(row_line(row) for row in rows.values()),
        leftovers=tuple(_leftover(one) for one in plan.unplaced),
    )


def _is_doubtful(reading: Reading) -> bool:
    unsure = reading.confidence is not None and reading.confidence < SURE
    return unsure or bool(reading.warnings)


def _reasons(reading: Reading) -> tuple[str, ...]:
    """Sentences of the reader, which are message ids."""
    unsure = reading.confidence is not None and reading.confidence < SURE
    said = (reading.reason,) if unsure and reading.reason else ()
    return tuple(_(reason) for reason in (*said, *reading.warnings))


def _doubt(plan: Plan, element: Element, by_key: dict[str, Element]) -> Doubt:
    titles = []
    above = element.parent
    while above is not None:
        titles.append(by_key[above].text)
        above = by_key[above].parent
    return Doubt(
        level=level_word(element.kind),
        number=element.number or "",
        text=element.text,
        where=" / ".join(reversed(titles)),
        reasons=_reasons(element.node.reading),
        place=place_of(element.node.reading.passages),
        excerpt=_excerpt(plan, element.node.reading.passages),
    )


def _row_doubt(plan: Plan, row: Row) -> Doubt:
    return Doubt(
        level=_("Rad i tabellen"),
        number=row.number or "",
        text=row.text,
        where=row.focus_area or "",
        reasons=_reasons(row.reading),
        place=place_of(row.reading.passages),
        excerpt=_excerpt(plan, row.reading.passages),
    )


def level_word(kind: str) -> str:
    """What a level is called where the council has no word of its own."""
    return page_words().level(LEVELS.get(kind, kind))


def place_of(passages: tuple[Passage, ...]) -> str:
    """`side 9, linje 34`; "" where it is not known."""
    if not passages:
        return ""
    place = passages[0]
    said = {
        _("side %(n)s"): place.page,
        _("ark %(n)s"): place.sheet,
        _("celle %(n)s"): place.cell,
        _("linje %(n)s"): place.line,
    }
    return ", ".join(words % {"n": value} for words, value in said.items() if value is not None)


def _excerpt(plan: Plan, passages: tuple[Passage, ...]) -> Excerpt | None:
    if not passages or passages[0].source >= len(plan.sources):
        return None
    place, text = passages[0], plan.sources[passages[0].source].text
    if place.end > len(text) or place.start == place.end:
        return None
    return Excerpt(
        before=text[max(0, place.start - AROUND) : place.start],
        text=text[place.start : place.end],
        after=text[place.end : place.end + AROUND],
    )


def _facts(document: Document) -> Iterator[Fact]:
    yield Fact(_("Tittel"), document.title)
    yield Fact(_("År"), spoken_years(document.years))
    yield Fact(_("Tilstand"), document.status_text or _status_word(document.status))
    yield Fact(_("Organ"), document.body or "")
    yield Fact(_("Dato"), _day(document.date))
    yield Fact(_("Saksnummer"), document.case_number or "")
    yield Fact(_("Språk"), _language_word(document.language))
    if document.abbreviations:
        said = (f"{short} = {full}" for short, full in document.abbreviations.items())
        yield Fact(_("Forkortingar"), ", ".join(said))


def _status_word(status: str) -> str:
    states = {"framlegg": "proposal", "høyring": "consultation", "vedteke": "adopted"}
    return page_words().plan_state(states[status]) if status in states else ""


def _language_word(code: str | None) -> str:
    return {"nn": _("nynorsk"), "nb": _("bokmål"), "en": _("engelsk")}.get(code or "", code or "")


def _day(written: str | None) -> str:
    try:
        return page_words().long_date(date.fromisoformat(written or ""))
    except ValueError:
        return written or ""


def money_words(budgets: tuple[Budget | None, ...]) -> str:
    """Amounts in words, as the plan says them; "" where it says none."""
    return "; ".join(said for budget in budgets if budget and (said := _amount(budget)))


def _amount(budget: Budget) -> str:
    if budget.amount is None:
        return budget.raw or ""
    amount = page_words().kroner(budget.amount, budget.currency)
    return _("%(amount)s per år") % {"amount": amount} if budget.per == "year" else amount


def row_line(row: Row) -> RowLine:
    """A row in words."""
    return RowLine(
        area=row.focus_area or "",
        number=row.number or "",
        text=row.text,
        time=_time(row),
        money=money_words((row.budget, *row.more_budgets)),
        parties=_parties(row),
    )


def _time(owner: Row | Measure) -> str:
    return (owner.time.raw or spoken_years(owner.time.years)) if owner.time else ""


def _parties(owner: Row | Measure) -> str:
    named = (owner.responsible, owner.partners)
    return "; ".join(", ".join(who.parties) or who.raw or "" for who in named if who)


def _tree(plan: Plan, rows: dict[str, Row]) -> Iterator[Branch]:
    for paragraph in plan.paragraphs:
        yield _leaf("paragraph", paragraph.number, paragraph.text, paragraph.reading)
    for area in plan.focus_areas:
        yield _section("area", area, rows)


def _leaf(kind: str, number: str | None, text: str, reading: Reading) -> Branch:
    return Branch(level_word(kind), number or "", text, "", _is_doubtful(reading), ())


def _section(kind: str, section: Section, rows: dict[str, Row]) -> Branch:
    children = [_leaf("paragraph", p.number, p.text, p.reading) for p in section.paragraphs]
    children += [_leaf("sub_goal", g.number, g.text, g.reading) for g in section.sub_goals]
    children += [_leaf("strategy", s.number, s.text, s.reading) for s in section.strategies]
    children += [_measure("measure", m, rows) for m in section.measures]
    if isinstance(section, Area):
        children += [_section("section", theme, rows) for theme in section.sections]
    return Branch(
        level_word(kind),
        section.number or "",
        section.title,
        "",
        _is_doubtful(section.reading),
        tuple(children),
    )


def _measure(kind: str, measure: Measure, rows: dict[str, Row]) -> Branch:
    owners: list[Row | Measure] = [rows[key] for key in measure.rows if key in rows]
    facts = []
    for owner in owners or [measure]:
        money = money_words((owner.budget, *owner.more_budgets))
        facts += [said for said in (_time(owner), money, _parties(owner)) if said]
    return Branch(
        level_word(kind),
        measure.number or "",
        measure.text,
        " · ".join(facts),
        _is_doubtful(measure.reading),
        tuple(_measure("part", child, rows) for child in measure.children),
    )


def _leftover(one: Unplaced) -> Leftover:
    return Leftover(one.text, _(one.reason) if one.reason else "", place_of((one.passage,)))
