"""A municipality through time, as a list of sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tiltak.domain.organisations.queries.municipalities import ChangeView, MunicipalityView
from tiltak.web.ui.addresses import address
from tiltak.wording import Words


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened to a municipality. `href`: the other municipality."""

    on: date
    sentence: str
    name: str
    href: str
    note: str


def history(municipality: MunicipalityView, said: Words) -> list[Moment]:
    """Numbers, mergers, splits and memberships, oldest first."""
    moments = [
        *_numbers(municipality, said),
        *_changes(municipality, said),
        *_memberships(municipality, said),
    ]
    return sorted(moments, key=lambda moment: moment.on)


def _numbers(municipality: MunicipalityView, said: Words) -> Iterator[Moment]:
    _ = said.gettext
    for held in municipality.numbers[1:]:
        if held.span.valid_from:
            sentence = _("Fekk kommunenummeret %(number)s.") % {"number": held.value}
            yield Moment(held.span.valid_from, sentence, "", "", "")


def _changes(municipality: MunicipalityView, said: Words) -> Iterator[Moment]:
    _ = said.gettext
    came = {
        "merged": _("Kom til, heilt eller i hovudsak:"),
        "part_moved": _("Ein del kom frå:"),
        "renamed": _("Heitte før:"),
    }
    went = {
        "merged": _("Vart ein del av:"),
        "part_moved": _("Ein del gjekk til:"),
        "renamed": _("Skifte namn til:"),
    }
    for change in municipality.came_from:
        yield _change(change, came)
    for change in municipality.went_to:
        yield _change(change, went)


def _change(change: ChangeView, sentences: dict[str, str]) -> Moment:
    href = address("municipality", change.number) if change.number else ""
    name = f"{change.name} ({change.number})" if change.number else change.name
    return Moment(change.on, sentences[change.kind], name, href, change.note)


def _memberships(municipality: MunicipalityView, said: Words) -> Iterator[Moment]:
    _ = said.gettext
    for span in municipality.memberships:
        if span.valid_from and span.valid_from != municipality.span.valid_from:
            yield Moment(span.valid_from, _("Vart med i regionrådet."), "", "", "")
        if span.valid_to and span.valid_to != municipality.span.valid_to:
            yield Moment(span.valid_to, _("Gjekk ut av regionrådet."), "", "", "")
