"""One file in, one plan out."""

import hashlib

from tiltak.planfile import codec
from tiltak.planfile.model import Plan, Source
from tiltak.reading.blocks import BlockDocument
from tiltak.reading.kinds import Kind, find_kind
from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.structure.build import build_plan
from tiltak.reading.vocabulary import Vocabulary


def read_document(
    data: bytes,
    filename: str,
    *,
    limits: Limits | None = None,
    vocabulary: Vocabulary | None = None,
) -> Plan:
    """Read a plan from the bytes of a file. Pure: no disk, network, clock or database.

    `vocabulary` holds a council's own words beside the usual ones. The plan carries the whole
    text in `sources[0].text`; each element its passages; `unplaced` all other text.

    Raises UnreadableDocument: the file is empty, too large, of no known kind, damaged,
    encrypted, unsafe, or holds no plan.
    """
    kind = find_kind(data, limits or Limits())
    if kind is Kind.PLAN:
        return _read_plan_file(data)
    words = vocabulary or Vocabulary.default()
    document = read_blocks(data, kind, limits=limits or Limits(), vocabulary=words)
    plan = build_plan(document, _source(data, filename, document), words)
    if not plan.focus_areas:
        raise UnreadableDocument(Problem.NO_PLAN)
    return plan


def read_blocks(
    data: bytes, kind: Kind, *, limits: Limits, vocabulary: Vocabulary
) -> BlockDocument:
    """The first step alone: a file of a known kind as blocks."""
    if kind is Kind.DOCX:
        from tiltak.reading.formats.docx import read_docx
        from tiltak.reading.formats.pasted_text import read_pasted

        return read_pasted(read_docx(data, limits), vocabulary)
    if kind is Kind.XLSX:
        from tiltak.reading.formats.xlsx import read_xlsx

        return read_xlsx(data, limits, vocabulary)
    if kind is Kind.ODT:
        from tiltak.reading.formats.odt import read_odt
        from tiltak.reading.formats.pasted_text import read_pasted

        return read_pasted(read_odt(data, limits), vocabulary)
    if kind is Kind.ODS:
        from tiltak.reading.formats.ods import read_ods

        return read_ods(data, limits, vocabulary)
    if kind is Kind.PDF:
        from tiltak.reading.formats.pdf import read_pdf

        return read_pdf(data, vocabulary)
    from tiltak.reading.formats.plain_text import read_text

    return read_text(data, vocabulary)


def _read_plan_file(data: bytes) -> Plan:
    try:
        return codec.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except codec.InvalidPlanFile as error:
        raise UnreadableDocument(Problem.INVALID_PLAN_FILE, str(error)) from error


def _source(data: bytes, filename: str, document: BlockDocument) -> Source:
    return Source(
        name=filename,
        media_type=document.media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        text=document.text,
        method=document.method,
    )
