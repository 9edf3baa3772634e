"""Where words stand in a source, and which of its text is placed."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from msgspec.structs import replace

from tiltak.planfile.editing.obstacles import ImpossibleEdit, Obstacle
from tiltak.planfile.marking import gettext_noop
from tiltak.planfile.model import Passage, Plan, Unplaced
from tiltak.planfile.walk import readings

EXCLUDED = gettext_noop("Nokon har sagt at teksten ikkje er ein del av planen.")

# signs that may stand in the source and not in the text, or the other way round
_HYPHENS = frozenset("-\u00ad\u2010\u2011\ufffe")
Range = tuple[int, int]


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text without white space and hyphens, and where each sign of it stood."""
    kept = [(sign, i) for i, sign in enumerate(text) if not (sign.isspace() or sign in _HYPHENS)]
    return "".join(sign for sign, _ in kept), [i for _, i in kept]


def cut_at(source: str, text: str, at: int) -> int | None:
    """The character of `source` at which `text[at:]` begins; None where the two are not alike.

    The text is the source with white space collapsed and broken words mended; the source may have
    a number or a level word in front, and facts behind.
    """
    signs, places = _squeezed(source)
    words = _squeezed(text)[0]
    start = signs.find(words) if words else -1
    if start < 0:
        return _cut_by_words(source, text, at)
    sign = start + len(_squeezed(text[:at])[0])
    return places[sign] if sign < len(places) else None


def _cut_by_words(source: str, text: str, at: int) -> int | None:
    """As `cut_at`, for a text that was corrected: by the nearest words that are still the same."""
    places = _word_places(source)
    front, back = text[:at].split(), text[at:].split()
    matcher = SequenceMatcher(None, [source[i:j] for i, j in places], front + back, autojunk=False)
    last: int | None = None
    for block in matcher.get_matching_blocks():
        end = block.b + block.size
        if block.size and end > len(front):
            return places[block.a + max(0, len(front) - block.b)][0]
        if block.size:
            last = block.a + block.size
    return places[last][0] if last is not None and last < len(places) else None


def _word_places(text: str) -> list[Range]:
    places = []
    start = 0
    for word in text.split():
        start = text.index(word, start)
        places.append((start, start + len(word)))
        start += len(word)
    return places


def cut_passages(
    plan: Plan, passages: Sequence[Passage], text: str, at: int
) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The passages of the two halves of a text. Both get all where the source does not tell."""
    whole = "".join(source_text(plan, one) for one in passages)
    cut = cut_at(whole, text, at)
    if cut is None:
        return tuple(passages), tuple(passages)
    before: list[Passage] = []
    after: list[Passage] = []
    seen = 0
    for one in passages:
        here = cut - seen
        seen += one.end - one.start
        if here >= one.end - one.start:
            before.append(one)
        elif here <= 0:
            after.append(one)
        else:
            before.append(replace(one, end=one.start + here))
            after.append(replace(one, start=one.start + here))
    return tuple(before), tuple(after)


def source_text(plan: Plan, passage: Passage) -> str:
    """The characters of a passage."""
    return plan.sources[passage.source].text[passage.start : passage.end]


def released(plan: Plan, passages: Iterable[Passage], reason: str) -> Plan:
    """The plan with these passages unplaced, but for what stands in others or was unplaced before:
    one text for each unbroken run."""
    given = list(passages)
    for source in sorted({one.source for one in given}):
        mine = [one for one in given if one.source == source]
        text = plan.sources[source].text
        free = _minus(_ranges(mine), _taken(plan, source, mine))
        found = [
            Unplaced(passage=_place(mine, source, run), text=text[slice(*run)], reason=reason)
            for run in _runs(text, free)
        ]
        plan = _with_unplaced(plan, found)
    return plan


def _taken(plan: Plan, source: int, near: Sequence[Passage]) -> list[Range]:
    """What is placed or unplaced of a source already, around these passages."""
    first, last = min(one.start for one in near), max(one.end for one in near)
    placed = [
        one
        for reading in readings(plan)
        for one in reading.passages
        if one.source == source and one.start < last and one.end > first
    ]
    return _ranges([*placed, *(x.passage for x in plan.unplaced if x.passage.source == source)])


def _ranges(passages: Iterable[Passage]) -> list[Range]:
    return sorted((one.start, one.end) for one in passages)


def _minus(wanted: list[Range], taken: list[Range]) -> list[Range]:
    """What of the wanted characters is not taken; ascending, without overlap."""
    free: list[Range] = []
    done, at = 0, 0
    for start, end in wanted:
        here = max(start, done)
        while at < len(taken) and taken[at][0] < end:
            first, last = taken[at]
            if last > here:
                if first > here:
                    free.append((here, first))
                here = last
            if last > end:
                break
            at += 1
        if here < end:
            free.append((here, end))
        done = max(done, here, end)
    return free


def _runs(text: str, free: list[Range]) -> list[Range]:
    """Ranges with only white space between them as one; without white space around."""
    runs: list[Range] = []
    for start, end in free:
        piece = text[start:end]
        if not piece.strip():
            continue
        first = start + len(piece) - len(piece.lstrip())
        last = end - len(piece) + len(piece.rstrip())
        if runs and not text[runs[-1][1] : first].strip():
            runs[-1] = (runs[-1][0], last)
        else:
            runs.append((first, last))
    return runs


def _place(passages: Sequence[Passage], source: int, run: Range) -> Passage:
    """A passage with the page, line and cell of the one in which the run begins."""
    inside = (one for one in passages if one.start <= run[0] < one.end)
    known = next(inside, Passage(start=0, end=0, source=source))
    return replace(known, start=run[0], end=run[1])


def _with_unplaced(plan: Plan, found: Iterable[Unplaced]) -> Plan:
    """The unplaced texts with more, in the order of the sources."""
    texts = list(plan.unplaced)
    for one in found:
        at = bisect_right(texts, _order(one), key=_order)
        texts.insert(at, one)
    return replace(plan, unplaced=tuple(texts))


def _order(one: Unplaced) -> Range:
    return one.passage.source, one.passage.start


def taken_out(plan: Plan, source: int, start: int, end: int) -> tuple[Plan, Passage, str]:
    """The plan without a piece of its unplaced text, and the piece: its place and its words.

    What is left of the unplaced text on both sides stays. Raises ImpossibleEdit.
    """
    one = next((x for x in plan.unplaced if _holds(x.passage, source, start, end)), None)
    if one is None:
        raise ImpossibleEdit(Obstacle.NOT_UNPLACED, f"{source}: {start}-{end}")
    first, last = start - one.passage.start, end - one.passage.start
    found = _piece(one, first, last)
    if found is None:
        raise ImpossibleEdit(Obstacle.NOT_UNPLACED, f"{source}: {start}-{end}")
    sides = (_piece(one, 0, first), _piece(one, last, len(one.text)))
    at = plan.unplaced.index(one)
    unplaced = (*plan.unplaced[:at], *filter(None, sides), *plan.unplaced[at + 1 :])
    return replace(plan, unplaced=unplaced), found.passage, found.text


def _holds(passage: Passage, source: int, start: int, end: int) -> bool:
    return passage.source == source and passage.start <= start < end <= passage.end


def _piece(one: Unplaced, start: int, end: int) -> Unplaced | None:
    """A piece of an unplaced text without white space around; None where there is nothing else."""
    text = one.text[start:end]
    if not text.strip():
        return None
    first = one.passage.start + start + len(text) - len(text.lstrip())
    text = text.strip()
    passage = replace(one.passage, start=first, end=first + len(text))
    return replace(one, passage=passage, text=text)
