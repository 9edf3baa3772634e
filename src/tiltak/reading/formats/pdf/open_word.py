"""A word while its characters are gathered."""

from tiltak.reading.formats.pdf.letters import Place


class OpenWord:
    """The word being gathered: its box so far, where it ends and at which height."""

    __slots__ = (
        "baseline",
        "end",
        "index",
        "joints",
        "level",
        "pieces",
        "raised",
        "x0",
        "x1",
        "y0",
        "y1",
    )

    def __init__(self, index: int, place: Place) -> None:
        self.index = index
        self.x0, self.y0, self.x1, self.y1, self.baseline = place
        self.level, self.end = self.baseline, self.x1
        self.pieces: list[str] = []
        self.joints: list[tuple[int, float]] = []
        self.raised: list[int] = []

    def take(self, sign: str, place: Place) -> None:
        """Add a character. Nearly always it stands to the right, as high as those before."""
        x0, y0, x1, y1, self.level = place
        self.pieces += sign
        self.end = x1
        if x0 < self.x0 or x1 < self.x1:
            self.x0, self.x1 = min(self.x0, x0), max(self.x1, x1)
        else:
            self.x1 = x1
        if y0 < self.y0 or y1 > self.y1:
            self.y0, self.y1 = min(self.y0, y0), max(self.y1, y1)

    @property
    def may_bear_sign(self) -> bool:
        """Whether the last character may be the sign of a footnote: after a letter or full stop,
        or after another sign."""
        at = len(self.pieces) - 1
        return at > 0 and (not self.pieces[at - 1].isdigit() or at - 1 in self.raised)
