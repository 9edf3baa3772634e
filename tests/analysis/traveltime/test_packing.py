"""A packed baseline comes back to the bit, and one that is damaged does not come back at all."""

import hashlib
import io
import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories.travel import BY, FACTS
from tiltak.analysis.traveltime import (
    Baseline,
    InputFile,
    Parameters,
    Place,
    baseline_of,
    cells_csv,
    changed,
    reach_of,
    scenario_of,
)
from tiltak.analysis.traveltime.packing import Unreadable, pack, unpack
from tiltak.cli.demo.network import network_files

BRIDGE = {
    "name": "Bru",
    "changes": [{"kind": "new_link", "from": [61.0, 7.7], "to": [61.0, 7.8], "kmh": 75.0}],
}


def made() -> Baseline:
    files = {one.role: InputFile(one.filename, one.data) for one in network_files(FACTS)}
    chosen = Parameters(
        centres=[Place("By", BY[0], BY[1])], limit_minutes=45.0, ferry_wait_minutes=12.5
    )
    baseline, _roads = baseline_of(files, chosen, lambda _: None)
    return baseline


BASELINE = made()
PACKED = pack(BASELINE)


def test_it_comes_back_to_the_bit() -> None:
    again = unpack(PACKED)
    assert pack(again) == PACKED
    assert again.places == BASELINE.places
    assert again.network.gaps == BASELINE.network.gaps
    assert again.network.left_out == BASELINE.network.left_out
    assert dict(again.network.assumptions.kmh) == dict(BASELINE.network.assumptions.kmh)
    assert again.network.assumptions.tolerances == BASELINE.network.assumptions.tolerances
    assert again.today.region == BASELINE.today.region
    for one, other in zip(
        again.today.area.municipalities.borders,
        BASELINE.today.area.municipalities.borders,
        strict=True,
    ):
        assert one.equals_exact(other, tolerance=0)


def test_what_is_computed_of_it_has_the_same_digits() -> None:
    told = []
    for base in (BASELINE, unpack(PACKED)):
        network = changed(base.network, scenario_of(BRIDGE))
        reach = reach_of(network, base.today.area, base.today.centres, limit=base.today.limit)
        told.append((cells_csv(reach, base.today), reach.trips.minutes.tobytes()))
    assert told[0] == told[1]


@settings(max_examples=300, deadline=None)
@given(at=st.integers(0, len(PACKED) - 1), other=st.integers(1, 255))
def test_one_wrong_byte_is_refused(at: int, other: int) -> None:
    damaged = bytearray(PACKED)
    damaged[at] ^= other
    with pytest.raises(Unreadable):
        unpack(bytes(damaged))


@pytest.mark.parametrize("data", [b"", b"PK", PACKED[: len(PACKED) // 2], PACKED[:-1]])
def test_what_is_cut_short_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        unpack(data)


def test_a_pickle_in_it_is_never_opened() -> None:
    class Opened:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return pytest.fail, ("a pickle was opened",)

    target = io.BytesIO()
    values = np.frombuffer(pickle.dumps(Opened()), dtype=np.uint8)
    np.savez(target, allow_pickle=True, values=np.array([Opened()], dtype=object), other=values)
    for data in (target.getvalue(), values.tobytes()):
        with pytest.raises(Unreadable):
            unpack(hashlib.sha256(data).digest() + data)
