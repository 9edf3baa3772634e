"""Where people live: Statistics Norway's grid, or any points with people.

The grid's cell number is the lower left corner in EPSG:25833, seven digits each for easting +
2 000 000 and northing; a cell stands for its centre.
"""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tiltak.analysis.traveltime.coordinates import (
    DEGREES,
    GRID,
    Floats,
    Ints,
    check_degrees,
    converted,
)
from tiltak.analysis.traveltime.inputs import InputFile, blaming
from tiltak.analysis.traveltime.places import degrees_of
from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say
from tiltak.analysis.traveltime.tables import Table, read_table

CELL_HEAD = re.compile(r"ssbid0*(\d+)(k?)m", re.IGNORECASE)
PEOPLE = ("pop_tot", "population", "pop", "folketal", "innbyggjarar", "innbyggere", "people")
FALSE_EASTING = 2_000_000
DIGITS = 10_000_000
# from 2020 a cell with 1 to 9 people is stored as this many
ROUNDED_TO = 5
FEW = 10


@dataclass(frozen=True, slots=True)
class Cells:
    """n places where people live.

    ids     (n,) text: the grid's number, or the row of the file
    lonlat  (n, 2) degrees of the centre
    people  (n,) above 0
    """

    ids: NDArray[np.str_]
    lonlat: Floats
    people: Floats

    def __len__(self) -> int:
        return len(self.people)

    @property
    def is_rounded(self) -> bool:
        """Whether every cell of 1 to 9 people is stored as 5, as the grid does from 2020."""
        few = self.people[self.people < FEW]
        return len(few) > 0 and bool((few == ROUNDED_TO).all())

    def taken(self, which: NDArray[np.bool_]) -> "Cells":
        """Some of the cells, by mask."""
        return Cells(self.ids[which], self.lonlat[which], self.people[which])


def read_population(file: InputFile) -> Cells:
    """The inhabited cells of a CSV, in the order of the file. Raises BadInput with the row."""
    with blaming(file):
        table = read_table(file)
        column = table.column(PEOPLE)
        if column is None:
            raise BadInput(
                say(
                    gettext_noop(
                        "Folketalsfila må ha rutenummer og folketal (SSBID0250M;pop_tot), eller "
                        "lat, lon og population. Ho har: %(heads)s."
                    ),
                    heads=", ".join(table.heads),
                )
            )
        people = table.values(column)
        _check_people(people, table)
        ids, lonlat = _located(table)
        cells = Cells(ids, lonlat, people).taken(people > 0)
        if not len(cells):
            raise BadInput(say(gettext_noop("Det bur ingen i rutene i folketalsfila.")))
        return cells


def _check_people(people: Floats, table: Table) -> None:
    wrong = ~(np.isfinite(people) & (people >= 0))
    if wrong.any():
        at = int(np.argmax(wrong))
        raise BadInput(
            say(
                gettext_noop("Rad %(row)s: %(people)s er ikkje eit folketal."),
                row=table.numbers[at],
                people=f"{people[at]:g}",
            )
        )


def _located(table: Table) -> tuple[NDArray[np.str_], Floats]:
    found = [(at, CELL_HEAD.fullmatch(head)) for at, head in enumerate(table.heads)]
    for at, head in found:
        if head:
            size = int(head[1]) * (1000 if head[2] else 1)
            return _grid_centres(table, at, size)
    lonlat = degrees_of(table)
    if lonlat is None:
        raise BadInput(
            say(
                gettext_noop(
                    "Folketalsfila seier ikkje kvar folk bur. Ho må ha rutenummer (SSBID0250M) "
                    "eller lat og lon. Ho har: %(heads)s."
                ),
                heads=", ".join(table.heads),
            )
        )
    check_degrees(lonlat, table.numbers)
    return table.numbers.astype(np.str_), lonlat


def _grid_centres(table: Table, column: int, size: int) -> tuple[NDArray[np.str_], Floats]:
    ids = np.array(table.texts(column))
    numbers = _cell_numbers(ids, table.numbers)
    corner = np.stack((numbers // DIGITS - FALSE_EASTING, numbers % DIGITS), axis=1)
    return ids, converted(corner.astype(np.float64) + size / 2, GRID, DEGREES)


def _cell_numbers(ids: NDArray[np.str_], rows: Ints) -> Ints:
    is_number = np.char.isdecimal(ids) & np.isin(np.char.str_len(ids), (13, 14))
    if not is_number.all():
        at = int(np.argmin(is_number))
        raise BadInput(
            say(
                gettext_noop("Rad %(row)s: «%(id)s» er ikkje eit rutenummer med 14 siffer."),
                row=rows[at],
                id=ids[at],
            )
        )
    numbers = ids.astype(np.int64)
    _, first, which = np.unique(numbers, return_index=True, return_inverse=True)
    is_again = first[which] < np.arange(len(numbers))
    if is_again.any():
        at = int(np.argmax(is_again))
        raise BadInput(
            say(
                gettext_noop("Rad %(row)s: ruta «%(id)s» står alt i rad %(first)s."),
                row=rows[at],
                id=ids[at],
                first=rows[first[which[at]]],
            )
        )
    return numbers
