"""Sentences of a measure that say who has which part in it: "Visit Fjord er prosjektansvarleg."."""

import re
from functools import cache

from tiltak.planfile.model import PartyRole
from tiltak.reading.structure.measures.value_reader import ValueReader

_ROLES: tuple[PartyRole, ...] = ("owner", "responsible", "partner", "funder")


def roles_in(text: str, values: ValueReader) -> dict[PartyRole, str | tuple[str, ...]]:
    """ "X er prosjekteigar. Y er prosjektansvarleg." → {"owner": "X", "responsible": "Y"}."""
    roles: dict[PartyRole, str | tuple[str, ...]] = {}
    verbs = values.vocabulary.list_of("roles", "verbs")
    for role in _ROLES:
        words = values.vocabulary.list_of("roles", role)
        if not any(word in text for word in words):
            continue  # seen at once, where the pattern would look for somebody all over the text
        names: list[str] = []
        for match in _sentence(verbs, words).finditer(text):
            names += values.parties(match["who"])[0].parties
        if names:
            roles[role] = names[0] if len(names) == 1 else tuple(names)
    return roles


@cache
def _sentence(verbs: tuple[str, ...], words: tuple[str, ...]) -> re.Pattern[str]:
    """Somebody, one of the verbs, one of the words."""
    does = "|".join(re.escape(verb) for verb in verbs)
    what = "|".join(re.escape(word) for word in words)
    return re.compile(rf"(?:^|[.;]\s+)(?P<who>[A-ZÆØÅ][^.;:]{{1,80}}?)\s+(?:{does})\s+(?:{what})\b")
