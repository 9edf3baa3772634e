"""Hearing the process that reads: first how far it is, then its answer."""

import os
import selectors

from tiltak.reading.progress import Phase, Step, Tell
from tiltak.reading.safety.messages import STEP, decode_step

_CHUNK = 1 << 16
_SECONDS_OF_SILENCE = 0.5


class Hearing:
    """What came through the pipe so far. Steps are told on; the rest is the answer."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._rest = bytearray()
        self._step = Step(Phase.OPENING)

    def all_of(self, pipe: int, most: int) -> bytes:
        """The answer; empty when more came than `most` bytes. Raises what `tell` raises."""
        heard = 0
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, selectors.EVENT_READ)
            while heard <= most:
                if not selector.select(_SECONDS_OF_SILENCE):
                    self._tell(self._step)
                    continue
                piece = os.read(pipe, _CHUNK)
                if not piece:
                    return bytes(self._rest)
                heard += len(piece)
                self._rest += piece
                self._take_steps()
        return b""

    def _take_steps(self) -> None:
        while self._rest.startswith(STEP) and (end := self._rest.find(b"\n")) >= 0:
            step = decode_step(bytes(self._rest[:end]))
            del self._rest[: end + 1]
            if step is not None:
                self._step = step
                self._tell(step)
