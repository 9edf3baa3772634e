"""The plan as it is so far, line by line: elements as nested lists, then the rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tiltak.domain.plans.queries.reviewing import ReviewView
from tiltak.planfile.doubt import is_doubtful
from tiltak.planfile.editing import ROW
from tiltak.planfile.elements import Element
from tiltak.planfile.model import Measure, Row
from tiltak.web.desk.plan_words import facts_words, level_word

# with more elements only what stands at the top is shown, and the area of the current one
MANY = 120


@dataclass(frozen=True, slots=True)
class Line:
    """An element in the tree. `opens` a list of its own below, `closes` so many lists after it.

    `level` is "" where it is that of the line before in the same list. `hidden` counts what
    stands below and is not shown.
    """

    key: str
    kind: str
    level: str
    number: str
    text: str
    facts: str
    is_doubtful: bool
    is_current: bool
    hidden: int
    opens: bool
    closes: range


@dataclass(frozen=True, slots=True)
class RowLine:
    """A table row in words."""

    key: str
    area: str
    number: str
    text: str
    facts: str
    is_doubtful: bool
    is_current: bool


def tree(review: ReviewView, current: str) -> list[Line]:
    """The elements in reading order."""
    found = list(review.elements.values())
    if len(found) <= MANY:
        return list(_lines(review, found, current, {}))
    tops = _tops(found)
    here = tops.get(current, "")
    hidden = Counter(tops[one.key] for one in found if one.depth and tops[one.key] != here)
    shown = [one for one in found if not one.depth or tops[one.key] == here]
    return list(_lines(review, shown, current, hidden))


def _tops(found: list[Element]) -> dict[str, str]:
    """Key → the element at the top that it stands below."""
    tops: dict[str, str] = {}
    for element in found:
        tops[element.key] = tops[element.parent] if element.parent else element.key
    return tops


def _lines(
    review: ReviewView, shown: list[Element], current: str, hidden: Mapping[str, int]
) -> Iterator[Line]:
    last_kind: dict[str | None, str] = {}
    for i, element in enumerate(shown):
        after = shown[i + 1].depth if i + 1 < len(shown) else 0
        is_first = last_kind.get(element.parent) != element.kind
        last_kind[element.parent] = element.kind
        yield Line(
            key=element.key,
            kind=element.kind,
            level=level_word(element.kind) if is_first else "",
            number=element.number or "",
            text=element.text,
            facts=_facts(review, element),
            is_doubtful=is_doubtful(element.node.reading),
            is_current=element.key == current,
            hidden=hidden.get(element.key, 0),
            opens=after > element.depth,
            closes=range(element.depth - after),
        )


def _facts(review: ReviewView, element: Element) -> str:
    measure = element.node
    if not isinstance(measure, Measure):
        return ""
    rows: list[Row | Measure] = [review.rows[key] for key in measure.rows if key in review.rows]
    return " · ".join(said for owner in rows or [measure] if (said := facts_words(owner)))


def row_lines(rows: Iterable[Row], current: str) -> Iterator[RowLine]:
    """Rows of the tables in words."""
    for row in rows:
        yield RowLine(
            key=ROW + row.id,
            area=row.focus_area or "",
            number=row.number or "",
            text=row.text,
            facts=facts_words(row),
            is_doubtful=is_doubtful(row.reading),
            is_current=ROW + row.id == current,
        )
