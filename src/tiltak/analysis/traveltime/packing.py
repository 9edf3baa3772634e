"""A network, its people and how they reach the centre today, as one file of arrays, and back.

To read it costs some hundredths of a second, where the files it was made of take seconds. Every
array comes back to the bit, so what is computed of it has the same digits. It holds numbers and
text only: nothing in it is ever run.
"""

import hashlib
import io
import zipfile
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec
import numpy as np
import shapely
from numpy.typing import NDArray

from tiltak.analysis.traveltime import provenance
from tiltak.analysis.traveltime.baseline import Baseline

VALUES = "values"
# what arrays of another making fail with
OTHERS = (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, msgspec.MsgspecError)


class Unreadable(Exception):
    """The bytes are no baseline that was packed by this engine."""


def pack(baseline: Baseline) -> bytes:
    """A baseline as arrays (numpy's .npz) after their own hash. The same one gives the same bytes."""
    arrays: dict[str, NDArray[Any]] = {}

    def named(value: object) -> object:
        """An array by its number; borders are told as WKB."""
        if isinstance(value, MappingProxyType):
            return dict(value)
        if not isinstance(value, np.ndarray):
            # how msgspec is told, by the rules of its `enc_hook`, that a type is not one of ours
            raise NotImplementedError(type(value))
        name = f"a{len(arrays)}"
        if value.dtype == object:
            drawn = shapely.to_wkb(value)
            arrays[name] = np.frombuffer(b"".join(drawn), dtype=np.uint8)
            return [name, [len(one) for one in drawn]]
        arrays[name] = value
        return [name, None]

    told = msgspec.msgpack.encode(baseline, enc_hook=named)
    target = io.BytesIO()
    np.savez(target, allow_pickle=False, **{VALUES: np.frombuffer(told, dtype=np.uint8), **arrays})
    return _digest(target.getvalue()) + target.getvalue()


def unpack(data: bytes) -> Baseline:
    """The baseline of a packed one. Raises Unreadable."""
    begins, arrays = data[: hashlib.sha256().digest_size], data[hashlib.sha256().digest_size :]
    if begins != _digest(arrays):
        raise Unreadable("the bytes are not those that were written")
    try:
        with np.load(io.BytesIO(arrays), allow_pickle=False) as stored:

            def array(_kind: type, value: Any) -> object:
                name, lengths = value
                found = stored[name]
                if lengths is None:
                    return found
                ends = np.cumsum(lengths)
                drawn = [bytes(part) for part in np.split(found, ends[:-1])]
                return np.array(shapely.from_wkb(drawn), dtype=object)

            return msgspec.msgpack.decode(stored[VALUES].tobytes(), type=Baseline, dec_hook=array)
    except OTHERS as error:
        raise Unreadable(str(error)) from None


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


@cache
def engine_sha256() -> str:
    """The hash in hex of all that decides what comes out: this code and the libraries below it.
    What was packed by another engine is made anew."""
    told = hashlib.sha256(msgspec.json.encode(provenance.program(), order="deterministic"))
    for path in sorted(Path(__file__).parent.glob("*.py")):
        told.update(path.name.encode() + b"\0" + path.read_bytes())
    return told.hexdigest()
