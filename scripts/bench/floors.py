"""The floor of each page: the same rows fetched as plain values and put through a bare template."""

from collections import defaultdict
from typing import Any

from django.template import Context, Template

from tiltak.domain.followup.models import StatusUpdate
from tiltak.domain.plans.models import BudgetLine, Element, PartyRole, RowLink, TableRow

TABLE = Template(
    "{% for row in rows %}<tr><td>{{ row.number }}</td><td>{% for m in row.measures %}"
    '<a href="{{ m.code }}">{{ m.text }}</a> {{ m.light }} {{ m.lifecycle }}{% endfor %}</td>'
    "<td>{{ row.time }}</td><td>{% for p in row.parties %}{{ p }} {% endfor %}</td>"
    "<td>{% for b in row.budgets %}{{ b }} {% endfor %}</td></tr>{% endfor %}"
)
TEXT = Template(
    "{% for e in elements %}<li>{{ e.number }} {{ e.text }} "
    '<a href="{{ e.code }}">{{ e.kind }}</a> {{ e.light }} {{ e.lifecycle }}</li>{% endfor %}'
)
ROWS = TableRow.objects.order_by("position")
ELEMENTS = Element.objects.order_by("position")


def _statuses(version_id: int) -> dict[int, tuple[str, str]]:
    found = StatusUpdate.objects.filter(
        superseded_at__isnull=True, initiative__elements__version_id=version_id
    )
    return {
        pk: (light, lifecycle)
        for pk, light, lifecycle in found.values_list("initiative_id", "light", "lifecycle")
    }


def _by_row(values: Any) -> dict[int, list[Any]]:
    grouped = defaultdict(list)
    for row_id, value in values:
        grouped[row_id].append(value)
    return grouped


def table_rows(version_id: int) -> list[dict[str, Any]]:
    """The rows of the table with measures, parties, budget and status, as plain values."""
    statuses = _statuses(version_id)
    links = RowLink.objects.filter(version_id=version_id).values_list(
        "row_id", "element__text", "element__initiative__code", "element__initiative_id"
    )
    measures = defaultdict(list)
    for row_id, text, code, initiative_id in links:
        light, lifecycle = statuses.get(initiative_id, ("", ""))
        measures[row_id].append(
            {"text": text, "code": code, "light": light, "lifecycle": lifecycle}
        )
    parties = _by_row(
        PartyRole.objects.filter(version_id=version_id).values_list("row_id", "party__label")
    )
    budgets = _by_row(
        BudgetLine.objects.filter(version_id=version_id).values_list("row_id", "amount")
    )
    found = ROWS.filter(version_id=version_id).values_list("id", "number", "text", "time")
    return [
        {
            "number": number,
            "text": text,
            "time": time["raw"],
            "measures": measures[pk],
            "parties": parties[pk],
            "budgets": budgets[pk],
        }
        for pk, number, text, time in found
    ]


def table(version_id: int) -> bytes:
    return TABLE.render(Context({"rows": table_rows(version_id)})).encode()


def text(version_id: int) -> bytes:
    statuses = _statuses(version_id)
    found = ELEMENTS.filter(version_id=version_id).values_list(
        "kind", "number", "text", "initiative__code", "initiative_id"
    )
    elements = [
        {
            "kind": kind,
            "number": number,
            "text": words,
            "code": code,
            "light": statuses.get(initiative_id, ("", ""))[0],
            "lifecycle": statuses.get(initiative_id, ("", ""))[1],
        }
        for kind, number, words, code, initiative_id in found
    ]
    return TEXT.render(Context({"elements": elements})).encode()


def one_measure(version_id: int) -> bytes:
    """One element with its parts, as plain values."""
    measure = ELEMENTS.filter(version_id=version_id, kind="measure").first()
    found = ELEMENTS.filter(parent=measure).values_list("kind", "number", "text", "key")
    elements = [{"kind": k, "number": n, "text": t, "code": c} for k, n, t, c in found]
    return TEXT.render(Context({"elements": elements})).encode()


def measures(version_id: int, limit: int) -> bytes:
    """The texts of one page of measures, as JSON of plain values."""
    import json

    found = ELEMENTS.filter(version_id=version_id, kind="measure", parent__kind="theme")
    return json.dumps(
        list(found.values("number", "text", "initiative__code")[:limit]), ensure_ascii=False
    ).encode()


def workbook(version_id: int) -> bytes:
    """The rows of the table, written cell by cell without any form."""
    import io

    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet()
    for i, row in enumerate(table_rows(version_id)):
        sheet.write_string(i, 0, row["number"])
        sheet.write_string(i, 1, row["text"])
        sheet.write_string(i, 2, row["time"])
        sheet.write_number(i, 3, sum(row["budgets"]))
        sheet.write_string(i, 4, ", ".join(row["parties"]))
    book.close()
    return buffer.getvalue()
