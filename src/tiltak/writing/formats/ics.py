"""The ends of a plan's measures as a calendar (iCalendar, RFC 5545).

An all-day event on the date the plan sets; where it sets only years, on the last day of the
last of them, and the event says so. Measures without either have no event.
"""

from collections.abc import Iterator
from datetime import UTC, date, timedelta
from urllib.parse import urlsplit

from tiltak.planfile import walk
from tiltak.planfile.model import Measure, Row, Time
from tiltak.writing.document import PlanPaper
from tiltak.writing.money import parties_text

LINE_OCTETS = 75


def write_ics(paper: PlanPaper) -> bytes:
    """The calendar file."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Tiltak//Tiltak//NN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(f'{paper.heading}, {paper.council}')}",
    ]
    for owner, day, is_dated in _ends(paper):
        lines += _event(paper, owner, day, is_dated=is_dated)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _ends(paper: PlanPaper) -> Iterator[tuple[Row | Measure, date, bool]]:
    """Each row, and each measure that stands in none, with its end and whether it is a date."""
    owners: list[Row | Measure] = [*walk.rows(paper.plan)]
    owners += [m for _, _, m in walk.all_measures(paper.plan) if not m.rows]
    for owner in owners:
        end = _end(owner.time) if owner.time else None
        if end is not None:
            yield owner, *end


def _end(time: Time) -> tuple[date, bool] | None:
    if time.end_date:
        try:
            return date.fromisoformat(time.end_date), True
        except ValueError:
            pass
    if not time.years or not 1 <= time.years[-1] <= 9998:
        return None
    return date(time.years[-1], 12, 31), False


def _event(paper: PlanPaper, owner: Row | Measure, day: date, *, is_dated: bool) -> Iterator[str]:
    address = urlsplit(paper.address)
    host = address.hostname or "tiltak"
    stamp = paper.generated_at.astimezone(UTC)
    title = paper.short_titles.get(owner.id) or owner.text
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(f'{owner.id}{address.path}@{host}')}"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_digits(day)}"
    if day < date.max:  # no day comes after it, and an event without an end lasts its day
        yield f"DTEND;VALUE=DATE:{_digits(day + timedelta(days=1))}"
    yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_escaped(title)}"
    yield f"DESCRIPTION:{_escaped(_description(paper, owner, is_dated=is_dated))}"
    if paper.address:
        yield f"URL:{_one_line(paper.address)}"
    yield "END:VEVENT"


def _digits(day: date) -> str:
    """Eight digits, those of the first thousand years too."""
    return day.isoformat().replace("-", "")


def _description(paper: PlanPaper, owner: Row | Measure, *, is_dated: bool) -> str:
    _ = paper.words.gettext
    lines = [owner.text]
    if parties := parties_text(owner.responsible):
        lines.append(_("Ansvar: %(parties)s") % {"parties": parties})
    if not is_dated:
        lines.append(_("Planen oppgir berre år. Datoen er siste dag i det siste året."))
    return "\n".join(lines)


def _escaped(text: str) -> str:
    """A TEXT value: backslash, semicolon, comma and line breaks are written out."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        text = text.replace(plain, written)
    return "\\n".join(_one_line(line) for line in text.splitlines())


def _one_line(text: str) -> str:
    return "".join(c for c in text if c == "\t" or (c.isprintable() or c == "\u00a0"))


def _folded(line: str) -> bytes:
    """Lines of at most 75 octets, never cut inside a character."""
    folded = b""
    current = b""
    for character in line:
        octets = character.encode("utf-8", errors="replace")
        if len(current) + len(octets) > LINE_OCTETS:
            folded += current + b"\r\n"
            current = b" "
        current += octets
    return folded + current + b"\r\n"
