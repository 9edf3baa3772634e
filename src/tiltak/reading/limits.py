"""How much a document may ask of the machine."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for one document. Sizes in bytes.

    An Office file is a zip: `unpacked_bytes` bounds all its parts together, `zip_ratio` one
    part against its packed size (only parts above a megabyte are measured: small parts of
    repeated XML pack well), `zip_entries` their number.

    `memory_bytes`, `cpu_seconds` and `seconds` (on the clock) bound the process that reads it,
    `answer_bytes` the plan it hands over.
    """

    file_bytes: int = 50 * MEGABYTE
    unpacked_bytes: int = 200 * MEGABYTE
    zip_entries: int = 5_000
    zip_ratio: int = 200
    sheet_rows: int = 50_000
    sheet_cells: int = 1_000_000
    sheet_columns: int = 200
    memory_bytes: int = 768 * MEGABYTE
    cpu_seconds: int = 60
    seconds: float = 120.0
    answer_bytes: int = 256 * MEGABYTE
