"""Which permanent identity each element of a plan file gets."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime

from tiltak.domain.plans.models import Initiative
from tiltak.domain.plans.projection.nodes import Node

# no vowels and nothing that looks alike: an address that is read aloud, and spells nothing
ALPHABET = "23456789bcdfghjkmnpqrstvwxz"
LENGTH = 8


def new_code() -> str:
    """A permanent address that no one can guess or mistake."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def identities_for(
    nodes: Iterable[Node], *, council_id: int, given: Mapping[str, str], now: datetime
) -> dict[str, Initiative]:
    """Element key → initiative: the given one, else the one the file names, else a new one.

    `given` maps element key → code. One initiative is used once; a second claim gets a new one.
    """
    wanted = {node.key: given.get(node.key) or node.value.initiative or "" for node in nodes}
    known = {
        initiative.code: initiative
        for initiative in Initiative.objects.filter(
            council_id=council_id, code__in=[code for code in wanted.values() if code]
        )
    }
    kinds = {node.key: node.kind for node in nodes}
    made: dict[str, Initiative] = {}
    titles = {node.key: node.value.short_title or "" for node in nodes}
    used: set[str] = set()
    result: dict[str, Initiative] = {}
    for key, code in wanted.items():
        if code in known and code not in used:
            result[key] = known[code]
        else:
            fresh = code if _usable(code) and code not in used | known.keys() else new_code()
            made[key] = Initiative(
                council_id=council_id,
                code=fresh,
                kind=kinds[key],
                short_title=titles[key][:200],
                created_at=now,
            )
        used.add(code)
    Initiative.objects.bulk_create(made.values(), batch_size=500)
    return result | made


def _usable(code: str) -> bool:
    return len(code) == LENGTH and all(letter in ALPHABET for letter in code)
