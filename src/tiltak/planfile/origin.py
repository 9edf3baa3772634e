"""Which source a file itself is."""

import hashlib

from tiltak.planfile.model import Plan, Source

JSON = "application/json"


def source_of_file(plan: Plan, *, data: bytes, name: str) -> Source:
    """The file's own entry among the sources of the plan that was read from it.

    A plan file lists the documents it came from and not itself: it gets an entry of its own,
    without text, because no passage points into it.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    for source in plan.sources:
        if source.sha256 == sha256:
            return source
    return Source(name=name, media_type=JSON, sha256=sha256, method="structured")
