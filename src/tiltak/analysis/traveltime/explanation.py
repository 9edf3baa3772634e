"""What the figures stand on, said to people; and what they should be warned of."""

from collections.abc import Iterator, Sequence

import numpy as np

from tiltak.analysis.traveltime.attributes import LeftOut
from tiltak.analysis.traveltime.lines import Kind
from tiltak.analysis.traveltime.network import Network
from tiltak.analysis.traveltime.problems import Sentence, gettext_noop, say
from tiltak.analysis.traveltime.reach import Reach
from tiltak.analysis.traveltime.speeds import KMH, OTHER

SHOWN = 5


def assumptions_of(network: Network) -> list[Sentence]:
    """Each assumption behind the minutes of a network, in a sentence."""
    assumed, lines = network.assumptions, network.lines
    unknown = float(lines.km[np.isnan(lines.kmh) & (lines.kind != Kind.FERRY)].sum())
    ferries = lines.kind == Kind.FERRY
    return [
        say(
            gettext_noop(
                "Tida er køyretid med bil på vegnettet i fila, utan kø, kvile og parkering."
            )
        ),
        say(
            gettext_noop(
                "%(km)s km veg manglar fart i fila og har fått fart etter vegkategori. "
                "Farten er rimeleg, ikkje målt, og kan endrast med ein eigen fartstabell."
            ),
            km=f"{unknown:.0f}",
        ),
        say(
            gettext_noop(
                "Ferje tek overfartstida i fila, elles lengda i %(kmh)s km/t, og ventetida kjem "
                "i tillegg: halve tida mellom avgangane, men aldri meir enn %(longest)s minutt."
            ),
            kmh=f"{assumed.speed('ferry'):g}",
            longest=f"{assumed.longest_wait * assumed.wait_factor:g}",
        ),
        say(
            gettext_noop(
                "%(count)s av %(all)s ferjestrekningar har ikkje avgangar i fila. Der er "
                "ventetida sett til %(wait)s minutt."
            ),
            count=int((ferries & np.isnan(lines.headway)).sum()),
            all=int(ferries.sum()),
            wait=f"{assumed.ferry_wait * assumed.wait_factor:g}",
        ),
        say(
            gettext_noop(
                "Frå huset til næraste veg er det rekna %(kmh)s km/t i luftline, og lenger enn "
                "%(limit)s m blir rekna som utan veg. Ingen køyrer inn på ein tunnel, ei bru "
                "eller ein motorveg midt på."
            ),
            kmh=f"{assumed.speed('access'):g}",
            limit=f"{assumed.access_limit:g}",
        ),
        say(
            gettext_noop(
                "%(planned)s planlagde strekningar er ikkje rekna med, og heller ikkje "
                "%(others)s som bilar ikkje kan bruka, som passasjerferjer."
            ),
            planned=(network.left_out or {}).get(LeftOut.PLANNED, 0),
            others=(network.left_out or {}).get(LeftOut.NOT_FOR_CARS, 0),
        ),
        say(
            gettext_noop(
                "%(joined)s endar som ikkje møtte nokon veg, er skøytte saman med næraste veg; "
                "%(left)s ferjeendar ligg for langt unna og er latne i fred."
            ),
            joined=sum(gap.is_joined for gap in network.gaps),
            left=sum(not gap.is_joined for gap in network.gaps),
        ),
    ]


def assumptions_of_reach(reach: Reach) -> list[Sentence]:
    """Each assumption behind who is counted where, in a sentence."""
    area = reach.area
    calibrated = len(area.municipalities.codes) - len(area.uncalibrated)
    return [
        say(
            gettext_noop(
                "Folk er rekna frå midten av ruta dei bur i, til det senteret dei når raskast."
            )
        ),
        say(
            gettext_noop(
                "Folketalet i rutene er justert til folketalet i kommunen for %(count)s av "
                "%(all)s kommunar."
            ),
            count=calibrated,
            all=len(area.municipalities.codes),
        ),
        say(
            gettext_noop(
                "Spennet viser kor mange det blir om all fart er 20 %% lågare og all ventetid "
                "20 %% lengre, og omvendt."
            )
        ),
    ]


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
            codes=", ".join(area.uncalibrated[:SHOWN])
            + (" …" if area.uncalibrated[SHOWN:] else ""),
        )
    if area.left_out:
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


def _about_pieces(network: Network, reach: Reach) -> Iterator[Sentence]:
    stranded = reach.has_road & np.isinf(reach.trips.minutes)
    if stranded.any():
        yield say(
            gettext_noop(
                "%(people)s menneske i %(cells)s av rutene har veg, men ingen som fører til eit "
                "senter: vegnettet er i %(pieces)s delar."
            ),
            people=f"{reach.area.weights[stranded].sum():.0f}",
            cells=int(stranded.sum()),
            pieces=int(network.layout.pieces.max()) + 1,
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
