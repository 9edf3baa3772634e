"""What a council says about itself."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from tiltak.domain.audit.operations import record
from tiltak.domain.organisations.logo import logo_type
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.viewer import Viewer

# what a council may set about itself as plain text
TEXTS = {
    "name": 200,
    "short_name": 60,
    "email": 254,
    "phone": 40,
    "address": 2000,
    "website": 200,
    "about": 20_000,
}
LANGUAGES = ("nn", "nb", "en")
LEVELS = ("focus_area", "theme", "sub_goal", "strategy", "measure", "part")
LONGEST_LABEL = 60


class NotOwnCouncil(Exception):
    """The viewer may not edit this council."""


class ImpossibleCouncil(Exception):
    """A value does not fit its field. `str()` is the name of the field."""


def council_changed(*, council_id: int, now: datetime) -> None:
    """Something the public can see changed: pages made before are old."""
    RegionalCouncil.objects.filter(pk=council_id).update(
        generation=F("generation") + 1, changed_at=now
    )


def edit_council(*, by: Viewer, council: RegionalCouncil, now: datetime, **texts: str) -> None:
    """Set name, contact, text about the council. Raises NotOwnCouncil, ImpossibleCouncil."""
    _require_own(by, council)
    for name, value in texts.items():
        if name != "language" and (len(value) > TEXTS.get(name, -1) or "\0" in value):
            raise ImpossibleCouncil(name)
    if not texts.get("name", "-").strip():
        raise ImpossibleCouncil("name")
    if texts.get("language", "nn") not in LANGUAGES:
        raise ImpossibleCouncil("language")
    before = {name: getattr(council, name) for name in texts}
    changed = {name: value for name, value in texts.items() if before[name] != value}
    with transaction.atomic():
        for name, value in changed.items():
            setattr(council, name, value)
        _save(by, council, now, list(changed), before={n: before[n] for n in changed})


def set_labels(
    *, by: Viewer, council: RegionalCouncil, labels: dict[str, dict[str, str]], now: datetime
) -> None:
    """The council's own words for the levels of its plans: level → language → word.

    A level or language without a word has the usual one. Raises NotOwnCouncil, ImpossibleCouncil.
    """
    _require_own(by, council)
    kept: dict[str, dict[str, str]] = {}
    for level, words in labels.items():
        if level not in LEVELS or not set(words) <= set(LANGUAGES):
            raise ImpossibleCouncil(level)
        for language, word in words.items():
            if len(word) > LONGEST_LABEL or "\0" in word:
                raise ImpossibleCouncil(level)
            if word.strip():
                kept.setdefault(level, {})[language] = word.strip()
    with transaction.atomic():
        before, council.labels = council.labels, kept
        _save(by, council, now, ["labels"], before={"labels": before})


def set_logo(*, by: Viewer, council: RegionalCouncil, data: bytes, now: datetime) -> None:
    """Set the logo, or take it away (no bytes). Raises NotOwnCouncil, UnfitLogo."""
    _require_own(by, council)
    council.logo_type = logo_type(data) if data else ""
    council.logo = data or None
    with transaction.atomic():
        _save(by, council, now, ["logo", "logo_type"], before=None)


def _require_own(by: Viewer, council: RegionalCouncil) -> None:
    if not by.may_edit or council.pk != by.council_id:
        raise NotOwnCouncil


def _save(
    by: Viewer,
    council: RegionalCouncil,
    now: datetime,
    fields: list[str],
    before: dict[str, object] | None,
) -> None:
    if not fields:
        return
    council.save(update_fields=fields)
    summary = ", ".join(sorted(fields))
    record(by=by, verb="edit_council", subject=council, now=now, summary=summary, before=before)
    council_changed(council_id=council.pk, now=now)
