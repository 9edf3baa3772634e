"""Why nothing came of something, as it is stored."""

from tiltak.domain.traveltime.values import Said
from tiltak.jobs.job import Refused


def said(refusal: Refused) -> Said:
    """The message id and what is put into it; the file at fault is among the values."""
    return refusal.text, refusal.values | ({"_file": refusal.file} if refusal.file else {})
