"""How many files a plan comes from, which source a file itself is, and whether two plans were read from the same files."""

import hashlib
from collections.abc import Iterable

import msgspec

from tiltak.planfile.model import Plan, Source

JSON = "application/json"
# more than a plan with its appendices has: each is read and kept whole
MOST_FILES = 10


def source_of_file(plan: Plan, *, data: bytes, name: str) -> Source:
    """The file's own entry among the sources of the plan that was read from it.

    A plan file lists the documents it came from and not itself: it gets an entry of its own,
    without text, because no passage points into it.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    for source in plan.sources:
        if source.sha256 == sha256:
            return source
    return Source(name=name, media_type=JSON, sha256=sha256, method="structured")


class _Hashed(msgspec.Struct):
    """A source, as far as its bytes are concerned."""

    sha256: str


class _Origin(msgspec.Struct):
    """A plan file, as far as its sources are concerned."""

    sources: tuple[_Hashed, ...] = ()


def is_among(content: str, others: Iterable[str]) -> bool:
    """Whether a plan file was read from the same files as one of the others (all as JSON)."""
    own = _hashes(content)
    return any(_hashes(other) == own for other in others)


def _hashes(content: str) -> set[str]:
    return {source.sha256 for source in msgspec.json.decode(content, type=_Origin).sources}
