"""Minutes and kilometres of the command line."""

import math
from typing import Any

import click


class Amount(click.FloatRange):
    """A number within a range. `nan` lies in no range, though no comparison says so."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        found: float = super().convert(value, param, ctx)
        if math.isnan(found):
            self.fail(f"«{value}» er ikkje eit tal.", param, ctx)
        return found
