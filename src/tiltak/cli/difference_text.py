"""What an import would change, for a terminal."""

from collections.abc import Iterator, Mapping

from tiltak.planfile.difference import Change, Difference, SumChange
from tiltak.planfile.difference.facts import FieldChange
from tiltak.planfile.difference.wording import Segment
from tiltak.planfile.elements import elements
from tiltak.planfile.matching import Matching, Question
from tiltak.planfile.model import Budget, Parties, Plan, Time
from tiltak.planfile.sums import Sum
from tiltak.wording import words

WORDS = words("nn")
NOTHING_THERE = "ikkje oppgitt"
SHORT = 70
MARKS = {"added": "+", "removed": "−"}
FIELDS = {
    "number": "nummer",
    "time": "tid",
    "budgets": "budsjett",
    "responsible": "ansvarleg",
    "partners": "partnarar",
    "state": "tilstand",
    "roles": "roller",
    "rows": "rader i tabellen",
    "serves": "mål det tener",
    "kind": "nivå",
    "short_title": "korttittel",
    "focus_area": "satsingsområde",
    "section": "tema",
    "extra": "andre kolonnar",
    "source": "stad i dokumentet",
    "title": "tittel",
    "years": "år",
    "status": "status",
    "status_text": "statustekst",
    "body": "organ",
    "date": "dato",
    "case_number": "saksnummer",
    "language": "språk",
    "abbreviations": "forkortingar",
    "labels": "namn på nivå",
    "tables": "tabellhovud",
    "links": "koplingar mellom rader og tiltak",
}
TOO_LONG = {"links", "tables", "rows", "serves"}
SUMS = {"area": "Sum for {}", "funder": "Sum frå {}", "year": "Sum for {}"}


def difference_lines(found: Difference, before: Plan, after: Plan) -> Iterator[str]:
    """One line a change: + new, − gone, ~ changed. Open questions stand in `question_lines`."""
    old, new = _texts(before), _texts(after)
    for field in found.document:
        yield f"~ dokumentet: {_field(field)}"
    for change in found.changes:
        if "asked" not in change.what:
            yield from _change_lines(change, old, new)
    rows_before, rows_after = _rows(before), _rows(after)
    for change in found.rows:
        yield from _change_lines(change, rows_before, rows_after, prefix="rad ")
    for total in found.sums:
        # what has no funder or no year of its own is in the sum of all
        if total.of == "total" or total.name is not None:
            yield f"~ {_sum_line(total)}"


def question_lines(matching: Matching, before: Plan, after: Plan) -> Iterator[str]:
    """The open questions, each with what to write to answer it."""
    old, new = _texts(before), _texts(after)
    for question in matching.questions:
        yield f"? {question.new} «{_short(new[question.new])}» – er dette noko som stod der før?"
        yield from _answer_lines(question, old)


def _answer_lines(question: Question, old: Mapping[str, str]) -> Iterator[str]:
    for candidate in question.candidates:
        alike = f"{round(candidate.similarity * 100)} % likt"
        answer = f"--answer {question.new}={candidate.old}"
        yield f"    {answer:<28} «{_short(old[candidate.old])}» ({alike})"
    if question.why == "merged":
        olds = "+".join(candidate.old for candidate in question.candidates)
        yield f"    --answer {question.new}={olds}  alle er slegne saman til dette"
    yield f"    --answer {question.new}=ny".ljust(32) + " nytt, ikkje noko av det som var"


def _change_lines(
    change: Change, old: Mapping[str, str], new: Mapping[str, str], prefix: str = ""
) -> Iterator[str]:
    mark = next((MARKS[what] for what in change.what if what in MARKS), "~")
    key = change.key or change.was[0]
    text = (
        _marked(change.text) if change.text else _short((new if change.key else old).get(key, ""))
    )
    yield f"{mark} {prefix}{key} {text}{_notes(change)}"
    for field in change.fields:
        yield f"    {_field(field)}"


def _notes(change: Change) -> str:
    notes = []
    if "moved" in change.what:
        notes.append("flytta")
    if "split" in change.what:
        notes.append(f"del av {change.was[0]}")
    if "merged" in change.what:
        notes.append(f"slege saman av {', '.join(change.was)}")
    return f" ({'; '.join(notes)})" if notes else ""


def _marked(segments: tuple[Segment, ...]) -> str:
    shown = {"equal": "{}", "delete": "[−{}−]", "insert": "[+{}+]"}
    return "".join(shown[part.kind].format(part.text) for part in segments).strip()


def _field(change: FieldChange) -> str:
    name = FIELDS.get(change.field, change.field)
    if change.field in TOO_LONG:
        return f"{name}: endra"
    return f"{name}: {_value(change.before)} → {_value(change.after)}"


def _value(value: object) -> str:
    if isinstance(value, Time | Parties):
        return value.raw or NOTHING_THERE
    if isinstance(value, Budget):
        return (
            WORDS.kroner(value.amount) if value.amount is not None else value.raw or NOTHING_THERE
        )
    if isinstance(value, tuple):
        return ", ".join(_value(one) for one in value) or NOTHING_THERE
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_value(one)}" for key, one in value.items()) or NOTHING_THERE
    return NOTHING_THERE if value is None or value == "" else str(value)


def _sum_line(change: SumChange) -> str:
    name = SUMS.get(change.of, "Sum i alt").format(change.name)
    return f"{name}: {_amount(change.before)} → {_amount(change.after)}"


def _amount(value: Sum | int | None) -> str:
    total = value.total if isinstance(value, Sum) else value
    return NOTHING_THERE if total is None else WORDS.kroner(total)


def _texts(plan: Plan) -> dict[str, str]:
    return {element.key: element.text for element in elements(plan)}


def _rows(plan: Plan) -> dict[str, str]:
    return {row.id: row.text for table in plan.tables for row in table.rows}


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[: SHORT - 1]}…"
