"""Fields for what a plan says of time, money and parties, as a person writes it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal, cast

from django import forms
from django.utils.translation import gettext as _

from tiltak.planfile.model import Budget, Time
from tiltak.web.desk import typed


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that stand in one line, and what others wrote there meanwhile."""

    fields: tuple[forms.BoundField, ...]
    meanwhile: tuple[str, ...]
    note: str = ""
    is_extra: bool = False


def text_field(text: str, *, is_title: bool, required: bool = True) -> forms.Field:
    """The words themselves."""
    return forms.CharField(
        label=_("Tittel") if is_title else _("Tekst"),
        initial=text,
        widget=forms.Textarea,
        required=required,
        strip=False,
        error_messages={"required": _("Teksten kan ikkje vera tom.")},
    )


def number_field(number: str | None) -> forms.Field:
    """The number as printed."""
    return forms.CharField(label=_("Nummer"), initial=number or "", required=False)


def time_field(time: Time | None) -> forms.Field:
    """When."""
    return forms.CharField(
        label=_("Tid"),
        initial=typed.shown_time(time),
        required=False,
        help_text=_("Til dømes 2018, 2018–2019 eller løpande."),
    )


def parties_field(label: str, names: Sequence[str]) -> forms.Field:
    """Who, one name a line."""
    return forms.CharField(
        label=label,
        initial="\n".join(names),
        widget=forms.Textarea,
        required=False,
        help_text=_("Eitt namn på kvar linje."),
    )


def budget_fields(budgets: Sequence[Budget], count: int) -> Iterator[tuple[str, forms.Field]]:
    """Three fields for each amount, and for those that may be added up to `count`."""
    for i, budget in zip_longest(range(count), budgets):
        yield (
            f"amount{i}",
            forms.CharField(
                label=_("Beløp") if budget or not i else _("Eitt beløp til"),
                initial=typed.shown_amount(budget) if budget else "",
                required=False,
            ),
        )
        yield (
            f"per{i}",
            forms.ChoiceField(
                label=_("Gjeld beløpet"),
                initial=budget.per or "" if budget else "",
                required=False,
                choices=[
                    ("", _("Planen seier det ikkje")),
                    ("year", _("kvart år")),
                    ("total", _("i alt")),
                ],
            ),
        )
        yield (
            f"funder{i}",
            forms.CharField(
                label=_("Finansiør"), initial=budget.funder or "" if budget else "", required=False
            ),
        )


def typed_budgets(form: forms.Form, before: Sequence[Budget]) -> tuple[Budget, ...]:
    """The amounts of a form; what cannot be understood becomes an error of its field."""
    found = []
    for i in range(_count(form)):
        per = cast("Literal['year', 'total'] | None", form.cleaned_data.get(f"per{i}") or None)
        text = form.cleaned_data.get(f"amount{i}", "")
        funder = form.cleaned_data.get(f"funder{i}", "")
        was = before[i] if i < len(before) else None
        try:
            found.append(typed.typed_budget(text, per, funder, was))
        except typed.Unclear as unclear:
            form.add_error(f"amount{i}", str(unclear))
    return tuple(one for one in found if one is not None)


def budget_groups(form: forms.Form, notices: tuple[str, ...] = ()) -> Iterator[Group]:
    """The amounts as they stand together; the last is one that may be added."""
    count = _count(form)
    for i in range(count):
        fields = tuple(form[f"{part}{i}"] for part in ("amount", "per", "funder"))
        if i == 0:
            yield Group(fields, notices, note=_how())
        else:
            yield Group(fields, (), is_extra=i == count - 1)


def dress(form: forms.Form) -> None:
    """The look of the design system on fields that were added late."""
    for name, field in form.fields.items():
        field.widget.attrs["class"] = "ds-input"
        field.widget.attrs.pop("cols", None)
        if isinstance(field.widget, forms.Textarea):
            field.widget.attrs["rows"] = 5 if name == "text" else 2


def _count(form: forms.Form) -> int:
    return sum(name.startswith("amount") for name in form.fields)


def _how() -> str:
    return _("Skriv beløpet som 1 140 000, 0,5 mill. eller innanfor ramma. Tomt tyder ikkje 0 kr.")
