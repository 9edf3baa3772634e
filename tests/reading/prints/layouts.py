"""Ways to print a plan, one function each: the content as Typst markup.

Each prints the same things: the title, when it was adopted, an introduction, and for every area its
goals and a row (or a card, or a paragraph) for every measure.
"""

from collections.abc import Callable, Iterable

from tests.reading.prints.contents import Action, Content, Field

_PAGE = """#set text(font: "Libertinus Serif", size: 10.5pt, lang: "nb", hyphenate: false)
#set page(paper: "a4", margin: 2.2cm)
"""
WORDS = {
    "nn": ("Mål", "Tiltak", "Ansvarleg", "Tid", "Kostnad", "Satsingsområde"),
    "nb": ("Mål", "Tiltak", "Ansvarlig", "Frist", "Kostnad", "Innsatsområde"),
}


def _front(content: Content) -> str:
    return (
        f'#text(size: 22pt, weight: "bold")[{content.title}]\n\n{content.adopted}\n\n'
        f"{content.intro}\n\n"
    )


def _cells(action: Action) -> list[str]:
    return [action.text, "/".join(action.parties), action.time, action.money]


def _row(cells: Iterable[str]) -> str:
    return ", ".join(f"[{cell}]" for cell in cells)


def _heads(content: Content, *which: int) -> list[str]:
    return [f"*{WORDS[content.language][index]}*" for index in which]


def _goals(field: Field) -> str:
    return "\n".join(f"- {goal}" for goal in field.goals)


def columns_then_table(content: Content) -> str:
    """Goals in two columns of prose; then one table without any rule, the area in its first
    column once."""
    prose = "\n\n".join(
        f"== {field.title}\n{content.intro}\n\n*Mål*\n\n{_goals(field)}" for field in content.fields
    )
    rows = ", ".join(
        _row([field.title if not at else "", *_cells(action)])
        for field in content.fields
        for at, action in enumerate(field.actions)
    )
    head = _row(_heads(content, 5, 1, 2, 3, 4))
    return (
        f"{_PAGE}#set par(justify: true)\n{_front(content)}#columns(2)[\n{prose}\n]\n\n= Tiltak\n"
        f"#table(columns: (2.6cm, 1fr, 2.6cm, 2cm, 2cm), stroke: none, inset: (x: 3pt, y: 5pt), "
        f"table.header({head}), {rows})\n"
    )


def landscape_merged(content: Content) -> str:
    """A wide table on pages on their side: the area merged over its rows, goals beside it, zebra,
    words hyphenated in narrow columns, the head on every page, page numbers at the foot."""
    rows = []
    for field in content.fields:
        span = len(field.actions)
        goals = " ".join(field.goals)
        merged = (
            f"table.cell(rowspan: {span})[*{field.title}*], table.cell(rowspan: {span})[{goals}], "
        )
        for index, action in enumerate(field.actions):
            rows.append((merged if index == 0 else "") + _row(_cells(action)))
    head = _row(_heads(content, 5, 0, 1, 2, 3, 4))
    return (
        f'{_PAGE}#set page(width: 27cm, height: 15cm, numbering: "1 / 1")\n{_front(content)}'
        f"#pagebreak()\n#set text(hyphenate: true)\n= Tiltak i planperioden\n"
        f"#table(columns: (2.3cm, 3.6cm, 1fr, 2.2cm, 1.9cm, 2.1cm), stroke: 0.4pt, inset: 4pt, "
        f"table.header({head}), {', '.join(rows)})\n"
    )


def cards(content: Content) -> str:
    """A small table of two columns for each measure, under numbered headings."""
    words = WORDS[content.language]
    parts = [_PAGE, '#set heading(numbering: "1.1")\n', _front(content)]
    for field in content.fields:
        parts.append(f"= {field.title}\n*Mål*\n\n{_goals(field)}\n\n")
        for action in field.actions:
            facts = [(words[1], action.text), (words[2], "/".join(action.parties))]
            facts += [(words[3], action.time), (words[4], action.money or "Innanfor ramma")]
            rows = ", ".join(_row([f"*{name}*", value]) for name, value in facts)
            parts.append(f"#table(columns: (3cm, 1fr), stroke: 0.5pt + gray, {rows})\n\n")
    return "".join(parts)


def groups_and_sums(content: Content) -> str:
    """Rules across only; each area a shaded row over all columns, a sum under its measures; running
    head and page number."""
    rows = []
    for field in content.fields:
        rows.append(f"table.cell(colspan: 4, fill: luma(220))[*{field.title}*]")
        rows += [_row(_cells(action)) for action in field.actions]
        total = f"{sum(action.cost or 0 for action in field.actions):,}".replace(",", " ")
        rows.append(f"table.cell(colspan: 3)[*Sum {field.title}*], [*{total}*]")
    head = _row(_heads(content, 1, 2, 3, 4))
    return (
        f'{_PAGE}#set page(header: align(right)[{content.title}], numbering: "1", height: 20cm)\n'
        f"{_front(content)}"
        + "\n".join(f"== {field.title}\n*Mål*\n{_goals(field)}\n" for field in content.fields)
        + f"\n= Tiltak\n#table(columns: (1fr, 3cm, 2.2cm, 2.4cm), inset: 5pt, align: (x, y) => "
        f"if x == 3 {{ right }} else {{ left }}, stroke: (x, y) => (bottom: 0.5pt), "
        f"table.header({head}), {', '.join(rows)})\n"
    )


def table_per_area(content: Content) -> str:
    """A heading with a number, the goals, and a narrow ruled table for each area; a number for each
    measure; two footnotes and a line drawing."""
    parts = [_PAGE, _front(content)]
    for number, field in enumerate(content.fields, 1):
        rows = ", ".join(
            _row([f"{number}.{at}", *_cells(action)]) for at, action in enumerate(field.actions, 1)
        )
        head = _row(["*Nr.*", *_heads(content, 1, 2, 3, 4)])
        parts.append(
            f"#text(size: 14pt)[*{number} {field.title}*]\n\nMål#footnote[Måla er henta frå "
            f"samfunnsdelen.]:\n{_goals(field)}\n\n"
            f"#table(columns: (1cm, 1fr, 2.05cm, 1.5cm, 2cm), inset: 3pt, stroke: 0.5pt, "
            f"{head}, {rows})\n\n#polygon(fill: aqua, (0pt, 20pt), (40pt, 0pt), (90pt, 20pt))\n\n"
        )
    return "".join(parts)


def beside_the_measures(content: Content) -> str:
    """No table: measures as a list, what belongs to each on the line below; a box of text beside."""
    words = WORDS[content.language]
    parts = [
        _PAGE,
        _front(content),
        "#rect(inset: 8pt)[Spørsmål om planen? Ring servicetorget.]\n\n",
    ]
    for field in content.fields:
        parts.append(f"== {field.title}\n*Mål*\n\n{_goals(field)}\n\n*Tiltak*\n\n")
        for action in field.actions:
            facts = [f"{words[2]}: {'/'.join(action.parties)}", f"{words[3]}: {action.time}"]
            facts += [f"{words[4]}: {action.money} kr"] if action.cost is not None else []
            parts.append(f"- {action.text} \\\n  _{'. '.join(facts)}._\n")
    return "".join(parts)


def years_side_by_side(content: Content) -> str:
    """A head of two lines, the cost in 1000 kr under its first year, a goal as a row of its own."""
    years = sorted({action.years[0] for action in content.actions if action.years})
    rows = []
    for field in content.fields:
        goals = f" \\ Mål: {' '.join(field.goals)}"
        rows.append(f"table.cell(colspan: {2 + len(years)})[*{field.title}*{goals}]")
        for action in field.actions:
            begin = action.years[0] if action.years else None
            money = [
                f"{action.cost // 1000}" if action.cost is not None and year == begin else ""
                for year in years
            ]
            rows.append(_row([action.text, "/".join(action.parties), *money]))
    names = ", ".join(f"[*{year}*]" for year in years)
    head = (
        f"table.cell(rowspan: 2)[*Tiltak*], table.cell(rowspan: 2)[*Ansvar*], "
        f"table.cell(colspan: {len(years)})[*Kostnad (1000 kr)*], {names}"
    )
    sides = ", ".join(["1.6cm"] * len(years))
    return (
        f"{_PAGE}{_front(content)}= Tiltak\n#table(columns: (1fr, 2.8cm, {sides}), stroke: 0.5pt, "
        f"inset: 4pt, table.header({head}), {', '.join(rows)})\n"
    )


def turned_table(content: Content) -> str:
    """An upright page whose table is turned on its side, one for each area."""
    parts = [_PAGE, _front(content)]
    for field in content.fields:
        rows = ", ".join(_row(_cells(action)) for action in field.actions)
        head = _row(_heads(content, 1, 2, 3, 4))
        parts.append(
            f"#pagebreak()\n#rotate(-90deg, reflow: true)[#block(width: 24cm)[#text(size: 15pt)"
            f"[*{field.title}*]\n\n*Mål*\n\n{_goals(field)}\n\n#table(columns: (1fr, 4cm, 3cm, 3cm), "
            f"stroke: 0.5pt, {head}, {rows})]]\n"
        )
    return "".join(parts)


# One cell or line holds all goals of an area there: they are read as one.
GOALS_IN_ONE = frozenset({"landscape_merged", "years_side_by_side"})

LAYOUTS: dict[str, Callable[[Content], str]] = {
    made.__name__: made
    for made in (
        columns_then_table,
        landscape_merged,
        cards,
        groups_and_sums,
        table_per_area,
        beside_the_measures,
        years_side_by_side,
        turned_table,
    )
}
