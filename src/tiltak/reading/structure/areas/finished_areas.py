"""The areas and themes a plan has in the end, and their ids."""

from collections.abc import Iterator

from tiltak.reading.structure import reasons
from tiltak.reading.structure.areas.places import Places
from tiltak.reading.structure.drafts import DraftItem, DraftSection


def finish(places: Places, *, keep_all: bool = False) -> None:
    """Keep areas and themes that hold something; headings of other chapters become paragraphs.

    `keep_all` keeps every heading: a text that lost its letters has no level words to go by.
    """
    if keep_all and not any(area.has_content() for area in places.areas):
        return
    kept: list[DraftSection] = []
    for area in places.areas:
        if area.titles_table and not area.has_content():
            places.root.passages += area.passages
            continue
        if not area.has_content():
            (kept[-1] if kept else places.root).paragraphs += list(_as_paragraphs(area))
            continue
        _flatten(area)
        kept.append(area)
    places.root.sections = kept
    places.look_anew()


def _flatten(area: DraftSection) -> None:
    """All filled headings below an area become its themes, in order."""
    themes: list[DraftSection] = []
    for section in [s for child in area.sections for s in child.with_sections()]:
        if section.is_named:
            themes.append(section)
        elif section.titles_table:
            area.passages += section.passages
        else:
            place = themes[-1] if themes else area
            place.paragraphs += list(_as_paragraphs(section, below=False))
    for theme in themes:
        theme.sections = []
    area.sections = themes


def _as_paragraphs(section: DraftSection, *, below: bool = True) -> Iterator[DraftItem]:
    yield DraftItem(
        section.title, tuple(section.passages), reasons.BODY_TEXT, number=section.number
    )
    yield from section.paragraphs
    for child in section.sections if below else ():
        yield from _as_paragraphs(child)


def name_all(areas: list[DraftSection]) -> None:
    """Give areas, themes and measures their ids: "2", "2.1", "2.1.m3"; "A4" where no number is."""
    taken: dict[str, int] = {}
    for order, area in enumerate(areas, start=1):
        area.identity = _free(area.number or f"A{order}", taken)
        for number, theme in enumerate(area.sections, start=1):
            own = theme.number or f"{number}"
            longer = own if own.startswith(f"{area.identity}.") else f"{area.identity}.{own}"
            theme.identity = _free(longer, taken)
        for section in (area, *area.sections):
            name_measures(section, section.identity)


def name_measures(section: DraftSection, identity: str) -> None:
    """Number the measures of a section."""
    for order, measure in enumerate(section.measures, start=1):
        measure.name(f"{identity}.m{order}")


def _free(wanted: str, taken: dict[str, int]) -> str:
    """The id, with a count behind it where others have it already."""
    taken[wanted] = taken.get(wanted, 0) + 1
    if taken[wanted] == 1:
        return wanted
    return _free(f"{wanted}-{taken[wanted]}", taken)
