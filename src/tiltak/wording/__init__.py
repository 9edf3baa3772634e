"""How numbers, dates and fixed terms are said, in Nynorsk, Bokmål and English. No Django.

Pages and papers ask here, so that a sum, a date or a status is written the same everywhere.
"""

from tiltak.wording.dates import long_date, short_date, short_moment, spoken_years
from tiltak.wording.language import Language, language_of
from tiltak.wording.numbers import kroner, number, percent, precise_percent
from tiltak.wording.words import Words, words

__all__ = [
    "Language",
    "Words",
    "kroner",
    "language_of",
    "long_date",
    "number",
    "percent",
    "precise_percent",
    "short_date",
    "short_moment",
    "spoken_years",
    "words",
]
