"""The files a plan is written as, in one registry for the command and the pages. No Django here."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from tiltak.writing.document import PlanPaper

Write = Callable[[PlanPaper], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. `media_type` as HTTP wants it, with the character set for text.

    `has_provenance`: it tells what the plan was read from, so the paper must bring that.
    """

    name: str
    extension: str
    media_type: str
    module: str
    function: str
    has_provenance: bool = False

    def write(self, paper: PlanPaper) -> bytes:
        """The file. Its library is loaded at the first use, so that the command starts fast."""
        write: Write = getattr(import_module(f"{__name__}.{self.module}"), self.function)
        return write(paper)


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

FORMATS: dict[str, Format] = {
    made.name: made
    for made in (
        Format("docx", "docx", _WORD, "docx", "write_docx"),
        Format("pdf", "pdf", "application/pdf", "pdf", "write_pdf"),
        Format("xlsx", "xlsx", _EXCEL, "xlsx", "write_xlsx"),
        Format("csv", "csv", "text/csv; charset=utf-8", "csv", "write_csv"),
        Format("csv-dictionary", "csv", "text/csv; charset=utf-8", "csv", "write_csv_dictionary"),
        Format("json", "json", "application/json", "json", "write_json", has_provenance=True),
        Format("ics", "ics", "text/calendar; charset=utf-8", "ics", "write_ics"),
        Format("status-report", "docx", _WORD, "status_report", "write_status_report"),
    )
}
