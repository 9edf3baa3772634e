"""What the figures stand on, said to people."""

from collections.abc import Iterator

import numpy as np

from tiltak.analysis.traveltime.attributes import LeftOut
from tiltak.analysis.traveltime.lines import Kind
from tiltak.analysis.traveltime.municipalities import NEAR
from tiltak.analysis.traveltime.network import Network
from tiltak.analysis.traveltime.problems import Sentence, gettext_noop, say
from tiltak.analysis.traveltime.reach import Reach


def assumptions_of(network: Network) -> list[Sentence]:
    """Each assumption behind the minutes of a network, in a sentence; only what is so of it."""
    return [
        say(
            gettext_noop(
                "Tida er køyretid med bil på vegnettet i fila, utan kø, kvile og parkering."
            )
        ),
        *_of_speeds(network),
        *_of_ferries(network),
        say(
            gettext_noop(
                "Frå huset til næraste veg er det rekna %(kmh)s km/t i luftline, og lenger enn "
                "%(limit)s m blir rekna som utan veg. Ingen køyrer inn på ein tunnel, ei bru "
                "eller ein motorveg midt på."
            ),
            kmh=f"{network.assumptions.speed('access'):g}",
            limit=f"{network.assumptions.access_limit:g}",
        ),
        *_of_what_is_left_out(network),
        *_of_gaps(network),
    ]


def _of_speeds(network: Network) -> Iterator[Sentence]:
    lines = network.lines
    unknown = float(lines.km[np.isnan(lines.kmh) & (lines.kind != Kind.FERRY)].sum())
    if round(unknown) > 0:
        yield say(
            gettext_noop(
                "%(km)s km veg manglar fart i fila og har fått fart etter vegkategori. "
                "Farten er rimeleg, ikkje målt, og kan endrast med ein eigen fartstabell."
            ),
            km=f"{unknown:.0f}",
        )


def _of_ferries(network: Network) -> Iterator[Sentence]:
    assumed, lines = network.assumptions, network.lines
    ferries = lines.kind == Kind.FERRY
    unknown = int((ferries & np.isnan(lines.headway)).sum())
    if ferries.any():
        yield say(
            gettext_noop(
                "Ferje tek overfartstida i fila, elles lengda i %(kmh)s km/t, og ventetida kjem "
                "i tillegg: halve tida mellom avgangane, men aldri meir enn %(longest)s minutt."
            ),
            kmh=f"{assumed.speed('ferry'):g}",
            longest=f"{assumed.longest_wait * assumed.wait_factor:g}",
        )
    if unknown:
        yield say(
            gettext_noop(
                "%(count)s av %(all)s ferjestrekningar har ikkje avgangar i fila. Der er "
                "ventetida sett til %(wait)s minutt."
            ),
            count=unknown,
            all=int(ferries.sum()),
            wait=f"{assumed.ferry_wait * assumed.wait_factor:g}",
        )


def _of_what_is_left_out(network: Network) -> Iterator[Sentence]:
    if network.cut_km is not None:
        yield say(
            gettext_noop(
                "Berre vegar innan %(km)s km omkring kommunane er med. Ein omveg lenger ute blir ikkje "
                "funnen."
            ),
            km=f"{network.cut_km:g}",
        )
    left_out = network.left_out or {}
    if planned := left_out.get(LeftOut.PLANNED, 0):
        yield say(
            gettext_noop(
                "Vegar og ferjer som berre er planlagde, er ikkje med (%(count)s i fila)."
            ),
            count=planned,
        )
    if others := left_out.get(LeftOut.NOT_FOR_CARS, 0):
        yield say(
            gettext_noop(
                "Det bilar ikkje kan bruka, som passasjerferjer, er ikkje med (%(count)s i fila)."
            ),
            count=others,
        )


def _of_gaps(network: Network) -> Iterator[Sentence]:
    joined = sum(gap.is_joined for gap in network.gaps)
    if joined:
        yield say(
            gettext_noop(
                "Endar som ikkje møtte nokon veg, er skøytte saman med den næraste (%(count)s)."
            ),
            count=joined,
        )
    if left := len(network.gaps) - joined:
        yield say(
            gettext_noop("Ferjeendar som ligg for langt frå ein veg, er latne i fred (%(count)s)."),
            count=left,
        )


def assumptions_of_reach(reach: Reach) -> list[Sentence]:
    """Each assumption behind who is counted where, in a sentence; only what is so."""
    return [
        say(
            gettext_noop(
                "Folk er rekna frå midten av ruta dei bur i, til det senteret dei når raskast."
            )
        ),
        *_of_borders(reach),
        _of_totals(reach),
        say(
            gettext_noop(
                "Spennet viser kor mange det blir om all fart er 20 %% lågare og all ventetid "
                "20 %% lengre, og omvendt."
            )
        ),
    ]


def _of_borders(reach: Reach) -> Iterator[Sentence]:
    area = reach.area
    if area.is_of_larger_file:
        yield say(
            gettext_noop(
                "Berre dei som bur i kommunane i fila med grenser, er med. %(people)s menneske i "
                "folketalsfila bur andre stader."
            ),
            people=f"{area.left_out:.0f}",
        )
    if area.beside:
        yield say(
            gettext_noop(
                "%(people)s menneske bur i ruter som ligg inntil %(metres)s m utanfor grensene, og er "
                "rekna i den næraste kommunen."
            ),
            people=f"{area.beside:.0f}",
            metres=f"{NEAR:g}",
        )


def _of_totals(reach: Reach) -> Sentence:
    area = reach.area
    calibrated = len(area.municipalities.codes) - len(area.uncalibrated)
    if not calibrated:
        return say(
            gettext_noop(
                "Folketalet er slik det står i rutene; det er ikkje justert til folketalet i "
                "kommunane."
            )
        )
    return say(
        gettext_noop(
            "Folketalet i rutene er justert til folketalet i kommunen for %(count)s av %(all)s "
            "kommunar."
        ),
        count=calibrated,
        all=len(area.municipalities.codes),
    )
