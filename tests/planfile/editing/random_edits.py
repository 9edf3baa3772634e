"""Random edits on a plan: half of them aimed at what is there."""

from hypothesis import strategies as st

from tiltak.planfile import walk
from tiltak.planfile.editing import (
    Accept,
    Append,
    Assign,
    Correct,
    Edit,
    Exclude,
    Join,
    Link,
    Move,
    Split,
    Unlink,
)
from tiltak.planfile.elements import Element, elements
from tiltak.planfile.model import Plan

KINDS = ("area", "section", "sub_goal", "strategy", "measure", "part", "paragraph")
VALUES = {
    "text": ["Byggja ny bru.", " ", "x" * 200, "a b\nc", None],
    "number": ["2.1", "", None, 3],
    "time": [{"raw": "2027", "years": [2027]}, None, {}, "2027"],
    "budgets": [[{"amount": 5, "basis": "amount"}], [], None, [{}], [{"amount": "5"}]],
    "responsible": [["Nordvik", ""], {"raw": "N", "parties": ["N"]}, None, []],
    "partners": [["Sørvåg"], None],
    "state": ["I gang", None],
    "focus_area": ["Samferdsle", None],
    "title": ["Ny plan", ""],
    "years": [[2027, 2026], [0]],
    "status": ["vedteke", "ny"],
    "date": ["2026-02-29", "2026-03-01", None],
    "body": ["Rådet"],
    "case_number": ["26/1"],
}


@st.composite
def edits(draw: st.DrawFn, plan: Plan) -> Edit:
    """One edit; most name what is there, few can all be done."""
    found = elements(plan)
    keys = [one.key for one in found] or ["1"]
    rows = [f"row:{row.id}" for row in walk.rows(plan)] or ["row:1"]
    element = st.sampled_from([*keys, "?"])
    measure = st.sampled_from(
        [one.key for one in found if one.kind in ("measure", "part")] or ["?"]
    )
    target = st.sampled_from([*keys, *rows, "document"])
    ties = st.sampled_from(["same", "merged", "part", "related"])
    some = {
        Accept: st.builds(Accept, st.lists(target | st.just("document"), max_size=3).map(tuple)),
        Correct: st.sampled_from(sorted(VALUES)).flatmap(
            lambda field: st.builds(
                Correct,
                target,
                st.just(field),
                st.sampled_from(VALUES[field]),
            )
        ),
        Move: st.tuples(element, places(found)).map(lambda one: Move(one[0], *one[1])),
        Join: st.builds(Join, element, element),
        Split: st.builds(Split, element, st.integers(-2, 60)),
        Exclude: st.builds(Exclude, target, st.booleans()),
        Assign: st.tuples(pieces(plan), places(found)).map(lambda one: Assign(*one[0], *one[1])),
        Append: st.tuples(pieces(plan), element).map(lambda one: Append(*one[0], one[1])),
        Link: st.builds(Link, st.sampled_from(rows), measure | element, ties),
        Unlink: st.sampled_from(
            [Unlink(one.row, one.measure) for one in plan.links] or [Unlink("?", "?")]
        ),
    }
    edit: Edit = draw(some[draw(st.sampled_from(list(some)))])
    return edit


@st.composite
def places(draw: st.DrawFn, found: list[Element]) -> tuple[str, str | None, str | None]:
    """Kind, parent and next sibling: often those of what stands there."""
    if found and draw(st.booleans()):
        model = draw(st.sampled_from(found))
        return model.kind, model.parent, draw(st.sampled_from([model.key, None]))
    parent = draw(st.sampled_from([None, *(one.key for one in found)]))
    return draw(st.sampled_from(KINDS)), parent, None


@st.composite
def pieces(draw: st.DrawFn, plan: Plan) -> tuple[int, int, int]:
    """A piece of text, most often one that is unplaced."""
    if not plan.unplaced:
        return 0, 0, 5
    passage = draw(st.sampled_from(plan.unplaced)).passage
    start = draw(st.integers(passage.start, passage.end))
    return passage.source, start, draw(st.sampled_from([passage.end, start + 7]))
