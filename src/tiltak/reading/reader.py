"""Files in, one plan out."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from tiltak.planfile import codec
from tiltak.planfile.model import Plan, Source
from tiltak.planfile.origin import MOST_FILES
from tiltak.reading.blocks import BlockDocument
from tiltak.reading.files import File, blaming, in_reading_order
from tiltak.reading.kinds import Kind, find_kind
from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.progress import Phase, Step, Tell, tell_nobody
from tiltak.reading.structure.build import build_joined
from tiltak.reading.structure.document.bands import with_bands_as_headings
from tiltak.reading.structure.document.boxes import with_boxes_as_texts
from tiltak.reading.structure.document.contents_list import without_contents
from tiltak.reading.structure.document.old_sheets import without_old_sheets
from tiltak.reading.structure.passages.joining import join
from tiltak.reading.vocabulary import Vocabulary


def read_document(
    data: bytes,
    filename: str,
    *,
    limits: Limits | None = None,
    vocabulary: Vocabulary | None = None,
) -> Plan:
    """Read a plan from the bytes of a file: `read_documents` for one."""
    return read_documents([File(filename, data)], limits=limits, vocabulary=vocabulary)


def read_documents(
    files: Sequence[File],
    *,
    limits: Limits | None = None,
    vocabulary: Vocabulary | None = None,
    tell: Tell = tell_nobody,
) -> Plan:
    """Read one plan from all the files. Pure: no disk, network, clock or database.

    `vocabulary` holds a council's own words beside the usual ones; `tell` hears how far it is.
    The plan carries the text of each file in `sources`, in reading order; each element its
    passages, each in the text of its own file; `unplaced` all other text. `limits` are for each
    file.

    Raises UnreadableDocument, which names the file where there are several: it is empty, too
    large, of no known kind, damaged, encrypted or unsafe; or together they hold no plan.
    """
    ordered, bounds = in_reading_order(files), limits or Limits()
    if not 0 < len(ordered) <= MOST_FILES:
        raise UnreadableDocument(Problem.TOO_MANY_FILES, f"{len(ordered)} files")
    kinds = [blaming(file, len(files), find_kind, file.data, bounds) for file in ordered]
    if Kind.PLAN in kinds:
        return _read_plan_file(ordered)
    words = vocabulary or Vocabulary.default()
    documents = []
    for index, (file, kind) in enumerate(zip(ordered, kinds, strict=True)):
        tell(Step(Phase.OPENING, index))
        read = partial(read_blocks, limits=bounds, vocabulary=words, tell=_told_of(index, tell))
        document = blaming(file, len(files), read, file.data, kind)
        document = without_old_sheets(without_contents(document, words), words)
        documents.append(with_boxes_as_texts(with_bands_as_headings(document, words), words))
    tell(Step(Phase.STRUCTURE))
    sources = [_source(file, document) for file, document in zip(ordered, documents, strict=True)]
    plan = build_joined(join(documents, sources), words)
    if not plan.focus_areas:
        raise UnreadableDocument(Problem.NO_PLAN)
    return plan


def _told_of(index: int, tell: Tell) -> Tell:
    """Steps within one file, told as those of the file with this index."""
    return lambda step: tell(replace(step, file=index))


def read_blocks(
    data: bytes, kind: Kind, *, limits: Limits, vocabulary: Vocabulary, tell: Tell = tell_nobody
) -> BlockDocument:
    """The first step alone: a file of a known kind as blocks."""
    if kind is Kind.DOCX:
        from tiltak.reading.formats.word.docx import read_docx

        return _read_typed(read_docx(data, limits), vocabulary)
    if kind is Kind.XLSX:
        from tiltak.reading.formats.workbook.xlsx import read_xlsx

        return read_xlsx(data, limits, vocabulary)
    if kind is Kind.ODT:
        from tiltak.reading.formats.opendocument.odt import read_odt

        return _read_typed(read_odt(data, limits), vocabulary)
    if kind is Kind.ODS:
        from tiltak.reading.formats.opendocument.ods import read_ods

        return read_ods(data, limits, vocabulary)
    if kind is Kind.PDF:
        from tiltak.reading.formats.pdf import read_pdf

        return read_pdf(data, vocabulary, tell)
    from tiltak.reading.formats.text.plain_text import read_text

    return read_text(data, vocabulary)


def _read_typed(document: BlockDocument, vocabulary: Vocabulary) -> BlockDocument:
    """A text of an office program, with what was typed as in a plain text read as there."""
    from tiltak.reading.formats.tabbed_rows import with_tabbed_tables
    from tiltak.reading.formats.tables_going_on import with_tables_joined
    from tiltak.reading.formats.text.pasted_text import read_pasted

    read = with_tabbed_tables(read_pasted(document, vocabulary), vocabulary)
    return with_tables_joined(read, vocabulary)


def _read_plan_file(files: Sequence[File]) -> Plan:
    """A plan file is a whole plan: it is read alone."""
    if len(files) > 1:
        raise UnreadableDocument(Problem.PLAN_FILE_AMONG_OTHERS)
    try:
        return codec.decode(files[0].data.removeprefix(b"\xef\xbb\xbf"))
    except codec.InvalidPlanFile as error:
        raise UnreadableDocument(Problem.INVALID_PLAN_FILE, str(error)) from error


def _source(file: File, document: BlockDocument) -> Source:
    return Source(
        name=file.name,
        media_type=document.media_type,
        sha256=hashlib.sha256(file.data).hexdigest(),
        text=document.text,
        method=document.method,
    )
