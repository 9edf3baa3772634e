"""Baselines on disk, in the data folder: what a process finds there it need not make.

A file is named by the hash of what it was made of and by the engine that made it, and holds arrays
only. One that is damaged is made anew; nothing hangs on it, and no backup needs it.
"""

import contextlib
import logging
import os
import tempfile
import time
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from tiltak.analysis.traveltime import Baseline

SUFFIX, UNFINISHED = ".arrays", ".part"
# nobody takes so long
SECONDS_TO_WRITE = 3600
_log = logging.getLogger("tiltak.jobs")


def is_kept(key: str) -> bool:
    """Whether a baseline lies there, made by this engine."""
    return _path(key).is_file()


def load(key: str) -> "Baseline | None":
    """The baseline of a hash; None where it has to be made."""
    from tiltak.analysis.traveltime.packing import Unreadable, unpack

    path = _path(key)
    try:
        return unpack(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, Unreadable):
        _log.warning("%s cannot be read and is made anew", path, exc_info=True)
        return None


def keep(key: str, baseline: "Baseline") -> None:
    """Lay a baseline there, whole or not at all. A full disk costs time later, nothing else."""
    from tiltak.analysis.traveltime.packing import pack

    path = _path(key)
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=UNFINISHED)
        try:
            with os.fdopen(handle, "wb") as target:
                target.write(pack(baseline))
            Path(name).replace(path)
        finally:
            with contextlib.suppress(FileNotFoundError):
                Path(name).unlink()
    except OSError:
        _log.warning("%s cannot be written", path, exc_info=True)


def keep_only(keys: Collection[str]) -> None:
    """Take away what no goal stands on any longer, and what another engine made."""
    wanted = {_path(key).name for key in keys}
    long_ago = time.time() - SECONDS_TO_WRITE
    for path in _folder().glob("*"):
        with contextlib.suppress(OSError):
            # what a process that was killed had begun to write
            is_left = path.suffix == UNFINISHED and path.stat().st_mtime < long_ago
            if is_left or (path.suffix == SUFFIX and path.name not in wanted):
                path.unlink()


def _folder() -> Path:
    return Path(settings.DATA_DIR) / "travel"


def _path(key: str) -> Path:
    from tiltak.analysis.traveltime.packing import engine_sha256

    return _folder() / f"{key}-{engine_sha256()[:16]}{SUFFIX}"
