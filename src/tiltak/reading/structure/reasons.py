"""Why the reader placed a text where it did, how sure it is, and what a person should look at.

Nynorsk sentences: they are shown to the secretary and are message ids for translation.
"""

from dataclasses import dataclass

from tiltak.planfile.marking import gettext_noop


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason for placing a text, with the confidence it gives (0 to 1)."""

    reason: str
    confidence: float


STYLED_HEADING = Ground(gettext_noop("Dokumentet har teksten som overskrift."), 0.98)
NUMBERED_HEADING = Ground(gettext_noop("Teksten har nummer som ei overskrift."), 0.95)
LOOKS_LIKE_HEADING = Ground(gettext_noop("Teksten ser ut som ei overskrift."), 0.8)
NAMED_BY_LEVEL_WORD = Ground(gettext_noop("Ordet for nivået står i teksten."), 0.95)
NAMED_BY_TABLE = Ground(gettext_noop("Namnet står i tabellen."), 0.9)
NAMED_BY_SHEET = Ground(gettext_noop("Namnet er namnet på arket."), 0.8)
NAMED_BEFORE_COLON = Ground(gettext_noop("Namnet står framfor kolon i fleire punkt."), 0.75)
ONLY_AREA = Ground(gettext_noop("Planen nemner ingen satsingsområde."), 0.5)
UNDER_LEVEL_WORD = Ground(gettext_noop("Teksten står under ordet for nivået."), 0.95)
UNDER_OWN_WORD = Ground(
    gettext_noop("Ei linje som går att i planen, ser ut til å namngje nivået."), 0.75
)
AFTER_LEVEL_WORD = Ground(gettext_noop("Teksten står etter ordet for nivået."), 0.95)
UNDER_GOAL_HEADING = Ground(
    gettext_noop("Teksten er den første under ei nummerert måloverskrift."), 0.85
)
PART_OF_MEASURE = Ground(gettext_noop("Teksten står som punkt under tiltaket."), 0.9)
AFTER_LEAD_IN = Ground(gettext_noop("Linja over sluttar med kolon."), 0.75)
LISTED = Ground(gettext_noop("Teksten er eit punkt i ei liste utan ord for nivået."), 0.6)
LISTED_WITH_FACTS = Ground(gettext_noop("Teksten er eit punkt med ansvar eller frist."), 0.85)
BESIDE_TIME = Ground(gettext_noop("Teksten står ved sida av ei tid i ei tidslinje."), 0.85)
SENTENCE = Ground(gettext_noop("Setninga liknar på eit mål eller tiltak."), 0.5)
TABLE_ROW = Ground(gettext_noop("Teksten er ei rad i ein tiltakstabell."), 0.95)
TABLE_PIECED = Ground(
    gettext_noop("Tabellen står kolonne for kolonne i teksten. Rada er sett saman att."), 0.7
)
TABLE_SCATTERED = Ground(
    gettext_noop(
        "Teksten er celler frå ein tabell, men ikkje i rekkjefølgja dei stod. Rader og verdiar kan vera blanda."
    ),
    0.4,
)
COLUMN_BY_CONTENT = Ground(
    gettext_noop(
        "Inga overskrift seier kva kolonne tiltaka står i. Innhaldet i kolonnen tyder på det."
    ),
    0.65,
)
TABLE_GOAL = Ground(gettext_noop("Teksten står i målkolonna i tabellen."), 0.9)
CARD = Ground(gettext_noop("Teksten er tittelen på eit tiltakskort."), 0.9)
FLAT_TREE = Ground(gettext_noop("Rada seier sjølv kva nivå ho er på."), 0.98)
BODY_TEXT = Ground(gettext_noop("Brødtekst i planen."), 0.9)
READ_AT_TOP = Ground(gettext_noop("Står fremst i dokumentet."), 0.9)

# Why a text was left out of the tree.
SUM_ROW = gettext_noop("Sumrad")
NO_MEASURES_IN_TABLE = gettext_noop("Tabell utan tiltak")
CONTENTS = gettext_noop("Innhaldsliste")
NOTE = gettext_noop("Fotnote")
HIDDEN = gettext_noop("Skjult tekst")
HEADER_OR_FOOTER = gettext_noop("Topp- eller botntekst")
OLD_PLAN = gettext_noop("Frå ein eldre plan")
EMPTY_ROW = gettext_noop("Rad utan tiltak")

# What a person should look at.
SHARED_CELL = gettext_noop("Beløpet står i ei celle med fleire tiltak. Sjå kva tiltak det gjeld.")
AMOUNT_ELSEWHERE = gettext_noop("Rada viser til beløpet i ei anna rad. Det er berre talt éin gong.")
SEVERAL_AMOUNTS = gettext_noop("Cella har fleire beløp. Sjå kva dei gjeld.")
PARTY_CUT = gettext_noop("Lista over ansvarlege sluttar med komma. Det kan mangla nokon.")
YEARS_INFERRED = gettext_noop("Året står ikkje i cella og er teke frå planen.")
SAID_FOR_ALL = gettext_noop("Opplysninga står over tiltaka og gjeld alle under overskrifta.")
VALUES_UNPAIRED = gettext_noop("Talet på verdiar i cella er ikkje lik talet på tiltak.")
DOUBTFUL_LINK = gettext_noop("Rada og tiltaket har ulik ordlyd.")
GOALS_BEFORE_AREAS = gettext_noop("Måla står før satsingsområda og er lagde til det første.")
LETTERS_LOST = gettext_noop("Skrifta i dokumentet manglar bokstavar. Teksten må lesast over.")
READ_BY_OCR = gettext_noop("Teksten er lesen frå eit bilete (OCR). Les han over mot originalen.")
STATUS_UNKNOWN = gettext_noop("Dokumentet seier ikkje om planen er framlegg eller vedteken.")
YEARS_UNKNOWN = gettext_noop("Dokumentet seier ikkje kva år planen gjeld.")
