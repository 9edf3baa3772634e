"""What of a read plan a person should look at: each as a target of `planfile.editing`."""

from collections.abc import Iterator

from tiltak.planfile import walk
from tiltak.planfile.editing import ROW
from tiltak.planfile.elements import elements
from tiltak.planfile.model import Plan, Reading

# below this the reader is guessing; see the grounds in tiltak.reading.structure.reasons
SURE = 0.7


def is_unsure(reading: Reading) -> bool:
    """Whether the reader was guessing."""
    return reading.confidence is not None and reading.confidence < SURE


def is_doubtful(reading: Reading) -> bool:
    """Whether a person should look at it: the reader was guessing, or warns of something."""
    return is_unsure(reading) or bool(reading.warnings)


def doubtful(plan: Plan) -> Iterator[str]:
    """The elements a person should look at, in reading order, then the rows."""
    for element in elements(plan):
        if is_doubtful(element.node.reading):
            yield element.key
    for row in walk.rows(plan):
        if is_doubtful(row.reading):
            yield ROW + row.id
