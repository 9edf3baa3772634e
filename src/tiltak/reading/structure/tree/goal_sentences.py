"""Goals that no word announces: "Alle born skal kunna symja." right under the heading of an area.

Read only where the plan names no goal at all, and only where such sentences are all the text
between a heading and its measures, at least in most areas. They are doubtful, and say so.
"""

from collections.abc import Collection
from itertools import takewhile

from tiltak.reading.structure import reasons
from tiltak.reading.structure.drafts import DraftItem, DraftSection
from tiltak.reading.structure.outline.goal_sentence import is_goal
from tiltak.reading.vocabulary import Vocabulary

_MOST = 3
_FEWEST_WHOLE = 2


def take_goal_sentences(
    root: DraftSection, with_tables: Collection[int], vocabulary: Vocabulary
) -> None:
    """Make goals of them. `with_tables`: headings (by id) with a table of measures below."""
    sections = [section for section in root.with_sections() if section is not root]
    if any(section.sub_goals for section in (root, *sections)):
        return
    holders = [s for s in sections if s.paragraphs and (s.measures or id(s) in with_tables)]
    goals = {id(section): _leading_goals(section, vocabulary) for section in holders}
    whole = [s for s in holders if 0 < len(goals[id(s)]) == len(s.paragraphs) <= _MOST]
    # where most areas have a goal and nothing more, the others begin with theirs too
    chosen = holders if len(whole) >= max(_FEWEST_WHOLE, len(holders) / 2) else whole
    for section in chosen:
        texts = goals[id(section)]
        section.sub_goals = [DraftItem(x.text, x.passages, reasons.SENTENCE) for x in texts]
        section.paragraphs = section.paragraphs[len(texts) :]


def _leading_goals(section: DraftSection, vocabulary: Vocabulary) -> list[DraftItem]:
    """The paragraphs a heading begins with that are goals."""
    return list(takewhile(lambda item: is_goal(item.text, vocabulary), section.paragraphs))
