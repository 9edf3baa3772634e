"""What a plan file says, in words: levels, places, times, money, parties, facts of a document."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tiltak.planfile.model import Budget, Document, Measure, Passage, Row
from tiltak.web.ui.tags import page_words
from tiltak.wording import spoken_years

LEVELS = {"area": "focus_area", "section": "theme"}


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the document says about itself; no value where it does not say."""

    label: str
    value: str


def level_word(kind: str) -> str:
    """What a level is called where the council has no word of its own."""
    return page_words().level(LEVELS.get(kind, kind))


def place_of(passages: tuple[Passage, ...]) -> str:
    """`side 9, linje 34`; "" where it is not known."""
    if not passages:
        return ""
    place = passages[0]
    said = {
        _("side %(n)s"): place.page,
        _("ark %(n)s"): place.sheet,
        _("celle %(n)s"): place.cell,
        _("linje %(n)s"): place.line,
    }
    return ", ".join(words % {"n": value} for words, value in said.items() if value is not None)


def money_words(budgets: tuple[Budget | None, ...]) -> str:
    """Amounts in words, as the plan says them; "" where it says none."""
    return "; ".join(said for budget in budgets if budget and (said := _amount(budget)))


def _amount(budget: Budget) -> str:
    if budget.amount is None:
        return budget.raw or ""
    amount = page_words().kroner(budget.amount, budget.currency)
    return _("%(amount)s per år") % {"amount": amount} if budget.per == "year" else amount


def time_words(owner: Row | Measure) -> str:
    """The time as the plan writes it."""
    return (owner.time.raw or spoken_years(owner.time.years)) if owner.time else ""


def parties_words(owner: Row | Measure) -> str:
    """Who is responsible; then the partners."""
    named = (owner.responsible, owner.partners)
    return "; ".join(", ".join(who.parties) or who.raw or "" for who in named if who)


def facts_words(owner: Row | Measure) -> str:
    """Time, money and parties in one line."""
    money = money_words((owner.budget, *owner.more_budgets))
    return " · ".join(said for said in (time_words(owner), money, parties_words(owner)) if said)


def document_facts(document: Document) -> Iterator[Fact]:
    """What the document says about itself."""
    yield Fact(_("Tittel"), document.title)
    yield Fact(_("År"), spoken_years(document.years))
    yield Fact(_("Tilstand"), document.status_text or status_word(document.status))
    yield Fact(_("Organ"), document.body or "")
    yield Fact(_("Dato"), _day(document.date))
    yield Fact(_("Saksnummer"), document.case_number or "")
    yield Fact(_("Språk"), _language_word(document.language))
    if document.abbreviations:
        said = (f"{short} = {full}" for short, full in document.abbreviations.items())
        yield Fact(_("Forkortingar"), ", ".join(said))


def status_word(status: str) -> str:
    """What the document says of its own state; "" for the unknown."""
    states = {"framlegg": "proposal", "høyring": "consultation", "vedteke": "adopted"}
    return page_words().plan_state(states[status]) if status in states else ""


def _language_word(code: str | None) -> str:
    return {"nn": _("nynorsk"), "nb": _("bokmål"), "en": _("engelsk")}.get(code or "", code or "")


def _day(written: str | None) -> str:
    try:
        return page_words().long_date(date.fromisoformat(written or ""))
    except ValueError:
        return written or ""
