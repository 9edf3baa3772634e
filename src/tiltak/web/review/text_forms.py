"""Cutting a text, and choosing a piece of one."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from tiltak.domain.plans.queries.reviewing import ReviewView
from tiltak.planfile.running_text import shortened
from tiltak.web.desk.fact_fields import dress
from tiltak.web.desk.forms import DeskForm
from tiltak.web.desk.plan_words import level_word
from tiltak.web.review.pieces import pieces
from tiltak.web.review.targets import Target, target_of

LONGEST = 80


class SplitForm(DeskForm):
    """The text, to be cut by blank lines. `sentences` are cut by a button each."""

    text = forms.CharField(widget=forms.Textarea, strip=False)

    def __init__(self, target: Target, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={"text": target.text})
        self.fields["text"].label = _("Set inn ei tom linje der teksten skal delast")
        self.sentences = pieces(target.text)
        dress(self)


class PieceForm(DeskForm):
    """From which sentence of an unplaced text to which; not asked where there is only one."""

    first = forms.TypedChoiceField(coerce=int)
    last = forms.TypedChoiceField(coerce=int)

    def __init__(self, target: Target, data: Mapping[str, Any] | None = None) -> None:
        self.start = target.passages[0].start
        self.pieces = pieces(target.text)
        ends = {"first": self.pieces[0].start, "last": self.pieces[-1].end}
        super().__init__(data, initial=ends)
        self._offer("first", _("Frå"), [(one.start, one.text) for one in self.pieces])
        self._offer("last", _("Til og med"), [(one.end, one.text) for one in self.pieces])

    def _offer(self, name: str, label: str, choices: list[tuple[int, str]]) -> None:
        self.fields[name].label = label
        self.offer(name, [(value, shortened(text, LONGEST)) for value, text in choices])

    def clean(self) -> None:
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first is not None and last is not None and last <= first:
            self.add_error("last", _("Stykket må slutta etter at det byrjar."))

    @property
    def value(self) -> tuple[int, int]:
        """The characters of the source, of a valid form."""
        return self.start + self.cleaned_data["first"], self.start + self.cleaned_data["last"]


class AppendForm(DeskForm):
    """The element a text belongs to: at first the one that stands before it in the source."""

    target = forms.ChoiceField()

    def __init__(
        self, review: ReviewView, target: Target, data: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial={"target": _before(review, target)})
        self.fields["target"].label = _("Legg teksten til")
        self.offer(
            "target",
            [
                (
                    one.key,
                    f"{'– ' * one.depth}{level_word(one.kind)}: {shortened(one.text, LONGEST)}",
                )
                for one in review.elements.values()
            ],
        )


def _before(review: ReviewView, target: Target) -> str:
    place = target.passages[0]
    best, at = "", -1
    for key in review.elements:
        other = target_of(review, key)
        for one in other.passages if other else ():
            if one.source == place.source and at < one.start < place.start:
                best, at = key, one.start
    return best
