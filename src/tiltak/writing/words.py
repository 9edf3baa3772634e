"""The fixed texts, numbers and dates of a paper in one language.

The msgid is the Nynorsk text; translations are those of the web pages (`tiltak/locale`).
"""

import gettext as stdlib_gettext
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

Language = Literal["nn", "nb", "en"]

LOCALE_FOLDER = Path(__file__).resolve().parents[1] / "locale"
LOCALES = {"nn": "nn_NO", "nb": "nb_NO", "en": "en_GB"}
# where the language puts the currency; Babel fills in grouping, symbol and no-break spaces
CURRENCY_PATTERNS = {"nn": "#,##0\u00a0¤", "nb": "#,##0\u00a0¤", "en": "¤\u00a0#,##0"}


class Words:
    """One language: `gettext` for sentences, Babel for amounts and dates."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.locale = Locale.parse(LOCALES[language])
        catalog = stdlib_gettext.translation(
            "django", LOCALE_FOLDER, languages=[language], fallback=True
        )
        self.gettext = catalog.gettext
        self.ngettext = catalog.ngettext

    @property
    def tag(self) -> str:
        """The BCP 47 tag, as Office files want it: `nn-NO`."""
        return LOCALES[self.language].replace("_", "-")

    def kroner(self, amount: int, currency: str | None = None) -> str:
        """An amount in whole units: `1 140 000 kr`, with no-break spaces."""
        return format_currency(
            amount,
            currency or "NOK",
            CURRENCY_PATTERNS[self.language],
            locale=self.locale,
            currency_digits=False,
        )

    def number(self, value: int) -> str:
        """A whole number with the language's grouping: `1 140 000`."""
        return format_decimal(value, locale=self.locale)

    def long_date(self, day: date) -> str:
        """`8. desember 2017`."""
        return format_date(day, "long", locale=self.locale)

    def short_date(self, day: date) -> str:
        """`08.12.2017`."""
        return format_date(day, "short", locale=self.locale)

    def years(self, years: Sequence[int]) -> str:
        """`2018`, `2018–2020` for years in a row, `2018, 2020` otherwise."""
        if not years:
            return ""
        if len(years) > 1 and list(years) == list(range(years[0], years[-1] + 1)):
            return f"{years[0]}–{years[-1]}"
        return ", ".join(str(year) for year in years)

    def lifecycle(self, code: str) -> str:
        """How far a measure has come, in words."""
        _ = self.gettext
        return {
            "not_started": _("ikkje starta"),
            "in_progress": _("i gang"),
            "on_hold": _("sett på vent"),
            "completed": _("fullført"),
            "closed": _("avslutta utan å vera fullført"),
            "cancelled": _("stoppa"),
        }[code]

    def light(self, code: str) -> str:
        """How it goes, in words; "" where nobody judged it."""
        _ = self.gettext
        return {
            "on_track": _("i rute"),
            "at_risk": _("fare for avvik"),
            "off_track": _("ikkje i rute"),
            "": _("ikkje vurdert"),
        }[code]

    def level(self, kind: str) -> str:
        """What a level of a plan is called where the council has no word of its own."""
        _ = self.gettext
        return {
            "focus_area": _("Satsingsområde"),
            "theme": _("Tema"),
            "sub_goal": _("Delmål"),
            "strategy": _("Strategi"),
            "measure": _("Tiltak"),
            "part": _("Deltiltak"),
            "paragraph": _("Avsnitt"),
        }[kind]

    def plan_kind(self, kind: str) -> str:
        """What sort of plan it is."""
        _ = self.gettext
        return {
            "regional_plan": _("Regionplan"),
            "action_plan": _("Handlingsplan"),
            "programme": _("Program"),
            "sub_plan": _("Delplan"),
            "strategy": _("Strategi"),
        }[kind]


@lru_cache(maxsize=len(LOCALES))
def words(language: Language) -> Words:
    """The words of a language, loaded once."""
    return Words(language)
