"""The filters of the table. They stand in the address, so that a choice can be sent to others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from tiltak.domain.followup.queries.statuses import STANDINGS, FollowedPlan
from tiltak.planfile.alphabet import alphabetical
from tiltak.web.plan.entries import Entry
from tiltak.web.ui.lights import lights
from tiltak.wording import Words

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asked for; "" asks for nothing."""

    area: str = ""
    party: str = ""
    status: str = ""
    year: str = ""
    text: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Filters":
        """The filters of an address. A value that fits nothing leaves nothing; that is said."""
        return cls(
            area=_value(query, "omrade"),
            party=_value(query, "part"),
            status=_value(query, "status"),
            year=_value(query, "ar"),
            text=_value(query, "tekst"),
        )

    def __bool__(self) -> bool:
        return any((self.area, self.party, self.status, self.year, self.text))

    @property
    def query(self) -> str:
        """The filters as they stand in an address."""
        pairs = {
            "omrade": self.area,
            "part": self.party,
            "status": self.status,
            "ar": self.year,
            "tekst": self.text,
        }
        return urlencode({name: value for name, value in pairs.items() if value})


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a list."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen, of what the plan holds."""

    areas: Sequence[Choice]
    parties: Sequence[Choice]
    standings: Sequence[Choice]
    years: Sequence[Choice]


def _value(query: Mapping[str, str], name: str) -> str:
    return query.get(name, "").strip()[:LONGEST]


def matching(listed: Iterable[Entry], wanted: Filters, followed: FollowedPlan) -> list[Entry]:
    """The entries that fit all filters."""
    words = wanted.text.casefold().split()
    return [
        entry
        for entry in listed
        if wanted.area in {"", entry.group}
        and (not wanted.party or any(role.slug == wanted.party for role in entry.everybody()))
        and (not wanted.year or wanted.year in _years(entry))
        and (not wanted.status or wanted.status in standings(entry, followed))
        and (not words or _has_words(entry, words))
    ]


def standings(entry: Entry, followed: FollowedPlan) -> list[str]:
    """How the measures of an entry stand; `unknown` for a row without any."""
    return list(dict.fromkeys(followed.standing(node) for node in entry.nodes)) or ["unknown"]


def _years(entry: Entry) -> Iterable[str]:
    return [str(year) for year in entry.time.years] if entry.time else ()


def _has_words(entry: Entry, words: Sequence[str]) -> bool:
    texts = [entry.text, *(text for node in entry.nodes for text in (node.short_title, node.text))]
    whole = "\n".join(texts).casefold()
    return all(word in whole for word in words)


def choices(
    listed: Sequence[Entry],
    wanted: Filters,
    followed: FollowedPlan,
    names: Mapping[str, str],
    said: Words,
) -> Choices:
    """What there is to choose from. `names`: group → name of the area."""
    parties = {role.slug: role.name for entry in listed for role in entry.everybody()}
    years = sorted({year for entry in listed for year in _years(entry)})
    present = {standing for entry in listed for standing in standings(entry, followed)}
    known = lights(said.language)
    return Choices(
        areas=_choices(names.items(), wanted.area),
        parties=_choices(
            sorted(parties.items(), key=lambda one: alphabetical(one[1])), wanted.party
        ),
        standings=_choices(
            [(one, known[one].word) for one in STANDINGS if one in present], wanted.status
        ),
        years=_choices([(year, year) for year in years], wanted.year),
    )


def _choices(pairs: Iterable[tuple[str, str]], chosen: str) -> list[Choice]:
    return [Choice(value, label, value == chosen) for value, label in pairs]
