"""Ways to damage a file: the same seed gives the same damage."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Sequence
from random import Random

Damage = Callable[[bytes, Random, bytes], bytes]

_NUMBER = re.compile(rb"\d+")
_TAG = re.compile(rb"<[^<>]{1,200}>")
_NUMBERS = (b"0", b"-1", b"65536", b"2147483648", b"99999999999999999999", b"1e9", b"")
_PIECES = (b"\x00", b"\xff\xfe", b"<", b"]]>", b"&amp;", b"\x0c", b"\xe2\x80\xae", b"%", b"9" * 400)


def damaged(data: bytes, random: Random, other: bytes) -> bytes:
    """The file with one to four kinds of damage; `other` is a file to splice in."""
    ways = _ANYWHERE if random.random() < _SHARE_FROM_OUTSIDE else (inside,)
    for _ in range(random.randint(1, 4)):
        data = random.choice(ways)(data, random, other)
    return data


def cut(data: bytes, random: Random, _: bytes) -> bytes:
    """The end is missing."""
    return data[: random.randint(0, len(data))]


def flip(data: bytes, random: Random, _: bytes) -> bytes:
    """Some bits are wrong."""
    flipped = bytearray(data)
    for _number in range(random.randint(1, 20) if flipped else 0):
        flipped[random.randrange(len(flipped))] ^= 1 << random.randrange(8)
    return bytes(flipped)


def splice(data: bytes, random: Random, other: bytes) -> bytes:
    """A part of another file stands in the middle."""
    at, begin = random.randint(0, len(data)), random.randint(0, len(other))
    return data[:at] + other[begin : begin + random.randint(0, 4096)] + data[at:]


def drop(data: bytes, random: Random, _: bytes) -> bytes:
    """A part is missing in the middle."""
    at = random.randint(0, len(data))
    return data[:at] + data[at + random.randint(1, 2000) :]


def repeat(data: bytes, random: Random, _: bytes) -> bytes:
    """A part stands many times."""
    at = random.randint(0, len(data))
    piece = data[at : at + random.randint(1, 300)]
    return data[:at] + piece * random.randint(2, 40) + data[at:]


def put(data: bytes, random: Random, _: bytes) -> bytes:
    """Signs stand where none should."""
    at = random.randint(0, len(data))
    return data[:at] + random.choice(_PIECES) + data[at:]


def count_wrong(data: bytes, random: Random, _: bytes) -> bytes:
    """A number is another: lengths, spans, repetitions."""
    return _exchange(_NUMBER.finditer(data), data, random, _NUMBERS)


def swap_tags(data: bytes, random: Random, _: bytes) -> bytes:
    """A tag is another of the same file: things stand inside things they never stand in."""
    tags = [match.group() for match in _TAG.finditer(data)]
    return _exchange(_TAG.finditer(data), data, random, tags) if tags else data


def _exchange(
    matches: Iterable[re.Match[bytes]], data: bytes, random: Random, new: Sequence[bytes]
) -> bytes:
    places = list(matches)
    if not places:
        return data
    chosen = random.choice(places)
    return data[: chosen.start()] + random.choice(new) + data[chosen.end() :]


_PLAIN: tuple[Damage, ...] = (flip, splice, drop, repeat, put, count_wrong, swap_tags)


def inside(data: bytes, random: Random, other: bytes) -> bytes:
    """Damage to a part of a zip, which is whole again around it; to the file itself if it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, RuntimeError, zlib.error):
        return random.choice(_PLAIN)(data, random, other)
    name = random.choice(sorted(parts))
    if random.random() < 0.8:
        name = max(parts, key=lambda one: (one.endswith((".xml", "0")), len(parts[one])))
    parts[name] = random.choice(_PLAIN)(parts[name], random, other)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, content in parts.items():
            archive.writestr(zipfile.ZipInfo(one), content)
    return target.getvalue()


_ANYWHERE: tuple[Damage, ...] = (cut, *_PLAIN)
# most zips that are damaged from outside are refused at the door
_SHARE_FROM_OUTSIDE = 0.3
