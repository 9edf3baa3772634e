"""Lines a plan repeats to name a level in its own way: "Hva vil vi?", "Nämndmål 2", "We will:".

Such words are in no list. They are known by standing at several places, alone or before a
colon, and by what comes below each time; a clue in the words ("vil", "gjør") says which level.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tiltak.reading.blocks import Block, TableBlock, TextBlock
from tiltak.reading.structure.columns.by_heads import read_columns
from tiltak.reading.structure.outline.repeated_line import Line, cut_line
from tiltak.reading.values.numbering import read_number
from tiltak.reading.vocabulary import Label, Vocabulary

_FEWEST = 2
_LONGEST_ITEM = 200
_LONGEST_TITLE = 60
_PROSE = 80
_MOST_AFTER_MODAL = 2
_END_OF_VERB = "aeåyöø"


@dataclass(slots=True)
class _Seen:
    """Where the same words stand: how often alone, before text, and above what. `above_endings`:
    above a list whose items end the sentence."""

    alone: int = 0
    before_text: int = 0
    above_list: int = 0
    above_endings: int = 0
    above_table: int = 0
    above_sentence: int = 0
    titles: int = 0
    leads: bool = False

    @property
    def times(self) -> int:
        return self.alone + self.before_text


@dataclass(frozen=True, slots=True)
class OwnLabels:
    """The words a document names levels with, in lower case → level."""

    levels: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, blocks: Sequence[Block], vocabulary: Vocabulary) -> "OwnLabels":
        """What these blocks repeat."""
        seen: dict[str, _Seen] = defaultdict(_Seen)
        for index, block in enumerate(blocks):
            line = cut_line(block) if isinstance(block, TextBlock) else None
            if line is None or isinstance(block, TableBlock):
                continue
            if vocabulary.label(block.text) is not None or vocabulary.attribute(block.text):
                continue
            after = blocks[index + 1 : index + 3]
            one = seen[line.words.casefold()]
            _note(one, line, after)
            before = blocks[index - 1] if index else None
            is_counted = line.number is not None or line.counted
            one.titles += _is_title(line.rest, before, after, vocabulary, is_counted=is_counted)
        found = {}
        for words, one in seen.items():
            level = _level(words, one, vocabulary)
            if level is not None and _bears_out(level, one):
                found[words] = level
        if "measure" not in found.values() and not _has_measures(blocks, vocabulary):
            unfinished = _unfinished_sentences(seen, vocabulary)
            lists = unfinished or _above_lists(seen, found, vocabulary)
            found |= dict.fromkeys(lists, "measure")
        return cls(found)

    def read(self, block: TextBlock) -> Label | None:
        """The label a block is or begins with."""
        line = cut_line(block) if self.levels else None
        level = self.levels.get(line.words.casefold()) if line is not None else None
        if line is None or level is None:
            return None
        return Label(level, line.words, line.number, rest=line.rest, own=True)


def _has_measures(blocks: Sequence[Block], vocabulary: Vocabulary) -> bool:
    """Whether a level word or a table says what the measures are."""
    for block in blocks:
        if isinstance(block, TableBlock):
            if read_columns(block, vocabulary) is not None:
                return True
        elif (label := vocabulary.label(block.text)) and label.level == "measure":
            return True
    return False


def _above_lists(
    seen: Mapping[str, _Seen], found: Mapping[str, str], vocabulary: Vocabulary
) -> list[str]:
    """The last of the lines repeated above lists that hint at nothing: what is to be done comes
    after what is wished for."""
    unknown = [
        words
        for words, one in seen.items()
        if words not in found
        and one.above_list == one.times >= _FEWEST
        and not vocabulary.hints_at_nothing(words)
    ]
    return unknown[-1:]


def _unfinished_sentences(seen: Mapping[str, _Seen], vocabulary: Vocabulary) -> list[str]:
    """Lines that are a subject and "vil" and no more, without a colon ("Vi vil"), above lists only:
    each item ends the sentence with something to be done, where nothing else says what that is."""
    subjects = vocabulary.list_of("lead_in", "subjects")
    modals = vocabulary.list_of("lead_in", "modals")
    return [
        words
        for words, one in seen.items()
        if one.above_list == one.times
        and any(words == f"{subject} {modal}" for subject in subjects for modal in modals)
    ]


def _note(seen: _Seen, line: Line, after: Sequence[Block]) -> None:
    if line.rest is not None:
        seen.before_text += 1
        return
    seen.alone += 1
    seen.leads |= line.leads
    if after and isinstance(after[0], TextBlock) and after[0].text.endswith(":"):
        after = after[1:]
    if not after:
        return
    first = after[0]
    if isinstance(first, TableBlock):
        seen.above_table += 1
    elif first.is_list_item or first.mark or read_number(first.text):
        seen.above_list += 1
        seen.above_endings += _ends_sentence(first.text)
    elif len(first.text) <= _LONGEST_ITEM and not first.level:
        seen.above_sentence += 1


def _level(words: str, seen: _Seen, vocabulary: Vocabulary) -> str | None:
    """The level repeated words name, or words that lead in a list and say nothing else."""
    leads = seen.leads and seen.above_list and _leads_in(words, seen, vocabulary)
    if leads:
        wishes = vocabulary.list_of("lead_in", "wishes")
        return "sub_goal" if any(f"{wish} " in f"{words} " for wish in wishes) else "measure"
    if seen.times < _FEWEST:
        return None
    level = vocabulary.clue(words)
    is_caption = words in vocabulary.list_of("labels", "captions")
    if level is None and seen.titles == seen.times and not is_caption:
        return "focus_area"
    return level


def _is_title(
    rest: str | None,
    before: Block | None,
    after: Sequence[Block],
    vocabulary: Vocabulary,
    *,
    is_counted: bool,
) -> bool:
    """Whether a line could name an area behind its words: a table, prose, a level word or a line
    set apart comes next, no fact. `is_counted`: it has a number; a short sentence will do then."""
    if not rest or len(rest) > _LONGEST_TITLE or rest[-1] in ".;," or not rest[0].isupper():
        return False
    if isinstance(before, TextBlock) and before.text.endswith(":"):
        return False
    following = after[0] if after else None
    if following is None or isinstance(following, TableBlock):
        return following is not None
    if vocabulary.attribute(following.text):
        return False
    apart = bool(following.level or following.look.bold or following.gap)
    labelled = vocabulary.label(following.text) is not None
    tells = is_counted and not (following.is_list_item or following.mark)
    return tells or apart or labelled or len(following.text) > _PROSE


def _leads_in(words: str, seen: _Seen, vocabulary: Vocabulary) -> bool:
    """Whether a line has a subject and "skal", but nothing that shall be done: that is the list's."""
    parts = words.split()
    after = _after_modal(parts, vocabulary)
    if after is None:
        return any(words.endswith(wish) for wish in vocabulary.list_of("lead_in", "wishes"))
    if not after or seen.times >= _FEWEST:
        return True
    if seen.above_endings and parts[-1] not in vocabulary.list_of("unfinished", "words"):
        return True
    return parts[0] in vocabulary.list_of("lead_in", "times") and len(after) <= _MOST_AFTER_MODAL


def _after_modal(parts: Sequence[str], vocabulary: Vocabulary) -> Sequence[str] | None:
    """The words after the last "skal" or "kommer att", None without one."""
    modals = {tuple(modal.split()) for modal in vocabulary.list_of("lead_in", "modals")}
    ends = [
        at + len(modal)
        for at in range(len(parts))
        for modal in modals
        if tuple(parts[at : at + len(modal)]) == modal
    ]
    return parts[max(ends) :] if ends else None


def _ends_sentence(item: str) -> bool:
    """Whether an item of a list goes on with a verb where the line above it stopped: "a) byggja
    ei bru,". In the Nordic languages it ends in a vowel."""
    number = read_number(item)
    first = (number.rest if number is not None else item).split(maxsplit=1)[:1]
    return bool(first) and first[0].islower() and first[0][-1] in _END_OF_VERB


def _bears_out(level: str, seen: _Seen) -> bool:
    """Whether what stands below most of the lines can be of the level."""
    if level == "focus_area":
        return True
    listed = seen.above_list + seen.above_table
    if level == "measure":
        return listed * 2 > seen.times
    return (listed + seen.above_sentence + seen.before_text) * 2 > seen.times
