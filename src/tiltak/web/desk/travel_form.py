"""A scenario as a form: kinds of change, places by name or by coordinates."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from tiltak.planfile.running_text import shortened
from tiltak.web.desk.forms import DeskForm
from tiltak.web.traveltime.changes import KINDS

LONGEST_TITLE = 89
# a form begins with so many empty changes, and a button gives as many more
MOST_CHANGES, EMPTY_CHANGES = 60, 2
COORDINATES = re.compile(r"\s*(-?\d{1,3}(?:[.,]\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*")
KIND_CHOICES = (("", _("Vel kva som blir endra")), *KINDS.items())
FIGURES = ("kmh", "length_km", "headway_minutes", "crossing_minutes", "longest_wait_minutes")
A_DAY: Mapping[str, Any] = {"required": False, "localize": True, "min_value": 0, "max_value": 1440}
# which fields a change of each kind has; the rest of what was typed is refused, not ignored
FIELDS: Mapping[str, tuple[str, ...]] = {
    "new_link": ("from", "to", "kmh", "length_km", "one_way"),
    "changed_link": ("from", "to", "kmh"),
    "closed_link": ("from", "to"),
    "changed_ferry": ("from", "to", "headway_minutes", "crossing_minutes"),
    "new_ferry": ("from", "to", "headway_minutes", "crossing_minutes", "length_km"),
    "removed_ferry": ("from", "to"),
    "night": ("headway_minutes", "longest_wait_minutes"),
}
NEEDED: Mapping[str, tuple[str, ...]] = {
    "new_link": ("from", "to", "kmh"),
    "changed_link": ("from", "kmh"),
    "closed_link": ("from",),
    "changed_ferry": ("from", "to"),
    "new_ferry": ("from", "to"),
    "removed_ferry": ("from", "to"),
    "night": ("headway_minutes",),
}
Places = Mapping[str, tuple[float, float]]


class ScenarioForm(DeskForm):
    """Its name and the measure it belongs to."""

    name = forms.CharField(
        label=_("Namn"),
        max_length=200,
        help_text=_("Kva som blir annleis, til dømes: Ferje kvart kvarter."),
    )
    measure = forms.ChoiceField(label=_("Kva tiltak høyrer det til?"))

    def __init__(self, *args: Any, measures: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        titles = [(code, shortened(title, LONGEST_TITLE)) for code, title in measures]
        self.offer("measure", [("", said("Vel eit tiltak")), *titles])


class ChangeForm(DeskForm):
    """One change. What is left empty altogether is no change."""

    kind = forms.ChoiceField(label=_("Endring"), choices=KIND_CHOICES, required=False)
    begin = forms.CharField(
        label=_("Frå"),
        required=False,
        max_length=100,
        help_text=_("Namnet på ein stad, eller breiddegrad og lengdegrad: 61.206, 6.597."),
    )
    end = forms.CharField(
        label=_("Til"),
        required=False,
        max_length=100,
        help_text=_("Står det tomt for ein veg, gjeld det vegen mellom to kryss der «Frå» er."),
    )
    kmh = forms.FloatField(
        label=_("Fart, km/t"), required=False, localize=True, min_value=1, max_value=200
    )
    length_km = forms.FloatField(
        label=_("Lengd, km"),
        required=False,
        localize=True,
        min_value=0,
        max_value=2000,
        help_text=_("Tomt er luftlina."),
    )
    headway_minutes = forms.FloatField(label=_("Minutt mellom avgangane"), **A_DAY)
    crossing_minutes = forms.FloatField(label=_("Overfart, minutt"), **A_DAY)
    longest_wait_minutes = forms.FloatField(
        label=_("Lengste venting som blir rekna, minutt"), **A_DAY
    )
    one_way = forms.BooleanField(
        label=_("Einvegskøyrd, i den retninga du skreiv"),
        required=False,
    )

    def __init__(self, *args: Any, places: Places, **kwargs: Any) -> None:
        super().__init__(*args, **{"use_required_attribute": False, **kwargs})
        self.places = places
        self.definition: dict[str, Any] | None = None
        for end in ("begin", "end"):
            self.fields[end].widget.attrs |= {"list": "stader", "autocomplete": "off"}

    def clean(self) -> dict[str, Any]:
        told = self.cleaned_data
        kind = told.get("kind", "")
        values = {
            "from": self._spot("begin"),
            "to": self._spot("end"),
            **{name: told.get(name) for name in FIGURES},
            "one_way": told.get("one_way") or None,
        }
        given = {name: value for name, value in values.items() if value is not None}
        if not kind:
            if given:
                self.add_error("kind", said("Vel kva slag endring det er."))
            return told
        self._check(kind, given)
        if not self.errors:
            if kind in {"changed_link", "closed_link"} and "to" not in given:
                given["at"] = given.pop("from")
            self.definition = {"kind": kind} | {
                name: list(value) if isinstance(value, tuple) else value
                for name, value in given.items()
            }
        return told

    def _check(self, kind: str, given: Mapping[str, Any]) -> None:
        for name in NEEDED[kind]:
            if name not in given and not self.has_error(_field(name)):
                self.add_error(_field(name), said("Dette må fyllast ut for ei slik endring."))
        for name in given:
            if name not in FIELDS[kind]:
                problem = said("Dette gjeld ikkje for ei slik endring. La det stå tomt.")
                self.add_error(_field(name), problem)
        if kind == "changed_ferry" and not {"headway_minutes", "crossing_minutes"} & set(given):
            self.add_error(
                "headway_minutes", said("Skriv nye avgangar, ei ny overfartstid eller begge.")
            )

    def _spot(self, field: str) -> tuple[float, float] | None:
        """Latitude and longitude of what was typed: a place by its name, or coordinates."""
        text = self.cleaned_data.get(field, "").strip()
        if not text:
            return None
        known = {name.casefold(): spot for name, spot in self.places.items()}
        if text.casefold() in known:
            return known[text.casefold()]
        if found := COORDINATES.fullmatch(text):
            lat, lon = (float(part.replace(",", ".")) for part in found.groups())
            return lat, lon
        problem = said("«%(text)s» er ingen kjend stad. Vel frå lista, eller skriv koordinatar.")
        self.add_error(field, problem % {"text": text})
        return None


def _field(name: str) -> str:
    """The form's own name of a field of a change."""
    return {"from": "begin", "to": "end"}.get(name, name)


@dataclass(slots=True)
class ChangeForms:
    """All changes of a scenario, and a few empty ones."""

    forms: list[ChangeForm]

    @classmethod
    def sent(cls, data: Mapping[str, Any], places: Places) -> "ChangeForms":
        """As they were filled in."""
        return cls(
            [
                ChangeForm(data, places=places, prefix=f"c{number}")
                for number in range(MOST_CHANGES)
                if f"c{number}-kind" in data
            ]
        )

    @classmethod
    def with_more(cls, data: Mapping[str, Any], places: Places) -> "ChangeForms":
        """As they were typed, whatever is wrong with it, and empty ones after them."""
        typed = [
            {name: data.get(f"c{number}-{name}", "") for name in ChangeForm.base_fields}
            for number in range(MOST_CHANGES)
            if f"c{number}-kind" in data
        ]
        return cls._shown(typed, places)

    @classmethod
    def of(cls, changes: Sequence[Mapping[str, Any]], places: Places) -> "ChangeForms":
        """As they are stored, and empty ones after them."""
        return cls._shown([_initial(change, places) for change in changes], places)

    @classmethod
    def _shown(cls, shown: Sequence[Mapping[str, Any]], places: Places) -> "ChangeForms":
        empty = max(min(EMPTY_CHANGES, MOST_CHANGES - len(shown)), 0)
        return cls(
            [
                ChangeForm(initial=dict(initial), places=places, prefix=f"c{number}")
                for number, initial in enumerate([*shown, *({} for _ in range(empty))])
            ]
        )

    @property
    def has_room(self) -> bool:
        """Whether there may be more of them."""
        return len(self.forms) < MOST_CHANGES

    def is_valid(self) -> bool:
        """Whether all of them can be understood, and there is at least one."""
        wrong = sum(not form.is_valid() for form in self.forms)
        return not wrong and bool(self.definitions)

    @property
    def definitions(self) -> list[dict[str, Any]]:
        """The changes as the analysis reads them."""
        return [form.definition for form in self.forms if form.definition]

    def __iter__(self) -> Iterator[ChangeForm]:
        return iter(self.forms)


def written(lat: float, lon: float) -> str:
    """Latitude and longitude with every digit they have: what is sent unchanged stays the same."""
    return ", ".join(f"{Decimal(repr(float(one))).normalize():f}" for one in (lat, lon))


def _initial(change: Mapping[str, Any], places: Places) -> dict[str, Any]:
    names = {(round(lat, 5), round(lon, 5)): name for name, (lat, lon) in places.items()}

    def spot(value: Sequence[float] | None) -> str:
        if not value:
            return ""
        lat, lon = value
        return names.get((round(lat, 5), round(lon, 5)), written(lat, lon))

    figures = {name: change[name] for name in (*FIGURES, "one_way") if name in change}
    return {
        "kind": change["kind"],
        "begin": spot(change.get("from") or change.get("at")),
        "end": spot(change.get("to")),
        **figures,
    }
