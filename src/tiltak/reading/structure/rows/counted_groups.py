"""Group rows that are counted, whatever parts number and name: "A – Skog", "Perspektiv 1: Bu".

Habit read: the rows that name the areas of a table all begin with a number, a letter or a word and
its number, and count on from the first.
"""

import re
from collections.abc import Iterable

from tiltak.reading.values.numbering import count_on
from tiltak.reading.vocabulary import Vocabulary

_FEWEST = 2
_COUNTED = re.compile(
    r"(?P<words>(?:[A-ZÆØÅÄÖ][^\W\d]+\.?(?:\s[^\W\d]+){0,2}\s)?)(?:nr\.?\s)?"
    r"\(?(?P<number>\d{1,2}|[A-ZÆØÅÄÖ]|[IVX]{1,4})(?P<sign>\s?[:–—―|•·.)]|\s--?|(?=\s))\s+"
    r"(?P<name>[^\W\d].*)",
    re.DOTALL,
)


def counted_names(texts: Iterable[str], vocabulary: Vocabulary) -> dict[str, str]:
    """Each text → its number and name ("A. Skog"); nothing where one is not counted as the others.
    A level word says itself what it is, so such texts are not looked at."""
    different = [text for text in dict.fromkeys(texts) if vocabulary.label(text) is None]
    found = [match for text in different if (match := _COUNTED.fullmatch(text))]
    words = {match["words"].casefold() for match in found}
    if len(found) < max(_FEWEST, len(different)) or len(words) > 1:
        return {}
    if not count_on([match["number"] for match in found]):
        return {}
    # "A Skog" is told by the codes of its measures
    return {m[0]: f"{m['number']}. {m['name']}" for m in found if m["words"] or m["sign"]}
