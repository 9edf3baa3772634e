"""The process that reads one file: `python -I -m tiltak.reading.safety.child`.

Gets the order and the file on standard input, answers on standard output, says nothing else. It
knows no settings, no database and no Django.
"""

import gc
import os
import sys
import traceback
from typing import BinaryIO

from tiltak.reading.formats.pdf import see_page
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.reader import read_document
from tiltak.reading.safety.confinement import confine
from tiltak.reading.safety.messages import (
    Order,
    decode_order,
    encode_failure,
    encode_page,
    encode_plan,
)


def main() -> None:
    """Read what is asked for and answer."""
    # what a library prints must not end up in the answer
    answers = os.fdopen(os.dup(1), "wb")
    # one document and then the end: looking for garbage would cost a third of a long one's time
    gc.disable()
    os.dup2(2, 1)
    answer = _answer(sys.stdin.buffer)
    answers.write(answer)
    answers.close()


def _carried_out(order: Order, data: bytes) -> bytes:
    if order.page is not None:
        return encode_page(see_page(data, order.page))
    plan = read_document(data, order.filename, limits=order.limits, vocabulary=order.vocabulary())
    return encode_plan(plan)


def _answer(orders: BinaryIO) -> bytes:
    try:
        order = decode_order(orders.readline())
        confine(order.limits)
        return _carried_out(order, orders.read())
    except UnreadableDocument as error:
        return encode_failure(error.code, error.detail)
    except MemoryError:
        return encode_failure(Problem.TOO_LARGE, "memory")
    except Exception:  # noqa: BLE001  whatever broke, the other side is told and nobody else
        return encode_failure(Problem.CRASHED, traceback.format_exc())


if __name__ == "__main__":
    main()
