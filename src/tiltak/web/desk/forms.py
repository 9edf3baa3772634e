"""The forms of the desk. They read what was typed; what is allowed, the operations say."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from tiltak.domain.followup.models import StatusUpdate
from tiltak.domain.followup.operations import LONGEST_SENTENCE
from tiltak.domain.organisations.models import Organisation
from tiltak.domain.plans.models import Plan, PlanVersion
from tiltak.web.desk.date_field import DateField
from tiltak.web.ui.refusals import speak_plainly
from tiltak.web.ui.tags import page_words

NEW_PLAN = ""


class DeskForm(forms.Form):
    """Fields in the look of the design system."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        speak_plainly(self.fields.values())
        for field in self.fields.values():
            field.widget.attrs.setdefault("class", "ds-input")
            # as wide as there is room
            field.widget.attrs.pop("cols", None)

    def offer(self, name: str, choices: Iterable[Any]) -> None:
        """What can be chosen in a field, known only when the form is made."""
        cast("forms.ChoiceField", self.fields[name]).choices = list(choices)

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, cleaned; nothing for a form that was refused."""
        return self.cleaned_data if self.is_valid() else {}


def kinds() -> list[tuple[str, str]]:
    """The kinds of plan, in words."""
    words = page_words()
    return [(kind, words.plan_kind(kind)) for kind in Plan.Kind.values]


class FilesInput(forms.FileInput):
    """Where several files are chosen, or dropped, at once."""

    allow_multiple_selected = True


class UploadForm(DeskForm):
    """Files that together are one plan, and what it is thought to be."""

    file = forms.FileField(
        label=_("Filer"),
        widget=FilesInput(attrs={"multiple": True}),
        help_text=_(
            "PDF, Word (.docx), OpenDocument (.odt, .ods), Excel (.xlsx), rein tekst (.txt) eller ei planfil frå dette programmet (.json). "
            "Ligg planen i fleire filer, til dømes teksten i Word og budsjettet i Excel, vel du alle samstundes."
        ),
    )
    plan = forms.ChoiceField(label=_("Kva plan gjeld det?"), required=False)
    kind = forms.ChoiceField(
        label=_("Kva slag plan er det?"),
        required=False,
        help_text=_("Berre for ein ny plan."),
    )

    def __init__(self, *args: Any, plans: Iterable[Plan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(
            "plan",
            [
                (NEW_PLAN, said("Ein ny plan")),
                *((plan.slug, plan.title) for plan in plans),
            ],
        )
        self.offer("kind", kinds())
        self.fields["kind"].initial = Plan.Kind.ACTION_PLAN


class AdoptForm(DeskForm):
    """By what a plan was adopted."""

    # it lies folded up beside other buttons: a browser must not insist on it
    use_required_attribute = False

    decided = DateField(label=_("Vedtaksdato"), help_text=_("Skriv datoen slik: 8.12.2017"))
    body = forms.CharField(label=_("Organ"), max_length=200, required=False)
    case_number = forms.CharField(
        label=_("Saksnummer"), max_length=60, required=False, help_text=_("Til dømes 17/45")
    )


class ConfirmedAdoptForm(AdoptForm):
    """Adopting now: it cannot be taken back, so one says so."""

    confirm = forms.BooleanField(
        label=_("Eg veit at teksten aldri kan endrast etterpå"),
        error_messages={"required": _("Set kryss her for å stadfesta.")},
    )


class StateForm(DeskForm):
    """How far a draft has come."""

    state = forms.ChoiceField(label=_("Tilstand"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = page_words()
        states = (s for s in PlanVersion.State.values if s != PlanVersion.State.ADOPTED)
        self.offer("state", [(state, words.plan_state(state).capitalize()) for state in states])


class PlanForm(DeskForm):
    """The plan's own name, kind, period and place."""

    title = forms.CharField(label=_("Namnet på planen"), max_length=300)
    kind = forms.ChoiceField(label=_("Slag plan"))
    period_from = forms.IntegerField(label=_("Frå år"), required=False, min_value=1, max_value=9999)
    period_to = forms.IntegerField(label=_("Til år"), required=False, min_value=1, max_value=9999)
    parent = forms.ChoiceField(
        label=_("Ligg under planen"),
        required=False,
        help_text=_("Til dømes ein årsplan under eit program."),
    )

    def __init__(self, *args: Any, plan: Plan, others: Iterable[Plan], **kwargs: Any) -> None:
        initial = {
            "title": plan.title,
            "kind": plan.kind,
            "period_from": plan.period_from,
            "period_to": plan.period_to,
            "parent": plan.parent.slug if plan.parent else "",
        }
        super().__init__(*args, initial=initial, **kwargs)
        self.offer("kind", kinds())
        self.offer(
            "parent",
            [
                ("", said("Ingen")),
                *((other.slug, other.title) for other in others if other.pk != plan.pk),
            ],
        )


class ShortTitleForm(DeskForm):
    """A short title beside the adopted text; `seen` is what stood there."""

    title = forms.CharField(
        label=_("Kort tittel"),
        max_length=200,
        required=False,
        help_text=_("Står over teksten i lister og overskrifter. Endrar ikkje planen."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class StatusForm(DeskForm):
    """How it goes: how far, how well, in one sentence, and who says so."""

    lifecycle = forms.ChoiceField(label=_("Kor langt er det kome?"), widget=forms.RadioSelect)
    light = forms.ChoiceField(label=_("Korleis går det?"), widget=forms.RadioSelect, required=False)
    sentence = forms.CharField(
        label=_("Éi setning om korleis det går"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST_SENTENCE,
        required=False,
        help_text=_("Kva er gjort, kva står att, kva må avgjerast?"),
    )
    said_by = forms.CharField(label=_("Kven seier dette?"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = page_words()
        self.offer(
            "lifecycle",
            [(one, words.lifecycle(one).capitalize()) for one in StatusUpdate.Lifecycle.values],
        )
        self.offer(
            "light",
            [
                *((one, words.light(one).capitalize()) for one in StatusUpdate.Light.values),
                ("", said("Vil ikkje seia")),
            ],
        )


class CouncilForm(DeskForm):
    """What a council says about itself."""

    name = forms.CharField(label=_("Namnet på rådet"), max_length=200)
    short_name = forms.CharField(
        label=_("Kort namn"), max_length=60, required=False, help_text=_("Til dømes SR")
    )
    language = forms.ChoiceField(
        label=_("Målform"), choices=[("nn", "Nynorsk"), ("nb", "Bokmål"), ("en", "English")]
    )
    email = forms.EmailField(label=_("E-post"), max_length=254, required=False)
    phone = forms.CharField(label=_("Telefon"), max_length=40, required=False)
    address = forms.CharField(
        label=_("Adresse"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    website = forms.URLField(
        label=_("Nettstad"), max_length=200, required=False, assume_scheme="https"
    )
    about = forms.CharField(
        label=_("Om rådet"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Kven de er og kva de gjer. Ei tom linje skil avsnitta."),
    )


class LogoForm(DeskForm):
    """A picture, or taking it away."""

    logo = forms.FileField(
        label=_("Logo"),
        required=False,
        help_text=_(
            "PNG, JPEG eller WebP, høgst 500 kB. Lagrar du utan å velja ei fil, blir logoen teken bort."
        ),
    )


class LinkForm(DeskForm):
    """Who a party is: an organisation there is, or a new one."""

    organisation = forms.CharField(
        label=_("Organisasjon"),
        max_length=200,
        help_text=_("Skriv heile namnet. Finst organisasjonen ikkje frå før, blir han lagd til."),
    )
    kind = forms.ChoiceField(label=_("Kva er det?"))
    number = forms.CharField(
        label=_("Organisasjonsnummer"),
        max_length=20,
        required=False,
        help_text=_("Ni siffer. Kan stå tomt."),
    )
    valid_from = DateField(label=_("Frå dato"), required=False)
    valid_to = DateField(label=_("Til dato"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("kind", organisation_kinds())
        self.fields["organisation"].widget.attrs["list"] = "organisasjonar"


def organisation_kinds() -> list[tuple[str, str]]:
    """The kinds of organisation, in words."""
    return [
        (Organisation.Kind.COMPANY, said("Verksemd")),
        (Organisation.Kind.MUNICIPALITY, said("Kommune")),
        (Organisation.Kind.COUNTY, said("Fylkeskommune")),
        (Organisation.Kind.COUNCIL, said("Regionråd")),
        (Organisation.Kind.STATE, said("Statleg organ")),
        (Organisation.Kind.ASSOCIATION, said("Lag eller nettverk")),
        (Organisation.Kind.OTHER, said("Anna")),
    ]
