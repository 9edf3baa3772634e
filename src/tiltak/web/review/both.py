"""A correction sent from a page that others have gone past: what they wrote and what I wrote."""

from collections.abc import Mapping
from typing import Any

from tiltak.domain.plans.queries.reviewing import ReviewView
from tiltak.web.review.actions import value_form
from tiltak.web.review.correct_form import DocumentForm, ValueForm
from tiltak.web.review.targets import Target, target_of


def form_of_both(
    before: ReviewView | None, now: ReviewView, target: Target, data: Mapping[str, Any]
) -> ValueForm | DocumentForm:
    """The form of the current one with what I touched as I sent it, and all else as it stands now.

    `before` is the review as I saw it; None where nobody knows any more, then all is as I sent it.
    Where we wrote in the same field, the form says what they wrote.
    """
    was = target_of(before, target.key) if before else None
    if before is None or was is None:
        return value_form(now, target, data)
    mine, theirs = value_form(before, was, data), value_form(now, target)
    touched = {name for name in mine.fields if mine.is_touched(name)}
    left = {name: theirs.shown(name) for name in theirs.fields if name not in touched}
    form = value_form(now, target, {name: data[name] for name in touched} | left)
    for name in touched & theirs.fields.keys():
        if theirs.shown(name) != mine.shown(name):
            form.meanwhile[name] = theirs.spoken(name)
    return form
