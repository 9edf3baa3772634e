"""Documents in: `read_documents` turns files that are one plan into a `Plan`. No Django.

Two steps. `formats` turn bytes into blocks (paragraphs, list items, tables, each with its
place in the text); `structure` turns blocks into areas, goals, measures and rows. A new
format only adds blocks. Files from outside go through `read_safely`, which does the same in a
process with limits. `vocabulary` is the words both steps know.
"""

from tiltak.reading.files import File, in_reading_order
from tiltak.reading.kinds import is_json_object, refuse_at_once
from tiltak.reading.limits import Limits
from tiltak.reading.problems import SENTENCES, Problem, UnreadableDocument
from tiltak.reading.progress import Phase, Step
from tiltak.reading.reader import read_document, read_documents
from tiltak.reading.safety import read_all_safely, read_safely, see_page_safely
from tiltak.reading.vocabulary import Vocabulary

__all__ = [
    "SENTENCES",
    "File",
    "Limits",
    "Phase",
    "Problem",
    "Step",
    "UnreadableDocument",
    "Vocabulary",
    "in_reading_order",
    "is_json_object",
    "read_all_safely",
    "read_document",
    "read_documents",
    "read_safely",
    "refuse_at_once",
    "see_page_safely",
]
