"""What holds for much of what was read at once: a warning for all, doubt about stretches of text."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TypeVar, cast

import msgspec

from tiltak.planfile.model import Passage, Plan, Reading
from tiltak.reading.structure.passages.accounting import merged
from tiltak.reading.structure.reasons import Ground

T = TypeVar("T")


def with_warning(plan: Plan, warning: str) -> Plan:
    """The plan with a warning in front of those every element has."""

    def warned(reading: Reading) -> Reading:
        return msgspec.structs.replace(reading, warnings=(warning, *reading.warnings))

    return _changed(plan, warned)


def with_doubt(plan: Plan, passages: Sequence[Passage], ground: Ground) -> Plan:
    """The plan with this ground for every element read from the passages, unless it was less sure."""
    ranges = merged(passages)
    starts = [start for start, _ in ranges]

    def touches(passage: Passage) -> bool:
        at = bisect_right(starts, passage.start) - 1
        inside = at >= 0 and passage.start < ranges[at][1]
        return inside or (at + 1 < len(ranges) and starts[at + 1] < passage.end)

    def doubted(reading: Reading) -> Reading:
        is_less_sure = reading.confidence is not None and reading.confidence <= ground.confidence
        if is_less_sure or not any(map(touches, reading.passages)):
            return reading
        return msgspec.structs.replace(reading, confidence=ground.confidence, reason=ground.reason)

    return _changed(plan, doubted)


def _changed(value: T, change: Callable[[Reading], Reading]) -> T:
    """The value with every reading in it changed."""
    if isinstance(value, Reading):
        return cast("T", change(value))
    if isinstance(value, tuple):
        return cast("T", tuple(_changed(one, change) for one in value))
    if isinstance(value, msgspec.Struct):
        old = {name: getattr(value, name) for name in value.__struct_fields__}
        new = {name: _changed(one, change) for name, one in old.items()}
        changed = {name: new[name] for name in new if new[name] is not old[name]}
        return msgspec.structs.replace(value, **changed) if changed else value
    return value
