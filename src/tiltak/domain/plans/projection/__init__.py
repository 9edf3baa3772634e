"""Plan file ↔ rows: `store` writes a plan file into an empty version, `planfile_of` reads it back.

`planfile_of(store(p)) == normal(p)`: tested with Hypothesis.
"""

from tiltak.domain.plans.projection.assemble import planfile_of
from tiltak.domain.plans.projection.normal import normal
from tiltak.domain.plans.projection.storable import require_storable
from tiltak.domain.plans.projection.store import empty, store

__all__ = ["empty", "normal", "planfile_of", "require_storable", "store"]
