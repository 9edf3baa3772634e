"""Goals that no word announces: "Alle born skal kunna symja." right under the heading of an area.

Read only where the plan names no goal at all, and only where such sentences are all the text
between a heading and its measures. They are doubtful, and say so.
"""

from collections.abc import Collection

from tiltak.reading.structure import reasons
from tiltak.reading.structure.drafts import DraftItem, DraftSection
from tiltak.reading.vocabulary import Vocabulary

_LONGEST = 140
_MOST = 3


def take_goal_sentences(
    root: DraftSection, with_tables: Collection[int], vocabulary: Vocabulary
) -> None:
    """Make goals of them. `with_tables`: headings (by id) with a table of measures below."""
    sections = [section for section in root.with_sections() if section is not root]
    if any(section.sub_goals for section in (root, *sections)):
        return
    wishes = vocabulary.list_of("goal_sentences", "words")
    for section in sections:
        has_measures = bool(section.measures) or id(section) in with_tables
        texts = section.paragraphs
        if has_measures and 0 < len(texts) <= _MOST and all(_is_goal(x, wishes) for x in texts):
            section.sub_goals = [DraftItem(x.text, x.passages, reasons.SENTENCE) for x in texts]
            section.paragraphs = []


def _is_goal(item: DraftItem, wishes: tuple[str, ...]) -> bool:
    """One short sentence that says how things shall be."""
    text = item.text
    if len(text) > _LONGEST or not text.endswith(".") or ". " in text:
        return False
    return any(word in wishes for word in text.casefold().split())
