"""A process of its own for what comes from outside: started, told, heard, and ended with all it
started, whatever happens.

What it gives up of the machine it gives up itself (`confinement`), as soon as it knows its limits.
"""

import contextlib
import os
import signal
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from threading import Lock, Timer
from typing import IO, Generic, TypeVar

# the child sees no secret of the server; these are what Python, tesseract and PROJ ask for
_ENVIRONMENT = (
    *("PATH", "TMPDIR", "LD_LIBRARY_PATH", "SYSTEMROOT"),
    *("TESSDATA_PREFIX", "PROJ_DATA", "PROJ_LIB"),
)
Heard = TypeVar("Heard")


@dataclass(frozen=True, slots=True)
class Ended(Generic[Heard]):
    """What a process said before it ended, its exit status (below 0: a signal), and whether it was
    ended because time ran out."""

    heard: Heard
    status: int
    has_timed_out: bool


def ask(
    command: Sequence[str],
    said: Iterable[bytes],
    *,
    seconds: float,
    hear: Callable[[IO[bytes]], Heard],
) -> Ended[Heard]:
    """Run a command as a process, say all that is to be said, then `hear` its output to the end.

    It is ended when `seconds` are over, and when `hear` raises, which comes out.
    """
    process = subprocess.Popen(  # noqa: S603  our own Python
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
        start_new_session=True,
    )
    watch = _Watch(process)
    timer = Timer(seconds, watch.end)
    timer.daemon = True
    timer.start()
    try:
        heard = _conversed(process, said, hear)
    except BaseException:
        watch.stop()
        raise
    finally:
        status = watch.finish()
        timer.cancel()
    return Ended(heard, status, watch.has_ended)


def _conversed(
    process: "subprocess.Popen[bytes]", said: Iterable[bytes], hear: Callable[[IO[bytes]], Heard]
) -> Heard:
    """Say all, then hear all: the child answers only when it has what it needs."""
    assert process.stdin is not None  # noqa: S101  both are pipes
    assert process.stdout is not None  # noqa: S101
    with process.stdout as answers:
        # a child that is gone does not listen; its status tells
        with contextlib.suppress(BrokenPipeError), process.stdin as orders:
            for piece in said:
                orders.write(piece)
        return hear(answers)


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
