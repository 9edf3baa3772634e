"""Column heads that are nothing but money: "Kroner", "Tkr", "Mill. kr", "1000 kr"."""

import re
from collections.abc import Mapping
from typing import Any

_PARTS = re.compile(r"[^\W\d_]+|[£€$]|\d+")
_FACTORS = frozenset(("1", "000", "1000"))
_LONGEST_SIGN = 2
_UNITS = ("million", "thousand", "billion")


def is_money(unit: str, amount: Mapping[str, Any]) -> bool:
    """Whether what a head says in brackets is money: "EUR", "tkr", "mill. kr". `amount`: the words
    of amounts in the vocabulary."""
    money = {*amount["currencies"], *amount["thousand"]}
    return any(word in money for word in unit.casefold().split() if len(word) > _LONGEST_SIGN)


def is_unit_alone(head: str, amount: Mapping[str, Any]) -> bool:
    """Whether a whole head is a currency or how many of it, so that what stands below is money."""
    units = {word for key in _UNITS for word in amount[key] if len(word) > 1}
    units |= amount["currencies"].keys()
    parts = _PARTS.findall(head.casefold())
    return any(part in units for part in parts) and all(
        part in units or part in _FACTORS for part in parts
    )
