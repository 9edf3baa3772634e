"""What a database can keep of a plain value, whatever a person or a program sends."""

from typing import Any

# far beyond what any measure costs, and well within what a whole number may be in a database
LARGEST_AMOUNT = 10**13


def is_storable(value: Any) -> bool:
    """Whether all texts and numbers in a plain JSON value can be stored."""
    return all(map(_is_leaf_storable, _leaves(value)))


def _leaves(value: Any) -> list[Any]:
    """All texts and numbers in a plain value, keys too."""
    if isinstance(value, dict):
        return [leaf for pair in value.items() for one in pair for leaf in _leaves(one)]
    if isinstance(value, list):
        return [leaf for one in value for leaf in _leaves(one)]
    return [value]


def _is_leaf_storable(leaf: Any) -> bool:
    if isinstance(leaf, str):
        return "\0" not in leaf
    return not isinstance(leaf, int) or abs(leaf) <= LARGEST_AMOUNT
