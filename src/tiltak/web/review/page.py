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
from tiltak.web.review.long_lists import LISTED_DOUBTS, part_of
from tiltak.web.review.sentences import step_sentence
from tiltak.web.review.source_pane import source_pane
from tiltak.web.review.targets import Target, start_of, target_of, texts, to_look_at
from tiltak.web.review.tree import MANY, RowLine, row_lines, tree

# steps told of; there may be many more
LATEST = 20


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
    steps = review.steps if "steg" in query else review.steps[-LATEST:]
    before, after = siblings_of(review, target.element) if target.element else (None, None)
    left, loose = to_look_at(review), list(texts(review))
    near = part_of(left, target.key, whole="tvil" in query, listed=LISTED_DOUBTS)
    is_row_near = target.row is not None or len(review.rows) <= MANY or "rader" in query
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
        "doubts": list(doubts(review, near)),
        "doubt_count": len(left),
        "tree": tree(review, target.key),
        "rows": _rows(review, target, query) if is_row_near else [],
        "texts": list(text_doubts(_texts(loose, target, query))),
        "text_count": len(loose),
        "steps": [(step_sentence(review, step), step) for step in reversed(steps)],
        "here": urlencode({"element": target.key}),
    }


def _rows(review: ReviewView, target: Target, query: QueryDict) -> list[RowLine]:
    """Of a long table the rows around the current one."""
    rows = list(review.rows.values())
    if len(rows) > MANY and "rader" not in query:
        key = target.row.id if target.row else ""
        rows = [review.rows[one] for one in part_of(list(review.rows), key)]
    return list(row_lines(rows, target.key))


def _texts(loose: list[Target], target: Target, query: QueryDict) -> list[Target]:
    keys = set(part_of([one.key for one in loose], target.key, whole="tekstar" in query))
    return [one for one in loose if one.key in keys]


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else None
