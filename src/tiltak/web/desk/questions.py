"""Doubtful matches as questions with radio buttons, and the answers that come back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from tiltak.planfile.elements import elements
from tiltak.planfile.matching import Answer, Question
from tiltak.planfile.model import Plan
from tiltak.web.desk.plan_words import level_word

PREFIX = "svar:"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer; `text` is the old text it stands for, "" for a new element or all of them."""

    value: str
    label: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it stands on the page."""

    name: str
    level: str
    text: str
    why: str
    choices: tuple[Choice, ...]
    is_unanswered: bool


def answers_of(form: QueryDict) -> dict[str, Answer]:
    """New key → answer, from the form. What is no answer is left out."""
    found: dict[str, Answer] = {}
    for name in form:
        if name.startswith(PREFIX):
            answer = _answer(str(form[name]))
            if answer is not None:
                found[name.removeprefix(PREFIX)] = answer
    return found


def _answer(value: str) -> tuple[str, ...] | None:
    try:
        keys = json.loads(value)
    except ValueError:
        return None
    if isinstance(keys, list) and all(isinstance(key, str) for key in keys):
        return tuple(keys)
    return None


def questions_of(
    before: Plan,
    after: Plan,
    questions: tuple[Question, ...],
    given: Mapping[str, Answer],
    *,
    insist: bool,
) -> list[Asked]:
    """The questions with what was answered already; `insist` marks those without an answer."""
    old = {element.key: element for element in elements(before)}
    new = {element.key: element for element in elements(after)}
    asked = []
    for question in questions:
        element, answer = new[question.new], given.get(question.new)
        texts = {one.old: old[one.old].text for one in question.candidates}
        asked.append(
            Asked(
                name=PREFIX + question.new,
                level=level_word(element.kind),
                text=element.text,
                why=_why(question),
                choices=_choices(question, texts, answer),
                is_unanswered=insist and answer is None,
            )
        )
    return asked


def _choices(question: Question, texts: Mapping[str, str], answer: Answer) -> tuple[Choice, ...]:
    choices = [
        Choice(
            value=json.dumps([key]),
            label=_("Ja, det er dette:"),
            text=was,
            chosen=answer == (key,),
        )
        for key, was in texts.items()
    ]
    if question.why == "merged":
        keys = tuple(texts)
        label = _("Alle desse, slegne saman til eitt")
        choices.append(Choice(json.dumps(keys), label, "", chosen=answer == keys))
    choices.append(Choice("[]", _("Nei, dette er nytt"), "", chosen=answer == ()))
    return tuple(choices)


def _why(question: Question) -> str:
    return {
        "identical": _("Fleire har nøyaktig den same teksten."),
        "alike": _("Fleire i planen liknar like mykje."),
        "contested": _("Fleire i dokumentet liknar like mykje på det same."),
        "reworded": _("Teksten liknar, men er ein god del endra."),
        "renamed": _("Tittelen er ny, men innhaldet er det same."),
        "split": _("Dette ser ut som ein del av noko som stod samla før."),
        "merged": _("Dette ser ut som fleire tiltak slegne saman."),
    }[question.why]
