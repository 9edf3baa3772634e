"""Tying a row of the table to a measure."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from tiltak.domain.plans.queries.reviewing import ReviewView
from tiltak.planfile.editing import ROW
from tiltak.planfile.model import LinkKind
from tiltak.planfile.running_text import shortened
from tiltak.web.desk.forms import DeskForm
from tiltak.web.review.card import link_word
from tiltak.web.review.targets import Target

KINDS: tuple[LinkKind, ...] = ("same", "merged", "part", "related")
LONGEST = 80


class LinkForm(DeskForm):
    """The other one, and how they belong together."""

    other = forms.ChoiceField()
    kind = forms.ChoiceField(initial="same")

    def __init__(
        self, review: ReviewView, target: Target, data: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data)
        choices = list(_measures(review) if target.row else _rows(review))
        self.fields["other"].label = _("Tiltak") if target.row else _("Rad i tabellen")
        self.offer("other", choices)
        self.fields["kind"].label = _("Slik høyrer dei saman")
        self.offer("kind", [(kind, link_word(kind)) for kind in KINDS])


def _measures(review: ReviewView) -> Iterator[tuple[str, str]]:
    for element in review.elements.values():
        if element.kind in {"measure", "part"}:
            yield element.key, _short(element.number, element.text)


def _rows(review: ReviewView) -> Iterator[tuple[str, str]]:
    for row in review.rows.values():
        yield ROW + row.id, _short(row.number, row.text)


def _short(number: str | None, text: str) -> str:
    return shortened(f"{number or ''} {text}", LONGEST)
