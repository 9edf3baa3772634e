"""What part a party has, in one sentence, in three languages."""

import pytest

from tiltak.web.parties.roles import part_sentence
from tiltak.wording import words

LANGUAGES = ("nn", "nb", "en")


@pytest.mark.parametrize(
    ("measures", "roles", "said"),
    [
        (
            1,
            {"responsible": 1},
            (
                "Er ansvarleg for 1 tiltak.",
                "Er ansvarlig for 1 tiltak.",
                "Is responsible for 1 measure.",
            ),
        ),
        (
            6,
            {"responsible": 6},
            (
                "Er ansvarleg for 6 tiltak.",
                "Er ansvarlig for 6 tiltak.",
                "Is responsible for 6 measures.",
            ),
        ),
        (
            1,
            {"owner": 1},
            (
                "Er prosjekteigar for 1 tiltak.",
                "Er prosjekteier for 1 tiltak.",
                "Is the project owner of 1 measure.",
            ),
        ),
        (
            2,
            {"owner": 2},
            (
                "Er prosjekteigar for 2 tiltak.",
                "Er prosjekteier for 2 tiltak.",
                "Is the project owner of 2 measures.",
            ),
        ),
        (
            1,
            {"partner": 1},
            (
                "Er partnar i 1 tiltak.",
                "Er partner i 1 tiltak.",
                "Is a partner in 1 measure.",
            ),
        ),
        (
            2000,
            {"partner": 2000},
            (
                "Er partnar i 2\u00a0000 tiltak.",
                "Er partner i 2\u00a0000 tiltak.",
                "Is a partner in 2,000 measures.",
            ),
        ),
        (
            1,
            {"funder": 1},
            (
                "Er finansiør i 1 tiltak.",
                "Er finansiør i 1 tiltak.",
                "Is a funder of 1 measure.",
            ),
        ),
        (
            3,
            {"funder": 3},
            (
                "Er finansiør i 3 tiltak.",
                "Er finansiør i 3 tiltak.",
                "Is a funder of 3 measures.",
            ),
        ),
        (
            1,
            {"responsible": 1, "funder": 1},
            (
                "Er med i 1 tiltak: ansvarleg for 1, finansiør i 1.",
                "Er med i 1 tiltak: ansvarlig for 1, finansiør i 1.",
                "Takes part in 1 measure: responsible for 1, funder of 1.",
            ),
        ),
        (
            14,
            {"responsible": 12, "partner": 2},
            (
                "Er med i 14 tiltak: ansvarleg for 12, partnar i 2.",
                "Er med i 14 tiltak: ansvarlig for 12, partner i 2.",
                "Takes part in 14 measures: responsible for 12, partner in 2.",
            ),
        ),
    ],
    ids=str,
)
def test_the_part_of_a_party(
    measures: int, roles: dict[str, int], said: tuple[str, str, str]
) -> None:
    assert tuple(part_sentence(measures, roles, words(one)) for one in LANGUAGES) == said
