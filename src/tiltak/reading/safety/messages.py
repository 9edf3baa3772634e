"""What the two processes say to each other.

To the child: one line of JSON (`Order`), then the file. Back: one byte that says what follows, a
plan, a problem with its code, or what broke the reader.
"""

import msgspec

from tiltak.planfile.model import Plan
from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.vocabulary import Vocabulary

PLAN, FAILURE = b"P", b"F"
_LONGEST_DETAIL = 4_000

Words = dict[str, tuple[str, ...]]


class Order(msgspec.Struct, frozen=True):
    """What to read: the file's name, its limits, a council's own words for levels and columns."""

    filename: str
    limits: Limits
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


def decode_order(line: bytes) -> Order:
    """The order a line holds."""
    return msgspec.json.decode(line, type=Order)


def encode_plan(plan: Plan) -> bytes:
    """The answer that holds a plan."""
    return PLAN + msgspec.json.encode(plan)


def encode_failure(code: Problem, detail: str) -> bytes:
    """The answer when there is no plan."""
    return FAILURE + msgspec.json.encode(Failure(code, detail[-_LONGEST_DETAIL:]))


def decode_answer(answer: bytes) -> Plan:
    """The plan of an answer. Raises UnreadableDocument; a garbled answer is one that broke off."""
    kind, body = answer[:1], answer[1:]
    try:
        if kind == PLAN:
            return msgspec.json.decode(body, type=Plan)
        failure = msgspec.json.decode(body, type=Failure)
    except msgspec.DecodeError as error:
        raise UnreadableDocument(Problem.CRASHED, f"answer: {error}") from error
    raise UnreadableDocument(failure.code, failure.detail)
