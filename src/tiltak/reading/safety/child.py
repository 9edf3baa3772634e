"""The process that reads the files of one plan: `python -I -m tiltak.reading.safety.child`.

Gets the order and the files on standard input; says how far it is and answers on standard output.
It knows no settings, no database and no Django.
"""

import gc
import os
import sys
import time
import traceback
from typing import BinaryIO

from tiltak.reading.files import File
from tiltak.reading.formats.pdf import see_page
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.progress import Step
from tiltak.reading.reader import read_documents
from tiltak.reading.safety.confinement import confine, end_with_parent
from tiltak.reading.safety.messages import (
    Order,
    decode_order,
    encode_failure,
    encode_page,
    encode_plan,
    encode_step,
)

_SECONDS_BETWEEN = 0.1


def main() -> None:
    """Read what is asked for and answer."""
    # what a library prints must not end up in the answer
    answers = os.fdopen(os.dup(1), "wb")
    # one document and then the end: looking for garbage would cost a third of a long one's time
    gc.disable()
    os.dup2(2, 1)
    answer = _answer(sys.stdin.buffer, _Teller(answers))
    answers.write(answer)
    answers.close()


class _Teller:
    """Says how far it is, no more often than somebody can see."""

    def __init__(self, answers: BinaryIO) -> None:
        self._answers = answers
        self._last: Step | None = None
        self._at = 0.0

    def __call__(self, step: Step) -> None:
        last, now = self._last, time.monotonic()
        same = last is not None and (last.phase, last.file) == (step.phase, step.file)
        if same and now - self._at < _SECONDS_BETWEEN:
            return
        self._last, self._at = step, now
        self._answers.write(encode_step(step))
        self._answers.flush()


def _carried_out(order: Order, files: list[File], tell: _Teller) -> bytes:
    if order.page is not None:
        return encode_page(see_page(files[0].data, order.page))
    plan = read_documents(files, limits=order.limits, vocabulary=order.vocabulary(), tell=tell)
    return encode_plan(plan)


def _answer(orders: BinaryIO, tell: _Teller) -> bytes:
    try:
        order = decode_order(orders.readline())
        end_with_parent()
        confine(order.limits)
        files = [File(one.name, orders.read(one.size)) for one in order.files]
        return _carried_out(order, files, tell)
    except UnreadableDocument as error:
        return encode_failure(error.code, error.detail, error.file)
    except MemoryError:
        return encode_failure(Problem.TOO_LARGE, "memory")
    except Exception:  # noqa: BLE001  whatever broke, the other side is told and nobody else
        return encode_failure(Problem.CRASHED, traceback.format_exc())


if __name__ == "__main__":
    main()
