"""What the levels of a plan are called: by the council, by the document, or by us."""

from collections.abc import Mapping
from dataclasses import dataclass

from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.queries.versions import VersionView
from tiltak.wording import Words, language_of, words

# kind of an element → name of its level in the labels of councils and documents
LEVELS = {
    "area": "focus_area",
    "theme": "theme",
    "sub_goal": "sub_goal",
    "strategy": "strategy",
    "measure": "measure",
    "part": "part",
    "paragraph": "paragraph",
}


@dataclass(frozen=True, slots=True)
class Levels:
    """The names of the levels on one page: `levels.area`, `levels.measure` …

    `several` names more than one, by kind: a heading above a list, a label beside a count.
    """

    area: str
    theme: str
    sub_goal: str
    strategy: str
    measure: str
    part: str
    paragraph: str
    several: Mapping[str, str]

    def of(self, kind: str, count: int = 1) -> str:
        """The name of an element's kind, or of a heading above `count` of them."""
        return str(getattr(self, kind)) if count == 1 else self.several[kind]


def levels(council: RegionalCouncil, version: VersionView | None, said: Words) -> Levels:
    """The council's own word in this language, else the document's, else the usual one.

    The document's words belong in its own language only, and without a `version` there are none:
    a heading of a document («Satsing») need not fit as a heading of a page or name of a filter.
    """
    document = version.labels if version and version.language == said.language else {}
    names = {kind: _name(level, council.labels, document, said) for kind, level in LEVELS.items()}
    several = {kind: _of_several(names[kind], level, said) for kind, level in LEVELS.items()}
    return Levels(**names, several=several)


def levels_in_text(council: RegionalCouncil, version: VersionView) -> Levels:
    """The same beside the plan's own text, where its words stand whatever the reader's language."""
    return levels(council, version, words(language_of(version.language)))


def _name(
    level: str, council: Mapping[str, Mapping[str, str]], document: Mapping[str, str], said: Words
) -> str:
    return (
        council.get(level, {}).get(said.language)
        or document.get(level, "").strip().rstrip(":")
        or said.level(level)
    )


def _of_several(name: str, level: str, said: Words) -> str:
    """A word of the council's or the document's own stands as it is: we do not inflect it."""
    return said.levels(level) if name.casefold() == said.level(level).casefold() else name
