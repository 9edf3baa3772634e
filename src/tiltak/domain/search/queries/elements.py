"""Searching what the viewer may see: the plans in force, the parties, the municipalities."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models.expressions import RawSQL

from tiltak.domain.plans.queries.versions import PlanView, plans
from tiltak.domain.search import scope
from tiltak.domain.search.models import SearchEntry
from tiltak.domain.search.operations import refresh_index
from tiltak.domain.search.snippets import Segment, marked, snippet, to_mark
from tiltak.domain.search.stems import Term, index_stems, own_stems, terms, words
from tiltak.domain.viewer import Viewer

MOST_WORDS = 8
LONGEST_QUERY = 200
# hits that are ranked; beyond that nobody reads, and the words were too common
MOST_HITS = 1000
PAGE_SIZE = 20
# what stands first among hits that are equally good
KIND_ORDER = {
    kind: place
    for place, kinds in enumerate(
        (("measure",), ("part", "row"), ("sub_goal", "strategy"), ("area", "theme"), ("paragraph",))
    )
    for kind in kinds
}
FTS5 = "SELECT rowid FROM search_index WHERE search_index MATCH %s"
TSVECTOR = """SELECT id FROM search_searchentry
WHERE to_tsvector('simple', stems) @@ to_tsquery('simple', %s)"""
MATCHES = {"sqlite": (FTS5, scope.fts5), "postgresql": (TSVECTOR, scope.tsquery)}


@dataclass(frozen=True, slots=True)
class Hit:
    """An element that was found. Title and snippet are plain text with marks."""

    kind: str
    code: str
    row_key: str
    title: tuple[Segment, ...]
    snippet: tuple[Segment, ...]
    place: str
    plan: PlanView


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found. `total` stops at `MOST_HITS`."""

    query: str
    hits: Sequence[Hit]
    total: int
    page: int
    pages: int

    @property
    def is_cut(self) -> bool:
        """Whether there may be more than `total`."""
        return self.total >= MOST_HITS

    @property
    def first(self) -> int:
        """The number of the first hit on the page."""
        return (self.page - 1) * PAGE_SIZE + 1


def find(viewer: Viewer, query: str, *, page: int = 1) -> Found:
    """The elements of the plans in force that hold every word of the query, in any form.

    Any string is a query. Whole words come before beginnings, titles before texts, measures
    before paragraphs, then the order of the plans. An index that is old is made anew first.
    """
    asked = query.replace("\0", " ").strip()[:LONGEST_QUERY]
    wanted = terms(asked, most=MOST_WORDS)
    shown = {plan.shown.id: plan for plan in plans(viewer)} if wanted else {}
    if not shown:
        return Found(asked, (), 0, 1, 1)
    refresh_index(shown)
    order = {version_id: place for place, version_id in enumerate(shown)}
    entries = sorted(
        _matching(viewer.council_id, shown, wanted),
        key=lambda entry: (
            _distance(entry, wanted),
            KIND_ORDER[entry.kind],
            order[entry.version_id],
            entry.position,
        ),
    )
    pages = max(1, -(-len(entries) // PAGE_SIZE))
    here = min(max(page, 1), pages)
    on_page = entries[(here - 1) * PAGE_SIZE : here * PAGE_SIZE]
    hits = tuple(_hit(entry, wanted, shown[entry.version_id]) for entry in on_page)
    return Found(asked, hits, len(entries), here, pages)


def holds(names: Iterable[str], query: str) -> bool:
    """Whether the names of a party or a municipality hold every word of the query."""
    wanted = terms(query[:LONGEST_QUERY], most=MOST_WORDS)
    stems = _stems(" ".join(names))
    return bool(wanted) and all(term.matches(stems) for term in wanted)


def _matching(
    council_id: int, version_ids: Iterable[int], wanted: Sequence[Term]
) -> list[SearchEntry]:
    sql, language = MATCHES[connection.vendor]
    return list(
        SearchEntry.objects.filter(
            pk__in=RawSQL(sql, [language(council_id, wanted)]),  # noqa: S611 a constant statement
            version_id__in=list(version_ids),
        )
        .select_related("initiative")
        .defer("stems")
        .order_by("version_id", "position")[:MOST_HITS]
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem for word in words(text) for stem in index_stems(word))


def _own_stems(text: str) -> frozenset[str]:
    return frozenset(stem for word in words(text) for stem in own_stems(word))


def _distance(entry: SearchEntry, wanted: Sequence[Term]) -> int:
    """How far from what was asked. For each word 0 when it stands itself in the title, 1 when
    only a longer word there holds it; 3 and 4 the same for the text."""
    title = words(entry.title)
    own = {stem for word in title for stem in own_stems(word)}
    elsewhere = [term for term in wanted if not term.is_in(own)]
    if not elsewhere:
        return 0
    all_ = {stem for word in title for stem in index_stems(word)}
    in_text = [term for term in elsewhere if not term.matches(all_)]
    text = _own_stems(entry.text) if in_text else frozenset()
    return len(elsewhere) + sum(2 if term.is_in(text) else 3 for term in in_text)


def _hit(entry: SearchEntry, wanted: Sequence[Term], plan: PlanView) -> Hit:
    initiative = entry.initiative
    marks = to_mark((entry.title, entry.text), wanted)
    in_title = _stems(entry.title)
    elsewhere = [term for term in marks if not term.matches(in_title)]
    return Hit(
        kind=entry.kind,
        code=initiative.code if initiative else "",
        row_key=entry.row_key,
        title=marked(entry.title, marks),
        # what the title says need not be said again
        snippet=snippet(entry.text, elsewhere),
        place=entry.place,
        plan=plan,
    )
