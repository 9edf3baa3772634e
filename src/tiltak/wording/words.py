"""The fixed terms of the domain (GLOSSARY) and sentences about time, in one language.

The msgid is the Nynorsk text; the translations are those of the pages (`tiltak/locale`). Read
without Django, so that the command line and the formats say the same words.
"""

import gettext as stdlib_gettext
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from tiltak.wording import dates, numbers
from tiltak.wording.language import LANGUAGES, LOCALES, Language, locale_of

LOCALE_FOLDER = Path(__file__).resolve().parents[1] / "locale"
DAYS_OF_A_YEAR = 365
# where a length of time changes its unit; each is at least two of the next unit
DAYS_IN_WORDS = 2
DAYS_TO_MONTHS = 90
DAYS_TO_YEARS = 2 * DAYS_OF_A_YEAR


class Words:
    """One language: `gettext` for sentences, the locale library for amounts and dates."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.locale = locale_of(language)
        catalog = stdlib_gettext.translation(
            "django", LOCALE_FOLDER, languages=[language], fallback=True
        )
        self.gettext = catalog.gettext
        self.ngettext = catalog.ngettext
        self.pgettext = catalog.pgettext

    @property
    def tag(self) -> str:
        """The BCP 47 tag, as Office files want it: `nn-NO`."""
        return LOCALES[self.language].replace("_", "-")

    def kroner(self, amount: int, currency: str | None = None) -> str:
        """An amount in whole units: `1 140 000 kr`, with no-break spaces."""
        return numbers.kroner(amount, self.language, currency)

    def number(self, value: int) -> str:
        """A whole number with the language's grouping: `1 140 000`."""
        return numbers.number(value, self.language)

    def long_date(self, day: date) -> str:
        """`8. desember 2017`."""
        return dates.long_date(day, self.language)

    def short_date(self, day: date) -> str:
        """`08.12.2017`."""
        return dates.short_date(day, self.language)

    def short_moment(self, at: datetime) -> str:
        """`08.12.2017 14:30`, on the clock that `at` has."""
        return dates.short_moment(at, self.language)

    def years(self, years: Sequence[int]) -> str:
        """`2018`, `2018–2020` for years in a row, `2018, 2020` otherwise."""
        return dates.spoken_years(years)

    def age(self, day: date, today: date) -> str:
        """How long ago a day is: `i går`, `for 43 dagar sidan`, `for 5 månader sidan`.

        A day to come counts as today: clocks differ.
        """
        days = (today - day).days
        if days < DAYS_IN_WORDS:
            return self.gettext("i går") if days == 1 else self.gettext("i dag")
        if days < DAYS_TO_MONTHS:
            return self.gettext("for %(count)s dagar sidan") % {"count": days}
        if days < DAYS_TO_YEARS:
            months = round(days * 12 / DAYS_OF_A_YEAR)
            return self.gettext("for %(count)s månader sidan") % {"count": months}
        return self.gettext("for %(count)s år sidan") % {"count": days // DAYS_OF_A_YEAR}

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
        """How it goes, in words."""
        _ = self.gettext
        return {
            "on_track": _("i rute"),
            "at_risk": _("fare for avvik"),
            "off_track": _("ikkje i rute"),
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

    def levels(self, kind: str) -> str:
        """The same of several elements: a heading above them, or a label beside their count."""
        pgettext = self.pgettext
        return {
            "focus_area": pgettext("fleire", "Satsingsområde"),
            "theme": pgettext("fleire", "Tema"),
            "sub_goal": pgettext("fleire", "Delmål"),
            "strategy": pgettext("fleire", "Strategiar"),
            "measure": pgettext("fleire", "Tiltak"),
            "part": pgettext("fleire", "Deltiltak"),
            "paragraph": pgettext("fleire", "Avsnitt"),
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

    def plan_state(self, state: str) -> str:
        """How far a version is from being decided."""
        _ = self.gettext
        return {
            "draft": _("utkast"),
            "proposal": _("framlegg"),
            "consultation": _("høyringsframlegg"),
            "adopted": _("vedteken"),
        }[state]

    def role(self, role: str) -> str:
        """A party's part in a measure."""
        _ = self.gettext
        return {
            "owner": _("prosjekteigar"),
            "responsible": _("ansvarleg"),
            "partner": _("partnar"),
            "funder": _("finansiør"),
        }[role]


@lru_cache(maxsize=len(LANGUAGES))
def words(language: Language) -> Words:
    """The words of a language, loaded once."""
    return Words(language)
