"""The real server under load: a cached page, and what a first visit weighs on the wire."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urljoin
from urllib.request import Request, urlopen

SECONDS = 4
GET_READY_SECONDS = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """`tiltak serve` on a free port of 127.0.0.1, ended by its own process id."""

    def __enter__(self) -> str:
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        tiltak = Path(sys.executable).with_name("tiltak")
        self.process = subprocess.Popen(
            [tiltak, "serve", "--port", str(port)],
            env=dict(os.environ),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + GET_READY_SECONDS
        while time.monotonic() < deadline:
            try:
                fetch(self.address + "/")
            except (URLError, ConnectionError):
                time.sleep(0.2)
            else:
                return self.address
        raise SystemExit("the server did not answer")

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


def fetch(url: str) -> tuple[int, bytes, int]:
    """Status, body as sent (compressed), and bytes of head and body on the wire."""
    request = Request(url, headers={"Accept-Encoding": "gzip"})
    with urlopen(request, timeout=30) as answer:
        body = answer.read()
        return answer.status, body, len(body) + len(str(answer.headers).encode())


def first_visit(address: str, path: str) -> tuple[int, int]:
    """Bytes on the wire of a page with all it loads, and of the page alone."""
    import gzip

    _, body, alone = fetch(address + path)
    html = gzip.decompress(body).decode() if body[:2] == b"\x1f\x8b" else body.decode()
    found = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', html))
    seen: set[str] = set()
    size = alone
    while found - seen:
        url = (found - seen).pop()
        seen.add(url)
        _, content, wire = fetch(address + url)
        size += wire
        if url.endswith(".css"):
            text = gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
            found |= {
                urljoin(url, inner)
                for inner in re.findall(r'url\(["\']?([^"\')]+)["\']?\)', text.decode())
                if not inner.startswith("data:")
            }
    return size, alone


def requests_per_second(url: str) -> float | None:
    """wrk with 4 connections; None where wrk is not installed."""
    if shutil.which("wrk") is None:
        return None
    done = subprocess.run(
        ["wrk", "-t1", "-c4", f"-d{SECONDS}s", "-H", "Accept-Encoding: gzip", url],
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    return float(found.group(1)) if found else None
