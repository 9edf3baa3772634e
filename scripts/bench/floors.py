"""The floor of each page: the same rows fetched as plain values and put through a bare template."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.template import Context, Template

from tiltak.domain.followup.models import StatusUpdate
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import (
    BudgetLine,
    Element,
    PartyRole,
    Passage,
    PlanTable,
    PlanVersion,
    RowLink,
    Serving,
    TableRow,
)

TABLE = Template(
    "{% for row in rows %}<tr><td>{{ row.number }}</td><td>{{ row.text }} {% for m in row.measures %}"
    '<a href="/p/{{ m.code }}/">{{ m.text }}</a> {{ m.light }} {{ m.lifecycle }}{% endfor %}</td>'
    "<td>{{ row.time }}</td>"
    '<td>{% for p in row.parties %}<a href="/part/{{ p.1 }}/">{{ p.0 }}</a> {% endfor %}</td>'
    "<td>{% for b in row.budgets %}{{ b }} {% endfor %}</td></tr>{% endfor %}"
)
TEXT = Template(
    '{% for e in elements %}<li id="{{ e.code }}">{{ e.number }} {{ e.text }} '
    '<a href="/p/{{ e.code }}/">{{ e.kind }}</a> {{ e.light }} {{ e.lifecycle }}'
    '{% for p in e.passages %}<a href="/kjelde/{{ p.0 }}/">{{ p.1 }}</a>{% endfor %}</li>{% endfor %}'
)
ROWS = TableRow.objects.order_by("position")
ELEMENTS = Element.objects.order_by("position")


class Fetched:
    """All rows a page of a version is made of, each table by one statement, as plain values."""

    def __init__(self, version_id: int) -> None:
        of_version = {"version_id": version_id}
        self.council = list(RegionalCouncil.objects.filter(plans__versions=version_id).values())
        self.versions = list(PlanVersion.objects.filter(plan__versions=version_id).values())
        self.elements = list(
            ELEMENTS.filter(**of_version).values_list(
                "id",
                "parent_id",
                "kind",
                "key",
                "number",
                "text",
                "source",
                "time",
                "responsible_raw",
                "partners_raw",
                "state",
                "initiative_id",
                "initiative__code",
                "initiative__short_title",
            )
        )
        self.tables = list(PlanTable.objects.filter(**of_version).values_list("id", "columns"))
        self.rows = list(
            ROWS.filter(**of_version).values_list(
                "id", "table_id", "area_id", "key", "number", "text", "focus_area", "time"
            )
        )
        self.links = list(
            RowLink.objects.filter(**of_version).values_list("row_id", "element_id", "kind")
        )
        self.serves = list(
            Serving.objects.filter(**of_version).values_list("measure_id", "goal_id")
        )
        self.budgets = list(
            BudgetLine.objects.filter(**of_version).values_list(
                "row_id", "raw", "amount", "currency", "per_year", "basis", "per", "cell_group"
            )
        )
        self.roles = list(
            PartyRole.objects.filter(**of_version).values_list(
                "row_id", "role", "party__label", "party__slug"
            )
        )
        self.statuses = {
            pk: said
            for pk, *said in StatusUpdate.objects.filter(
                superseded_at__isnull=True, initiative__elements__version_id=version_id
            ).values_list("initiative_id", "light", "lifecycle", "sentence", "said_by", "said_at")
        }


def _grouped(values: Iterable[tuple[Any, ...]]) -> dict[int, list[Any]]:
    grouped = defaultdict(list)
    for owner, *value in values:
        grouped[owner].append(value)
    return grouped


def table_rows(version_id: int) -> list[dict[str, Any]]:
    """The rows of the table with measures, parties, budget and status, as plain values."""
    fetched = Fetched(version_id)
    measures = {}
    for pk, *_rest, text, _s, _t, _r, _p, _state, initiative, code, _short in fetched.elements:
        light, lifecycle, *_ = fetched.statuses.get(initiative, ("", ""))
        measures[pk] = {"text": text, "code": code, "light": light, "lifecycle": lifecycle}
    links, parties = _grouped(fetched.links), _grouped(fetched.roles)
    budgets = _grouped(fetched.budgets)
    return [
        {
            "number": number,
            "text": text,
            "time": time["raw"] if time else "",
            "measures": [measures[element] for element, _kind in links[pk]],
            "parties": [(label, slug) for _role, label, slug in parties[pk]],
            "budgets": [amount for _raw, amount, *_ in budgets[pk]],
        }
        for pk, _table, _area, _key, number, text, _name, time in fetched.rows
    ]


def table(version_id: int) -> bytes:
    return TABLE.render(Context({"rows": table_rows(version_id)})).encode()


def text(version_id: int) -> bytes:
    fetched = Fetched(version_id)
    passages = _grouped(
        Passage.objects.filter(version_id=version_id).values_list(
            "element_id", "document_id", "line", "page"
        )
    )
    elements = [
        {
            "kind": kind,
            "number": number,
            "text": words,
            "code": code,
            "light": fetched.statuses.get(initiative, ("", ""))[0],
            "lifecycle": fetched.statuses.get(initiative, ("", ""))[1],
            "passages": passages.get(pk, ()),
        }
        for (
            pk,
            _p,
            kind,
            _k,
            number,
            words,
            _s,
            _t,
            _r,
            _pp,
            _st,
            initiative,
            code,
            _short,
        ) in fetched.elements
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
        sheet.write_string(i, 4, ", ".join(label for label, _slug in row["parties"]))
    book.close()
    return buffer.getvalue()
