"""What was done, as sentences, with a way to undo where there is one."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tiltak.domain.audit.models import Event
from tiltak.domain.plans.queries.titles import titles_of
from tiltak.domain.plans.queries.undoable import IMPORTS, undoable
from tiltak.domain.viewer import Viewer
from tiltak.web.ui.tags import page_words

SHOWN = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log. `undo` is where the form is sent; "" where nothing can be undone."""

    at: datetime
    actor: str
    sentence: str
    detail: str
    href: str
    undo: str
    is_undone: bool


def entries(viewer: Viewer, events: Iterable[Event]) -> list[Entry]:
    """The log in words. The events come with `undone_by`."""
    found = list(events)
    codes = {_status_words(event)[0] for event in found if event.verb == "give_status"}
    titles = titles_of(viewer, codes)
    possible = undoable(viewer, found)
    return [_entry(event, titles, possible) for event in found]


def _status_words(event: Event) -> list[str]:
    """Code, lifecycle and, if one was given, light."""
    return event.summary.split() or [""]


def _entry(event: Event, titles: Mapping[str, str], possible: Collection[int]) -> Entry:
    undone = hasattr(event, "undone_by")
    return Entry(
        at=event.at,
        actor=event.actor,
        sentence=_sentence(event),
        detail=_detail(event, titles)[:SHOWN],
        href=_href(event, titles),
        undo="" if undone else _undo_address(event, possible),
        is_undone=undone,
    )


def _undo_address(event: Event, possible: Collection[int]) -> str:
    if event.verb == "merge_party":
        return reverse("undo", args=[event.pk])
    if event.pk not in possible:
        return ""
    if event.verb in IMPORTS and event.after:
        return reverse("import_undo", args=[event.after["import"]])
    return reverse("undo", args=[event.pk])


def _sentence(event: Event) -> str:
    if event.undoes_id is not None:
        return _("Angra ei retting")
    if event.verb == "correct" and event.after:
        return _correction(event.after["field"])
    return {
        "upload": _("Lasta opp ein plan"),
        "discard_upload": _("Avbraut ei opplasting"),
        "refuse_upload": _("Ein plan lét seg ikkje lesa"),
        "restart_upload": _("Las ein plan på nytt etter eit avbrot"),
        "receive": _("Las eit dokument"),
        "discard": _("Forkasta eit dokument"),
        "review": _("Gjorde eit steg i ein gjennomgang"),
        "undo_review": _("Angra eit steg i ein gjennomgang"),
        "import": _("Tok over eit dokument som utkast"),
        "import_adopted": _("Tok over ein vedteken plan"),
        "undo_import": _("Angra ein import"),
        "publish": _("La ut ein versjon"),
        "withdraw": _("Tok bort ein versjon frå nettsida"),
        "adopt": _("Vedtok ein versjon"),
        "set_state": _("Endra tilstanden"),
        "edit_plan": _("Endra opplysningane om ein plan"),
        "short_title": _("Sette ein kort tittel"),
        "give_status": _("Gav status"),
        "merge_party": _("Slo saman to partar"),
        "separate_party": _("Skilde to partar"),
        "link_party": _("Sa kven ein part er"),
        "unlink_party": _("Tok bort kven ein part er"),
        "learn_words": _("La til ord frå dokumenta"),
        "forget_word": _("Gløymde eit ord"),
        "hand_in_travel_data": _("Lasta opp data for reisetid"),
        "refuse_travel_data": _("Data for reisetid lét seg ikkje bruka"),
        "put_away_travel_data": _("La bort data for reisetid"),
        "keep_travel_data": _("La inn data for reisetid"),
        "set_travel_goal": _("Sa kva reisetid eit mål gjeld"),
        "keep_travel_scenario": _("Lagra eit scenario for reisetid"),
        "show_travel_scenario": _("La ut eit scenario for reisetid"),
        "hide_travel_scenario": _("Tok eit scenario for reisetid bort frå nettsida"),
        "remove_travel_scenario": _("Sletta eit scenario for reisetid"),
        "ask_for_travel_run": _("Bad om ei utrekning av reisetid"),
        "refuse_travel_run": _("Ei reisetid lét seg ikkje rekna ut"),
        "edit_council": _("Endra innstillingane"),
        "create_council": _("Oppretta rådet"),
        "create_organisation": _("La til ein organisasjon"),
        "number_organisation": _("La til eit organisasjonsnummer"),
    }.get(event.verb, event.verb)


def _correction(field: str) -> str:
    if field.startswith("parties:"):
        role = page_words().role(field.removeprefix("parties:"))
        return _("Retta %(role)s") % {"role": role}
    return {
        "text": _("Retta ein tekst"),
        "title": _("Retta tittelen"),
        "number": _("Retta eit nummer"),
        "time": _("Retta tida"),
        "budgets": _("Retta eit beløp"),
    }.get(field, _("Retta noko"))


def _href(event: Event, titles: Mapping[str, str]) -> str:
    code = _status_words(event)[0] if event.verb == "give_status" else ""
    return reverse("element", args=[code]) if code in titles else ""


def _detail(event: Event, titles: Mapping[str, str]) -> str:
    if event.verb == "give_status":
        return _status_detail(_status_words(event), titles)
    if event.verb == "correct" and event.after:
        return _value(event.after["value"])
    if event.verb == "refuse_upload":
        return _(event.summary)  # a sentence of the reader's
    if event.verb == "set_state":
        return page_words().plan_state(event.summary)
    return event.summary


def _status_detail(told: list[str], titles: Mapping[str, str]) -> str:
    words = page_words()
    said = [words.lifecycle(one) for one in told[1:2]] + [words.light(one) for one in told[2:3]]
    return f"{titles.get(told[0], told[0])} ({', '.join(said)})"


def _value(value: object) -> str:
    """A corrected value in words."""
    if isinstance(value, dict):
        return str(value.get("raw") or value.get("amount") or "")
    if isinstance(value, list):
        return ", ".join(filter(None, map(_value, value))) or _("ingen")
    return _("ingen") if value is None else str(value)
