"""The status report a secretary sends before a meeting, as a Word paper.

First the figures, then what needs attention, then area by area: what is said, what nobody has
said anything about, and the money the plan sets aside.
"""

from dataclasses import replace

from tiltak.planfile import sums
from tiltak.wording import Words
from tiltak.writing.document import PlanPaper, StatusView
from tiltak.writing.formats.docx import append, list_item, saved
from tiltak.writing.formats.docx_elements import (
    Cell,
    Element,
    TableLine,
    TableSpec,
    paragraph,
    run,
    table,
)
from tiltak.writing.formats.docx_styles import LIGHT_STYLES, new_document
from tiltak.writing.layout import PORTRAIT_MM
from tiltak.writing.money import sum_text
from tiltak.writing.standing import LIGHT_ICONS, Entry, Standing, light_text, standing_of

SUM_STYLES = ("TableStrong", "TableSum", "TableSum")


def write_status_report(paper: PlanPaper) -> bytes:
    """The report as a DOCX file."""
    title = paper.words.gettext("Status for %(plan)s") % {"plan": paper.heading}
    document = new_document(paper, title)
    standing = standing_of(paper)
    parts = [
        *_opening(paper, title),
        *_figures(paper, standing),
        *_attention(paper, standing),
        *_areas(paper, standing),
        *_money(paper),
    ]
    for part in parts:
        append(document, part)
    return saved(document)


def _opening(paper: PlanPaper, title: str) -> list[Element]:
    day = paper.words.long_date(paper.generated_at.date())
    return [
        paragraph("Title", title),
        paragraph("State", paper.words.gettext("Slik er det meldt per %(date)s") % {"date": day}),
        paragraph("State", paper.state),
    ]


def _figures(paper: PlanPaper, standing: Standing) -> list[Element]:
    _, words = paper.words.gettext, paper.words
    heading = paragraph("Heading1", _("Kort fortalt"))
    if not standing.measures:
        return [heading, paragraph("Normal", _("Planen har ingen tiltak enno."))]
    of_plan = words.ngettext(
        "Planen har %(count)s tiltak.", "Planen har %(count)s tiltak.", standing.measures
    )
    lines = [of_plan % {"count": words.number(standing.measures)}]
    if standing.by_light:
        lines.append(_listed(_("Korleis det går: %(list)s."), _lights(standing, words)))
    if standing.by_lifecycle:
        lines.append(_listed(_("Kor langt dei er komne: %(list)s."), _lifecycles(standing, words)))
    if standing.without:
        without = words.ngettext(
            "Ingen status er meld for %(count)s tiltak.",
            "Ingen status er meld for %(count)s tiltak.",
            standing.without,
        )
        lines.append(without % {"count": words.number(standing.without)})
    note = _("Tala gjeld tiltaka i planen. Deltiltak er ikkje talde med.")
    return [heading, *(paragraph("Lead", line) for line in lines), paragraph("Note", note)]


def _listed(sentence: str, counted: list[str]) -> str:
    return sentence % {"list": ", ".join(counted)}


def _lights(standing: Standing, words: Words) -> list[str]:
    return [f"{count} {light_text(light, words)}" for light, count in standing.by_light.items()]


def _lifecycles(standing: Standing, words: Words) -> list[str]:
    return [f"{count} {words.lifecycle(code)}" for code, count in standing.by_lifecycle.items()]


def _attention(paper: PlanPaper, standing: Standing) -> list[Element]:
    _ = paper.words.gettext
    made = [paragraph("Heading1", _("Dette treng merksemd"))]
    troubled = standing.needing_attention
    if not troubled:
        made.append(paragraph("Normal", _("Ingen har meldt avvik eller fare for avvik.")))
    for entry in troubled:
        made += _said(paper, entry)
    return made


def _said(paper: PlanPaper, entry: Entry) -> list[Element]:
    """One element: what it is, how it goes, and in whose words."""
    status = entry.status
    made = [paragraph("Level", _title(paper, entry))]
    if status is None:
        return made
    made.append(paragraph("Said", *_light(status, paper.words), _lifecycle(status, paper.words)))
    if status.sentence:
        made.append(paragraph("Said", status.sentence))
    made.append(paragraph("SaidBy", _source(status, paper)))
    return made


def _title(paper: PlanPaper, entry: Entry) -> str:
    if entry.counts:
        return entry.title
    kind = paper.label("part" if entry.is_part else entry.kind)
    return f"{kind}: {entry.title}"


def _light(status: StatusView, words: Words) -> list[Element]:
    if not status.light:
        return []
    text = f"{LIGHT_ICONS[status.light]} {words.light(status.light)}"
    return [run(text, LIGHT_STYLES[status.light]), run(", ")]


def _lifecycle(status: StatusView, words: Words) -> str:
    text = words.lifecycle(status.lifecycle)
    return text if status.light else text[:1].upper() + text[1:]


def _source(status: StatusView, paper: PlanPaper) -> str:
    """By whom and when, with the age: nobody should take old news for new."""
    _ = paper.words.gettext
    said = _("Meldt %(date)s (%(age)s) av %(by)s") % {
        "date": paper.words.long_date(status.said_on),
        "age": paper.words.age(status.said_on, paper.generated_at.date()),
        "by": status.said_by,
    }
    example = _("Dette er eit døme.")
    return f"{said}. {example}" if status.is_example else said


def _areas(paper: PlanPaper, standing: Standing) -> list[Element]:
    made: list[Element] = []
    for area in paper.plan.focus_areas:
        name = f"{area.number} {area.title}" if area.number else area.title
        made.append(paragraph("Heading1", name))
        made += _area(paper, standing.of_area(area.title))
    return made


def _area(paper: PlanPaper, entries: list[Entry]) -> list[Element]:
    _ = paper.words.gettext
    if not entries:
        return [paragraph("Normal", _("Ingen tiltak."))]
    made = []
    known = [entry for entry in entries if entry.status]
    silent = [entry for entry in entries if not entry.status]
    if known:
        made.append(table(_known(paper, known)))
    if silent:
        made.append(paragraph("Level", _("Ingen status er meld enno")))
        made += [list_item(0, None, entry.title) for entry in silent]
    return made


def _known(paper: PlanPaper, entries: list[Entry]) -> TableSpec:
    _ = paper.words.gettext
    heads = (paper.label("measure"), _("Korleis det går"), _("Siste melding"))
    lines = [TableLine([Cell((head,), "TableHead") for head in heads], head=True)]
    lines += [TableLine(_known_cells(paper, entry)) for entry in entries]
    return TableSpec(_("Siste statusmelding"), (PORTRAIT_MM - 105, 38, 67), lines)


def _known_cells(paper: PlanPaper, entry: Entry) -> list[Cell]:
    words, status = paper.words, entry.status
    if status is None:
        return [Cell((_title(paper, entry),)), Cell(), Cell()]
    light = f"{LIGHT_ICONS[status.light]} {light_text(status.light, words)}".strip()
    said = [line for line in (status.sentence, _source(status, paper)) if line]
    return [
        Cell((_title(paper, entry),)),
        Cell((light, words.lifecycle(status.lifecycle))),
        Cell(said),
    ]


def _money(paper: PlanPaper) -> list[Element]:
    """The money of the plan by area; what is spent stands elsewhere."""
    _, words = paper.words.gettext, paper.words
    lines = sums.lines_of(paper.plan)
    totals = sums.by_area(lines)
    if not totals:
        return []
    rows = [(area or _("Utan satsingsområde"), total) for area, total in totals.items()]
    heads = (
        Cell((_("Satsing"),), "TableHead"),
        Cell((_("Planlagde midlar"),), "TableHeadNumber"),
        Cell((_("Utan beløp"),), "TableHeadNumber"),
    )
    made = [TableLine(heads, head=True)]
    made += [TableLine(_money_cells(area, total, words)) for area, total in rows]
    total = _money_cells(_("Sum i alt"), sums.add_up(lines), words)
    last = [replace(cell, style=style) for cell, style in zip(total, SUM_STYLES, strict=True)]
    made.append(TableLine(last, rule=True, shaded=True))
    spec = TableSpec(_("Planlagde midlar"), (PORTRAIT_MM - 90, 60, 30), made)
    note = _("Utan beløp: så mange postar der planen ikkje oppgir beløp. Det tyder ikkje 0 kr.")
    return [
        paragraph("Heading1", _("Planlagde midlar")),
        table(spec),
        paragraph("Note", note),
    ]


def _money_cells(area: str, total: sums.Sum, words: Words) -> list[Cell]:
    missing = words.number(total.without_amount) if total.without_amount else ""
    return [
        Cell((area,)),
        Cell((sum_text(total, words),), "TableNumber"),
        Cell((missing,), "TableNumber"),
    ]
