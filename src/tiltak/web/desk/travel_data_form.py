"""The files of a travel-time goal as a form: each with its source; what is there can stay."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from tiltak.domain.traveltime.models import DataFile
from tiltak.domain.traveltime.operations import NewFile
from tiltak.domain.traveltime.operations.data import NEEDED
from tiltak.domain.traveltime.queries.values import FileView
from tiltak.planfile.running_text import shortened
from tiltak.web.desk.date_field import DateField
from tiltak.web.desk.forms import DeskForm

Role = DataFile.Role
LONGEST_FILE_NAME, LONGEST_TITLE = 300, 89
TITLES = {
    Role.ROADS: _("Vegar og ferjer"),
    Role.POPULATION: _("Folketal"),
    Role.MUNICIPALITIES: _("Kommunegrenser"),
    Role.TOTALS: _("Folketal i kommunane"),
    Role.SPEEDS: _("Fart etter vegkategori"),
    Role.PLACES: _("Stader med namn"),
}
HELP = {
    Role.ROADS: _("GeoJSON (.geojson eller .geojson.gz) eller OpenStreetMap (.osm.pbf)."),
    Role.POPULATION: _("Rutene til SSB (SSBID0250M;pop_tot), eller lat, lon og population."),
    Role.MUNICIPALITIES: _("GeoJSON med kommunenummer."),
    Role.TOTALS: _("CSV med kommunenummer og population. Rutetal frå 2020 og seinare treng dei."),
    Role.SPEEDS: _("CSV med category og kmh. Utan fila gjeld farten i programmet."),
    Role.PLACES: _("CSV med name, kind, lat og lon. Dei står på kartet og i skjemaet."),
}


class ChooseForm(DeskForm):
    """Which element of the plan is to be a travel time."""

    mal = forms.ChoiceField(
        label=_("Kva i planen handlar om reisetid?"),
        help_text=_("Til dømes målet om at alle skal nå regionsenteret innan 45 minutt."),
    )

    def __init__(self, *args: Any, goals: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        titles = [(code, shortened(title, LONGEST_TITLE)) for code, title in goals]
        self.offer("mal", [("", said("Vel eit mål")), *titles])


class DataForm(DeskForm):
    """What the data are called, and how they are read."""

    name = forms.CharField(
        label=_("Namn på datasettet"),
        max_length=200,
        help_text=_("Til dømes: Vegar og folk 2025."),
    )
    around = forms.FloatField(
        label=_("Kilometer veg omkring kommunane"),
        min_value=0,
        max_value=1000,
        localize=True,
        help_text=_("Nye vegar blir skorne til dette. 0 er alle vegane i fila."),
    )
    municipality_field = forms.CharField(
        label=_("Feltet som har kommunenummeret"),
        max_length=60,
        required=False,
        help_text=_("Trengst berre om programmet ikkje finn det sjølv."),
    )


class FileForm(DeskForm):
    """One file: `present` is what is used today, and stays where no other is chosen."""

    file = forms.FileField(label=_("Fil"), required=False)
    source = forms.CharField(
        label=_("Kjelde"),
        max_length=300,
        required=False,
        help_text=_("Kven som har laga fila. Alle ser det på sida."),
    )
    licence = forms.CharField(label=_("Lisens"), max_length=200, required=False)
    address = forms.URLField(
        label=_("Nettadresse"), max_length=500, required=False, assume_scheme="https"
    )
    as_of = DateField(label=_("Dato tala gjeld"), required=False)
    leave_out = forms.BooleanField(label=_("Bruk ikkje denne fila lenger"), required=False)

    def __init__(self, *args: Any, role: str, present: FileView | None, **kwargs: Any) -> None:
        super().__init__(*args, **{"use_required_attribute": False, "prefix": role, **kwargs})
        self.role, self.present = role, present
        self.title, self.is_needed = TITLES[Role(role)], role in NEEDED
        self.fields["file"].help_text = HELP[Role(role)]
        if present is None or self.is_needed:
            del self.fields["leave_out"]

    @property
    def is_shown(self) -> bool:
        """Whether it stands on the page at once; the others are few people's business."""
        return self.is_needed or self.present is not None

    def clean(self) -> dict[str, Any]:
        told = self.cleaned_data
        if self.is_needed and not told.get("file") and self.present is None:
            self.add_error("file", said("Vel ei fil."))
        if self.is_kept_or_new and not told.get("source"):
            self.add_error("source", said("Sei kven som har laga fila."))
        return told

    @property
    def is_kept_or_new(self) -> bool:
        """Whether there is to be a file in this role."""
        told = self.cleaned_data
        return bool(told.get("file")) or (self.present is not None and not told.get("leave_out"))

    def new_file(self, present: Mapping[str, tuple[str, bytes]]) -> NewFile:
        """The file with its source; the one that is chosen, else the present one (role → name,
        bytes)."""
        told = self.cleaned_data
        chosen = told.get("file")
        name, data = (chosen.name, chosen.read()) if chosen else present[self.role]
        return NewFile(
            role=self.role,
            filename=name.replace("\0", "")[-LONGEST_FILE_NAME:],
            data=data,
            source=told["source"],
            licence=told["licence"],
            address=told["address"],
            as_of=told["as_of"],
        )


@dataclass(frozen=True, slots=True)
class FileForms:
    """A form for each role."""

    forms: tuple[FileForm, ...]

    @classmethod
    def of(
        cls,
        present: Mapping[str, FileView],
        *sent: Any,
        said_before: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> "FileForms":
        """As they are, or as they were `sent` (data and files)."""
        before = said_before or {}
        return cls(
            tuple(
                FileForm(
                    *sent,
                    role=role,
                    present=present.get(role),
                    initial=before.get(role) or _initial(present.get(role)),
                )
                for role in Role.values
            )
        )

    def is_valid(self) -> bool:
        """Whether all of them can be used. Each says what is wrong with it."""
        wrong = sum(not form.is_valid() for form in self.forms)
        return not wrong

    def new_files(self, present: Mapping[str, tuple[str, bytes]]) -> list[NewFile]:
        """All files there are to be."""
        return [form.new_file(present) for form in self.forms if form.is_kept_or_new]

    @property
    def has_more(self) -> bool:
        """Whether some do not stand on the page at once."""
        return not all(one.is_shown for one in self.forms)

    @property
    def is_open(self) -> bool:
        """Whether something is wrong with, or was said of, one of those."""
        return any((one.errors or one.initial) and not one.is_shown for one in self.forms)

    @property
    def has_new_roads(self) -> bool:
        """Whether other roads were chosen."""
        return any(one.role == Role.ROADS and one.cleaned_data.get("file") for one in self.forms)

    def __iter__(self) -> Iterator[FileForm]:
        return iter(self.forms)


def _initial(present: FileView | None) -> dict[str, Any]:
    if present is None:
        return {}
    return {
        "source": present.source,
        "licence": present.licence,
        "address": present.address,
        "as_of": present.as_of,
    }
