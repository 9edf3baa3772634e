"""A browser of the secretary's: forms, cookies and files, over HTTP."""

import re
import time
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
LINK = re.compile(r"(/konto/forste/[^/\s]+/)")
BOUNDARY = "----tiltak-test"
PASSWORD = "fire ord som held lenge"
UPLOAD = "/arbeid/last-opp/"
# "…/last-opp/7/" is asked again until it leads elsewhere or says why not
PROGRESS = re.compile(r"^/arbeid/last-opp/\d+/$")
SECONDS_BETWEEN = 0.2


class Browser:
    """Remembers cookies; follows redirects. `path` is where it came to."""

    def __init__(self, port: int) -> None:
        self._address = f"http://127.0.0.1:{port}"
        self.path = ""
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(CookieJar()),
            urllib.request.ProxyHandler({}),
        )

    def log_in(self, printed: str) -> None:
        """By the link a server prints at its first start."""
        (link,) = LINK.findall(printed)
        status, _ = self.send(
            link, name="Kari", email="kari@example.no", password1=PASSWORD, password2=PASSWORD
        )
        assert status == 200

    def get(self, path: str) -> tuple[int, str]:
        """Status and page."""
        return self._open(self._request(path))

    def send(self, path: str, **fields: str) -> tuple[int, str]:
        """Fill in the form of a page."""
        body = urlencode({"csrfmiddlewaretoken": self._token(path), **fields}).encode()
        return self._open(self._request(path, body))

    def upload(self, *files: Path) -> tuple[int, str]:
        """Choose files in the upload form and send it: the page that tells how far it is."""
        parts = [
            b"--%b\r\nContent-Disposition: form-data; name=%b\r\n\r\n%b\r\n"
            % (BOUNDARY.encode(), name, value)
            for name, value in (
                (b"csrfmiddlewaretoken", self._token(UPLOAD).encode()),
                (b"kind", b""),
            )
        ]
        for file in files:
            head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{file.name}"'
            parts.append(
                head.encode()
                + b"\r\nContent-Type: application/octet-stream\r\n\r\n"
                + file.read_bytes()
                + b"\r\n"
            )
        request = self._request(UPLOAD, b"".join(parts) + f"--{BOUNDARY}--\r\n".encode())
        request.add_header("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")
        return self._open(request)

    def upload_and_wait(self, *files: Path, seconds: float = 60) -> tuple[int, str]:
        """As `upload`, until the files are read or refused."""
        status, page = self.upload(*files)
        return self.wait(status, page, seconds=seconds)

    def wait(self, status: int, page: str, *, seconds: float = 60) -> tuple[int, str]:
        """Ask the page that tells how far it is until there is another."""
        deadline = time.monotonic() + seconds
        while status == 200 and PROGRESS.match(self.path) and 'class="progress"' in page:
            if time.monotonic() > deadline:
                raise TimeoutError(page)
            time.sleep(SECONDS_BETWEEN)
            status, page = self.get(self.path)
        return status, page

    def _request(self, path: str, body: bytes | None = None) -> urllib.request.Request:
        return urllib.request.Request(self._address + path, body)  # noqa: S310  always our server

    def _token(self, path: str) -> str:
        _, page = self.get(path)
        return TOKEN.findall(page)[-1]

    def _open(self, request: urllib.request.Request) -> tuple[int, str]:
        request.add_header("Referer", self._address + "/")
        try:
            with self._opener.open(request, timeout=120) as answer:
                self.path = urlsplit(answer.url).path
                return answer.status, answer.read().decode()
        except HTTPError as error:
            self.path = urlsplit(error.url or "").path
            return error.code, error.read().decode()
