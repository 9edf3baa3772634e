"""A browser of the secretary's: forms, cookies and files, over HTTP."""

import re
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
BOUNDARY = "----tiltak-test"


class Browser:
    """Remembers cookies; follows redirects."""

    def __init__(self, port: int) -> None:
        self._address = f"http://127.0.0.1:{port}"
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(CookieJar()),
            urllib.request.ProxyHandler({}),
        )

    def get(self, path: str) -> tuple[int, str]:
        """Status and page."""
        return self._open(self._request(path))

    def send(self, path: str, **fields: str) -> tuple[int, str]:
        """Fill in the form of a page."""
        body = urlencode({"csrfmiddlewaretoken": self._token(path), **fields}).encode()
        return self._open(self._request(path, body))

    def upload(self, path: str, file: Path) -> tuple[int, str]:
        """Choose a file in the form of a page and send it."""
        parts = [
            b"--%b\r\nContent-Disposition: form-data; name=%b\r\n\r\n%b\r\n"
            % (BOUNDARY.encode(), name, value)
            for name, value in (
                (b"csrfmiddlewaretoken", self._token(path).encode()),
                (b"kind", b""),
            )
        ]
        head = (
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{file.name}"'
        )
        parts.append(head.encode() + b"\r\nContent-Type: application/octet-stream\r\n\r\n")
        body = b"".join(parts) + file.read_bytes() + f"\r\n--{BOUNDARY}--\r\n".encode()
        request = self._request(path, body)
        request.add_header("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")
        return self._open(request)

    def _request(self, path: str, body: bytes | None = None) -> urllib.request.Request:
        return urllib.request.Request(self._address + path, body)  # noqa: S310  always our server

    def _token(self, path: str) -> str:
        _, page = self.get(path)
        return TOKEN.findall(page)[-1]

    def _open(self, request: urllib.request.Request) -> tuple[int, str]:
        request.add_header("Referer", self._address + "/")
        try:
            with self._opener.open(request, timeout=120) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()
