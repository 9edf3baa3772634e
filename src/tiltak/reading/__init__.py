"""Documents in: `read_document` turns a file into a `Plan`. No Django.

Two steps. `formats` turn bytes into blocks (paragraphs, list items, tables, each with its
place in the text); `structure` turns blocks into areas, goals, measures and rows. A new
format only adds blocks. Files from outside go through `read_safely`, which does the same in a
process with limits. `vocabulary` is the words both steps know.
"""

from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.reader import read_document
from tiltak.reading.safety import read_safely, see_page_safely
from tiltak.reading.vocabulary import Vocabulary

__all__ = [
    "Limits",
    "Problem",
    "UnreadableDocument",
    "Vocabulary",
    "read_document",
    "read_safely",
    "see_page_safely",
]
