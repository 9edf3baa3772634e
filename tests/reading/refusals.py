"""What reading says of a file it refuses."""

from collections.abc import Callable

import pytest

from tiltak.planfile.model import Plan
from tiltak.reading import SENTENCES, Limits, Problem, UnreadableDocument


def refusal(read: Callable[..., Plan], data: bytes, name: str, limits: Limits) -> Problem:
    """The code of the refusal, after a look at its sentence."""
    with pytest.raises(UnreadableDocument) as caught:
        read(data, name, limits=limits)
    assert str(caught.value) == SENTENCES[caught.value.code]
    return caught.value.code
