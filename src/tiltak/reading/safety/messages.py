"""What the two processes say to each other.

To the child: one line of JSON (`Order`), then the files. Back: any number of lines that say how
far it is, then one byte that says what follows: a plan, a page to look at, a problem with its
code, or what broke the reader.
"""

from collections.abc import Sequence

import msgspec

from tiltak.planfile.model import Plan
from tiltak.reading.files import File
from tiltak.reading.formats.pdf import SeenPage
from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.progress import Step
from tiltak.reading.vocabulary import Vocabulary

STEP, PLAN, PAGE, FAILURE = b">", b"P", b"S", b"F"
_LONGEST_DETAIL = 4_000

Words = dict[str, tuple[str, ...]]


class Announced(msgspec.Struct, frozen=True):
    """A file that is to come: its name and how many bytes."""

    name: str
    size: int


class Order(msgspec.Struct, frozen=True):
    """What to read: the files, their limits, a council's own words for levels and columns.

    With a `page` no plan is wanted, but that page (1 is the first) of the one file to look at.
    """

    files: tuple[Announced, ...]
    limits: Limits
    page: int | None = None
    levels: Words | None = None
    columns: Words | None = None

    def vocabulary(self) -> Vocabulary | None:
        """The words to read with; None for the usual ones."""
        if self.levels is None or self.columns is None:
            return None
        usual = Vocabulary.default()
        return Vocabulary(self.levels, self.columns, usual.words, usual.preferred)


class Failure(msgspec.Struct, frozen=True):
    """Why there is no plan. `detail` is for the log, `file` the file at fault among several."""

    code: Problem
    detail: str = ""
    file: str = ""


def encode_order(files: Sequence[File], limits: Limits, vocabulary: Vocabulary | None) -> bytes:
    """The first line to the child."""
    order = Order(_announced(files), limits)
    if vocabulary is not None:
        order = msgspec.structs.replace(
            order, levels=dict(vocabulary.levels), columns=dict(vocabulary.columns)
        )
    return msgspec.json.encode(order) + b"\n"


def encode_page_order(file: File, page: int, limits: Limits) -> bytes:
    """The first line to the child when a page is to be looked at."""
    return msgspec.json.encode(Order(_announced([file]), limits, page=page)) + b"\n"


def _announced(files: Sequence[File]) -> tuple[Announced, ...]:
    return tuple(
        Announced(file.name.encode("utf-8", "replace").decode(), len(file.data)) for file in files
    )


def decode_order(line: bytes) -> Order:
    """The order a line holds."""
    return msgspec.json.decode(line, type=Order)


def encode_plan(plan: Plan) -> bytes:
    """The answer that holds a plan."""
    return PLAN + msgspec.json.encode(plan)


def encode_page(page: SeenPage) -> bytes:
    """The answer that holds a page."""
    return PAGE + msgspec.msgpack.encode(page)


def encode_failure(code: Problem, detail: str, file: str = "") -> bytes:
    """The answer when there is no plan."""
    return FAILURE + msgspec.json.encode(Failure(code, detail[-_LONGEST_DETAIL:], file))


def encode_step(step: Step) -> bytes:
    """A line that says how far it is."""
    return STEP + msgspec.json.encode(step) + b"\n"


def decode_step(line: bytes) -> Step | None:
    """How far it is; None for a garbled line."""
    try:
        return msgspec.json.decode(line.removeprefix(STEP), type=Step)
    except msgspec.DecodeError:
        return None


def decode_answer(answer: bytes) -> Plan:
    """The plan of an answer. Raises UnreadableDocument; a garbled answer is one that broke off."""
    try:
        return msgspec.json.decode(_body(answer, PLAN), type=Plan)
    except msgspec.DecodeError as error:
        raise _broken_off(error) from error


def decode_page(answer: bytes) -> SeenPage:
    """The page of an answer. Raises as `decode_answer`."""
    try:
        return msgspec.msgpack.decode(_body(answer, PAGE), type=SeenPage)
    except msgspec.DecodeError as error:
        raise _broken_off(error) from error


def _body(answer: bytes, wanted: bytes) -> bytes:
    """What follows the first byte, if it is what was wanted."""
    if answer[:1] == wanted:
        return answer[1:]
    failure = msgspec.json.decode(answer[1:], type=Failure)
    raise UnreadableDocument(failure.code, failure.detail, failure.file)


def _broken_off(error: msgspec.DecodeError) -> UnreadableDocument:
    return UnreadableDocument(Problem.CRASHED, f"answer: {error}")
