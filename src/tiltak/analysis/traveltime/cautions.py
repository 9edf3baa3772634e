"""What whoever reads the figures should be warned of, said to people."""

from collections.abc import Iterator, Sequence

import numpy as np

from tiltak.analysis.traveltime.network import Network
from tiltak.analysis.traveltime.problems import Sentence, gettext_noop, say
from tiltak.analysis.traveltime.reach import Area, Reach, shortened
from tiltak.analysis.traveltime.speeds import KMH, OTHER

# a total this many times larger or smaller than the cells is hardly of the same people
UNLIKE = 1.25


def warnings_of_reach(network: Network, reach: Reach) -> list[Sentence]:
    """What whoever reads the figures should know at once."""
    return [
        *_about_people(reach),
        *_about_pieces(network, reach),
        *warnings_of_speeds(network),
    ]


def warnings_of_speeds(network: Network) -> list[Sentence]:
    """Categories that the speed table and the roads do not have in common."""
    table, lines = network.assumptions.kmh, network.lines
    used = {lines.categories[at] for at in np.unique(lines.category[np.isnan(lines.kmh)])}
    without = sorted(used - {*table, OTHER})
    unused = sorted({*table} - {*KMH, *lines.categories})
    found = []
    if without:
        found.append(
            say(
                gettext_noop(
                    "Fartstabellen har ikkje kategorien %(names)s. Veg av det slaget har fått "
                    "%(kmh)s km/t."
                ),
                names=", ".join(without),
                kmh=f"{network.assumptions.speed(OTHER):g}",
            )
        )
    if unused:
        found.append(
            say(
                gettext_noop("Fartstabellen har ein kategori som ingen veg i fila har: %(names)s."),
                names=", ".join(unused),
            )
        )
    return found


def _about_people(reach: Reach) -> Iterator[Sentence]:
    area = reach.area
    if area.cells.is_rounded and area.uncalibrated:
        yield say(
            gettext_noop(
                "Folketalet er avrunda: alle ruter med 1 til 9 menneske står med 5. Gje folketal "
                "for kommunane, så summane blir rette (manglar for %(codes)s)."
            ),
            codes=shortened(area.uncalibrated),
        )
    yield from _about_totals(area)
    if area.shared:
        yield say(
            gettext_noop(
                "%(people)s menneske bur der kommunegrensene overlappar, og er rekna i den første "
                "kommunen."
            ),
            people=f"{area.shared:.0f}",
        )
    if area.left_out and not area.is_of_larger_file:
        yield say(
            gettext_noop("%(people)s menneske bur i ruter utanfor kommunane og er ikkje med."),
            people=f"{area.left_out:.0f}",
        )
    if not reach.has_road.all():
        yield say(
            gettext_noop("%(people)s menneske i %(cells)s av rutene bur for langt frå ein veg."),
            people=f"{area.weights[~reach.has_road].sum():.0f}",
            cells=int((~reach.has_road).sum()),
        )


def _about_totals(area: Area) -> Iterator[Sentence]:
    """Totals that are missing for some, that nobody lives for, or that are of something else."""
    codes = np.array(area.municipalities.codes)
    has_total = ~np.isnan(area.wanted)
    if has_total.any() and area.uncalibrated and not area.cells.is_rounded:
        yield say(
            gettext_noop(
                "Folketalet manglar for %(codes)s. Der er det rekna med så mange som det bur i rutene."
            ),
            codes=shortened(area.uncalibrated),
        )
    empty = has_total & (area.wanted > 0) & (area.counted == 0)
    if empty.any():
        yield say(
            gettext_noop(
                "%(people)s menneske i folketala er ikkje med: det bur ingen i rutene i %(codes)s."
            ),
            people=f"{area.wanted[empty].sum():.0f}",
            codes=shortened(codes[empty].tolist()),
        )
    apart = has_total & (area.counted > 0)
    apart[apart] = np.abs(np.log(np.maximum(area.wanted[apart], 1) / area.counted[apart])) > np.log(
        UNLIKE
    )
    for at in np.flatnonzero(apart):
        yield say(
            gettext_noop(
                "Kommune %(code)s har %(total)s menneske i folketala, men %(cells)s i rutene. Er "
                "det same året og same grensene?"
            ),
            code=codes[at],
            total=f"{area.wanted[at]:.0f}",
            cells=f"{area.counted[at]:.0f}",
        )


def _about_pieces(network: Network, reach: Reach) -> Iterator[Sentence]:
    stranded = reach.has_road & np.isinf(reach.trips.minutes)
    if not stranded.any():
        return
    people, cells = reach.area.weights[stranded], int(stranded.sum())
    pieces = network.layout.pieces
    if pieces.max() == 0:
        yield say(
            gettext_noop(
                "%(people)s menneske i %(cells)s av rutene har veg, men ingen som fører til eit "
                "senter: han er einvegskøyrd."
            ),
            people=f"{people.sum():.0f}",
            cells=cells,
        )
        return
    homes = network.snapped(reach.area.cells.lonlat[stranded])
    most = pieces == np.bincount(pieces[homes.line], people).argmax()
    yield say(
        gettext_noop(
            "%(people)s menneske i %(cells)s av rutene har veg, men ingen som fører til eit "
            "senter: vegnettet er i %(pieces)s delar. Dei fleste av dei bur ved delen med rad "
            "%(row)s, som har %(km)s km veg."
        ),
        people=f"{people.sum():.0f}",
        cells=cells,
        pieces=int(pieces.max()) + 1,
        row=int(network.lines.row[most].max()),
        km=f"{network.lines.km[most].sum():.1f}",
    )


def pieces_told(network: Network, lines: Sequence[int], names: Sequence[str]) -> list[Sentence]:
    """Places that stand on another piece of the network than most of them do.

    `lines` is the line each place is on, below 0 where it is on none.
    """
    on = [at for at, line in enumerate(lines) if line >= 0]
    pieces = network.layout.pieces[np.array([lines[at] for at in on], dtype=np.int64)]
    if len(np.unique(pieces)) < 2:
        return []
    most = np.bincount(pieces).argmax()
    return [
        say(
            gettext_noop(
                "«%(name)s» heng ikkje saman med dei andre: delen av vegnettet der (med rad "
                "%(row)s) har %(km)s km veg."
            ),
            name=names[at],
            row=int(network.lines.row[lines[at]]),
            km=f"{network.lines.km[network.layout.pieces == piece].sum():.1f}",
        )
        for at, piece in zip(on, pieces, strict=True)
        if piece != most
    ]
