"""All that the page shows on which a document is taken over."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from tiltak.domain.plans.models import Import, Plan
from tiltak.domain.plans.queries.intake import Preview, preview
from tiltak.domain.plans.queries.reviewing import last_step
from tiltak.domain.viewer import Viewer
from tiltak.planfile.doubt import doubtful
from tiltak.planfile.matching import Answer
from tiltak.planfile.model import Document
from tiltak.profile import proposals
from tiltak.web.desk.certainty import text_warnings
from tiltak.web.desk.changes import changes_of
from tiltak.web.desk.plan_words import document_facts
from tiltak.web.desk.proposed_words import boxes
from tiltak.web.desk.questions import Asked, questions_of


def preview_page(
    viewer: Viewer,
    received: Import,
    plan: Plan | None,
    answers: Mapping[str, Answer],
    *,
    ticked: Collection[str],
    insist: bool,
) -> dict[str, Any]:
    """The context of the page. `ticked` are the words to be learnt; `insist` marks the questions
    that still want an answer."""
    seen = last_step(viewer, received)
    found = preview(viewer, received, plan, {})
    answered = preview(viewer, received, plan, answers) if answers else found
    before, content = found.before, found.content
    return {
        "received": received,
        "seen": seen,
        "plan": plan,
        "version": found.version,
        "is_repeated": found.is_repeated,
        "facts": list(document_facts(content.document)),
        "doubts": sum(1 for _ in doubtful(content)),
        "text_warnings": text_warnings(content),
        "changes": changes_of(before, content, answered.difference) if before else None,
        "questions": _questions(found, answered, answers, insist=insist),
        "proposed": boxes(proposals(viewer, received), ticked),
        "said_of_adoption": _said_of_adoption(content.document),
    }


def _questions(
    found: Preview, answered: Preview, answers: Mapping[str, Answer], *, insist: bool
) -> list[Asked]:
    """What is asked from the start, and what an answer made doubtful."""
    if found.before is None or found.matching is None or answered.matching is None:
        return []
    asked = {question.new: question for question in found.matching.questions}
    for question in answered.matching.questions:
        asked.setdefault(question.new, question)
    return questions_of(found.before, found.content, tuple(asked.values()), answers, insist=insist)


def _said_of_adoption(document: Document) -> dict[str, object]:
    """What the document says of its own adoption, as a start for the form."""
    if document.status != "vedteke":
        return {}
    return {
        "decided": _day(document.date),
        "body": document.body or "",
        "case_number": document.case_number or "",
    }


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None
