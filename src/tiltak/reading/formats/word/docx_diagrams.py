"""The words of diagrams (SmartArt) and charts in a Word document: a person sees them, and they stand
in parts of their own.

Points of the diagram and the connections that make them a tree: ISO/IEC 29500-1, 21.4.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NODES = (None, "node", "asst")
_DEEPEST = 50


def diagrams_of(paragraph: Any) -> Iterator[str]:
    """The ids of the parts that hold the diagrams anchored in a paragraph."""
    for element in paragraph.iter(f"{_DIAGRAM}relIds"):
        identity = element.get(f"{_RELATION}dm")
        if identity:
            yield identity


def texts_of_diagram(part: Any) -> Iterator[str]:
    """The texts of a diagram in reading order."""
    points = {
        point.get("modelId"): point
        for point in part.iter(f"{_DIAGRAM}pt")
        if point.get("type") in _NODES
    }
    below: dict[str | None, list[tuple[int, str]]] = {}
    for connection in part.iter(f"{_DIAGRAM}cxn"):
        child = connection.get("destId")
        if connection.get("type", "parOf") == "parOf" and child in points:
            order = connection.get("srcOrd", "")
            place = (int(order) if order.isdecimal() else 0, child)
            below.setdefault(connection.get("srcId"), []).append(place)
    children = {parent: [child for _, child in sorted(found)] for parent, found in below.items()}
    listed = {child for found in children.values() for child in found}
    tops = [top for parent, found in children.items() if parent not in points for top in found]
    tops += [point for point in points if point not in listed]
    seen: set[str] = set()
    for top in tops:
        yield from _below(top, points, children, 0, seen)


def _below(
    point: str,
    points: Mapping[str, Any],
    children: Mapping[str | None, Sequence[str]],
    depth: int,
    seen: set[str],
) -> Iterator[str]:
    if point in seen or depth > _DEEPEST:
        return
    seen.add(point)
    for paragraph in points[point].iter(f"{_MAIN}p"):
        text = "".join(piece.text or "" for piece in paragraph.iter(f"{_MAIN}t"))
        if text.strip():
            yield text
    for child in children.get(point, ()):
        yield from _below(child, points, children, depth + 1, seen)


def charts_of(paragraph: Any) -> Iterator[str]:
    """The ids of the parts that hold the charts anchored in a paragraph."""
    for element in paragraph.iter(f"{_CHART}chart"):
        identity = element.get(f"{_RELATION}id")
        if identity:
            yield identity


def texts_of_chart(part: Any) -> Iterator[str]:
    """The words of a chart: titles, and the names of what it compares, once each."""
    found: dict[str, None] = {}
    for paragraph in part.iter(f"{_MAIN}p"):
        found["".join(piece.text or "" for piece in paragraph.iter(f"{_MAIN}t"))] = None
    for names in ("tx", "cat"):
        for element in part.iter(f"{_CHART}{names}"):
            found |= {value.text or "": None for value in element.iter(f"{_CHART}v")}
    yield from (text for text in found if text.strip())
