"""When exactly, where a plan says more than the year."""

import pytest

from tiltak.planfile.model import Time
from tiltak.web.plan.seasons import Stretch, stretches


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (None, []),
        (Time(raw="løpande", ongoing=True), []),
        (Time(raw="2018", years=(2018,)), [Stretch(2018, 2019)]),
        (Time(raw="haust 2018", years=(2018,)), [Stretch(2018 + 7 / 12, 2019)]),
        (Time(raw="Våren 2018", years=(2018,)), [Stretch(2018 + 2 / 12, 2018.5)]),
        (Time(raw="høsten 2018", years=(2018,)), [Stretch(2018 + 7 / 12, 2019)]),
        (Time(raw="1. halvår 2018", years=(2018,)), [Stretch(2018, 2018.5)]),
        (Time(raw="2. kvartal 2018", years=(2018,)), [Stretch(2018.25, 2018.5)]),
        (Time(raw="3. tertial 2018", years=(2018,)), [Stretch(2018 + 8 / 12, 2019)]),
        (Time(raw="mars–mai 2018", years=(2018,)), [Stretch(2018 + 2 / 12, 2018 + 5 / 12)]),
        (Time(raw="Mai 2018", years=(2018,)), [Stretch(2018 + 4 / 12, 2018 + 5 / 12)]),
        (Time(raw="2018-2020", years=(2018, 2019, 2020)), [Stretch(2018, 2021)]),
        (
            Time(raw="2018, 2020", years=(2018, 2020)),
            [Stretch(2018, 2019), Stretch(2020, 2021)],
        ),
        (
            Time(raw="frå hausten 2018", years=(2018,), ongoing=True),
            [Stretch(2018 + 7 / 12, 2019, is_open=True)],
        ),
        (
            Time(raw="2018-2019 og vidare", years=(2018, 2019), ongoing=True),
            [Stretch(2018, 2020, is_open=True)],
        ),
        # words inside other words are no seasons
        (Time(raw="innan vårt årsmøte 2018", years=(2018,)), [Stretch(2018, 2019)]),
    ],
)
def test_stretches(time: Time | None, expected: list[Stretch]) -> None:
    assert stretches(time) == expected
