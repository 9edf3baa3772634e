"""What a process gives up before it reads a file: memory, CPU, written files, the network.

Limits are inherited by programs started later (tesseract), each counted for itself.
"""

import contextlib
import ctypes
import errno
import platform
import resource
import signal
import sys

from tiltak.reading.limits import MEGABYTE, Limits

_WRITTEN_BYTES = 256 * MEGABYTE  # pictures handed to tesseract through a temporary file
_OPEN_FILES = 128
# seconds after which the system ends what went on past its first warning
_GRACE = 2

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_SECCOMP = 22
_SECCOMP_MODE_FILTER = 2
_LOAD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4
# machine → (name of its calls in the kernel, numbers of socket, ptrace, io_uring_setup)
_CALLS = {
    "x86_64": (0xC000003E, (41, 101, 425)),
    "aarch64": (0xC00000B7, (198, 117, 425)),
}


class _Instruction(ctypes.Structure):
    _fields_ = [
        ("code", ctypes.c_ushort),
        ("if_true", ctypes.c_ubyte),
        ("if_false", ctypes.c_ubyte),
        ("value", ctypes.c_uint32),
    ]


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.POINTER(_Instruction))]


def confine(limits: Limits) -> None:
    """Give up what reading a document does not need. There is no way back for this process."""
    _limit(resource.RLIMIT_AS, limits.memory_bytes)
    _limit(resource.RLIMIT_CPU, limits.cpu_seconds, grace=_GRACE)
    _limit(resource.RLIMIT_FSIZE, _WRITTEN_BYTES)
    _limit(resource.RLIMIT_NOFILE, _OPEN_FILES)
    _limit(resource.RLIMIT_CORE, 0)
    sys.addaudithook(_refuse_network)
    refuse_sockets()


def end_with_parent() -> None:
    """Have Linux end this process when the one that waits for its answer is gone.

    Elsewhere it goes on until its limits, and then finds nobody to answer.
    """
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _limit(kind: int, most: int, grace: int = 0) -> None:
    """Lower a limit; one that is lower already stays."""
    _, hard = resource.getrlimit(kind)
    top = most + grace if hard == resource.RLIM_INFINITY else min(most + grace, hard)
    # a system that knows no such limit refuses it
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (min(most, top), top))


def _refuse_network(event: str, _arguments: object) -> None:
    if event.startswith("socket."):
        raise PermissionError("no network while a document is read")


def refuse_sockets() -> bool:
    """Have the kernel refuse sockets to this process and all it starts, libraries in C too.

    False where the kernel or the machine is another; the refusal in Python then stands alone.
    """
    known = _CALLS.get(platform.machine())
    if not sys.platform.startswith("linux") or known is None:
        return False
    architecture, calls = known
    program = _program(architecture, calls)
    process = ctypes.CDLL(None, use_errno=True)
    if process.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(process.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program)) == 0)


def _program(architecture: int, calls: tuple[int, ...]) -> _Program:
    """Instructions for the kernel: refuse these calls, and calls of another architecture."""
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_JUMP_EQUAL, 0, len(calls) + 2, architecture),
        (_LOAD, 0, 0, _NUMBER_AT),
        *((_JUMP_EQUAL, len(calls) - i, 0, call) for i, call in enumerate(calls)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    # the steps' own memory is kept alive by the program that points to it
    array = (_Instruction * len(steps))(*(_Instruction(*step) for step in steps))
    return _Program(len(steps), ctypes.cast(array, ctypes.POINTER(_Instruction)))
