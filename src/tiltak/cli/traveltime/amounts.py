"""Minutes and kilometres of the command line."""

import math
from typing import Any

import click


class Amount(click.ParamType[float]):
    """A number from `least` to `most`, with a decimal point or a comma. `nan` lies in no range."""

    name = "tal"

    def __init__(self, least: float, most: float) -> None:
        self._least, self._most = least, most

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        try:
            found = float(str(value).replace(",", "."))
        except ValueError:
            found = math.nan
        if not self._least <= found <= self._most:
            self.fail(
                f"«{value}» er ikkje eit tal frå {self._least:g} til {self._most:g}.", param, ctx
            )
        return found
