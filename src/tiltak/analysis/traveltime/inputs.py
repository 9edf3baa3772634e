"""Files as they came, with the hash that says which they were."""

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say

PBF_SUFFIX = ".pbf"
GZIP = b"\x1f\x8b"
# all roads of Norway in OpenStreetMap are about this much as GeoJSON; more is a bomb
MOST_BYTES = 4 * 1024**3
CHUNK = 1024**2


@dataclass(frozen=True, slots=True)
class InputFile:
    """The name of a file and all its bytes. `cut_of` is the name of the file that the user has, where
    this one was cut out of it: what is wrong is told of that."""

    name: str
    data: bytes
    cut_of: str = ""

    @property
    def given_name(self) -> str:
        """The name by which the user knows it."""
        return self.cut_of or self.name

    @property
    def sha256(self) -> str:
        """The hash in hex of the bytes as they came, packed if they were packed."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def is_pbf(self) -> bool:
        """Whether it is OpenStreetMap's own format, by its name."""
        return self.name.casefold().endswith(PBF_SUFFIX)

    def unpacked(self) -> bytes:
        """The content, unpacked where it is gzip. Raises BadInput."""
        if not self.data.startswith(GZIP):
            return self.data
        try:
            content = _unpacked(self.data)
        except (OSError, EOFError, zlib.error):
            raise BadInput(say(gettext_noop("Den pakka fila er skadd.")), self.given_name) from None
        if len(content) > MOST_BYTES:
            raise BadInput(say(gettext_noop("Den pakka fila er for stor.")), self.given_name)
        return content


def _unpacked(data: bytes) -> bytes:
    """Piece by piece until it is too much: asked for all at once, Python sets aside as much memory
    as there may ever be."""
    content = bytearray()
    with gzip.open(io.BytesIO(data)) as packed:
        while len(content) <= MOST_BYTES and (piece := packed.read(CHUNK)):
            content += piece
    return bytes(content)


@contextmanager
def blaming(file: InputFile) -> Iterator[None]:
    """Whatever is refused inside names the file."""
    try:
        yield
    except BadInput as error:
        raise error.of_file(file.given_name) from None
