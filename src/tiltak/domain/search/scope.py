"""How stems are written in the index and asked for: each with its council in front.

Another council's words are other words. A search reads only the own council's part of the index,
and no mistake in a filter can bring up a text of another council.
"""

from collections.abc import Iterable

from tiltak.domain.search.stems import Term, index_stems, words


def scoped(council_id: int, stem: str) -> str:
    """A stem as the index knows it."""
    return f"c{council_id}x{stem}"


def stems_of(council_id: int, texts: Iterable[str]) -> str:
    """Texts as they are indexed: every stem once, a space between."""
    found = {stem for text in texts for word in words(text) for stem in index_stems(word)}
    return " ".join(scoped(council_id, stem) for stem in sorted(found))


def fts5(council_id: int, terms: Iterable[Term]) -> str:
    """The terms in SQLite's query language. Stems are letters and digits, quoted all the same."""
    return _expression(
        council_id, terms, exact='"{}"', beginning='"{}"*', both=" AND ", any_=" OR "
    )


def tsquery(council_id: int, terms: Iterable[Term]) -> str:
    """The terms in PostgreSQL's query language."""
    return _expression(council_id, terms, exact="'{}'", beginning="'{}':*", both=" & ", any_=" | ")


def _expression(
    council_id: int, terms: Iterable[Term], *, exact: str, beginning: str, both: str, any_: str
) -> str:
    def alternatives(term: Term) -> str:
        ways = [exact.format(scoped(council_id, stem)) for stem in term.stems]
        ways += [beginning.format(scoped(council_id, start)) for start in term.beginnings]
        if term.parts:
            inner = both.join(exact.format(scoped(council_id, part)) for part in term.parts)
            ways.append(f"({inner})")
        return f"({any_.join(ways)})"

    return both.join(alternatives(term) for term in terms)
