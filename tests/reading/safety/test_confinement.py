"""What a process that reads cannot do."""

import platform
import subprocess
import sys

import pytest

linux = pytest.mark.skipif(
    not sys.platform.startswith("linux") or platform.machine() not in ("x86_64", "aarch64"),
    reason="the kernel's filter is written for Linux on two kinds of machines",
)


def printed(code: str) -> str:
    """What a confined process prints."""
    start = (
        "from tiltak.reading.safety.confinement import confine\n"
        "from tiltak.reading.limits import Limits\n"
        "confine(Limits(memory_bytes=400 * 1024 * 1024))\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", start + code],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_no_sockets_in_python() -> None:
    code = (
        "import socket\n"
        "try: socket.socket()\n"
        "except PermissionError: print('refused')\n"
        "try: socket.getaddrinfo('localhost', 80)\n"
        "except (PermissionError, socket.gaierror): print('refused')\n"
    )
    assert printed(code).split() == ["refused", "refused"]


@linux
def test_no_sockets_in_libraries_in_c() -> None:
    code = (
        "import ctypes, errno\n"
        "libc = ctypes.CDLL(None, use_errno=True)\n"
        "print(libc.socket(2, 1, 0), errno.errorcode[ctypes.get_errno()])\n"
    )
    assert printed(code) == "-1 EACCES"


@linux
def test_no_sockets_in_programs_it_starts() -> None:
    code = (
        "import subprocess, sys\n"
        "subprocess.run([sys.executable, '-c', 'import socket\\ntry: socket.socket()\\n"
        "except PermissionError: print(1)'])\n"
    )
    assert printed(code) == "1"


@linux
def test_no_more_memory() -> None:
    code = "try: bytearray(500 * 1024 * 1024)\nexcept MemoryError: print('refused')\n"
    assert printed(code) == "refused"


def test_other_programs_can_still_be_started() -> None:
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'print(2)'])"
    assert printed(code) == "2"


def test_django_is_not_there() -> None:
    code = "import sys, tiltak.reading.safety.child; print('django' in sys.modules)"
    assert printed(code) == "False"
