"""The values of a card whose names stand first: which name each belongs to, where some have none."""

from collections.abc import Sequence
from itertools import combinations

from tiltak.reading.formats.text.cell_forms import CellForms
from tiltak.reading.vocabulary import Vocabulary

_MOST_LACKING, _FEWEST = 2, 2
_WRONG = 1.0
# what is most often left empty
_LACKS = {"note": 0.1, "funder": 0.2, "partners": 0.3, "state": 0.4, "budget": 0.5}
_LACKS_OTHER = 1.0


def columns_of_values(
    texts: Sequence[str], roles: Sequence[str], vocabulary: Vocabulary
) -> tuple[int, ...] | None:
    """The name each value belongs to, by its form; None where they cannot be those of the names."""
    lacking = len(roles) - len(texts)
    if lacking == 0:
        return tuple(range(len(roles)))
    if not 0 < lacking <= _MOST_LACKING or len(texts) < _FEWEST:
        return None
    forms = CellForms(roles, vocabulary)

    def cost(columns: Sequence[int]) -> float:
        wrong = sum(forms.costs(text)[c] for text, c in zip(texts, columns, strict=True))
        empty = set(range(len(roles))) - set(columns)
        return wrong + sum(_LACKS.get(roles[c], _LACKS_OTHER) for c in empty)

    best = min(combinations(range(len(roles)), len(texts)), key=cost)
    fits = all(forms.costs(text)[c] < _WRONG for text, c in zip(texts, best, strict=True))
    return best if fits else None
