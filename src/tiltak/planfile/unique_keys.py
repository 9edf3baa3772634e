"""Keys that are each given once."""

from collections.abc import Iterable


class UniqueKeys:
    """Hands out keys, each once: one that is wanted again gets "~2", "~3".

    `reserved` keys are kept for those that bring them as their own id.
    """

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._reserved = {key for key in reserved if key}
        self._given: set[str] = set()

    def give(self, own_id: str, place: str) -> str:
        """The key of something: its own id, else the one from its place, as far as it is free."""
        wanted = own_id or place
        key, n = wanted, 1
        while key in self._given or (key in self._reserved and key != own_id):
            n += 1
            key = f"{wanted}~{n}"
        self._given.add(key)
        return key
