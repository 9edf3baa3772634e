"""One text that says who and when: "Rektor / 2026", "SR, haust 2027"."""

import re

from tiltak.reading.values.times import is_time
from tiltak.reading.vocabulary import Vocabulary

_BETWEEN = re.compile(r"\s*[,;\n]\s*|\s+[/–-]\s+|(?<=[^\W\d])/|/(?=[^\W\d])")
# "Rektor 2026", "Rektor haust 2026"
_YEAR_LAST = re.compile(r"^(\D+?)\s+((?:[^\W\d]+\s+)?(?:19|20)\d\d\b.*)$")


def who_and_when(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The parties and the time of "Rektor / 2026" or "Rektor 2026"."""
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    if len(parts) == 1 and (year := _YEAR_LAST.match(text)):
        parts = [year[1], year[2]]
    times = [part for part in parts if is_time(part, vocabulary)]
    return ", ".join(part for part in parts if part not in times), ", ".join(times)
