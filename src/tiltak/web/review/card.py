"""The current one: what it is, why one should look at it, what stands around it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tiltak.domain.plans.queries.reviewing import ReviewView
from tiltak.planfile.doubt import is_doubtful, is_unsure
from tiltak.planfile.editing import DOCUMENT, ROW
from tiltak.planfile.elements import Element
from tiltak.planfile.marking import translated
from tiltak.planfile.model import LinkKind, Measure, Plan, Reading, Row, Unplaced
from tiltak.web.desk.plan_words import (
    Fact,
    document_facts,
    level_word,
    money_words,
    parties_words,
    place_of,
    time_words,
)
from tiltak.web.review.targets import Target, all_keys, doubtful_after, target_of, to_look_at

# rows and measures are tied to each other
TIED = {"row", "measure", "part"}


@dataclass(frozen=True, slots=True)
class Tie:
    """A row of the measure, or a measure of the row, and how they belong together."""

    key: str
    text: str
    how: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person should look at. `where` are the titles above it."""

    key: str
    level: str
    number: str
    text: str
    where: str
    reasons: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Card:
    """The current one. Its neighbours are keys, "" at the ends and where nothing is doubtful.

    `position` is its place among all `count`, `doubt` that among what is left to look at: 1 is the
    first, 0 is no place.
    """

    key: str
    kind: str
    level: str
    number: str
    text: str
    where: str
    place: str
    reasons: tuple[str, ...]
    is_doubtful: bool
    facts: tuple[Fact, ...]
    ties: tuple[Tie, ...]
    has_content: bool
    position: int
    count: int
    doubt: int
    before: str
    after: str
    next_doubtful: str

    @property
    def is_element(self) -> bool:
        """Whether it has a place in the tree."""
        return self.kind not in {"row", "text", DOCUMENT}

    @property
    def can_be_tied(self) -> bool:
        """Rows and measures are tied to each other."""
        return self.kind in TIED


def card_of(review: ReviewView, target: Target) -> Card:
    """All about the current one."""
    keys, doubtful = all_keys(review), to_look_at(review)
    here = keys.index(target.key) if target.key in keys else -1
    return Card(
        key=target.key,
        kind=kind_of(target),
        level=level_of(target),
        number=_number(target),
        text=target.text,
        where=_where(review, target),
        place=place_of(target.passages) if target.key != DOCUMENT else "",
        reasons=_all_reasons(review.content, target),
        is_doubtful=_is_doubtful(review.content, target),
        facts=tuple(_facts(review, target)),
        ties=tuple(ties_of(review, target)),
        has_content=any(one.parent == target.key for one in review.elements.values()),
        position=here + 1,
        count=len(keys),
        doubt=doubtful.index(target.key) + 1 if target.key in doubtful else 0,
        before=keys[here - 1] if here > 0 else "",
        after=keys[here + 1] if here + 1 < len(keys) else "",
        next_doubtful=doubtful_after(review, target.key) or "",
    )


def doubts(review: ReviewView, keys: Iterable[str]) -> Iterator[Doubt]:
    """What a person should look at, of these."""
    for key in keys:
        target = target_of(review, key)
        if target is not None:
            yield Doubt(
                key=key,
                level=level_of(target),
                number=_number(target),
                text=target.text or review.content.document.title or "",
                where=_where(review, target),
                reasons=_all_reasons(review.content, target),
                place=place_of(target.passages) if target.key != DOCUMENT else "",
            )


def text_doubts(loose: Iterable[Target]) -> Iterator[Doubt]:
    """Texts without a place, each with the reason and where it stands."""
    for target in loose:
        reasons = _reasons_of(target.unplaced)
        place = place_of(target.passages)
        yield Doubt(target.key, "", "", target.text, "", reasons, place)


def kind_of(target: Target) -> str:
    """The kind of an element; `row`, `text` or `document` of the others."""
    if target.element:
        return target.element.kind
    return "row" if target.row else "text" if target.unplaced else DOCUMENT


def level_of(target: Target) -> str:
    """What it is, in a word or two."""
    if target.element:
        return level_word(target.element.kind)
    if target.row:
        return _("Rad i tabellen")
    return _("Tekst utan plass i planen") if target.unplaced else _("Om dokumentet")


def _number(target: Target) -> str:
    owner = target.element or target.row
    return (owner.number if owner else "") or ""


def _where(review: ReviewView, target: Target) -> str:
    if target.row:
        return target.row.focus_area or ""
    above, titles = (target.element.parent if target.element else None), []
    while above is not None:
        titles.append(review.elements[above].text)
        above = review.elements[above].parent
    return " / ".join(reversed(titles))


def _all_reasons(content: Plan, target: Target) -> tuple[str, ...]:
    if target.unplaced:
        return _reasons_of(target.unplaced)
    if target.key == DOCUMENT:
        # what was said of the whole may be said of its beginning too
        return tuple(dict.fromkeys((*_said(content.warnings), *_reasons(target.reading))))
    return _reasons(target.reading)


def _reasons_of(unplaced: Unplaced | None) -> tuple[str, ...]:
    return _said((unplaced.reason,)) if unplaced and unplaced.reason else ()


def _is_doubtful(content: Plan, target: Target) -> bool:
    return is_doubtful(target.reading) or (target.key == DOCUMENT and bool(content.warnings))


def _reasons(reading: Reading) -> tuple[str, ...]:
    said = (reading.reason,) if is_unsure(reading) and reading.reason else ()
    return _said((*said, *reading.warnings))


def _said(sentences: Iterable[str]) -> tuple[str, ...]:
    """Sentences of the reader, which are message ids."""
    return tuple(translated(sentence, _) for sentence in sentences)


def _facts(review: ReviewView, target: Target) -> Iterator[Fact]:
    if target.key == DOCUMENT:
        yield from document_facts(review.content.document)
        return
    owner = target.row or (target.element.node if target.element else None)
    if not isinstance(owner, Row | Measure):
        return
    said = (
        Fact(_("Tid"), time_words(owner)),
        Fact(_("Budsjett"), money_words((owner.budget, *owner.more_budgets))),
        Fact(_("Ansvar"), parties_words(owner)),
        Fact(_("Tilstand"), owner.state or ""),
    )
    yield from (fact for fact in said if fact.value)


def ties_of(review: ReviewView, target: Target) -> Iterator[Tie]:
    """What the row or the measure is tied to."""
    for link in review.content.links:
        if target.row and link.row == target.row.id and link.measure in review.elements:
            measure = review.elements[link.measure]
            yield Tie(link.measure, measure.text, link_word(link.kind))
        elif target.element and link.measure == target.key and link.row in review.rows:
            yield Tie(ROW + link.row, review.rows[link.row].text, link_word(link.kind))


def link_word(kind: LinkKind) -> str:
    """How a row and a measure belong together."""
    return {
        "same": _("det same"),
        "merged": _("rada dekkjer fleire tiltak"),
        "part": _("rada er ein del av tiltaket"),
        "related": _("heng saman"),
    }[kind]


def siblings_of(review: ReviewView, element: Element) -> tuple[Element | None, Element | None]:
    """The ones before and after of the same kind in the same place."""
    same = [
        one
        for one in review.elements.values()
        if one.parent == element.parent and one.kind == element.kind
    ]
    here = same.index(element)
    return (
        same[here - 1] if here > 0 else None,
        same[here + 1] if here + 1 < len(same) else None,
    )
