"""Starting the process that reads a file, and ending it when it takes too long."""

import contextlib
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock, Timer

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
from tiltak.reading.vocabulary import Vocabulary

_COMMAND = (sys.executable, "-I", "-m", "tiltak.reading.safety.child")
# the child sees no secret of the server; these are what tesseract and Python ask for
_ENVIRONMENT = ("PATH", "TESSDATA_PREFIX", "TMPDIR", "LD_LIBRARY_PATH", "SYSTEMROOT")
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
        said = [order, *(file.data for file in files)]
        answer, status, timed_out = _ask(said, bounds, tell)
    _refuse_broken(answer, status, timed_out=timed_out)
    return answer


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


def _refuse_broken(answer: bytes, status: int, *, timed_out: bool) -> None:
    """Raises UnreadableDocument when the process did not come to an end of its own."""
    if timed_out or status == -signal.SIGXCPU:
        raise UnreadableDocument(Problem.TOO_SLOW, f"status {status}")
    if status != 0 or not answer:
        raise UnreadableDocument(Problem.CRASHED, f"status {status}")


@contextmanager
def _turn() -> Iterator[None]:
    """Wait a little for a turn."""
    if not _turns.acquire(timeout=_SECONDS_TO_WAIT):
        raise UnreadableDocument(Problem.BUSY)
    try:
        yield
    finally:
        _turns.release()


def _ask(said: Sequence[bytes], limits: Limits, tell: Tell) -> tuple[bytes, int, bool]:
    """The child's answer, its exit status, and whether it was ended because time ran out."""
    process = subprocess.Popen(  # noqa: S603
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
        start_new_session=True,
    )
    watch = _Watch(process)
    timer = Timer(limits.seconds, watch.end)
    timer.daemon = True
    timer.start()
    try:
        answer = _converse(process, said, limits.answer_bytes, tell)
    except BaseException:
        watch.stop()
        raise
    finally:
        status = watch.finish()
        timer.cancel()
    return answer, status, watch.has_ended


def _converse(
    process: "subprocess.Popen[bytes]", said: Sequence[bytes], most: int, tell: Tell
) -> bytes:
    """Say all, then hear all: the child answers only when it has the files."""
    assert process.stdin is not None  # noqa: S101  both are pipes
    assert process.stdout is not None  # noqa: S101
    with process.stdout as answers:
        # a child that is gone does not listen; its status tells
        with contextlib.suppress(BrokenPipeError), process.stdin as orders:
            for piece in said:
                orders.write(piece)
        return Hearing(tell).all_of(answers.fileno(), most)


class _Watch:
    """Ends a process and all it started, once, and only while its number is still its own."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._lock = Lock()
        self._is_reaped = False
        self.has_ended = False

    def end(self) -> None:
        """Time is over."""
        with self._lock:
            if not self._is_reaped:
                self.has_ended = True
                self._kill()

    def stop(self) -> None:
        """Nobody waits for the answer any longer."""
        with self._lock:
            if not self._is_reaped:
                self._kill()

    def finish(self) -> int:
        """Wait for the process, which has said all it will say, and give its exit status."""
        if hasattr(os, "waitid"):
            # it keeps its number until `wait` below, so the group that is ended is its own
            os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOWAIT)
        else:
            self._process.wait()
        with self._lock:
            self._kill()
            self._is_reaped = True
            return self._process.wait()

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
