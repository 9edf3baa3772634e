"""What the queue has lost, and what was being done by a process that was killed."""

from typing import Any

from tiltak.jobs.job import Job
from tiltak.jobs.travel.data import trying
from tiltak.jobs.travel.runs import computing
from tiltak.jobs.uploads import reading

JOBS: tuple[Job[Any], ...] = (reading, trying, computing)


def recover() -> None:
    """Have everything done that nobody does. Others may do the same at the same time."""
    for job in JOBS:
        job.recover()
