"""The properties of WordprocessingML: values, switches and sizes of elements that may be missing."""

import re
from functools import cache
from typing import Any

from docx.oxml import ns


@cache
def qn(name: str) -> str:
    """ "w:p" as the parser has it."""
    full: str = ns.qn(name)
    return full


def child_of(element: Any, tag: str) -> Any:
    """A child by its name ("w:ind"), None where it or the parent is missing."""
    return element.find(qn(tag)) if element is not None else None


def value_of(element: Any, tag: str) -> str | None:
    """The `w:val` of a child."""
    found = child_of(element, tag)
    return found.get(qn("w:val")) if found is not None else None


def whole(text: str | None) -> int | None:
    """A whole number, None for anything else."""
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text) else None


def left_of(properties: Any) -> int | None:
    """The left indent of paragraph properties, in twentieths of a point."""
    indent = child_of(properties, "w:ind")
    if indent is None:
        return None
    return whole(indent.get(qn("w:left")) or indent.get(qn("w:start")))


def is_on(properties: Any, tag: str) -> bool | None:
    """A switch such as bold: True, False, or None where it is not said."""
    element = child_of(properties, tag)
    if element is None:
        return None
    return element.get(qn("w:val")) not in ("0", "false", "off")


def size_of(properties: Any) -> float | None:
    """The type size of run properties, in points."""
    half_points = whole(value_of(properties, "w:sz"))
    return half_points / 2 if half_points is not None else None
