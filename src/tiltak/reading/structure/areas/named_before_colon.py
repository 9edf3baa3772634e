"""Goals and measures that name their area before a colon or a dash: "Landbruk: Jordbruksarealet skal …".

Read where a list stands under no area and such names are those of areas further down, whether
headings or a table name them; or, in a plan without any heading for an area, where all measures
have one before a colon and several the same.
"""

import re
from collections.abc import Sequence
from typing import TypeVar

from tiltak.reading.structure import reasons
from tiltak.reading.structure.drafts import DraftItem, DraftMeasure, DraftSection
from tiltak.reading.structure.titles import alike

_LONGEST_NAME = 50
_MOST_WORDS = 5
_FEWEST = 3
_SIGN = re.compile(r":\s+|\s+[–—-]\s+")

Named = TypeVar("Named", DraftItem, DraftMeasure)


def place_named(root: DraftSection) -> None:
    """Move what stands under no area to the area it names, which may have no heading."""
    if not root.sections:
        root.sections = _areas_named(root.measures)
    place_in_areas(root)


def place_in_areas(root: DraftSection) -> None:
    """Move what stands under no area to the one it names."""
    for area in root.sections:
        area.sub_goals += _taken(root.sub_goals, area.title)
        area.strategies += _taken(root.strategies, area.title)
        area.measures += _taken(root.measures, area.title)


def _taken(items: list[Named], title: str) -> list[Named]:
    """The items that name an area, without the name, taken out of the list."""
    rests = [_behind_name(item.text, title) for item in items]
    found = [item for item, rest in zip(items, rests, strict=True) if rest]
    items[:] = [item for item, rest in zip(items, rests, strict=True) if not rest]
    for item, rest in zip(found, filter(None, rests), strict=True):
        item.text = rest
    return found


def _behind_name(text: str, title: str) -> str:
    """What stands behind the name of an area, empty where a text does not begin with it."""
    parts = _SIGN.split(text, maxsplit=1)
    return parts[1].strip() if len(parts) > 1 and alike(parts[0], title) else ""


def _areas_named(measures: Sequence[DraftMeasure]) -> list[DraftSection]:
    names = [_name(measure.text) for measure in measures]
    titles = list(dict.fromkeys(name for name in names if name is not None))
    if len(names) < _FEWEST or None in names or not 1 < len(titles) < len(names):
        return []
    return [DraftSection(title, [], reasons.NAMED_BEFORE_COLON, level=1) for title in titles]


def _name(text: str) -> str | None:
    """What may be the name of an area before a colon."""
    name, colon, rest = text.partition(": ")
    short = len(name) <= _LONGEST_NAME and len(name.split()) <= _MOST_WORDS
    return name if colon and rest.strip() and short and name[:1].isupper() else None
