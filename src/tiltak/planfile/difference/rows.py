"""Which table row is which row of the plan before.

A row has no identity of its own (its measures have), so nobody is asked: equal words first, then
the nearest.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from tiltak.planfile.matching.nearness import DOUBT
from tiltak.planfile.matching.places import by_sign
from tiltak.planfile.matching.similarity import Pool, Shingles, likeness, normalised
from tiltak.planfile.model import Plan, Row


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row and where it stands: positions from 0 of its table and in it."""

    row: Row
    table: int
    place: int


Rows = dict[str, PlacedRow]


def placed_rows(plan: Plan) -> Rows:
    """All rows by id; an id that is used again gets "~" and the position of table and row."""
    found: Rows = {}
    for t, table in enumerate(plan.tables):
        for r, row in enumerate(table.rows):
            key = row.id if row.id not in found else f"{row.id}~{t}.{r}"
            while key in found:
                key += "~"
            found[key] = PlacedRow(row, t, r)
    return found


def _sign(placed: PlacedRow) -> tuple[Hashable, ...]:
    row = placed.row
    return normalised(row.text), placed.table, row.focus_area, row.section, row.number


SIGNS: tuple[Callable[[PlacedRow], Hashable], ...] = (
    _sign,
    lambda placed: _sign(placed)[:3],
    lambda placed: _sign(placed)[0],
)


def pair_rows(olds: Rows, news: Rows) -> dict[str, str]:
    """New row key → old row key, one to one."""
    pairs: dict[str, str] = {}
    for sign in SIGNS:
        old_groups = by_sign(_left(olds, pairs.values()), _of(olds, sign))
        for value, group in by_sign(_left(news, pairs), _of(news, sign)).items():
            pairs |= zip(group, old_groups.get(value, ()), strict=False)
    return pairs | _nearest_pairs(
        {key: olds[key] for key in _left(olds, pairs.values())},
        {key: news[key] for key in _left(news, pairs)},
    )


def _of(rows: Rows, sign: Callable[[PlacedRow], Hashable]) -> Callable[[str], Hashable]:
    return lambda key: sign(rows[key])


def _left(rows: Rows, done: Iterable[str]) -> list[str]:
    gone = set(done)
    return [key for key in rows if key not in gone]


def _nearest_pairs(olds: Rows, news: Rows) -> dict[str, str]:
    index: dict[str, int] = {}
    old_texts = {key: Shingles(placed.row.text, index) for key, placed in olds.items()}
    pool, keys = Pool(list(old_texts.values())), list(old_texts)
    near: list[tuple[float, str, str]] = []
    for new, placed in news.items():
        text = Shingles(placed.row.text, index)
        near += [(likeness(text, old_texts[keys[i]]), new, keys[i]) for i in pool.nearest(text)]
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for alike, new, old in sorted(near, key=lambda one: -one[0]):
        if alike >= DOUBT and new not in pairs and old not in taken:
            pairs[new] = old
            taken.add(old)
    return pairs
