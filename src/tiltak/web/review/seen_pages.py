"""The pages of documents that are looked at just now, kept in memory for a while."""

import threading
from collections import OrderedDict

from tiltak.domain.sources.queries import KeptFile, visible_content
from tiltak.domain.viewer import Viewer
from tiltak.reading import UnreadableDocument, see_page_safely
from tiltak.reading.formats.pdf import SeenPage

PDF = "application/pdf"
MOST_BYTES = 24 * 1024 * 1024
# what the lines of a page weigh, about
LINES = 50_000
# by content: a page is the same for whoever has the document
Key = tuple[str, int]


class PageShelf:
    """The latest pages, up to a number of bytes. Shared by the threads of a process.

    None stands for a page that cannot be drawn: it is not tried again while that is known.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._pages: OrderedDict[Key, SeenPage | None] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key) -> SeenPage | None:
        """Raises KeyError for what is not kept."""
        with self._lock:
            self._pages.move_to_end(key)
            return self._pages[key]

    def put(self, key: Key, page: SeenPage | None) -> None:
        with self._lock:
            self._pages[key] = page
            while sum(map(_weight, self._pages.values())) > self._most_bytes:
                self._pages.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()


def _weight(page: SeenPage | None) -> int:
    return LINES + (len(page.picture) if page else 0)


shelf = PageShelf()


def seen_page(viewer: Viewer, file: KeptFile, page: int) -> SeenPage | None:
    """A page (1 is the first) of a document the viewer may see; None where there is no picture.

    Drawn in the confined process, so the first time takes half a second.
    """
    if file.media_type != PDF or page < 1:
        return None
    try:
        return shelf.get((file.sha256, page))
    except KeyError:
        drawn = _drawn(viewer, file, page)
        shelf.put((file.sha256, page), drawn)
        return drawn


def _drawn(viewer: Viewer, file: KeptFile, page: int) -> SeenPage | None:
    content = visible_content(viewer, file.id)
    if content is None:
        return None
    try:
        return see_page_safely(bytes(content.data), page, filename=file.filename)
    except UnreadableDocument:
        return None
