"""Level words that are titles: "Aktivitet" over "Mål" and "Tiltak", "Aim 1: Welcome" over a table."""

from collections import Counter
from collections.abc import Sequence

from tiltak.reading.blocks import TableBlock
from tiltak.reading.structure.columns.by_heads import read_columns
from tiltak.reading.structure.outline.entry import IN_AREA, Entry
from tiltak.reading.structure.reasons import NAMED_BY_LEVEL_WORD
from tiltak.reading.vocabulary import Vocabulary

_NEAR = 6
_FEWEST = 2
_LONGEST_NAME = 40
_LONGEST_WITH_GOALS = 80
_AREAS = ("focus_area", "theme")


def take_titles(entries: list[Entry], vocabulary: Vocabulary) -> None:
    """A level word that stands once, over the words the plan does use for the level, is a title:
    "Aktivitet" over "Mål" and "Tiltak". So are several words over any of them: "Mål og tiltak"."""
    words = Counter(e.label.word.casefold() for e in entries if e.kind == "label" and e.label)
    for index, entry in enumerate(entries):
        if entry.kind != "label" or entry.label is None or words[entry.label.word.casefold()] > 1:
            continue
        below: set[str] = set()
        for other in entries[index + 1 : index + 1 + _NEAR]:
            if other.kind == "heading":
                break
            if other.label is not None and words[other.label.word.casefold()] != 1:
                below.add(other.label.level)
        several = vocabulary.level_of(entry.label.word) is None and not entry.label.own
        if entry.label.level in below or (several and below):
            entry.kind, entry.label = "text", None


def take_numbered_titles(entries: list[Entry], vocabulary: Vocabulary) -> None:
    """Goals or strategies counted from one that are names and head tables or lists of measures, or
    have goals of their own below: "Aim 1: Welcome", "GOAL 1 - Warm homes" above "Objectives". They
    are the areas of a plan that has no other."""
    for level in ("sub_goal", "strategy"):
        named = [i for i in range(len(entries)) if _is_name(entries, i, level, vocabulary)]
        numbers = [_number_of(entries[index]) for index in named]
        if numbers != [str(count) for count in range(1, len(named) + 1)] or len(named) < _FEWEST:
            continue
        between = entries[named[0] : named[-1]]
        if any(entry.kind == "heading" for entry in between):
            continue
        if all(_heads_measures(entries, index, vocabulary) for index in named):
            # they stand beside the chapters before them ("Background"), not below
            above = (entry.key for entry in entries[: named[0]] if entry.kind == "heading")
            key = next(above, ("label:title", 0))
            for index in named:
                entries[index].kind, entries[index].ground = "heading", NAMED_BY_LEVEL_WORD
                entries[index].key = key


def take_upper_goals(entries: list[Entry]) -> None:
    """Goals of two levels that count on, "Hovudmål 1 …" and below it "Delmål 1.1 …": the upper ones
    are the areas of a plan that has no other."""
    goals = [
        (entry, number)
        for entry in entries
        if entry.kind == "labelled" and (number := _number_of_goal(entry))
    ]
    upper = [entry for entry, number in goals if "." not in number]
    if len(upper) < _FEWEST or len(upper) == len(goals) or goals[0][0] is not upper[0]:
        return
    first, last = (entries.index(entry) for entry in (upper[0], goals[-1][0]))
    headings = [entry for entry in entries if entry.kind == "heading"]
    if any(entry.label and entry.label.level in _AREAS for entry in headings):
        return
    if any(entry.kind == "heading" for entry in entries[first:last]) or not _count_on(goals):
        return
    for entry in upper:
        entry.kind, entry.ground, entry.key = "heading", NAMED_BY_LEVEL_WORD, ("label:title", 0)


def _number_of_goal(entry: Entry) -> str | None:
    label = entry.label
    return label.number if label is not None and label.level == "sub_goal" and label.rest else None


def _count_on(goals: Sequence[tuple[Entry, str]]) -> bool:
    """Whether each lower goal has the number of the upper one above it, and most upper ones some."""
    above, led = "", set()
    for _, number in goals:
        if "." not in number:
            above = number
        elif number.rpartition(".")[0] != above:
            return False
        else:
            led.add(above)
    return len(led) >= _FEWEST


def _number_of(entry: Entry) -> str | None:
    """The number behind the word, or the one before it: "1. Mål: Levande sentrum"."""
    if entry.label is not None and entry.label.number:
        return entry.label.number
    return entry.number.raw if entry.number is not None else None


def _is_name(entries: Sequence[Entry], index: int, level: str, vocabulary: Vocabulary) -> bool:
    """Whether a goal is a name rather than a sentence; a long one has goals of its own below."""
    entry = entries[index]
    label = entry.label
    if entry.kind != "labelled" or label is None or label.level != level:
        return False
    if _number_of(entry) is None:
        return False
    rest = label.rest or ""
    if set(rest.casefold().split()) & set(vocabulary.list_of("goal_sentences", "words")):
        return False
    if rest[-1] in ".!?:" or label.title is not None:
        return False
    below = _word_below(entries, index) if len(rest) <= _LONGEST_WITH_GOALS else None
    return len(rest) <= _LONGEST_NAME or below in IN_AREA


def _heads_measures(entries: list[Entry], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a table of measures, or a word for goals or measures alone, comes soon below."""
    for entry in entries[index + 1 : index + 1 + _NEAR]:
        if isinstance(entry.block, TableBlock):
            return read_columns(entry.block, vocabulary) is not None
        if entry.label is not None:
            break
    return _word_below(entries, index) in IN_AREA


def _word_below(entries: Sequence[Entry], index: int) -> str | None:
    """The level of the next level word soon below, where it stands alone."""
    for entry in entries[index + 1 : index + 1 + _NEAR]:
        if entry.label is not None:
            return entry.label.level if entry.kind == "label" else None
    return None
