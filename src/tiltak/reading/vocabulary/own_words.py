"""A council's own words put before the usual ones."""

from collections.abc import Iterable, Mapping

# What may stand around a word that names something.
AROUND = " .:;,*?–—-"


def with_own(
    known: Mapping[str, tuple[str, ...]], added: Mapping[str, Iterable[str]]
) -> dict[str, tuple[str, ...]]:
    """Words by their use, those of a council first; a word it uses is used for nothing else."""
    both = dict(known)
    for role, words in added.items():
        # a head is looked for without what stands around it
        own = tuple(word.casefold().strip(AROUND) for word in words)
        both = {other: tuple(w for w in ws if w not in own) for other, ws in both.items()}
        both[role] = own + both.get(role, ())
    return both
