"""What the two processes say to each other.

To the child: one line of JSON (`Order`), then the file. Back: one byte that says what follows, a
plan, a page to look at, a problem with its code, or what broke the reader.
"""

import msgspec

from tiltak.planfile.model import Plan
from tiltak.reading.formats.pdf import SeenPage
from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.vocabulary import Vocabulary

PLAN, PAGE, FAILURE = b"P", b"S", b"F"
_LONGEST_DETAIL = 4_000

Words = dict[str, tuple[str, ...]]


class Order(msgspec.Struct, frozen=True):
    """What to read: the file's name, its limits, a council's own words for levels and columns.

    With a `page` no plan is wanted, but that page (1 is the first) to look at.
    """

    filename: str
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
    """Why there is no plan. `detail` is for the log."""

    code: Problem
    detail: str = ""


def encode_order(filename: str, limits: Limits, vocabulary: Vocabulary | None) -> bytes:
    """The first line to the child."""
    order = Order(filename.encode("utf-8", "replace").decode(), limits)
    if vocabulary is not None:
        order = msgspec.structs.replace(
            order, levels=dict(vocabulary.levels), columns=dict(vocabulary.columns)
        )
    return msgspec.json.encode(order) + b"\n"


def encode_page_order(page: int, limits: Limits) -> bytes:
    """The first line to the child when a page is to be looked at."""
    return msgspec.json.encode(Order("", limits, page=page)) + b"\n"


def decode_order(line: bytes) -> Order:
    """The order a line holds."""
    return msgspec.json.decode(line, type=Order)


def encode_plan(plan: Plan) -> bytes:
    """The answer that holds a plan."""
    return PLAN + msgspec.json.encode(plan)


def encode_page(page: SeenPage) -> bytes:
    """The answer that holds a page."""
    return PAGE + msgspec.msgpack.encode(page)


def encode_failure(code: Problem, detail: str) -> bytes:
    """The answer when there is no plan."""
    return FAILURE + msgspec.json.encode(Failure(code, detail[-_LONGEST_DETAIL:]))


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
    raise UnreadableDocument(failure.code, failure.detail)


def _broken_off(error: msgspec.DecodeError) -> UnreadableDocument:
    return UnreadableDocument(Problem.CRASHED, f"answer: {error}")
