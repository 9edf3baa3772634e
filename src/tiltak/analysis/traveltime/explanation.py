"""What the figures stand on, said to people."""

import numpy as np

from tiltak.analysis.traveltime.attributes import LeftOut
from tiltak.analysis.traveltime.lines import Kind
from tiltak.analysis.traveltime.network import Network
from tiltak.analysis.traveltime.problems import Sentence, gettext_noop, say
from tiltak.analysis.traveltime.reach import Reach


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
