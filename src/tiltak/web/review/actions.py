"""What can be done with the current one: each a form, and the edits that come out of it.

`do` in an address opens the form of an action, `do` of what is sent says which it was.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.forms import Form
from django.utils.translation import gettext as _

from tiltak.domain.plans.queries.reviewing import ReviewView
from tiltak.planfile.editing import (
    DOCUMENT,
    ROW,
    Accept,
    Append,
    Assign,
    Edit,
    Exclude,
    Join,
    Link,
    Move,
    Split,
    Unlink,
)
from tiltak.planfile.model import LinkKind
from tiltak.web.review.card import TIED, kind_of, siblings_of
from tiltak.web.review.correct_form import DocumentForm, ValueForm
from tiltak.web.review.link_form import LinkForm
from tiltak.web.review.pieces import cuts_between
from tiltak.web.review.place_form import PlaceForm
from tiltak.web.review.targets import Target, all_keys, below, doubtful_after
from tiltak.web.review.text_forms import AppendForm, PieceForm, SplitForm

Data = Mapping[str, Any]
# of what a browser sends: no text has a billion characters
LONGEST_NUMBER = 10


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent: the edits, and the key to go on to ("": what is new then).

    Without edits there is nothing to do but show the page again, with these forms and what is
    wrong with them; `problem` says why it cannot be done at all.
    """

    edits: tuple[Edit, ...] = ()
    onward: str = ""
    forms: Mapping[str, Form] = field(default_factory=dict)
    problem: str = ""


def forms_for(
    review: ReviewView, target: Target, action: str, data: Data | None = None
) -> dict[str, Form]:
    """The forms of an action on the current one; none where it is not for that kind."""
    possible = FORMS.get((action, _sort(target)))
    return possible(review, target, data) if possible else {}


def opened(review: ReviewView, target: Target, action: str) -> str:
    """The action whose form stands open; "" where the current one has no such form."""
    if action == "accept" or (action, _sort(target)) not in READERS:
        return ""
    if action == "link" and kind_of(target) not in TIED:
        return ""
    if action == "join" and target.element and siblings_of(review, target.element) == (None, None):
        return ""
    return action


def sent(review: ReviewView, target: Target, data: Data) -> Sent:
    """What was sent, understood."""
    action = str(data.get("do", ""))
    if "look" in data:
        # another kind or place was chosen, and the places there are asked for
        return Sent(forms=forms_for(review, target, action, data))
    reader = READERS.get((action, _sort(target)))
    if reader is None:
        return Sent(problem=_("Det går ikkje å gjera dette. Prøv på nytt."))
    return reader(review, target, data)


def _sort(target: Target) -> str:
    return "element" if target.element else kind_of(target)


def value_form(
    review: ReviewView, target: Target, data: Data | None = None
) -> ValueForm | DocumentForm:
    """What can be corrected about the current one."""
    if target.key == DOCUMENT:
        return DocumentForm(review.content.document, data)
    return ValueForm(target, review.content.document.years, data)


def _value_forms(review: ReviewView, target: Target, data: Data | None) -> dict[str, Form]:
    return {"correct": value_form(review, target, data)}


def _accepted(target: Target) -> tuple[Accept, ...]:
    """Who has mended something has seen it."""
    doubtful = target.reading.confidence is not None or target.reading.warnings
    return (Accept((target.key,)),) if doubtful else ()


def _next(review: ReviewView, target: Target) -> str:
    return doubtful_after(review, target.key) or target.key


def _accept(review: ReviewView, target: Target, _data: Data) -> Sent:
    return Sent((Accept((target.key,)),), _next(review, target))


def _correct(review: ReviewView, target: Target, data: Data) -> Sent:
    form = value_form(review, target, data)
    if not form.is_valid():
        return Sent(forms={"correct": form})
    edits = tuple(form.edits())
    if not edits:
        return Sent()
    return Sent((*edits, *_accepted(target)), _next(review, target))


def _move(review: ReviewView, target: Target, data: Data) -> Sent:
    form = PlaceForm(review, target, data)
    if not form.is_valid():
        return Sent(forms={"place": form})
    kind, parent, before = form.value
    edit = Move(target.key, kind, parent, before)
    return Sent((edit, *_accepted(target)), _next(review, target))


def _join(_review: ReviewView, target: Target, data: Data) -> Sent:
    if after := str(data.get("next", "")):
        return Sent((Join(target.key, after),), target.key)
    before = str(data.get("previous", ""))
    return Sent((Join(before, target.key),), before)


def _split(_review: ReviewView, target: Target, data: Data) -> Sent:
    if at := str(data.get("at", "")):
        # nothing is split behind its end
        place = int(at) if at.isascii() and at.isdecimal() and len(at) < LONGEST_NUMBER else -1
        return Sent((Split(target.key, place),), target.key)
    form = SplitForm(target, data)
    try:
        cuts = cuts_between(target.text, str(data.get("text", "")))
    except ValueError:
        form.add_error("text", _("Set berre inn tomme linjer. Skal orda endrast, så rett teksten."))
        return Sent(forms={"split": form})
    if not cuts:
        form.add_error("text", _("Set inn ei tom linje der teksten skal delast."))
        return Sent(forms={"split": form})
    # from the end: the first part keeps its key and its characters
    return Sent(tuple(Split(target.key, cut) for cut in reversed(cuts)), target.key)


def _exclude(review: ReviewView, target: Target, data: Data) -> Sent:
    edit = Exclude(target.key, below=data.get("below") == "1")
    gone = below(review, target.key) if edit.below else set()
    keys = [key for key in all_keys(review) if key not in gone]
    here = keys.index(target.key)
    beside = next(iter((*keys[here + 1 :], *reversed(keys[:here]))), "")
    return Sent((edit,), doubtful_after(review, target.key, gone) or beside)


def _assign(review: ReviewView, target: Target, data: Data) -> Sent:
    place, piece = PlaceForm(review, target, data), PieceForm(target, data)
    if not all([place.is_valid(), piece.is_valid()]):
        return Sent(forms={"place": place, "piece": piece})
    kind, parent, before = place.value
    start, end = piece.value
    return Sent((Assign(_source(target), start, end, kind, parent, before),), "")


def _append(review: ReviewView, target: Target, data: Data) -> Sent:
    onto, piece = AppendForm(review, target, data), PieceForm(target, data)
    if not all([onto.is_valid(), piece.is_valid()]):
        return Sent(forms={"append": onto, "piece": piece})
    start, end = piece.value
    key = onto.cleaned_data["target"]
    return Sent((Append(_source(target), start, end, key),), key)


def _source(target: Target) -> int:
    return target.passages[0].source


def _link(review: ReviewView, target: Target, data: Data) -> Sent:
    if gone := str(data.get("unlink", "")):
        return Sent((Unlink(*_tie(target, gone)),), target.key)
    form = LinkForm(review, target, data)
    if not form.is_valid():
        return Sent(forms={"link": form})
    kind: LinkKind = form.cleaned_data["kind"]
    return Sent((Link(*_tie(target, form.cleaned_data["other"]), kind),), target.key)


def _tie(target: Target, other: str) -> tuple[str, str]:
    """Row and measure."""
    return (target.key, other) if target.row else (ROW + other.removeprefix(ROW), target.key)


def _places(review: ReviewView, target: Target, data: Data | None) -> dict[str, Form]:
    return {"place": PlaceForm(review, target, data)}


def _assigning(review: ReviewView, target: Target, data: Data | None) -> dict[str, Form]:
    return {"place": PlaceForm(review, target, data), "piece": PieceForm(target, data)}


def _appending(review: ReviewView, target: Target, data: Data | None) -> dict[str, Form]:
    return {"append": AppendForm(review, target, data), "piece": PieceForm(target, data)}


def _splitting(_review: ReviewView, target: Target, data: Data | None) -> dict[str, Form]:
    return {"split": SplitForm(target, data)}


def _linking(review: ReviewView, target: Target, data: Data | None) -> dict[str, Form]:
    return {"link": LinkForm(review, target, data)}


MakeForms = Callable[[ReviewView, Target, Data | None], dict[str, Form]]
ReadForm = Callable[[ReviewView, Target, Data], Sent]
FORMS: dict[tuple[str, str], MakeForms] = {
    ("correct", "element"): _value_forms,
    ("correct", "row"): _value_forms,
    ("correct", DOCUMENT): _value_forms,
    ("move", "element"): _places,
    ("split", "element"): _splitting,
    ("link", "element"): _linking,
    ("link", "row"): _linking,
    ("assign", "text"): _assigning,
    ("append", "text"): _appending,
}
READERS: dict[tuple[str, str], ReadForm] = {
    ("accept", "element"): _accept,
    ("accept", "row"): _accept,
    ("accept", DOCUMENT): _accept,
    ("correct", "element"): _correct,
    ("correct", "row"): _correct,
    ("correct", DOCUMENT): _correct,
    ("move", "element"): _move,
    ("join", "element"): _join,
    ("split", "element"): _split,
    ("exclude", "element"): _exclude,
    ("exclude", "row"): _exclude,
    ("link", "element"): _link,
    ("link", "row"): _link,
    ("assign", "text"): _assign,
    ("append", "text"): _append,
}
