"""Doing a stored calculation again from its files, and comparing every digit. Nothing is stored."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from tiltak.domain.traveltime.queries.runs import DoneRun
from tiltak.domain.traveltime.values import Result, plain_result, result_of
from tiltak.jobs.travel.base import made_anew

RESULT = "result"


@dataclass(frozen=True, slots=True)
class Repeated:
    """What differs: names of files, and `result` for the figures the pages show. `program`: what
    another version of computed it then (name, then, now)."""

    differing: tuple[str, ...]
    program: tuple[tuple[str, str, str], ...]

    @property
    def is_same(self) -> bool:
        return not self.differing


def repeated(run: DoneRun) -> Repeated:
    """A calculation done again: from the files in the database, not from what is kept ready.

    Raises BadInput where the program of today refuses what it took then.
    """
    from tiltak.jobs.travel.results import outcome_of

    outcome = outcome_of(made_anew(run.data_set_id, run.parameters), run.definition)
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in outcome.files.items()}
    return Repeated(
        differing=tuple(_differing(run, hashes, outcome.result)),
        program=tuple(_other_versions(run.result.program, outcome.result.program)),
    )


def _differing(run: DoneRun, hashes: dict[str, str], result: Result) -> Iterator[str]:
    for name in sorted({*run.files, *hashes}):
        if run.files.get(name) != hashes.get(name):
            yield name
    # as it would come back from the database: 0.0 for 0
    if _figures(run.result) != _figures(result_of(plain_result(result))):
        yield RESULT


def _figures(result: Result) -> bytes:
    """Every figure to its last digit; not which versions it was computed by, nor the sentences
    that explain it, which may be worded better since, nor what was assumed: where that is another
    the figures are."""
    figures = msgspec.structs.replace(result, program={}, assumptions=(), warnings=(), assumed={})
    return msgspec.json.encode(figures, order="deterministic")


def _other_versions(then: dict[str, str], now: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for name in sorted({*then, *now}):
        if then.get(name) != now.get(name):
            yield name, then.get(name, "–"), now.get(name, "–")
