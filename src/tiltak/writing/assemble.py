"""From the database to a file: what is known of a version, as one frozen paper, in a format."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.text import slugify

from tiltak.domain.followup.queries.statuses import Status, current_statuses
from tiltak.domain.plans.models import PlanVersion
from tiltak.domain.plans.projection import planfile_of
from tiltak.domain.plans.queries.planfile import stored_version
from tiltak.domain.plans.queries.versions import VersionView
from tiltak.domain.viewer import Viewer
from tiltak.planfile import walk
from tiltak.planfile.model import Item, Measure, Plan, Section
from tiltak.wording import Language, Words, language_of, words
from tiltak.writing.document import PlanPaper, StatusView
from tiltak.writing.formats import FORMATS


class UnknownFormat(LookupError):
    """There is no format of that name; the message lists those there are."""


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file ready to send or to write."""

    name: str
    media_type: str
    content: bytes


def export(
    viewer: Viewer,
    version: VersionView,
    format_name: str,
    *,
    now: datetime,
    address: str,
    language: Language | None = None,
) -> ExportedFile:
    """A version in a format of `FORMATS`, with what the viewer may see.

    `address` is the web page of the version, `language` that of the fixed texts (default: the
    plan's own). Raises UnknownFormat, and NotFound for who may not see the version.
    """
    made = FORMATS.get(format_name)
    if made is None:
        raise UnknownFormat(", ".join(FORMATS))
    paper = paper_of(
        viewer,
        version,
        now=now,
        address=address,
        language=language,
        provenance=made.has_provenance,
    )
    return ExportedFile(
        name=f"{_file_name(version, format_name)}.{made.extension}",
        media_type=made.media_type,
        content=made.write(paper),
    )


def paper_of(
    viewer: Viewer,
    version: VersionView,
    *,
    now: datetime,
    address: str,
    language: Language | None = None,
    provenance: bool = False,
) -> PlanPaper:
    """A version with its statuses and short titles, as the viewer may see them.

    A fixed number of statements. Raises NotFound for who may not see the version.
    """
    stored = stored_version(viewer, version)
    plan = planfile_of(stored, provenance=provenance)
    council = stored.plan.council
    spoken = language or language_of(version.language)
    moment = timezone.localtime(now)
    return PlanPaper(
        council=council.name,
        title=version.title,
        kind=version.kind,
        state=state_sentence(version, council.name, words(spoken)),
        version=str(version.number),
        language=spoken,
        generated_at=moment,
        address=address,
        plan=plan,
        labels=_labels(council.labels, plan.labels, spoken),
        statuses=_statuses(viewer, version, plan, moment.date()),
        short_titles={e.id: e.short_title for e in _elements(plan) if e.short_title},
    )


def state_sentence(version: VersionView, council: str, spoken: Words) -> str:
    """How far the version is from being decided, and by whom.

    "Vedteken av Sogn regionråd 8. desember 2017, sak 45/17".
    """
    _ = spoken.gettext
    if version.state == PlanVersion.State.CONSULTATION:
        return _("Høyringsframlegg")
    if version.state == PlanVersion.State.DRAFT:
        return _("Utkast")
    body = version.decided_body or version.facts.get("body") or council
    day = version.decided_date if version.is_adopted else _day(version.facts.get("date"))
    said = {
        "body": body,
        "date": spoken.long_date(day) if day else "",
        "case": version.decided_case,
    }
    if not version.is_adopted:
        if day is None:
            return _("Framlegg til %(body)s") % said
        return _("Framlegg til %(body)s, møtet %(date)s") % said
    if version.decided_case:
        return _("Vedteken av %(body)s %(date)s, sak %(case)s") % said
    return _("Vedteken av %(body)s %(date)s") % said


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _labels(
    council: Mapping[str, Mapping[str, str]], document: Mapping[str, str], language: Language
) -> dict[str, str]:
    """The document's own words for the levels, then the council's in the language."""
    own = {level: said[language] for level, said in council.items() if said.get(language)}
    return own | {level: word for level, word in document.items() if word}


def _statuses(
    viewer: Viewer, version: VersionView, plan: Plan, today: date
) -> dict[str, StatusView]:
    """What was last said of each element, by its id in the plan."""
    said = {status.code: status for status in current_statuses(viewer, version.id).values()}
    return {
        element.id: _status(said[element.initiative], today)
        for element in _elements(plan)
        if element.initiative in said
    }


def _status(status: Status, today: date) -> StatusView:
    said_on = timezone.localtime(status.said_at).date()
    return StatusView(
        lifecycle=status.lifecycle,
        light=status.light,
        sentence=status.sentence,
        said_by=status.said_by,
        said_on=said_on,
        age_days=max(0, (today - said_on).days),
        is_example=status.is_example,
    )


def _elements(plan: Plan) -> Iterator[Section | Item | Measure]:
    """Everything that can have a status and a short title."""
    for area in plan.focus_areas:
        for section in walk.sections_of(area):
            yield section
            yield from section.sub_goals
            yield from section.strategies
            for measure in section.measures:
                yield from walk.with_parts(measure)


def _file_name(version: VersionView, format_name: str) -> str:
    """`handlingsplan-2018-v3`; a report says that it is one."""
    name = f"{slugify(version.slug)}-v{version.number}"
    return name if FORMATS[format_name].extension == format_name else f"{name}-{format_name}"
