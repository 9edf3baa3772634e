"""Forms that know what of them a person touched."""

from typing import Any

from django import forms

from tiltak.web.desk.fact_fields import Group
from tiltak.web.desk.forms import DeskForm


class TouchableForm(DeskForm):
    """What was not touched stays as it is, also where it could not be written so.

    `meanwhile` is what others wrote in a field after this one was shown, by the field's name.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meanwhile: dict[str, str] = {}

    def shown(self, name: str) -> str:
        """What stands in a field while nobody has touched it, as a browser sends it."""
        bound = self[name]
        value = bound.field.widget.format_value(bound.initial)
        if isinstance(value, list):
            value = value[0] if value else ""
        return as_sent(bound.field, "" if value is None else str(value))

    def spoken(self, name: str) -> str:
        """What stands in a field while nobody has touched it, in words."""
        shown = self.shown(name)
        if not isinstance(self.fields[name], forms.ChoiceField):
            return shown
        options = self[name].subwidgets
        return next((one.choice_label for one in options if one.data["value"] == shown), shown)

    def is_touched(self, name: str) -> bool:
        """Whether something else was sent; what was not sent at all was not touched."""
        sent = self.data.get(self.add_prefix(name))
        return sent is not None and as_sent(self.fields[name], sent) != self.shown(name)

    def group(self, *names: str) -> Group:
        """Those of the fields that there are, side by side, with what others wrote there."""
        there = [name for name in names if name in self.fields]
        notices = (self.meanwhile[name] for name in there if name in self.meanwhile)
        return Group(tuple(self[name] for name in there), tuple(notices))

    def clean(self) -> None:
        for name in self.fields:
            if not self.is_touched(name):
                self.errors.pop(name, None)
                self.cleaned_data[name] = self[name].initial


def as_sent(field: forms.Field, text: str) -> str:
    """A text as it comes out of a field: browsers have their own line ends, and take them out of a
    field of one line."""
    between = "\n" if isinstance(field.widget, forms.Textarea) else ""
    return between.join(text.splitlines()).strip()
