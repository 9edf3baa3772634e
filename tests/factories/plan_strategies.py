"""Hypothesis strategies for the values of `plan/1`: any text, every field.

Texts hold any Unicode character but lone surrogates, which no UTF-8 file can hold.
"""

from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tiltak.planfile.model import (
    Area,
    Budget,
    Column,
    Document,
    Item,
    Link,
    Measure,
    Parties,
    Passage,
    Plan,
    Reading,
    Row,
    Section,
    Source,
    Table,
    Time,
    Unplaced,
)

# a whole plan takes a while to draw, and a busy machine is no error
WHOLE_PLANS = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

ODD = st.sampled_from(
    ["", " ", "a\u0308å", "ﬁn", "İ", "–", "\u00a0", "𝒯iltak", "\u200b", '"\\', "«æøå»\r\n"]
)
texts = st.text(max_size=30) | ODD
said = st.none() | texts
ids = st.sampled_from(["", "1", "1.1", "1.m1", "T.1"]) | st.text(max_size=4)
whole = st.integers(-(10**15), 10**15)
years = st.integers(1900, 2100)
year_tuples = st.lists(years, max_size=3, unique=True).map(lambda found: tuple(sorted(found)))
places = st.integers(0, 10**6)


def few(values: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[Any]:
    """A tuple of a few values."""
    return st.lists(values, max_size=most).map(tuple)


passages = st.builds(
    Passage,
    start=places,
    end=places,
    source=st.integers(0, 300),
    page=st.none() | places,
    line=st.none() | places,
    sheet=said,
    cell=said,
)
readings = st.just(Reading()) | st.builds(
    Reading,
    passages=few(passages),
    confidence=st.none() | st.floats(0, 1) | st.integers(0, 1),
    reason=said,
    warnings=few(texts),
)
times = st.builds(
    Time,
    raw=said,
    years=year_tuples,
    years_inferred=st.booleans(),
    ongoing=st.booleans(),
    end_date=said,
)
budgets = st.builds(
    Budget,
    raw=said,
    amount=st.none() | whole,
    min=st.none() | whole,
    max=st.none() | whole,
    currency=said,
    per_year=st.dictionaries(years.map(str) | texts, whole, max_size=3),
    basis=st.sampled_from(
        ["amount", "within_frame", "external", "range", "band", "unknown", "none"]
    ),
    per=st.sampled_from([None, "year", "total"]),
    cell_group=st.sampled_from([None, "c1", "c2"]),
    funder=said,
    kind=said,
)
parties = st.builds(Parties, raw=said, parties=few(texts))
tree_fields: dict[str, Any] = {
    "id": ids,
    "number": said,
    "initiative": said,
    "short_title": said,
    "reading": readings,
}
work_fields: dict[str, Any] = {
    "time": st.none() | times,
    "budget": st.none() | budgets,
    "more_budgets": few(budgets),
    "responsible": st.none() | parties,
    "partners": st.none() | parties,
    "state": said,
}
items = st.builds(Item, text=texts, **tree_fields)


def _measure(children: st.SearchStrategy[Measure] | None) -> st.SearchStrategy[Measure]:
    return st.builds(
        Measure,
        text=texts,
        source=st.sampled_from([None, "body", "table", "both"]),
        roles=st.dictionaries(
            st.sampled_from(["owner", "responsible", "partner", "funder"]),
            texts | few(texts),
            max_size=2,
        ),
        rows=few(ids),
        serves=few(ids),
        children=few(children) if children is not None else st.just(()),
        **tree_fields,
        **work_fields,
    )


measures = st.recursive(_measure(None), _measure, max_leaves=4)
section_fields: dict[str, Any] = {
    "title": texts,
    "sub_goals": few(items),
    "strategies": few(items),
    "measures": few(measures),
    "paragraphs": few(items, 1),
    **tree_fields,
}
sections = st.builds(Section, **section_fields)
areas = st.builds(Area, sections=few(sections), **section_fields)
rows = st.builds(
    Row,
    id=ids,
    text=texts,
    focus_area=said,
    section=said,
    number=said,
    extra=st.dictionaries(texts, texts, max_size=2),
    reading=readings,
    **work_fields,
)
tables = st.builds(
    Table,
    id=ids,
    rows=few(rows, 3),
    title=said,
    columns=few(st.builds(Column, name=texts, role=said)),
    reading=readings,
)
documents = st.builds(
    Document,
    title=texts,
    years=year_tuples,
    status=st.sampled_from(["framlegg", "høyring", "vedteke", "ukjend"]),
    id=said,
    status_text=said,
    body=said,
    date=said,
    case_number=said,
    language=said,
    currency=said,
    abbreviations=st.dictionaries(texts, texts, max_size=2),
    reading=readings,
)
plans = st.builds(
    Plan,
    document=documents,
    focus_areas=few(areas),
    tables=few(tables),
    links=few(
        st.builds(
            Link,
            row=ids,
            measure=ids,
            kind=st.sampled_from(["same", "merged", "part", "related"]),
        )
    ),
    paragraphs=few(items),
    labels=st.dictionaries(texts, texts, max_size=2),
    ambiguities=few(st.dictionaries(texts, said, max_size=2)),
    sources=few(
        st.builds(
            Source,
            name=texts,
            media_type=texts,
            sha256=texts,
            text=texts,
            method=st.sampled_from(["text", "ocr", "structured"]),
        ),
        1,
    ),
    unplaced=few(st.builds(Unplaced, passage=passages, text=texts, reason=said), 1),
    warnings=few(texts, 1),
)
