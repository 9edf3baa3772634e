"""Reading a file in a process of its own, and refusing what comes of it when it breaks."""

import logging
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import BoundedSemaphore

from tiltak.planfile.model import Plan
from tiltak.reading.files import File, blaming
from tiltak.reading.formats.pdf import SeenPage
from tiltak.reading.kinds import refuse_size
from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.progress import Tell, tell_nobody
from tiltak.reading.safety.hearing import Hearing
from tiltak.reading.safety.messages import (
    decode_answer,
    decode_page,
    encode_order,
    encode_page_order,
)
from tiltak.reading.safety.process import Ended, ask
from tiltak.reading.vocabulary import Vocabulary

_COMMAND = (sys.executable, "-I", "-m", "tiltak.reading.safety.child")
# of the four threads a web worker has, two are always left to answer others
_MOST_AT_ONCE = 2
_SECONDS_TO_WAIT = 10.0
# somebody waits for the page; a scanned one is read by tesseract
_SECONDS_FOR_A_PAGE = 20.0
_turns = BoundedSemaphore(_MOST_AT_ONCE)
_log = logging.getLogger("tiltak.reading")


def read_safely(
    data: bytes,
    filename: str,
    *,
    limits: Limits | None = None,
    vocabulary: Vocabulary | None = None,
) -> Plan:
    """As `read_document`: `read_all_safely` for one file."""
    return read_all_safely([File(filename, data)], limits=limits, vocabulary=vocabulary)


def read_all_safely(
    files: Sequence[File],
    *,
    limits: Limits | None = None,
    vocabulary: Vocabulary | None = None,
    tell: Tell = tell_nobody,
) -> Plan:
    """As `read_documents`, in a separate process with limits on memory, CPU and time.

    The process has no network and is ended, with all it started, when `limits.seconds` are over.
    `tell` is called at least every half second; what it raises ends the reading and comes out.
    Raises UnreadableDocument with the code the reader gives; TOO_SLOW when time ran out; CRASHED
    when the reader broke; BUSY when others are being read and none is finished soon.
    """
    bounds = limits or Limits()
    with _telling(files):
        return decode_answer(_answer(encode_order(files, bounds, vocabulary), files, bounds, tell))


def see_page_safely(
    data: bytes, page: int, *, filename: str = "", limits: Limits | None = None
) -> SeenPage:
    """A page of a PDF (1 is the first) as a picture with the places of its lines.

    In a separate process, as `read_safely`, and raises as it does; CRASHED also for a page that
    is not there. `filename` is for the log.
    """
    bounds, files = limits or Limits(seconds=_SECONDS_FOR_A_PAGE), [File(filename, data)]
    with _telling(files):
        return decode_page(_answer(encode_page_order(files[0], page, bounds), files, bounds))


def _answer(order: bytes, files: Sequence[File], bounds: Limits, tell: Tell = tell_nobody) -> bytes:
    for file in files:
        blaming(file, len(files), refuse_size, file.data, bounds)
    with _turn():
        ended = ask(
            _COMMAND,
            [order, *(file.data for file in files)],
            seconds=bounds.seconds,
            hear=lambda answers: Hearing(tell).all_of(answers.fileno(), bounds.answer_bytes),
        )
    _refuse_broken(ended)
    return ended.heard


@contextmanager
def _telling(files: Sequence[File]) -> Iterator[None]:
    """Log what broke."""
    try:
        yield
    except UnreadableDocument as error:
        if error.code in (Problem.CRASHED, Problem.TOO_SLOW):
            names = ", ".join(file.name for file in files)
            _log.warning("%s cannot be read: %s %s", names, error.code, error.detail)
        raise


def _refuse_broken(ended: Ended[bytes]) -> None:
    """Raises UnreadableDocument when the process did not come to an end of its own."""
    if ended.has_timed_out or ended.status == -signal.SIGXCPU:
        raise UnreadableDocument(Problem.TOO_SLOW, f"status {ended.status}")
    if ended.status != 0 or not ended.heard:
        raise UnreadableDocument(Problem.CRASHED, f"status {ended.status}")


@contextmanager
def _turn() -> Iterator[None]:
    """Wait a little for a turn."""
    if not _turns.acquire(timeout=_SECONDS_TO_WAIT):
        raise UnreadableDocument(Problem.BUSY)
    try:
        yield
    finally:
        _turns.release()
