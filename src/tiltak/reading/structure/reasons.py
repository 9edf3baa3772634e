"""Why the reader placed a text where it did, how sure it is, and what a person should look at.

Nynorsk sentences: they are shown to the secretary and are message ids for translation.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason for placing a text, with the confidence it gives (0 to 1)."""

    reason: str
    confidence: float


STYLED_HEADING = Ground("Dokumentet har teksten som overskrift.", 0.98)
NUMBERED_HEADING = Ground("Teksten har nummer som ei overskrift.", 0.95)
LOOKS_LIKE_HEADING = Ground("Teksten ser ut som ei overskrift.", 0.8)
NAMED_BY_LEVEL_WORD = Ground("Ordet for nivået står i teksten.", 0.95)
NAMED_BY_TABLE = Ground("Namnet står i tabellen.", 0.9)
ONLY_AREA = Ground("Planen nemner ingen satsingsområde.", 0.5)
UNDER_LEVEL_WORD = Ground("Teksten står under ordet for nivået.", 0.95)
AFTER_LEVEL_WORD = Ground("Teksten står etter ordet for nivået.", 0.95)
UNDER_GOAL_HEADING = Ground("Teksten er den fyrste under ei nummerert måloverskrift.", 0.85)
PART_OF_MEASURE = Ground("Teksten står som punkt under tiltaket.", 0.9)
AFTER_LEAD_IN = Ground("Linja over sluttar med kolon.", 0.75)
LISTED = Ground("Teksten er eit punkt i ei liste utan ord for nivået.", 0.6)
LISTED_WITH_FACTS = Ground("Teksten er eit punkt med ansvar eller frist.", 0.85)
SENTENCE = Ground("Setninga liknar på eit mål eller tiltak.", 0.5)
TABLE_ROW = Ground("Teksten er ei rad i ein tiltakstabell.", 0.95)
TABLE_PIECED = Ground("Tabellen står kolonne for kolonne i teksten. Rada er sett saman att.", 0.7)
TABLE_GOAL = Ground("Teksten står i målkolonna i tabellen.", 0.9)
CARD = Ground("Teksten er tittelen på eit tiltakskort.", 0.9)
FLAT_TREE = Ground("Rada seier sjølv kva nivå ho er på.", 0.98)
BODY_TEXT = Ground("Brødtekst i planen.", 0.9)
READ_AT_TOP = Ground("Står fremst i dokumentet.", 0.9)

# Why a text was left out of the tree.
SUM_ROW = "Sumrad"
NO_MEASURES_IN_TABLE = "Tabell utan tiltak"
CONTENTS = "Innhaldsliste"
EMPTY_ROW = "Rad utan tiltak"

# What a person should look at.
SHARED_CELL = "Beløpet står i ei celle med fleire tiltak. Sjå kva tiltak det gjeld."
SEVERAL_AMOUNTS = "Cella har fleire beløp. Sjå kva dei gjeld."
PARTY_CUT = "Lista over ansvarlege sluttar med komma. Det kan mangla nokon."
YEARS_INFERRED = "Året står ikkje i cella og er teke frå planen."
VALUES_UNPAIRED = "Talet på verdiar i cella er ikkje lik talet på tiltak."
DOUBTFUL_LINK = "Rada og tiltaket har ulik ordlyd."
GOALS_BEFORE_AREAS = "Måla står før satsingsområda og er lagde til det fyrste."
LETTERS_LOST = "Skrifta i dokumentet manglar bokstavar. Teksten må lesast over."
READ_BY_OCR = "Teksten er lesen frå eit bilete (OCR). Les han over mot originalen."
STATUS_UNKNOWN = "Dokumentet seier ikkje om planen er framlegg eller vedteken."
YEARS_UNKNOWN = "Dokumentet seier ikkje kva år planen gjeld."
