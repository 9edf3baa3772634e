"""What of the text was placed: everything else is listed, with the reason where there is one."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from tiltak.planfile import walk
from tiltak.planfile.model import Passage, Plan, Unplaced


def with_unplaced(
    plan: Plan, text: str, left_out: Sequence[tuple[Passage, str]], *, source: int = 0
) -> Plan:
    """The plan with all text of the source that no element carries: one entry per unbroken run."""
    placed = merged(p for p in placed_passages(plan) if p.source == source)
    reasons = sorted(left_out, key=lambda pair: (pair[0].start, -pair[0].end))
    starts = [passage.start for passage, _ in reasons]
    found = []
    for start, end in _gaps(placed, len(text)):
        if text[start:end].isspace():
            continue
        # left-out passages do not overlap: those of a gap begin in it, or one before
        first, last = max(0, bisect_left(starts, start) - 1), bisect_left(starts, end)
        found += _runs(text, start, end, reasons[first:last], source)
    return msgspec.structs.replace(plan, unplaced=(*plan.unplaced, *found))


def placed_passages(plan: Plan) -> Iterable[Passage]:
    """The passages of every element of a plan; once, where a row and its measure have the same."""
    all_of_elements = (reading.passages for reading in walk.readings(plan))
    for passages in {id(passages): passages for passages in all_of_elements}.values():
        yield from passages


def merged(passages: Iterable[Passage]) -> list[tuple[int, int]]:
    """The characters the passages cover, as ranges that do not touch, ascending."""
    ranges: list[tuple[int, int]] = []
    first = last = -1
    for start, end in sorted((p.start, p.end) for p in passages):
        if start > last:
            if last > first:
                ranges.append((first, last))
            first, last = start, end
        elif end > last:
            last = end
    if last > first:
        ranges.append((first, last))
    return ranges


def _gaps(ranges: list[tuple[int, int]], length: int) -> Iterable[tuple[int, int]]:
    at = 0
    for start, end in ranges:
        if start > at:
            yield at, start
        at = max(at, end)
    if at < length:
        yield at, length


def _runs(
    text: str, start: int, end: int, reasons: list[tuple[Passage, str]], source: int
) -> list[Unplaced]:
    """One entry for a gap, cut where a known reason begins or ends; none for white space."""
    bounds = {start, end}
    inside = [(p, r) for p, r in reasons if p.start < end and p.end > start]
    groups = _joined(inside, text)
    for first, last, _ in groups:
        bounds |= {max(first, start), min(last, end)}
    found = []
    ordered = sorted(bounds)
    for first, last in pairwise(ordered):
        piece = text[first:last]
        if not piece.strip():
            continue
        lead = len(piece) - len(piece.lstrip())
        begin, stop = first + lead, first + lead + len(piece.strip())
        reason = next((r for f, e, r in groups if f <= begin < e), None)
        place = next((p for p, _ in inside if p.start <= begin < p.end), None)
        passage = Passage(
            start=begin,
            end=stop,
            source=source,
            page=place.page if place else None,
            line=place.line if place else None,
            sheet=place.sheet if place else None,
            cell=place.cell if place else None,
        )
        found.append(Unplaced(passage=passage, text=text[begin:stop], reason=reason))
    return found


def _joined(inside: list[tuple[Passage, str]], text: str) -> list[tuple[int, int, str]]:
    """Neighbouring passages left out for the same reason, as one range."""
    groups: list[tuple[int, int, str]] = []
    for passage, reason in inside:
        if groups and groups[-1][2] == reason and not text[groups[-1][1] : passage.start].strip():
            first, last, _ = groups[-1]
            groups[-1] = (first, max(last, passage.end), reason)
        else:
            groups.append((passage.start, passage.end, reason))
    return groups
