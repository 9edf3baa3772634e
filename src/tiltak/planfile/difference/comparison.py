"""What changed between two plans: elements, rows, facts of the document, sums.

Left out on purpose is what belongs to the reading and not to the plan: sources, passages,
confidence, warnings, ambiguities and unplaced text, and ids (also `initiative` and `cell_group`).
What points at an id is compared by what it points at. The order of `links`, `rows` and `serves`
says nothing either.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from tiltak.planfile.difference.facts import (
    FieldChange,
    changed_facts,
    document_facts,
    element_facts,
    row_facts,
)
from tiltak.planfile.difference.movement import moved
from tiltak.planfile.difference.rows import pair_rows, placed_rows
from tiltak.planfile.difference.wording import Segment, word_difference
from tiltak.planfile.elements import Element, elements
from tiltak.planfile.matching.matcher import Matching, match
from tiltak.planfile.model import Measure, Plan
from tiltak.planfile.sums import Sum, add_up, by_area, by_funder, by_year, lines_of

What = Literal["added", "removed", "asked", "split", "merged", "moved", "text", "facts"]


@dataclass(frozen=True, slots=True)
class Change:
    """An element or a row that is not as before.

    `key` is that of the new plan, None for what was removed. `was` are keys of the old plan, none
    for what was added or is still a question of the matching ("asked"). `text` holds the whole
    wording, segment by segment, when it changed. With several old elements the first is compared.
    """

    key: str | None
    was: tuple[str, ...]
    what: tuple[What, ...]
    text: tuple[Segment, ...] = ()
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class SumChange:
    """A sum before and after, None where there is no such line. A year's sum is a plain amount."""

    of: Literal["total", "area", "funder", "year"]
    name: str | int | None
    before: Sum | int | None
    after: Sum | int | None


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed. Equal to `NOTHING` when nothing did.

    `changes` and `rows` stand in the order of the new plan, then what was removed in that of the old.
    """

    document: tuple[FieldChange, ...] = ()
    changes: tuple[Change, ...] = ()
    rows: tuple[Change, ...] = ()
    sums: tuple[SumChange, ...] = ()


NOTHING = Difference()
Groups = Mapping[str, Sum] | Mapping[str | None, Sum] | Mapping[int | None, int]


class _Comparison:
    """Two plans laid on each other."""

    def __init__(self, old: Plan, new: Plan, matching: Matching) -> None:
        self.old, self.new, self.matching = old, new, matching
        self.olds = {element.key: element for element in elements(old)}
        self.news = {element.key: element for element in elements(new)}
        self.predecessors = matching.predecessors
        self.asked = {question.new: question.candidates[0].old for question in matching.questions}
        self.heirs = Counter(one for was in self.predecessors.values() for one in was)
        self.old_rows, self.new_rows = placed_rows(old), placed_rows(new)
        self.row_of = pair_rows(self.old_rows, self.new_rows)

    def _standing(self, key: str | None) -> Hashable:
        """The old key in whose place a new element stands; for an open question the likeliest."""
        if key is None:
            return None
        was = self.predecessors.get(key, ())
        return was[0] if was else self.asked.get(key, ("new", key))

    def element_changes(self) -> Iterator[Change]:
        shifted = self._shifted_elements()
        for key, element in self.news.items():
            if key in self.asked:
                yield Change(key, (), ("asked",))
            elif not self.predecessors[key]:
                yield Change(key, (), ("added",))
            else:
                change = self._element_change(key, element, is_moved=key in shifted)
                if change.what:
                    yield change
        for key in self.matching.gone:
            yield Change(None, (key,), ("removed",))

    def _element_change(self, key: str, element: Element, *, is_moved: bool) -> Change:
        was = self.predecessors[key]
        before = self.olds[was[0]]
        text = _wording(before.text, element.text)
        fields = changed_facts(element_facts(before), element_facts(element))
        fields += self._changed_references(before, element)
        flags: dict[What, bool] = {
            "split": any(self.heirs[one] > 1 for one in was),
            "merged": len(was) > 1,
            "moved": is_moved,
            "text": bool(text),
            "facts": bool(fields),
        }
        return Change(key, was, _true(flags), text, fields)

    def _changed_references(self, before: Element, after: Element) -> tuple[FieldChange, ...]:
        old, new = before.node, after.node
        if not (isinstance(old, Measure) and isinstance(new, Measure)):
            return ()
        changes = []
        if Counter(map(self._old_row, old.rows)) != Counter(map(self._new_row, new.rows)):
            changes.append(FieldChange("rows", old.rows, new.rows))
        if Counter(map(self._old_element, old.serves)) != Counter(
            map(self._new_element, new.serves)
        ):
            changes.append(FieldChange("serves", old.serves, new.serves))
        return tuple(changes)

    # what an id points at, in old terms; an id that points at nothing stands for itself

    def _old_row(self, target: str) -> Hashable:
        return target if target in self.old_rows else ("nothing", target)

    def _new_row(self, target: str) -> Hashable:
        if target not in self.new_rows:
            return "nothing", target
        return self.row_of.get(target, ("new", target))

    def _old_element(self, target: str) -> Hashable:
        return target if target in self.olds else ("nothing", target)

    def _new_element(self, target: str) -> Hashable:
        return self._standing(target) if target in self.news else ("nothing", target)

    def _shifted_elements(self) -> set[str]:
        return moved(
            (key, (self._standing(now.parent), now.kind), (was.parent, was.kind), was.place)
            for key, now in self.news.items()
            if (was := self.olds.get(str(self._standing(key)))) is not None
        )

    def row_changes(self) -> Iterator[Change]:
        shifted = moved(
            (key, now.table, self.old_rows[old].table, self.old_rows[old].place)
            for key, now in self.new_rows.items()
            if (old := self.row_of.get(key)) is not None
        )
        for key, now in self.new_rows.items():
            old = self.row_of.get(key)
            if old is None:
                yield Change(key, (), ("added",))
                continue
            was = self.old_rows[old].row
            text = _wording(was.text, now.row.text)
            fields = changed_facts(row_facts(was), row_facts(now.row))
            flags: dict[What, bool] = {
                "moved": key in shifted,
                "text": bool(text),
                "facts": bool(fields),
            }
            if any(flags.values()):
                yield Change(key, (old,), _true(flags), text, fields)
        kept = set(self.row_of.values())
        yield from (Change(None, (key,), ("removed",)) for key in self.old_rows if key not in kept)

    def document_changes(self) -> tuple[FieldChange, ...]:
        changes = changed_facts(document_facts(self.old), document_facts(self.new))
        before = Counter(
            (self._old_row(link.row), self._old_element(link.measure), link.kind)
            for link in self.old.links
        )
        after = Counter(
            (self._new_row(link.row), self._new_element(link.measure), link.kind)
            for link in self.new.links
        )
        links = FieldChange("links", self.old.links, self.new.links)
        return changes if before == after else (*changes, links)


def _wording(old: str, new: str) -> tuple[Segment, ...]:
    return word_difference(old, new) if old != new else ()


def _true(flags: dict[What, bool]) -> tuple[What, ...]:
    return tuple(what for what, is_so in flags.items() if is_so)


def _sum_changes(old: Plan, new: Plan) -> Iterator[SumChange]:
    before, after = lines_of(old), lines_of(new)
    total = SumChange("total", None, add_up(before), add_up(after))
    if total.before != total.after:
        yield total
    yield from _group_changes("area", by_area(before), by_area(after))
    yield from _group_changes("funder", by_funder(before), by_funder(after))
    yield from _group_changes("year", by_year(before), by_year(after))


def _group_changes(
    of: Literal["area", "funder", "year"], before: Groups, after: Groups
) -> Iterator[SumChange]:
    for name in dict.fromkeys([*after, *before]):
        if before.get(name) != after.get(name):
            yield SumChange(of, name, before.get(name), after.get(name))


def difference(old: Plan, new: Plan, matching: Matching | None = None) -> Difference:
    """What leads from `old` to `new`. Without a matching, the one that needs no answers is taken."""
    comparison = _Comparison(old, new, match(old, new) if matching is None else matching)
    return Difference(
        document=comparison.document_changes(),
        changes=tuple(comparison.element_changes()),
        rows=tuple(comparison.row_changes()),
        sums=tuple(_sum_changes(old, new)),
    )
