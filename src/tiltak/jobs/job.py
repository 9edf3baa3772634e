"""What is the same for everything that is done in the background, whatever it is.

What there is to do is a row of the database that waits, is begun by one, and ends done or refused.
Whoever does it holds a claim on it meanwhile, so that of what was begun and is claimed by nobody it
is known that its process is gone.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Generic, TypeVar

from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone
from huey.api import TaskWrapper

from tiltak.jobs.claims import Claim, Kind, claimed, forget
from tiltak.jobs.queue import queue, ready

Row = TypeVar("Row", bound=Model)
_log = logging.getLogger("tiltak.jobs")


class Refused(Exception):
    """Nothing comes of it. `text` is the message id of why and `values` what is put into it; `file`
    is the name of the file at fault, "" where it is none or all; `detail` is for the log."""

    def __init__(
        self, text: str, values: dict[str, str] | None = None, *, file: str = "", detail: str = ""
    ) -> None:
        super().__init__(detail or text)
        self.text = text
        self.values = values or {}
        self.file = file


@dataclass(kw_only=True, eq=False)
class Job(Generic[Row]):
    """One kind of what is done in the background. Rows are named by their number.

    kind      what whoever does it claims
    waiting   the numbers of those that wait, in the order they are to be done
    begun     the numbers of those that somebody does, or did when it was killed
    begin     the row, now begun; None when it is gone or begun already
    work      does it and stores what comes of it. Raises Refused, `gone`, or whatever breaks
    refuse    stores that nothing comes of it, and why. Raises `gone`
    restart   lets one wait again whose process is gone, or refuses it when that was too often
    gone      what is raised when somebody took the row away meanwhile
    broken    the message id that is told when nobody knows why it broke
    """

    kind: Kind
    waiting: Callable[[], Sequence[int]]
    begun: Callable[[], Sequence[int]]
    begin: Callable[[int], Row | None]
    work: Callable[[Row], None]
    refuse: Callable[[Row, Refused, datetime], None]
    restart: Callable[[int, datetime], object]
    gone: type[Exception]
    broken: str
    _task: TaskWrapper = field(init=False)

    def __post_init__(self) -> None:
        self._task = queue.task(name=self.kind.name.lower())(self._do_and_close)

    def ask_for(self, row: Row) -> None:
        """Have it done by a worker, as soon as it is committed.

        A queue that cannot be written to is only logged: the row is found without it.
        """
        transaction.on_commit(partial(self._enqueue, row.pk), robust=True)

    def do(self, number: int) -> None:
        """Do it in this thread, unless somebody does or did. Asking twice does no harm."""
        claim = self.claim_on(number)
        with claimed(claim) as is_ours:
            if is_ours:
                if (row := self.begin(number)) is not None:
                    self._carry_out(row, claim)
                forget(claim)

    def recover(self) -> None:
        """Have done what the queue has lost, and what was begun by a process that is gone. Others
        may do the same at the same time."""
        for number in self.begun():
            with claimed(self.claim_on(number)) as is_ours:
                if is_ours:
                    self.restart(number, timezone.now())
        asked_for = {
            one.args[0] for one in ready().pending() if isinstance(one, self._task.task_class)
        }
        for number in self.waiting():
            if number not in asked_for:
                self._task(number)

    def claim_on(self, number: int) -> Claim:
        """What whoever does it holds."""
        return Claim(self.kind, number)

    def _enqueue(self, number: int) -> None:
        ready()
        self._task(number)

    def _do_and_close(self, number: int) -> None:
        try:
            self.do(number)
        finally:
            if not queue.immediate:
                connection.close()

    def _carry_out(self, row: Row, claim: Claim) -> None:
        try:
            self._work_or_refuse(row, claim)
        except self.gone:
            _log.info("%s was taken away", claim)

    def _work_or_refuse(self, row: Row, claim: Claim) -> None:
        try:
            self.work(row)
        except self.gone:
            raise
        except Refused as refusal:
            _log.info("%s is refused: %s", claim, refusal)
            self.refuse(row, refusal, timezone.now())
        except Exception:  # noqa: BLE001  whatever broke, whoever waits is told
            _log.exception("%s cannot be done", claim)
            self.refuse(row, Refused(self.broken), timezone.now())
