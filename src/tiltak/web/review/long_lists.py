"""Lists that may be so long that the whole of them would be in the way."""

from collections.abc import Sequence

# shown at a time
LISTED = 40
# those that are told of at length, and stand above the plan itself
LISTED_DOUBTS = 8


def part_of(
    keys: Sequence[str], current: str, *, whole: bool = False, listed: int = LISTED
) -> Sequence[str]:
    """The part of a list that holds the current one, else the first; all of it where that is asked
    for, and where hardly more than `listed` is left."""
    if whole or len(keys) <= listed + listed // 4:
        return keys
    here = keys.index(current) if current in keys else 0
    begin = here // listed * listed
    return keys[begin : begin + listed]
