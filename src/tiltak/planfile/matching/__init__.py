"""Which element of a changed plan is which element of the plan before, and what became of each.

`matcher` decides what is certain and asks about the rest; `succession` tells the outcome. The
others are its steps: `pairing` of equal texts, `nearness` of changed ones, by `places` and
`similarity` of words.
"""

from tiltak.planfile.matching.matcher import (
    Answer,
    Candidate,
    InvalidAnswer,
    Matching,
    Question,
    match,
)
from tiltak.planfile.matching.succession import Succession, UnsettledMatching, successions

__all__ = [
    "Answer",
    "Candidate",
    "InvalidAnswer",
    "Matching",
    "Question",
    "Succession",
    "UnsettledMatching",
    "match",
    "successions",
]
