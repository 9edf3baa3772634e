"""What a reader finds on a page: the tests compare words, not markup."""

from html.parser import HTMLParser

from django.test import Client

BLOCKS = {"p", "li", "dt", "dd", "td", "th", "tr", "h1", "h2", "h3", "small", "div", "section"}
SILENT = {"style", "script", "symbol"}


class _Reader(HTMLParser):
    """Collects texts, by element, of the part of a page that has an id (or of the whole)."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.lines: list[str] = [""]
        self.links: list[tuple[str, str]] = []
        self.stack: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self._silent += 1
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"} and self.rows:
            self.rows[-1].append("")
            self.stack.append("cell")
        if tag == "br":
            self.lines[-1] += " "
        if tag in BLOCKS:
            self.lines.append("")
            if tag in {"small", "div"} and self.stack and self.rows[-1][-1]:
                self.rows[-1][-1] += " | "
        if tag == "a":
            self.links.append((dict(attrs).get("href") or "", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self._silent -= 1
        if tag in {"td", "th"} and self.stack:
            self.stack.pop()
        if tag in BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        self.lines[-1] += data
        if self.links:
            href, text = self.links[-1]
            self.links[-1] = (href, text + data)
        if self.stack:
            self.rows[-1][-1] += data


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    return reader


def clean(text: str) -> str:
    """One line, with plain spaces."""
    return " ".join(text.split())


def get(client: Client, address: str) -> str:
    """A page that is there."""
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return response.content.decode()


def lines_of(html: str) -> list[str]:
    """The blocks of text of the main part."""
    main = html[html.index("<main") : html.index("</main>")]
    return [line for line in map(clean, _read(main).lines) if line]


def rows_of(html: str) -> list[list[str]]:
    """The rows of the first table: the text of each cell, its small print after a bar."""
    table = html[html.index("<table") : html.index("</table>")]
    return [[clean(cell) for cell in row] for row in _read(table).rows]


def part_of(html: str, id_: str) -> list[str]:
    """The blocks of text of the section whose heading has an id, or [] when it is not there."""
    at = html.find(f'id="{id_}"')
    if at < 0:
        return []
    return [
        line
        for line in map(clean, _read("<p " + html[at:].split("</section>", maxsplit=1)[0]).lines)
        if line
    ]


def facts_of(html: str) -> list[str]:
    """The lines of the first list of facts."""
    inside = html[html.index("<dl") : html.index("</dl>")]
    return [line for line in map(clean, _read(inside).lines) if line]
