"""What a travel-time goal is measured by, as a form."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from tiltak.web.desk.forms import DeskForm
from tiltak.web.desk.travel_form import COORDINATES, written


class GoalForm(DeskForm):
    """Centres are written one on a line: name; latitude, longitude."""

    destination = forms.CharField(
        label=_("Kva målet heiter i overskrifta"),
        max_length=100,
        help_text=_("Til dømes Sogndal, eller regionsenteret."),
    )
    centres = forms.CharField(
        label=_("Senter"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Eitt på kvar linje: Sogndalsfjøra: 61.230, 7.100. Det næraste gjeld."),
    )
    limit_minutes = forms.FloatField(
        label=_("Grense, minutt"), min_value=1, max_value=1440, localize=True
    )
    ferry_wait_minutes = forms.FloatField(
        label=_("Venting på ferje utan kjende avgangar, minutt"),
        min_value=0,
        max_value=1440,
        localize=True,
    )

    def clean_centres(self) -> str:
        """Refuse a line that is no centre."""
        text: str = self.cleaned_data["centres"]
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip() and _centre(line) is None:
                problem = said(
                    "Linje %(number)s er ikkje eit namn, kolon, breiddegrad og lengdegrad."
                )
                raise forms.ValidationError(problem % {"number": number})
            if line.strip() and not _is_on_earth(line):
                problem = said(
                    "Linje %(number)s: skriv breiddegrada først og så lengdegrada, til dømes "
                    "61.230, 7.100."
                )
                raise forms.ValidationError(problem % {"number": number})
        return text


def _is_on_earth(line: str) -> bool:
    """Whether a line that is a centre has latitude first."""
    # numpy is loaded by those who need it
    import numpy as np

    from tiltak.analysis.traveltime.coordinates import are_degrees, are_swapped

    centre = _centre(line) or {}
    lonlat = np.array([[centre["lon"], centre["lat"]]])
    return bool((are_degrees(lonlat) & ~are_swapped(lonlat)).all())


def centres_of(text: str) -> list[dict[str, Any]]:
    """The centres of what was written."""
    return [found for line in text.splitlines() if (found := _centre(line))]


def written_centres(centres: Sequence[Mapping[str, Any]]) -> str:
    """The centres as they are written, one on a line."""
    return "\n".join(f"{one['name']}: {written(one['lat'], one['lon'])}" for one in centres)


def _centre(line: str) -> dict[str, Any] | None:
    name, _colon, rest = line.rpartition(":")
    found = COORDINATES.fullmatch(rest)
    if not name.strip() or found is None:
        return None
    lat, lon = (float(part.replace(",", ".")) for part in found.groups())
    return {"name": name.strip(), "lat": lat, "lon": lon}
