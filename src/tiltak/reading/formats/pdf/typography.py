"""How a document is set: its usual type size, line distance and right margin.

Whether a line break ends a paragraph is told by these: an author's break leaves room for the next
word, the program's does not.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tiltak.reading.formats.pdf.layout import PageLayout, PageLine

_USUAL_LEADING = 1.2
_WIDEST_LEADING = 1.9


@dataclass(frozen=True, slots=True)
class Typography:
    """Sizes in points. `leadings`: type size → usual distance of lines of one paragraph.
    `rights`: page width → right side of the text. `top`, `bottom`: the baselines full
    pages begin and end with."""

    body: float
    leadings: dict[float, float] = field(default_factory=dict)
    rights: dict[int, float] = field(default_factory=dict)
    top: float = 0.0
    bottom: float = 0.0

    @staticmethod
    def of(pages: Sequence[PageLayout], aside: Container[tuple[int, int]] = ()) -> "Typography":
        """The typography of a document. Running heads tell nothing: those lines that begin at
        (page number, place in the page's text) in `aside`."""
        letters: Counter[float] = Counter()
        steps: defaultdict[float, Counter[float]] = defaultdict(Counter)
        rights: dict[int, float] = {}
        edges: list[float] = []
        for page in pages:
            for line in page.lines():
                letters[line.size] += len(line.text)
            flow = flow_of(page, aside)
            _count_steps(flow, steps)
            edges += [line.baseline for line in (*flow[:1], *flow[-1:])]
            wide = [line.x1 for line in flow if line.right is None]
            if wide:
                width = round(page.view.width)
                rights[width] = max([rights.get(width, 0.0), *wide])
        body = letters.most_common(1)[0][0] if letters else 10.0
        usual = {size: _usual(counts, size) for size, counts in steps.items()}
        first, last = min(edges, default=0.0), max(edges, default=0.0)
        return Typography(body, usual, rights, first, last)

    def leading(self, size: float) -> float:
        """The usual distance of the baselines of a paragraph's lines."""
        return self.leadings.get(size, _USUAL_LEADING * size)

    def right(self, line: PageLine, page: PageLayout) -> float:
        """The right side of the column a line stands in."""
        if line.right is not None:
            return line.right
        return self.rights.get(round(page.view.width), line.x1)


def flow_of(page: PageLayout, aside: Container[tuple[int, int]]) -> list[PageLine]:
    """The lines outside ruled tables, without those set aside."""
    return [
        item
        for item in page.items
        if isinstance(item, PageLine) and (page.number, item.start) not in aside
    ]


def _count_steps(lines: Sequence[PageLine], steps: defaultdict[float, Counter[float]]) -> None:
    for above, below in pairwise(lines):
        step = below.baseline - above.baseline
        if above.size == below.size and 0.9 * below.size < step <= _WIDEST_LEADING * below.size:
            steps[below.size][round(step * 2) / 2] += 1


def _usual(counts: Counter[float], size: float) -> float:
    """The distance of wrapped lines: the smallest of those that are common."""
    most = max(counts.values())
    common = [step for step, count in counts.items() if count >= 0.2 * most]
    return min(common) if common else _USUAL_LEADING * size
