"""Plans that are one table of a Word document, drawn with bars."""

import io
from typing import Any

import docx

from tiltak.planfile.model import Plan
from tiltak.reading import read_document


def read_table(*texts: str, title: str) -> Plan:
    """The plan read from a title and a table of cells between bars; "^" goes on from above, "<"
    from the left."""
    made: Any = docx.Document()
    made.add_paragraph(title, style="Title")
    split = [line.split("|") for line in texts]
    table = made.add_table(rows=len(split), cols=len(split[0]))
    for at, line in enumerate(split):
        for column, text in enumerate(line):
            if text == "^":
                table.cell(at - 1, column).merge(table.cell(at, column))
            elif text == "<":
                table.cell(at, column - 1).merge(table.cell(at, column))
            else:
                table.cell(at, column).text = text
    target = io.BytesIO()
    made.save(target)
    return read_document(target.getvalue(), "plan.docx")
