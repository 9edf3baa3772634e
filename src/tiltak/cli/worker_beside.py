"""A worker beside the web server: started with it, started again when it dies, ended with it."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread

_COMMAND = (sys.executable, "-P", "-c", "from tiltak.cli import main; main()", "work", "--beside")
# one that dies at once is not started again and again without a pause
_SHORTEST_PAUSE = 1.0
_LONGEST_PAUSE = 60.0
_LIVED_WELL = 30.0
_SECONDS_TO_STOP = 5.0


@contextmanager
def worker_beside() -> Iterator[None]:
    """A worker while the block runs."""
    keeper = _Keeper()
    keeper.start()
    try:
        yield
    finally:
        keeper.stop()


class _Keeper(Thread):
    """Keeps one worker alive. The worker goes when who started it does: Linux sees to it."""

    def __init__(self) -> None:
        super().__init__(name="worker-beside", daemon=True)
        self._lock = Lock()
        self._is_over = Event()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """The first worker is there when this returns. Begun in the thread, it would be begun while
        the server forks its own processes: these would then hold the pipe on which the thread
        waits to hear that the worker has begun, and it would wait for ever."""
        self._begun()
        super().start()

    def run(self) -> None:
        pause, process = _SHORTEST_PAUSE, self._process
        while process is not None:
            begun = time.monotonic()
            process.wait()
            if time.monotonic() - begun > _LIVED_WELL:
                pause = _SHORTEST_PAUSE
            self._is_over.wait(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
            process = self._begun()

    def _begun(self) -> "subprocess.Popen[bytes] | None":
        """A new worker; None when no more are to be started."""
        with self._lock:
            if self._is_over.is_set():
                return None
            # not in the terminal's group: Ctrl+C is for the server, which then ends the worker
            self._process = subprocess.Popen(  # noqa: S603  our own command
                [*_COMMAND, str(os.getpid())], stdin=subprocess.DEVNULL, start_new_session=True
            )
            return self._process

    def stop(self) -> None:
        """End the worker. What it reads now is read anew when there is one again."""
        with self._lock:
            self._is_over.set()
            process = self._process
        if process is not None:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_SECONDS_TO_STOP)
            process.kill()
        self.join(_SECONDS_TO_STOP)
