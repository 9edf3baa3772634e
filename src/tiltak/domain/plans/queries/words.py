"""The words a council's documents use, beside those every reader knows."""

from dataclasses import dataclass, field

from django.db.models import QuerySet

from tiltak.domain.plans.models import CouncilWord
from tiltak.domain.plans.queries.versions import NotFound
from tiltak.domain.viewer import Viewer


@dataclass(frozen=True, slots=True)
class CouncilWords:
    """Role → words, in lower case: what the documents call a level, and write above a column."""

    levels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.levels or self.columns)

    def role_of(self, use: str, word: str) -> str:
        """What the council says a word means as a level or as a column; "" when it does not."""
        roles = self.levels if use == CouncilWord.Use.LEVEL else self.columns
        return next((role for role, words in roles.items() if word in words), "")


def own_words(viewer: Viewer) -> QuerySet[CouncilWord]:
    """The words of the viewer's council as rows; none for the public."""
    if not viewer.may_edit:
        return CouncilWord.objects.none()
    found = CouncilWord.objects.filter(council_id=viewer.council_id)
    return found.select_related("learned_from__document", "created_by").defer(
        "learned_from__content",
        "learned_from__as_read",
        "learned_from__before",
        "learned_from__document__text",
    )


def word_by_id(viewer: Viewer, pk: int) -> CouncilWord:
    """Raises NotFound."""
    found = own_words(viewer).filter(pk=pk).first()
    if found is None:
        raise NotFound(pk)
    return found


def council_words(viewer: Viewer) -> CouncilWords:
    """The words the council's next document is read with; none for the public."""
    words = CouncilWords()
    if not viewer.may_edit:
        return words
    for use, role, word in CouncilWord.objects.filter(council_id=viewer.council_id).values_list(
        "use", "role", "word"
    ):
        roles = words.levels if use == CouncilWord.Use.LEVEL else words.columns
        roles[role] = (*roles.get(role, ()), word)
    return words
