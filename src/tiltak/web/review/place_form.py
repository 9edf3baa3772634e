"""Where something is to stand: its kind, below what, before what."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from tiltak.domain.plans.queries.reviewing import ReviewView
from tiltak.planfile.elements import Element, Kind
from tiltak.planfile.running_text import shortened
from tiltak.web.desk.forms import DeskForm
from tiltak.web.desk.plan_words import level_word
from tiltak.web.review.targets import Target, target_of

HOLDERS: dict[Kind, tuple[Kind | None, ...]] = {
    "area": (None,),
    "section": ("area",),
    "sub_goal": ("area", "section"),
    "strategy": ("area", "section"),
    "measure": ("area", "section"),
    "part": ("measure", "part"),
    "paragraph": ("area", "section", None),
}
TOP = "-"
LONGEST = 70


class PlaceForm(DeskForm):
    """The three choices. Which places there are follows from the kind, which siblings from the
    place: a choice that does not fit any more falls back to the likeliest one."""

    kind = forms.ChoiceField()
    parent = forms.ChoiceField()
    before = forms.ChoiceField(required=False)

    def __init__(
        self, review: ReviewView, target: Target, data: Mapping[str, Any] | None = None
    ) -> None:
        self.review, self.target = review, target
        self.moved = target.element
        self.order = {key: i for i, key in enumerate(review.elements)}
        self.others = list(self._others())
        wish = data or {}
        self.wanted = _kind(str(wish.get("kind", ""))) or self._likely_kind()
        self.places = list(self._places())
        parent = str(wish.get("parent", ""))
        self.place = parent if parent in dict(self.places) else self._likely_place()
        self.siblings = list(self._siblings())
        before = str(wish.get("before", self._likely_sibling() if not data else ""))
        self.sibling = before if before in dict(self.siblings) else self._likely_sibling()
        fitting = {"kind": self.wanted, "parent": self.place, "before": self.sibling}
        self.is_elsewhere = bool(data) and "look" not in wish and parent != self.place
        super().__init__({**wish, **fitting} if data else None, initial=fitting)
        self._offer("kind", _("Dette er"), [(kind, level_word(kind)) for kind in HOLDERS])
        self._offer("parent", _("Det står under"), self.places)
        self._offer("before", _("Plass"), self.siblings)

    def clean(self) -> None:
        # who chose another kind may not have seen the places there are for it
        if self.is_elsewhere and len(self.places) > 1:
            self.add_error("parent", _("Det kan ikkje stå der. Vel ein annan plass."))

    def _offer(self, name: str, label: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        field.label = label
        self.offer(name, choices)
        field.error_messages["required"] = _("Det finst ingen plass for dette i planen enno.")

    def _others(self) -> Iterator[Element]:
        """All elements but the one that moves and what stands below it."""
        gone = set()
        for element in self.review.elements.values():
            if element.key == self.target.key or element.parent in gone:
                gone.add(element.key)
            else:
                yield element

    def _likely_kind(self) -> Kind:
        return self.moved.kind if self.moved else "measure"

    def _places(self) -> Iterator[tuple[str, str]]:
        holders = HOLDERS[self.wanted]
        if None in holders:
            yield TOP, _("Øvst i planen")
        for element in self.others:
            if element.kind in holders:
                indent = "– " * element.depth
                yield element.key, f"{indent}{_short(element)}"

    def _likely_place(self) -> str:
        """Where it stands, else the last place before it."""
        possible = [key for key, _label in self.places]
        if self.moved and (self.moved.parent or TOP) in possible:
            return self.moved.parent or TOP
        before = [key for key in possible if key != TOP and self._stands_before(key)]
        return (before or possible or [""])[-1 if before else 0]

    def _siblings(self) -> Iterator[tuple[str, str]]:
        parent = None if self.place == TOP else self.place
        for element in self.others:
            if element.kind == self.wanted and element.parent == parent:
                yield element.key, _("Før «%(text)s»") % {"text": _short(element)}
        yield "", _("Sist")

    def _likely_sibling(self) -> str:
        """The first that stands after it, so that the order of the document is kept."""
        after = (key for key, _label in self.siblings if key and not self._stands_before(key))
        return next(after, "")

    def _stands_before(self, key: str) -> bool:
        """Whether an element stands before the one that gets a place."""
        if self.moved:
            return self.order[key] < self.order[self.target.key]
        other = target_of(self.review, key)
        mine, theirs = self.target.passages, other.passages if other else ()
        if not mine or not theirs:
            return True
        return (theirs[0].source, theirs[0].start) < (mine[0].source, mine[0].start)

    @property
    def value(self) -> tuple[Kind, str | None, str | None]:
        """Kind, parent and the sibling behind, of a valid form."""
        return (
            self.wanted,
            None if self.place == TOP else self.place,
            self.sibling or None,
        )


def _kind(word: str) -> Kind | None:
    return next((kind for kind in HOLDERS if kind == word), None)


def _short(element: Element) -> str:
    return shortened(f"{element.number or ''} {element.text}", LONGEST)
