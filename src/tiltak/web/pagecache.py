"""Pages for the public come from memory until their council changes.

A page is kept under its council's `generation`, which every operation that changes something
public counts up: one council's change leaves the pages of all others. Only whole, successful
answers of the public rooms are kept, and only those made for somebody without a session.
"""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.request import split_domain_port
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from tiltak.domain.organisations.queries.councils import generation_for_host

Respond = Callable[[HttpRequest], HttpResponse]
Key = tuple[object, ...]

PUBLIC_ROOMS = frozenset(
    {
        "api",
        "element",
        "feed",
        "front",
        "info",
        "municipalities",
        "parties",
        "plan",
        "search",
        "sources",
        "traveltime",
    }
)
MOST_BYTES = 64 * 1024 * 1024
LARGEST_PAGE = 4 * 1024 * 1024
# the reader's own copy is always asked after: a correction shows at once
CACHE_CONTROL = "public, no-cache"


@dataclass(frozen=True, slots=True)
class Page:
    """An answer as it is sent: body (perhaps compressed) and headers."""

    body: bytes
    headers: dict[str, str]
    etag: str


class PageStore:
    """The latest used pages, up to a number of bytes. Shared by the threads of a process."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._pages: OrderedDict[Key, Page] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, key: Key) -> Page | None:
        with self._lock:
            page = self._pages.get(key)
            if page is not None:
                self._pages.move_to_end(key)
            return page

    def put(self, key: Key, page: Page) -> None:
        if len(page.body) > LARGEST_PAGE:
            return
        with self._lock:
            self._drop(key)
            self._pages[key] = page
            self._bytes += len(page.body)
            while self._bytes > self._most_bytes:
                self._drop(next(iter(self._pages)))

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def _drop(self, key: Key) -> None:
        page = self._pages.pop(key, None)
        if page is not None:
            self._bytes -= len(page.body)


pages = PageStore()


class PageCacheMiddleware:
    """Answers from memory where it may, and puts ETag and cache headers on public pages."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _is_for_the_public(request):
            return self.get_response(request)
        key = _key(request)
        page = pages.get(key) if key else None
        if page is None:
            response = self.get_response(request)
            if key is None or not _may_be_kept(request, response):
                return response
            page = _page(response)
            pages.put(key, page)
        return _answer(request, page)


def _is_for_the_public(request: HttpRequest) -> bool:
    return request.method == "GET" and settings.SESSION_COOKIE_NAME not in request.COOKIES


def _key(request: HttpRequest) -> Key | None:
    host, _port = split_domain_port(request.get_host())
    found = generation_for_host(host, default_slug=settings.DEFAULT_COUNCIL)
    if found is None:
        return None
    compressed = "gzip" in request.headers.get("Accept-Encoding", "")
    # the age of a status changes at midnight
    today = timezone.localdate()
    return (*found, request.get_host(), request.scheme, request.get_full_path(), compressed, today)


def _may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "Cache-Control" not in response.headers
        and _room(request) in PUBLIC_ROOMS
    )


def _room(request: HttpRequest) -> str:
    """The folder of the view below web, or "api"."""
    match = request.resolver_match
    if match is None:
        return ""
    if "api" in match.namespaces:
        return "api"
    parts = match.func.__module__.split(".")
    return parts[2] if parts[:2] == ["tiltak", "web"] and len(parts) > 2 else ""


def _page(response: HttpResponse) -> Page:
    patch_vary_headers(response, ["Accept-Encoding", "Cookie"])
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = CACHE_CONTROL
    return Page(response.content, dict(response.headers), etag)


def _answer(request: HttpRequest, page: Page) -> HttpResponse:
    given = parse_etags(request.headers.get("If-None-Match", ""))
    if "*" in given or page.etag in {etag.removeprefix("W/") for etag in given}:
        kept = {"ETag", "Cache-Control", "Vary"}
        headers = {name: value for name, value in page.headers.items() if name in kept}
        return HttpResponseNotModified(headers=headers)
    return HttpResponse(page.body, headers=page.headers)
