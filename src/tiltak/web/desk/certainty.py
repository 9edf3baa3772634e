"""How far the reading of a document as a whole can be trusted."""

from django.utils.translation import gettext as _

from tiltak.planfile.marking import translated
from tiltak.planfile.model import Plan
from tiltak.reading.structure.reasons import LETTERS_LOST, STATUS_UNKNOWN, YEARS_UNKNOWN

# what the document does not tell of itself: its text may be as good as any
ABOUT_FACTS = {STATUS_UNKNOWN, YEARS_UNKNOWN}


def lacks_letters(content: Plan) -> bool:
    """Whether no element is as it was written, however sure its place is."""
    return LETTERS_LOST in content.warnings


def text_warnings(content: Plan) -> tuple[str, ...]:
    """What the reader warns of in the text as a whole, and nobody has looked at yet."""
    said = (one for one in content.warnings if one not in ABOUT_FACTS)
    return tuple(translated(one, _) for one in said)
