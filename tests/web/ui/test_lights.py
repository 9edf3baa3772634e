"""A status is always a word and a shape, never a colour alone."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiltak.domain.followup.queries.statuses import STANDINGS, Status
from tiltak.web.ui.icons import ICONS, sprite
from tiltak.web.ui.lights import lights, segments, sentence_of, status_view
from tiltak.wording import words

NOW = datetime(2018, 6, 18, 9, 0, tzinfo=UTC)


def test_every_standing_has_its_own_word_shape_and_colour() -> None:
    known = lights("nn")
    assert [known[standing].word for standing in STANDINGS] == [
        "Fullført",
        "I rute",
        "Fare for avvik",
        "Ikkje i rute",
        "I gang",
        "Sett på vent",
        "Ikkje starta",
        "Avslutta utan å vera fullført",
        "Stoppa",
        "Ingen status",
    ]
    assert len({ICONS[standing].drawing for standing in STANDINGS}) == len(STANDINGS)
    assert len({ICONS[standing].colour for standing in STANDINGS}) == len(STANDINGS)
    for standing in STANDINGS:
        assert f'href="#i-{standing}"' in known[standing].html
        assert known[standing].word in known[standing].html
        assert f'<symbol id="i-{standing}"' in sprite()


@given(st.dictionaries(st.sampled_from(STANDINGS), st.integers(1, 3000), min_size=1))
def test_a_bar_is_always_whole(counts: dict[str, int]) -> None:
    pieces = segments(counts, words("nn"))
    assert [(piece.light.standing, piece.count) for piece in pieces] == list(counts.items())
    for before, piece in itertools.pairwise(pieces):
        assert float(before.x) + float(before.width) <= float(piece.x) + 0.21
    assert float(pieces[-1].x) + float(pieces[-1].width) <= 100.21
    assert all(float(piece.width) > 0 for piece in pieces)


def test_a_bar_in_words() -> None:
    pieces = segments({"on_track": 6, "at_risk": 2, "unknown": 1}, words("nn"))
    assert sentence_of(pieces) == "6 i rute, 2 med fare for avvik, 1 utan status"


@pytest.mark.parametrize(
    ("days", "age", "stale"), [(0, "i dag", False), (121, "for 4 månader sidan", True)]
)
def test_a_status_tells_its_age_and_fades(days: int, age: str, stale: bool) -> None:
    status = Status(
        1,
        "in_progress",
        "on_track",
        "Bra",
        "Ein",
        NOW - timedelta(days=days),
        False,
        "public",
        "kode",
    )
    view = status_view(status, words("nn"), NOW)
    assert (view.light.word, view.lifecycle, view.age, view.is_stale) == (
        "I rute",
        "i gang",
        age,
        stale,
    )
