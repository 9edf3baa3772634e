"""The data dictionary: what every field of the open data means, its type and its unit."""

from dataclasses import dataclass

from tiltak.wording import Words
from tiltak.writing.records import FIELD_NAMES


@dataclass(frozen=True, slots=True)
class FieldMeaning:
    """One field. `type` is text, whole number, date or one of the listed codes."""

    name: str
    type: str
    unit: str
    meaning: str


def data_dictionary(words: Words) -> list[FieldMeaning]:
    """Every field of `Record`, in order."""
    meanings = {**_place(words), **_money(words), **_facts(words)}
    return [FieldMeaning(name, *meanings[name]) for name in FIELD_NAMES]


Meanings = dict[str, tuple[str, str, str]]


def _place(words: Words) -> Meanings:
    _ = words.gettext
    text, number = _("tekst"), _("heiltal")
    return {
        "kind": (
            "paragraph, focus_area, theme, sub_goal, strategy, measure, row, budget_line",
            "",
            _(
                "Kva linja er: avsnitt, satsingsområde, tema, delmål, strategi, tiltak, rad i tabellen, "
                "eller ein budsjettpost til i same rad"
            ),
        ),
        "id": (text, "", _("Namnet på elementet i denne versjonen av planen")),
        "parent": (text, "", _("id til det elementet linja er ein del av")),
        "depth": (
            number,
            _("nivå"),
            _("For tiltak: kor mange tiltak det er ein del av (0: ingen)"),
        ),
        "number": (text, "", _("Nummeret slik det står i dokumentet")),
        "text": (text, "", _("Teksten slik planen har han")),
        "short_title": (
            text,
            "",
            _("Kort tittel som rådet har sett. Ikkje ein del av planteksten"),
        ),
        "focus_area": (text, "", _("Satsingsområdet linja høyrer til")),
        "theme": (text, "", _("Temaet linja høyrer til")),
        "rows": (text, "", _("For tiltak: id til radene i tabellen der det står")),
        "measures": (text, "", _("For rader: id til tiltaka rada gjeld")),
    }


def _money(words: Words) -> Meanings:
    _ = words.gettext
    text, number = _("tekst"), _("heiltal")
    currency = _("heile einingar av currency")
    return {
        "amount_text": (text, "", _("Beløpet slik det står i dokumentet")),
        "amount": (
            number,
            currency,
            _("Beløpet planen oppgir. Tomt tyder at planen ikkje oppgir beløp, ikkje 0"),
        ),
        "amount_per": (
            "year, total",
            "",
            _("Om beløpet gjeld kvart år eller i alt. Tomt der planen ikkje seier det"),
        ),
        "amount_basis": (
            "amount, within_frame, external, range, band, unknown, none",
            "",
            _(
                "Kva beløpet byggjer på: eit tal, innanfor ramma, andre sine midlar, frå–til, "
                "ei klasse, uavklart, ikkje noko"
            ),
        ),
        "total": (
            number,
            currency,
            _("Beløpet for alle åra. Summen av denne kolonnen er summen i planen"),
        ),
        "currency": ("ISO 4217", "", _("Valuta")),
        "funder": (text, "", _("Kven som betaler, der planen seier det")),
        "shared_cell": (text, "", _("Same verdi: radene stod i same rute i dokumentet")),
    }


def _facts(words: Words) -> Meanings:
    _ = words.gettext
    text, number, day = _("tekst"), _("heiltal"), _("dato (ÅÅÅÅ-MM-DD)")
    several = _("tekst, fleire skilde med |")
    return {
        "time_text": (text, "", _("Tida slik ho står i dokumentet")),
        "first_year": (number, _("år"), _("Første året tiltaket gjeld")),
        "last_year": (number, _("år"), _("Siste året tiltaket gjeld")),
        "ongoing": ("true, false", "", _("Om planen seier at tiltaket går heile tida")),
        "end_date": (day, "", _("Frist, der planen har ein dato")),
        "responsible_text": (text, "", _("Ansvarleg slik det står i dokumentet")),
        "responsible": (several, "", _("Dei ansvarlege, forkortingar skrivne ut")),
        "partners": (several, "", _("Partnarane, forkortingar skrivne ut")),
        "state": (text, "", _("Statusen som står i sjølve dokumentet")),
        "lifecycle": (
            "not_started, in_progress, on_hold, completed, closed, cancelled",
            "",
            _("Kor langt tiltaket er kome, etter siste statusmelding"),
        ),
        "light": (
            "on_track, at_risk, off_track",
            "",
            _("Korleis det går, etter siste statusmelding"),
        ),
        "status_text": (text, "", _("Siste statusmelding")),
        "status_by": (text, "", _("Kven som melde status")),
        "status_date": (day, "", _("Når status vart meld")),
    }
