"""What the secretary should do first, most pressing first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiltak.domain.followup.queries.statuses import FollowedPlan, follow
from tiltak.domain.organisations.queries.secretary import nameless_parties
from tiltak.domain.plans.queries import versions
from tiltak.domain.plans.queries.intake import unplaced_counts, waiting_imports
from tiltak.domain.plans.queries.uploads import unfinished_uploads
from tiltak.domain.plans.queries.versions import PlanView
from tiltak.domain.traveltime.queries.handed_in import unfinished_handed_in
from tiltak.domain.viewer import Viewer
from tiltak.web.ui.tags import page_words

# a status from before the last tertial says little of today
STALE_DAYS = 120


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: a sentence, what it is about, where to do it."""

    sentence: str
    about: str
    href: str
    action: str


def tasks(viewer: Viewer, now: datetime) -> list[Task]:
    """Everything that waits, in the order it should be done."""
    found = versions.plans(viewer)
    return [
        *_uploads(viewer),
        *_travel_data(viewer),
        *_imports(viewer),
        *_drafts(found),
        *_unplaced(viewer),
        *_statuses(viewer, found, now),
        *_parties(viewer),
    ]


def _uploads(viewer: Viewer) -> Iterator[Task]:
    for upload in unfinished_uploads(viewer):
        sentence, action = (
            (_("Ein plan blir lesen"), _("Sjå kor langt"))
            if upload.is_under_way
            else (_("Ein plan lét seg ikkje lesa"), _("Sjå kvifor"))
        )
        address = reverse("upload_progress", args=[upload.pk])
        yield Task(sentence, ", ".join(upload.files), address, action)


def _travel_data(viewer: Viewer) -> Iterator[Task]:
    for found in unfinished_handed_in(viewer):
        sentence, action = (
            (_("Data for reisetid blir prøvde"), _("Sjå kor langt"))
            if found.is_under_way
            else (_("Data for reisetid kan ikkje brukast"), _("Sjå kvifor"))
        )
        address = reverse("desk_travel_data_progress", args=[found.id])
        yield Task(sentence, found.said["name"], address, action)


def _imports(viewer: Viewer) -> Iterator[Task]:
    for received in waiting_imports(viewer):
        yield Task(
            _("Eit dokument er lese og ventar på at du ser over"),
            received.document.filename,
            reverse("import", args=[received.pk]),
            _("Sjå over"),
        )


def _drafts(found: list[PlanView]) -> Iterator[Task]:
    for plan in found:
        newest = plan.versions[0]
        if not newest.is_public:
            yield Task(
                _("Eit utkast er ikkje lagt ut enno"),
                newest.title,
                reverse("version", args=[newest.numbered_ref]),
                _("Opne"),
            )


def _unplaced(viewer: Viewer) -> Iterator[Task]:
    for version, count in unplaced_counts(viewer):
        sentence = ngettext(
            "%(count)s tekst frå dokumentet fekk ikkje plass i planen",
            "%(count)s tekstar frå dokumentet fekk ikkje plass i planen",
            count,
        )
        address = reverse("version", args=[f"{version.plan.slug}@{version.number}"])
        yield Task(
            sentence % {"count": count}, version.title, f"{address}#uplassert", _("Sjå tekstane")
        )


def _statuses(viewer: Viewer, found: list[PlanView], now: datetime) -> Iterator[Task]:
    main = versions.main_plan(found)
    if main is None:
        return
    followed = follow(viewer, main, main.shown)
    measures = followed.tree.top_measures
    without = [node for node in measures if node.initiative_id not in followed.statuses]
    if without:
        sentence = ngettext(
            "%(count)s tiltak har ingen status", "%(count)s tiltak har ingen status", len(without)
        )
        yield Task(
            sentence % {"count": len(without)},
            main.shown.title,
            reverse("statuses"),
            _("Gje status"),
        )
    yield from _oldest(followed, now)


def _oldest(followed: FollowedPlan, now: datetime) -> Iterator[Task]:
    said = [
        (followed.statuses[node.initiative_id], node)
        for node in followed.tree.top_measures
        if node.initiative_id in followed.statuses
    ]
    if not said:
        return
    status, node = min(said, key=lambda pair: pair[0].said_at)
    if (now - status.said_at).days > STALE_DAYS:
        age = page_words().age(timezone.localdate(status.said_at), timezone.localdate(now))
        yield Task(
            _("Den eldste statusen vart meld %(age)s") % {"age": age},
            node.title,
            reverse("status", args=[node.code]),
            _("Oppdater"),
        )


def _parties(viewer: Viewer) -> Iterator[Task]:
    count = len(nameless_parties(viewer))
    if count:
        sentence = ngettext("%(count)s part manglar namn", "%(count)s partar manglar namn", count)
        yield Task(
            sentence % {"count": count},
            _("Planen nemner nokon utan å seia kven det er"),
            reverse("desk_parties"),
            _("Set namn"),
        )
