"""What a format gets: a plan as a paper, complete and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from tiltak.planfile.model import Plan
from tiltak.wording import Language, Words, words

# what public plans and their data are given out under, unless a council says otherwise
OPEN_LICENCE = "NLOD 2.0, norsk lisens for offentlege data"


def is_legible(text: str) -> bool:
    """Whether there is something to see; a heading without is no heading."""
    return any(c.isprintable() and not c.isspace() for c in text)


@dataclass(frozen=True, slots=True)
class StatusView:
    """The status that holds now: how far (`lifecycle`), how it goes (`light`), in whose words.

    `light` is "" where nobody judged it. `age_days` counts from `said_on` to the paper's date.
    """

    lifecycle: str
    light: str
    sentence: str
    said_by: str
    said_on: date
    age_days: int
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """A version of a plan with everything that is written about it.

    `state` is a sentence ("Vedteken 8. desember 2017, sak 45/17"). `labels` holds the council's
    own words for the levels, keyed as `Words.level`. `statuses` and `short_titles` are keyed by
    element id. `address` is the web page the paper can be checked against.
    """

    council: str
    title: str
    kind: str
    state: str
    version: str
    language: Language
    generated_at: datetime
    address: str
    plan: Plan
    labels: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, StatusView] = field(default_factory=dict)
    short_titles: Mapping[str, str] = field(default_factory=dict)
    licence: str = OPEN_LICENCE

    @property
    def words(self) -> Words:
        """Texts, numbers and dates in the paper's language."""
        return words(self.language)

    @property
    def heading(self) -> str:
        """The title; a plan that has none is called by its kind."""
        return self.title if is_legible(self.title) else self.words.plan_kind(self.kind)

    def label(self, kind: str, count: int = 1) -> str:
        """The council's word for a level, or the usual one for so many elements."""
        own = self.labels.get(kind, "")
        if is_legible(own):
            return own
        return self.words.level(kind) if count == 1 else self.words.levels(kind)

    def origin(self) -> str:
        """Where the paper comes from and when, as a sentence for the foot of a page."""
        return self.words.gettext("Henta frå %(address)s %(date)s") % {
            "address": self.address,
            "date": self.words.long_date(self.generated_at.date()),
        }
