"""All that the review page shows."""

from collections.abc import Mapping
from typing import Any

from django.forms import Form
from django.http import QueryDict
from django.utils.http import urlencode

from tiltak.domain.plans.models import Import
from tiltak.domain.plans.queries.reviewing import ReviewView
from tiltak.domain.viewer import Viewer
from tiltak.web.desk.certainty import lacks_letters, text_warnings
from tiltak.web.review.actions import forms_for, opened
from tiltak.web.review.card import card_of, doubts, siblings_of, text_doubts
from tiltak.web.review.sentences import step_sentence
from tiltak.web.review.source_pane import source_pane
from tiltak.web.review.targets import Target, start_of, target_of
from tiltak.web.review.tree import MANY, row_lines, tree


def target_in(review: ReviewView, key: str) -> Target:
    """The one asked for, else the one to begin with."""
    found = target_of(review, key) or target_of(review, start_of(review))
    assert found is not None  # noqa: S101  the document is always there
    return found


def review_page(
    viewer: Viewer,
    received: Import,
    review: ReviewView,
    query: QueryDict,
    *,
    target: Target,
    action: str = "",
    shown: Mapping[str, Form] | None = None,
    data: QueryDict | None = None,
) -> dict[str, Any]:
    """The context of the page. `shown` are forms with what is wrong with them, `data` what was
    sent and is shown again."""
    card = card_of(review, target)
    before, after = siblings_of(review, target.element) if target.element else (None, None)
    are_rows_open = len(review.rows) <= MANY or target.row is not None or "rader" in query
    return {
        "received": received,
        "review": review,
        "card": card,
        "action": opened(review, target, action),
        "is_refused": any(form.errors for form in (shown or {}).values()),
        "forms": shown or forms_for(review, target, action, data),
        "sibling_before": before,
        "sibling_after": after,
        "pane": source_pane(viewer, review, target, _number(query.get("side", ""))),
        "zoom": query.get("vis", ""),
        "lacks_letters": lacks_letters(review.content),
        "text_warnings": text_warnings(review.content),
        "doubts": list(doubts(review)),
        "tree": tree(review, target.key),
        "rows": list(row_lines(review, target.key)) if are_rows_open else [],
        "texts": list(text_doubts(review)),
        "steps": [(step_sentence(review, step), step) for step in reversed(review.steps)],
        "here": urlencode({"element": target.key}),
    }


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else None
