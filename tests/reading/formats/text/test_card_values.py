"""Values of a card whose names stand first."""

import pytest

from tiltak.reading import Vocabulary
from tiltak.reading.formats.text.card_values import columns_of_values

ROLES = ("responsible", "partners", "time", "budget", "state")


@pytest.mark.parametrize(
    ("values", "columns"),
    [
        (("Rektor", "FAU", "2027", "kr 3 000", "Starta"), (0, 1, 2, 3, 4)),
        (("Rektor", "2027", "kr 3 000", "Starta"), (0, 2, 3, 4)),
        (("Rektor", "FAU", "2027", "kr 3 000"), (0, 1, 2, 3)),
        (("Rektor", "FAU", "2027", "Starta"), (0, 1, 2, 4)),
        (("Rektor", "2027", "Starta"), (0, 2, 4)),
        (("Rektor", "2027"), None),
        (("2027", "2028", "2029", "2030"), None),
        (("Rektor", "FAU", "2027", "kr 3 000", "Starta", "2028"), None),
    ],
)
def test_each_value_below_the_name_it_has_the_form_of(
    values: tuple[str, ...], columns: tuple[int, ...] | None
) -> None:
    assert columns_of_values(values, ROLES, Vocabulary.default()) == columns
