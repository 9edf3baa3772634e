"""People by minutes: a drawing of columns, with its table."""

from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.domain.traveltime.values import BIN_MINUTES, BINS
from tiltak.wording import Words

WIDTH, HEIGHT, FOOT, TOP = 640.0, 250.0, 34.0, 22.0
GAP = 1.5
# a label below the axis every so many minutes
LABEL_EVERY = 15


@dataclass(frozen=True, slots=True)
class Column:
    """People with so many minutes; `kind` is inside, outside or none (no way)."""

    name: str
    people: str
    kind: str
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The columns in units of the drawing; `limit` is where the limit lies, "" if outside it."""

    columns: Sequence[Column]
    labels: Sequence[tuple[str, str]]
    limit: str
    base: str
    most: str


def chart(by_minutes: Sequence[float], limit: float, said: Words) -> Chart:
    """The columns of a run. `by_minutes` as in Result."""
    _ = said.gettext
    names = [
        _("%(from)s–%(to)s min") % {"from": at * BIN_MINUTES, "to": (at + 1) * BIN_MINUTES}
        for at in range(BINS)
    ]
    names += [_("over %(from)s min") % {"from": BINS * BIN_MINUTES}, _("utan veg")]
    most = max(*by_minutes, 1)
    wide = WIDTH / len(by_minutes)
    scale = (HEIGHT - FOOT - TOP) / most
    columns = [
        Column(
            name=name,
            people=said.number(round(people)),
            kind=_kind(at, limit),
            x=f"{at * wide + GAP / 2:.1f}",
            y=f"{HEIGHT - FOOT - people * scale:.1f}",
            width=f"{wide - GAP:.1f}",
            height=f"{people * scale:.1f}",
        )
        for at, (people, name) in enumerate(zip(by_minutes, names, strict=True))
    ]
    labels = [
        (f"{at * wide:.1f}", str(at * BIN_MINUTES))
        for at in range(0, BINS + 1, LABEL_EVERY // BIN_MINUTES)
    ]
    inside = limit <= BINS * BIN_MINUTES
    return Chart(
        columns=columns,
        labels=labels,
        limit=f"{limit / BIN_MINUTES * wide:.1f}" if inside else "",
        base=f"{HEIGHT - FOOT:g}",
        most=said.number(round(most)),
    )


def _kind(at: int, limit: float) -> str:
    if at > BINS:
        return "none"
    return "inside" if (at + 1) * BIN_MINUTES <= limit else "outside"
