"""What takes long to make, kept in the memory of a process."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

# a region of Norway is some ten megabytes
MOST_KEPT = 4
Made = TypeVar("Made")


class Kept(Generic[Made]):
    """The latest used of what takes long to make, by hash. Shared by the threads of a process."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._all: OrderedDict[str, Made] = OrderedDict()
        self._lock = threading.Lock()
        self._making: dict[str, threading.Lock] = {}

    def get(self, key: str) -> Made | None:
        """What is kept under a hash, where it is in memory."""
        with self._lock:
            if key in self._all:
                self._all.move_to_end(key)
            return self._all.get(key)

    def get_or_make(self, key: str, make: Callable[[], Made]) -> Made:
        """What is kept under a hash; made by whoever comes first."""
        with self._lock:
            making = self._making.setdefault(key, threading.Lock())
        try:
            with making:
                found = self.get(key) or make()
                with self._lock:
                    self._all[key] = found
                    while len(self._all) > self._most:
                        self._all.popitem(last=False)
        finally:
            with self._lock:
                self._making.pop(key, None)
        return found

    def is_being_made(self, key: str) -> bool:
        """Whether somebody makes it just now."""
        with self._lock:
            return key in self._making

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._all.clear()
