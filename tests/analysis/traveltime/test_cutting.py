"""Lines cut in pieces: in order, whole, and with what was given for them."""

from itertools import groupby, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.traveltime.worlds import at, road, roads
from tiltak.analysis.traveltime.cutting import Spots, cut
from tiltak.analysis.traveltime.snapping import LineIndex


def test_cutting_moves_and_lengthens_nothing() -> None:
    lines = roads(road(at(0, 0), at(30, 10), at(31, 40))).lines
    spots = Spots(np.array([0, 0, 1, 1, 0]), np.array([0.25, 0.5, 0.0, 0.75, 0.25]))
    pieces = cut(lines, spots)
    assert len(pieces) == 5
    assert pieces.km.sum() == pytest.approx(lines.km.sum(), rel=1e-12)
    place = np.array([at(14, 3)])
    whole = LineIndex(lines, lines.joinable).nearest(place)
    again = LineIndex(pieces, pieces.joinable).nearest(place)
    assert again.metres == pytest.approx(whole.metres, abs=1e-6)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=6).filter(
            lambda points: len(set(points)) > 1
        ),
        min_size=1,
        max_size=5,
    ),
    st.lists(st.tuples(st.integers(0, 99), st.sampled_from([0, 0.25, 0.5, 1 - 1e-12])), max_size=9),
)
def test_pieces_are_the_line_again(
    drawn: list[list[tuple[int, int]]], cuts: list[tuple[int, float]]
) -> None:
    """In order, each with length, and with all that was given for the whole line."""
    given_km = [float(20 + number) for number in range(len(drawn))]
    lines = roads(
        *(
            road(*(at(*point) for point in points), length_km=km)
            for points, km in zip(drawn, given_km, strict=True)
        )
    ).lines
    lines = lines.with_values(crossing=np.full(len(lines), 7.0))
    has_next = np.flatnonzero(~np.isin(np.arange(len(lines.lonlat)), lines.last))
    spots = Spots(
        np.array([has_next[number % len(has_next)] for number, _ in cuts], dtype=np.int64),
        np.array([share for _, share in cuts]),
    )
    pieces = cut(lines, spots)
    assert pieces.row.tolist() == sorted(pieces.row.tolist())
    assert (pieces.drawn_km > 0).all()
    for number in range(len(lines)):
        of = np.flatnonzero(pieces.row == lines.row[number])
        points = [tuple(point) for one in of for point in pieces.points(int(one)).tolist()]
        original = [tuple(point) for point in lines.points(number).tolist()]
        # a line may come by the same place again, and be cut there before
        passed = iter(points)
        assert all(point in passed for point, _ in groupby(original))
        assert (points[0], points[-1]) == (original[0], original[-1])
        assert all(
            (pieces.points(int(one))[-1] == pieces.points(int(other))[0]).all()
            for one, other in pairwise(of)
        )
        assert pieces.km[of].sum() == pytest.approx(given_km[number])
        assert pieces.crossing[of].sum() == pytest.approx(7)
        assert pieces.drawn_km[of].sum() == pytest.approx(lines.drawn_km[number])
    ends = {tuple(point) for point in pieces.lonlat[[*pieces.first, *pieces.last]].tolist()}
    assert {tuple(point) for point in spots.lonlat(lines)[spots.share < 0.9].tolist()} <= ends


def test_given_minutes_and_kilometres_are_shared_among_pieces() -> None:
    lines = roads(road(at(0, 0), at(4, 0))).lines
    lines = lines.with_values(given_km=np.array([8.0]), crossing=np.array([20.0]))
    pieces = cut(lines, Spots(np.array([0]), np.array([0.25])))
    assert pieces.crossing == pytest.approx([5, 15])
    assert pieces.km == pytest.approx([2, 6])
